using System.Text;
using TeamsBot.Guidelines;

namespace TeamsBot.Commands;

/// <summary>
/// An answer as a person reads it in a terminal: the answer, then each place it rests on with document, edition and printed clause.
/// </summary>
internal static class AskReport
{
    public static string ForPeople(Answer answer)
    {
        var japanese = answer.Language == AnswerLanguage.Ja;
        var report = new StringBuilder().Append(answer.Text).Append('\n');
        foreach (var citation in answer.Citations) Cite(report, citation, japanese, "");
        foreach (var example in answer.Examples)
            Cite(report, example, japanese, japanese ? " ※他の組織の例です" : " (another organisation's guideline, as an example)");
        foreach (var setting in answer.Settings)
            report.Append(japanese ? "\n設定値: " : "\nSet by the organisation: ").Append(setting.Text).Append('\n');
        return report.ToString();
    }

    private static void Cite(StringBuilder report, Citation citation, bool japanese, string label)
    {
        report.Append("\n■ ").Append(citation.Title);
        if (citation.Edition is { } edition) report.Append(japanese ? $"（{edition}）" : $" ({edition})");
        report.Append(' ').Append(citation.Clause);
        if (citation.Heading.Length > 0) report.Append(' ').Append(citation.Heading);
        report.Append(label).Append('\n');
        if (citation.Quote.Length > 0) report.Append("  ").Append(citation.Quote.ReplaceLineEndings("\n  ")).Append('\n');
        if (citation.ClauseId is { } id) report.Append("  [").Append(id).Append("]\n");
    }
}
