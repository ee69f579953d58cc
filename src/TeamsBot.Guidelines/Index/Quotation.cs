using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// Chooses what to quote for a hit. A full sentence is quoted alone. An item that is no sentence ("・単なる噂…") means nothing without the line
/// it stands under, so the clause around it is quoted; so is a clause when the question asks for several things or several of its items
/// answer.
/// </summary>
internal static partial class Quotation
{
    /// <summary>Longest quotation, in characters; a longer clause is cut at whole lines or sentences.</summary>
    public const int Most = 780;

    private const int Around = 420;

    /// <summary>A sentence that only announces what follows it.</summary>
    [GeneratedRegex("(以下|次|下記)(の(とおり|通り|点|こと|事項|各号|対策|内容)|に(掲げる|示す|定める|挙げる)|による|のよう)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadsIn();

    public static Passage Choose(Hit hit, IReadOnlyList<Hit> ranked, AnswerSign sign)
    {
        var passage = hit.Entry.Passage!;
        if (passage.Kind == PassageKind.Heading && passage.Text.Length > Most) passage = Inside(passage, ranked) ?? passage;
        while (passage.Parent is { } around && around.Text.Length <= Most && Widens(passage, around, hit, ranked, sign)) passage = around;
        return WithItems(passage);
    }

    /// <summary>The text of a quotation: the passage, or the part of it with the most of the question when it is too long.</summary>
    public static string Cut(Passage passage, Question question)
    {
        var text = passage.Text;
        if (text.Length <= Most) return text;
        var pieces = Pieces(text);
        var gains = pieces.Select(piece => Gain(text[piece.Start..piece.End], question)).ToList();
        var (best, bestGain) = ((0, 0), -1f);
        for (var i = 0; i < pieces.Count; i++)
        {
            var sum = 0f;
            for (var k = i; k < pieces.Count && pieces[k].End - pieces[i].Start <= Most; k++)
            {
                sum += gains[k];
                if (sum > bestGain + 1e-4f) (best, bestGain) = ((i, k), sum);
            }
        }

        // Where the best of a list is the line that announces it, what it announces comes along.
        if (best.Item1 == 0 && LeadsIn().IsMatch(text[..pieces[best.Item2].End]) && pieces[best.Item2].End <= passage.OwnText.Length + 1)
        {
            while (best.Item2 + 1 < pieces.Count && pieces[best.Item2 + 1].End <= Most) best.Item2++;
        }

        return text[pieces[best.Item1].Start..Math.Min(pieces[best.Item2].End, pieces[best.Item1].Start + Most)].Trim('\n', ' ', '\t');
    }

    /// <summary>
    /// A line that only announces a list, in a clause too long to be quoted whole, comes with the items that stand below it, as many as
    /// fit: its words alone answer nothing.
    /// </summary>
    internal static Passage WithItems(Passage passage)
    {
        if (!passage.IsLeaf || passage.Parent is not { } around || !LeadsIn().IsMatch(passage.OwnText)) return passage;
        var end = passage.End;
        foreach (
            var item in around
                .Children.SkipWhile(child => child != passage)
                .Skip(1)
                .TakeWhile(child => child.Kind is PassageKind.Item or PassageKind.Table)
        )
        {
            // What stands below the last item of a list may have been read as part of it.
            var to = item.End - passage.Start <= Most ? item.End : LineEnd(item);
            if (to - passage.Start > Most) break;
            end = to;
            if (to != item.End) break;
        }

        return end == passage.End ? passage : new Passage
        {
            Id = passage.Id,
            Document = passage.Document,
            Clause = passage.Clause,
            Headings = passage.Headings,
            Start = passage.Start,
            End = end,
            OwnText = passage.OwnText,
            Line = passage.Line,
            Parent = passage.Parent,
            Kind = passage.Kind,
        };
    }

    private static int LineEnd(Passage item) =>
        item.Text.IndexOf('\n', StringComparison.Ordinal) is var line and >= 0 ? item.Start + line : item.End;

    private static bool Widens(Passage passage, Passage around, Hit hit, IReadOnlyList<Hit> ranked, AnswerSign sign)
    {
        if (passage.Kind == PassageKind.Table || LeadsIn().IsMatch(passage.OwnText)) return true;
        if (around.Text.Length <= Around && IsFragment(passage)) return true;
        // An article is a whole; that its neighbours answer too does not make a chapter of it.
        if (passage is { Kind: PassageKind.Heading, IsLeaf: false }) return false;
        var limit = sign.HasFlag(AnswerSign.Many) ? Most : Around;
        if (around.Text.Length > limit) return false;
        var companions = ranked.Count(other =>
            other.Entry.Passage is { } sibling
            && sibling != hit.Entry.Passage
            && other.Score >= hit.Score * Weights.Companion
            && IsWithin(sibling, around)
            && !IsWithin(sibling, passage)
        );
        return companions >= (sign.HasFlag(AnswerSign.Many) ? 1 : 2);
    }

    /// <summary>No sentence of its own: a bare noun phrase, or a heading that nothing stands under.</summary>
    private static bool IsFragment(Passage passage) =>
        passage.IsLeaf
        && passage.Parent is not null
        && passage.OwnText.Length < 45
        && passage.OwnText is not [.., '。' or '.' or '！' or '？' or 'す' or 'と'];

    private static Passage? Inside(Passage heading, IReadOnlyList<Hit> ranked)
    {
        foreach (var hit in ranked)
            if (hit.Entry.Passage is { } inner && inner != heading && IsWithin(inner, heading) && inner.Text.Length <= Most)
                return inner;
        return null;
    }

    internal static bool IsWithin(Passage passage, Passage around)
    {
        for (var at = passage; at is not null; at = at.Parent) if (at == around) return true;
        return false;
    }

    private static List<(int Start, int End)> Pieces(string text)
    {
        var pieces = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '。') && i - start < Most - 1) continue;
            pieces.Add((start, i + 1));
            start = i + 1;
        }

        if (start < text.Length) pieces.Add((start, text.Length));
        return pieces;
    }

    private static float Gain(string piece, Question question)
    {
        var folded = Lexicon.SearchText.Of(piece).Folded;
        var gain = 0f;
        foreach (var (term, weight) in question.TermWeights)
            if (term.StartsWith("b:", StringComparison.Ordinal) && folded.Contains(term[2..], StringComparison.Ordinal)) gain += weight;
        return gain;
    }
}
