using System.Globalization;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Commands;

/// <summary>Labelled rows counted by how they were read, behind a line for each that was read wrongly.</summary>
internal static class AlarmCount
{
    public static string Of(IEnumerable<(AlarmRow Row, AlarmReading Reading)> rows)
    {
        var read = rows.ToList();
        var wrong = read.Where(row => IsWrong(row.Row, row.Reading.Verdict))
            .Select(row =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row.Row.Id}\t{row.Row.Trouble ?? (row.Row.Label == AlarmLabel.Post ? "post" : "question")}\t{row.Reading.Verdict}"
                        + $"\t{row.Reading.Odds.AgainstPost:0.00}\t{row.Reading.Odds.AgainstRule:0.00}\n"
                )
            );
        var kinds = read.Where(row => row.Row.Kind is not null && row.Reading.Verdict != AlarmVerdict.None).ToList();
        return string.Concat(wrong) + string.Create(
            CultureInfo.InvariantCulture,
            $"alarms: {Count(AlarmLabel.Alarm, AlarmVerdict.Alarm)} heard, {Count(AlarmLabel.Alarm, AlarmVerdict.Unclear)} asked "
                + $"back, {Count(AlarmLabel.Alarm, AlarmVerdict.None)} missed; "
                + $"posts: {Count(AlarmLabel.Post, AlarmVerdict.None)} kept, {Count(AlarmLabel.Post, AlarmVerdict.Unclear)} asked "
                + $"back, {Count(AlarmLabel.Post, AlarmVerdict.Alarm)} taken for alarms; "
                + $"questions: {Count(AlarmLabel.Question, AlarmVerdict.None)} left, {Count(AlarmLabel.Question, AlarmVerdict.Unclear)} "
                + $"asked back, {Count(AlarmLabel.Question, AlarmVerdict.Alarm)} heard; "
            + $"kind: {kinds.Count(row => row.Reading.Kinds is [var first, ..] && first == row.Row.Kind)} of {kinds.Count}\n");

        int Count(AlarmLabel label, AlarmVerdict verdict) => read.Count(row => row.Row.Label == label && row.Reading.Verdict == verdict);
    }

    private static bool IsWrong(AlarmRow row, AlarmVerdict verdict) =>
        row.IsAlarm ? verdict == AlarmVerdict.None : verdict != AlarmVerdict.None;
}
