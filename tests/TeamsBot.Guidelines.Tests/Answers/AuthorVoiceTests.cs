using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>
/// Two sets in the voice of the labelled questions, each clause asked formally, casually and in English, written before anybody saw the
/// answers. At first sight the first was answered to 0.94, 0.77 and 0.88, the second, after what the first one taught, to 0.98, 0.82 and
/// 0.78; these floors keep what was learned from both.
/// </summary>
public sealed class AuthorVoiceTests
{
    [SharedTheory]
    [InlineData("authorvoice1.tsv", "formal", 0.95)]
    [InlineData("authorvoice1.tsv", "casual", 0.90)]
    [InlineData("authorvoice1.tsv", "english", 0.93)]
    [InlineData("authorvoice2.tsv", "formal", 0.96)]
    [InlineData("authorvoice2.tsv", "casual", 0.90)]
    [InlineData("authorvoice2.tsv", "english", 0.91)]
    public void Most_questions_quote_their_clause_first(string file, string voice, double floor)
    {
        var rows = Loaded.Rows(file).Where(row => row[0] == voice).ToList();
        var missed = rows.Where(row => !FirstIsRight(row)).Select(row => row[1]).ToList();
        (1 - ((double)missed.Count / rows.Count)).ShouldBeGreaterThanOrEqualTo(floor, string.Join(" / ", missed));
    }

    [SharedTheory]
    [InlineData("authorvoice1.tsv", 0.86)]
    [InlineData("authorvoice2.tsv", 0.94)]
    public void Questions_from_outside_are_refused(string file, double share)
    {
        var rows = Loaded.Rows(file).Where(row => row[0] == "out").ToList();
        var answered = rows.Where(row => Loaded.All.Ask(row[1]).Found).Select(row => row[1]).ToList();
        (1 - ((double)answered.Count / rows.Count)).ShouldBeGreaterThanOrEqualTo(share, string.Join(" / ", answered));
    }

    /// <summary>The ending of a word is no misspelling: されている once was read as あれている, of a post under fire.</summary>
    [SharedTheory]
    [InlineData("発信が禁止されている情報を教えてください。", "発信してはいけません")]
    [InlineData("区だとソーシャルメディアってどういう意味", "情報発信と情報共有によるコミュニケーション")]
    public void Endings_and_particles_ask_nothing(string question, string says) =>
        DisplayText.Fold(Loaded.All.Ask(question).Citations[0].Quote).ShouldContain(DisplayText.Fold(says));

    private static bool FirstIsRight(string[] row) =>
        Loaded.All.Ask(row[1]).Citations is [var first, ..]
        && row[2]
            .Split(';')
            .Any(place =>
                first.Document.StartsWith(place[..3], StringComparison.Ordinal)
                && place[4..]
                    .Split('/')
                    .All(words => DisplayText.Fold(first.Quote).Contains(DisplayText.Fold(words), StringComparison.Ordinal))
            );
}
