using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace TeamsBot.Documents;

/// <summary>
/// Reads the text of a PDF in the order it is drawn, a printed line a line; a line that only ended because the page did goes on with the
/// next. Pictures of text give none. How much is unpacked, and how deep, is counted by <see cref="PdfBudget"/>.
/// </summary>
internal static class PdfText
{
    public static DocumentText Read(byte[] bytes)
    {
        var budget = new PdfBudget();
        try
        {
            using var pdf = PdfDocument.Open(
                bytes,
                new ParsingOptions
                {
                    SkipMissingFonts = true,
                    MaxStackDepth = DocumentLimits.MaxDepth,
                    FilterProvider = budget,
                }
            );
            if (pdf.NumberOfPages > DocumentLimits.MaxPages) return DocumentText.Not(DocumentTrouble.TooManyPages);
            pdf.AddPageFactory<IReadOnlyList<PdfGlyph>, PdfPages>();
            var text = new StringBuilder();
            for (var number = 1; number <= pdf.NumberOfPages; number++)
            {
                Append(text, pdf.GetPage<IReadOnlyList<PdfGlyph>>(number));
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

    private static void Append(StringBuilder text, IReadOnlyList<PdfGlyph> glyphs)
    {
        var lines = Lines(glyphs);
        if (lines.Count == 0) return;
        var margin = lines.Max(line => line.Right);
        for (var at = 0; at < lines.Count; at++)
        {
            text.Append(lines[at].Words);
            var isWrapped =
                at + 1 < lines.Count
                && lines[at].Right > margin - (lines[at].Size * 1.5)
                && lines[at].Words.Length > LeastWrapped
                && !EndsSentence(lines[at].Words);
            if (!isWrapped) text.Append('\n');
            else if (char.IsAsciiLetterOrDigit(lines[at].Words[^1])) text.Append(' ');
        }
    }

    private const int LeastWrapped = 12;

    private static bool EndsSentence(string words) =>
        words[^1] is '。' or '．' or '.' or '！' or '!' or '？' or '?' or '」' or '』' or '）' or ')' or '】' or '〕' or '：' or ':';

    private static List<PdfLine> Lines(IReadOnlyList<PdfGlyph> glyphs)
    {
        var lines = new List<PdfLine>();
        var words = new StringBuilder();
        PdfGlyph? last = null;
        foreach (var glyph in glyphs)
        {
            if (last is { } before)
            {
                if (IsElsewhere(before, glyph)) End(before);
                else if (words.Length > 0 && glyph.Left - before.Right > before.Size * Gap && words[^1] != ' ' && glyph.Value != " ")
                    words.Append(' ');
            }

            words.Append(glyph.Value);
            last = glyph;
        }

        if (last is { } end) End(end);
        return lines;

        void End(PdfGlyph at)
        {
            var line = words.ToString().TrimEnd();
            if (line.Length > 0) lines.Add(new(line, at.Right, at.Size));
            words.Clear();
        }
    }

    /// <summary>Room between two characters that is meant as a blank, in their size.</summary>
    private const double Gap = 0.3;

    private static bool IsElsewhere(PdfGlyph last, PdfGlyph glyph) =>
        Math.Abs(glyph.Baseline - last.Baseline) > last.Size * 0.5 || glyph.Left < last.Left - last.Size;

    private sealed record PdfLine(string Words, double Right, double Size);
}
