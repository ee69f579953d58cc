using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace TeamsBot.Documents;

/// <summary>
/// Reads the text of a PDF in the order it is drawn, a printed line a line; a line that only ended because the page did goes on with the next. Pictures of
/// text give none. How much is unpacked, and how deep, is counted by <see cref="PdfBudget"/>.
/// </summary>
internal static class PdfText
{
    public static DocumentText Read(byte[] bytes)
    {
        var budget = new PdfBudget();
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { SkipMissingFonts = true, MaxStackDepth = DocumentLimits.MaxDepth, FilterProvider = budget });
            if (pdf.NumberOfPages > DocumentLimits.MaxPages) return DocumentText.Not(DocumentTrouble.TooManyPages);
            var text = new StringBuilder();
            for (var number = 1; number <= pdf.NumberOfPages; number++)
            {
                Append(text, pdf.GetPage(number));
                if (budget.IsSpent) return DocumentText.Not(DocumentTrouble.TooComplex);
                if (text.Length > DocumentLimits.MaxText) return DocumentText.Not(DocumentTrouble.TextTooLong);
            }

            return new(text.ToString().Trim('\n', ' '), null);
        }
        catch (PdfDocumentEncryptedException)
        {
            return DocumentText.Not(DocumentTrouble.Locked);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // A reader of foreign files fails in many ways, and none of them is ours; whether it was asked too much is known.
            return DocumentText.Not(budget.IsSpent ? DocumentTrouble.TooComplex : DocumentTrouble.Broken);
        }
    }

    private static void Append(StringBuilder text, Page page)
    {
        var lines = Lines(page.Letters);
        if (lines.Count == 0) return;
        var margin = lines.Max(line => line.Right);
        for (var at = 0; at < lines.Count; at++)
        {
            text.Append(lines[at].Words);
            var isWrapped = at + 1 < lines.Count && lines[at].Right > margin - (lines[at].Size * 1.5) && lines[at].Words.Length > LeastWrapped && !EndsSentence(lines[at].Words);
            if (!isWrapped) text.Append('\n');
            else if (char.IsAsciiLetterOrDigit(lines[at].Words[^1])) text.Append(' ');
        }
    }

    private const int LeastWrapped = 12;

    private static bool EndsSentence(string words) => words[^1] is '。' or '．' or '.' or '！' or '!' or '？' or '?' or '」' or '』' or '）' or ')' or '】' or '〕' or '：' or ':';

    private static List<PdfLine> Lines(IReadOnlyList<Letter> letters)
    {
        var lines = new List<PdfLine>();
        var words = new StringBuilder();
        Letter? last = null;
        foreach (var letter in letters)
        {
            if (last is not null && IsElsewhere(last, letter)) End();
            if (last is not null && words.Length > 0 && letter.StartBaseLine.X - last.EndBaseLine.X > Math.Max(last.PointSize, 1) * 0.3 && words[^1] != ' ' && letter.Value != " ") words.Append(' ');
            words.Append(letter.Value);
            last = letter;
        }

        End();
        return lines;

        void End()
        {
            var line = words.ToString().TrimEnd();
            if (line.Length > 0) lines.Add(new(line, last!.EndBaseLine.X, Math.Max(last.PointSize, 1)));
            words.Clear();
        }
    }

    private static bool IsElsewhere(Letter last, Letter letter) =>
        Math.Abs(letter.StartBaseLine.Y - last.StartBaseLine.Y) > Math.Max(last.PointSize, 1) * 0.5 || letter.StartBaseLine.X < last.StartBaseLine.X - Math.Max(last.PointSize, 1);

    private sealed record PdfLine(string Words, double Right, double Size);
}
