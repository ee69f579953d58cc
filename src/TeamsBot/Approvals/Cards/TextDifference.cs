using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Shows what changed between two texts, line by line and inside a changed line by its common beginning and end, cut between characters as
/// people count them: half of an emoji is no text. Meant for posts of some hundred characters; of longer ones it shows as much as
/// <see cref="Room"/> allows and says so. Texts of more than <see cref="MaxLines"/> lines are compared by their ends only.
/// </summary>
internal static class TextDifference
{
    private const int MaxLines = 200;

    private const int MaxShown = 20;

    /// <summary>
    /// UTF-16 units of the card that differences may take: the text itself stands on the same card, and a card has a limit.
    /// </summary>
    private const int Room = 5_000;

    /// <summary>UTF-16 units of the card's own words around a line.</summary>
    private const int LineCost = 260;

    /// <summary>Unchanged characters drawn on either side of a change.</summary>
    private const int Around = 15;

    /// <summary>Changed characters drawn of one line.</summary>
    private const int MaxChanged = 150;

    public static IEnumerable<AdaptiveElement> Lines(string before, string after, CardLanguage language = CardLanguage.Ja)
    {
        var changes = Changes(before.Split('\n'), after.Split('\n'));
        var (room, shown) = (Room, 0);
        foreach (var change in changes.Take(MaxShown))
        {
            var (old, now) = Pieces(change.Old, change.New);
            room -= Cost(old) + Cost(now);
            if (room < 0) break;
            shown++;
            if (old is not null) yield return Line("－ ", old, AdaptiveTextColor.Attention, struck: true);
            if (now is not null) yield return Line("＋ ", now, AdaptiveTextColor.Good, struck: false);
        }

        if (changes.Count > shown)
        {
            yield return CardParts.Remark(language.Say(
                string.Create(CultureInfo.InvariantCulture, $"変更が多いため、{changes.Count}か所のうち{shown}か所を表示しています。"),
                string.Create(CultureInfo.InvariantCulture, $"Many changes: {shown} of {changes.Count} are shown.")));
        }
    }

    /// <summary>Pairs of old and new lines that differ; null where a line was taken out or put in.</summary>
    private static List<(string? Old, string? New)> Changes(string[] before, string[] after)
    {
        if (before.Length > MaxLines || after.Length > MaxLines) return [(string.Join('\n', before), string.Join('\n', after))];
        var common = Lengths(before, after);
        var changes = new List<(string? Old, string? New)>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                i++;
                j++;
                continue;
            }

            var (olds, news) = (new List<string>(), new List<string>());
            while ((i < before.Length || j < after.Length) && !(i < before.Length && j < after.Length && before[i] == after[j]))
            {
                if (j >= after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1])) olds.Add(before[i++]);
                else news.Add(after[j++]);
            }

            for (var at = 0; at < Math.Max(olds.Count, news.Count); at++)
                changes.Add((olds.ElementAtOrDefault(at), news.ElementAtOrDefault(at)));
        }

        return changes;
    }

    /// <summary>Longest common subsequence lengths of the lines from each position on.</summary>
    private static int[,] Lengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static int Cost(Piece? piece) => piece is null ? 0 : LineCost + piece.Length;

    private static (Piece? Old, Piece? New) Pieces(string? old, string? now)
    {
        var (a, b) = (Elements(old ?? ""), Elements(now ?? ""));
        var (head, tail, shorter) = (0, 0, Math.Min(a.Length, b.Length));
        while (head < shorter && a[head] == b[head]) head++;
        while (tail < shorter - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return (old is null ? null : Of(a), now is null ? null : Of(b));

        Piece Of(string[] line) => new(
            head > Around ? "…" + string.Concat(line[(head - Around)..head]) : string.Concat(line[..head]),
            line.Length - head - tail > MaxChanged
                ? string.Concat(line[head..(head + MaxChanged)]) + "…"
                : string.Concat(line[head..^tail]),
            tail > Around ? string.Concat(line[^tail..^(tail - Around)]) + "…" : string.Concat(line[^tail..])
        );
    }

    /// <summary>
    /// The characters of a line as people count them (UAX 29); a line break of texts that were not parted into lines is drawn as a sign.
    /// </summary>
    private static string[] Elements(string line)
    {
        var (elements, all) = (new List<string>(), StringInfo.GetTextElementEnumerator(line.Replace('\n', '↵')));
        while (all.MoveNext()) elements.Add(all.GetTextElement());
        return [.. elements];
    }

    private static AdaptiveRichTextBlock Line(string sign, Piece piece, AdaptiveTextColor color, bool struck)
    {
        AdaptiveTextRun[] runs =
        [
            new AdaptiveTextRun { Text = sign, Color = color, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = Shown(piece.Head) },
            new AdaptiveTextRun { Text = Shown(piece.Changed), Color = color, Weight = AdaptiveTextWeight.Bolder, Strikethrough = struck },
            new AdaptiveTextRun { Text = Shown(piece.Tail) },
        ];
        return new() { Inlines = [.. runs.Where(run => run.Text.Length > 0)], Spacing = AdaptiveSpacing.None };

        static string Shown(string words) => string.Concat(ShownText.Letters(words));
    }

    private sealed record Piece(string Head, string Changed, string Tail)
    {
        public int Length => Head.Length + Changed.Length + Tail.Length;
    }
}
