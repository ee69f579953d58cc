using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Shows what changed between two texts, sentence by sentence (<see cref="TextChanges"/>) and inside a changed sentence by its common
/// beginning and end, cut between characters as people count them: half of an emoji is no text. Meant for posts of some hundred characters;
/// of longer ones it shows as much as <see cref="Room"/> allows and says so.
/// </summary>
internal static class TextDifference
{
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
        var changes = TextChanges.Between(before, after);
        if (TextChanges.IsOfBreaksOnly(before, after))
            yield return CardParts.Remark(language.Say("改行だけの変更です。言葉は変わっていません。", "Only line breaks changed; the words are the same."));
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

    /// <summary>A line break of texts that were not parted is drawn as a sign.</summary>
    private static string[] Elements(string part) => TextChanges.Characters(part.Replace('\n', '↵'));

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
