using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Tests.Alarms;

/// <summary>
/// Texts written by twelve hands that saw neither the recogniser nor each other. What it did with them at first sight stands in
/// docs/accuracy.md; it has learned from hands 1 to 10 of the files, whose floors say only that nothing is forgotten.
/// </summary>
public sealed class LabelledAlarmTests
{
    [Theory]
    [InlineData(1, 140)]
    [InlineData(2, 140)]
    [InlineData(3, 140)]
    [InlineData(4, 140)]
    [InlineData(5, 300)]
    [InlineData(6, 300)]
    [InlineData(7, 400)]
    [InlineData(8, 400)]
    public void A_hand_s_calls_are_heard_and_its_posts_kept(int hand, int count)
    {
        var rows = Rows(hand);
        rows.Count.ShouldBe(count);
        Share(rows.Where(row => row.IsAlarm), verdict => verdict != AlarmVerdict.None).ShouldBeGreaterThanOrEqualTo(0.97);
        Share(rows.Where(row => !row.IsAlarm), verdict => verdict == AlarmVerdict.None).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    /// <summary>
    /// Nothing was learned from these hands, and nothing may be: they tell whether a change of the recogniser reaches unseen wording.
    /// </summary>
    [Theory]
    [InlineData(9, 300)]
    [InlineData(12, 110)]
    public void A_hand_that_nothing_was_learned_from_is_read_as_at_first_sight(int hand, int count)
    {
        var rows = AlarmRow.Read(Lines($"alarms/unseen{hand}.jsonl")).ToList();
        rows.Count.ShouldBe(count);
        Share(rows.Where(row => row.IsAlarm), verdict => verdict != AlarmVerdict.None).ShouldBeGreaterThanOrEqualTo(0.95);
        Share(rows.Where(row => !row.IsAlarm), verdict => verdict == AlarmVerdict.None).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    /// <summary>
    /// Calls, posts and questions. Learned from after docs/accuracy.md had them at first sight; their questions are still often heard as
    /// calls, because who is in trouble asks the same.
    /// </summary>
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void Hands_with_questions_are_read_as_learned(int hand)
    {
        var rows = Rows(hand);
        rows.Count.ShouldBe(140);
        Share(rows.Where(row => row.IsAlarm), verdict => verdict != AlarmVerdict.None).ShouldBeGreaterThanOrEqualTo(0.98);
        Share(rows.Where(row => row.Label == AlarmLabel.Post), verdict => verdict == AlarmVerdict.None).ShouldBeGreaterThanOrEqualTo(0.98);
        Share(rows.Where(row => row.Label == AlarmLabel.Question), verdict => verdict != AlarmVerdict.Alarm).ShouldBeGreaterThanOrEqualTo(0.6);
    }

    /// <summary>Of trouble that is heard, the right first steps are shown.</summary>
    [Fact]
    public void The_kind_of_trouble_is_told() =>
        All()
            .Where(row => row.Kind is not null)
            .Average(row => AlarmReader.Read(row.Text).Kinds is [var first, ..] && first == row.Kind ? 1d : 0)
            .ShouldBeGreaterThanOrEqualTo(0.95);

    /// <summary>
    /// As near as one comes to unseen texts: a hand that nothing was learned from. Questions are left aside, so that the test is quick.
    /// </summary>
    [Fact]
    public void A_hand_that_was_left_out_is_mostly_read_rightly()
    {
        var (unseen, others) = (
            Rows(4),
            All()
                .Where(row => !row.Id.StartsWith("h4-", StringComparison.Ordinal))
                .Append(new("q", "パスワードはいつ変える？", AlarmLabel.Question, null))
                .ToList()
        );
        var read = AlarmLearning.ReadUnseen(unseen, others).ToList();
        read.Where(row => row.Row.IsAlarm)
            .Average(row => row.Reading.Verdict != AlarmVerdict.None ? 1d : 0)
            .ShouldBeGreaterThanOrEqualTo(0.90);
        read.Where(row => !row.Row.IsAlarm)
            .Average(row => row.Reading.Verdict == AlarmVerdict.None ? 1d : 0)
            .ShouldBeGreaterThanOrEqualTo(0.95);
    }

    /// <summary>The file of weights is what the command writes, and nobody's handiwork.</summary>
    [Fact]
    public void Learning_is_repeatable()
    {
        List<AlarmRow> some = [.. Rows(1).Take(30), new("q", "パスワードはいつ変える？", AlarmLabel.Question, null)];
        AlarmLearning.Learn(some).ShouldBe(AlarmLearning.Learn(some));
    }

    [Fact]
    public void The_file_of_weights_stays_small()
    {
        using var file = typeof(AlarmReader).Assembly.GetManifestResourceStream("TeamsBot.Guidelines.Alarms.weights.bin")!;
        file.Length.ShouldBeInRange(1, 400_000);
    }

    private static double Share(IEnumerable<AlarmRow> rows, Func<AlarmVerdict, bool> isRight) =>
        rows.Average(row => isRight(AlarmReader.Read(row.Text).Verdict) ? 1d : 0);

    private static IEnumerable<AlarmRow> All() => Enumerable.Range(1, 8).SelectMany(Rows);

    private static List<AlarmRow> Rows(int hand) => [.. AlarmRow.Read(Lines($"alarms/hand{hand}.jsonl"))];

    private static string[] Lines(string resource)
    {
        using var text = new StreamReader(typeof(LabelledAlarmTests).Assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd().Split('\n');
    }
}
