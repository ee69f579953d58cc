using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Draws a text line by line and marks the words that findings quote. Hints are not marked: too many marks hide the ones that count.
/// </summary>
internal static class MarkedText
{
    /// <param name="start">Where to begin; places of findings count from the text's beginning all the same.</param>
    public static IEnumerable<AdaptiveElement> Lines(string text, IReadOnlyList<DraftFinding> findings, int start = 0)
    {
        var marked = Marks(text, findings);
        foreach (var line in text[start..].Split('\n'))
        {
            yield return new AdaptiveRichTextBlock { Inlines = [.. Runs(line, start, marked)], Spacing = AdaptiveSpacing.None };
            start += line.Length + 1;
        }
    }

    private static Severity?[] Marks(string text, IReadOnlyList<DraftFinding> findings)
    {
        var marks = new Severity?[text.Length];
        foreach (var finding in findings.Where(finding => finding.Severity > Severity.Hint))
        {
            for (var at = finding.Start ?? text.Length; at < Math.Min(finding.End ?? 0, text.Length); at++)
            {
                if (!(marks[at] >= finding.Severity)) marks[at] = finding.Severity;
            }
        }

        return marks;
    }

    private static IEnumerable<AdaptiveTextRun> Runs(string line, int start, Severity?[] marks)
    {
        if (line.Length == 0) yield return new AdaptiveTextRun { Text = ShownText.EmptyLine };
        var letters = ShownText.Letters(line);
        for (var from = 0; from < line.Length;)
        {
            var mark = marks[start + from];
            var to = from;
            while (to < line.Length && marks[start + to] == mark) to++;
            var words = string.Concat(letters[from..to]);
            // Marked three ways: colour alone says nothing to many, and older clients draw neither highlight nor underline.
            yield return mark is { } severity
                ? new AdaptiveTextRun
                {
                    Text = words,
                    Highlight = true,
                    Underline = true,
                    Weight = AdaptiveTextWeight.Bolder,
                    Color = severity.Color(),
                }
                : new AdaptiveTextRun { Text = words };
            from = to;
        }
    }
}
