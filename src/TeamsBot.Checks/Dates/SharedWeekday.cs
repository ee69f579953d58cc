using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Dates;

/// <summary>
/// One weekday said for a whole list of dates: 金曜日（11月27日、12月4日）, or 12月6日、13日（いずれも日曜日）. Each date of the list takes it.
/// </summary>
internal static partial class SharedWeekday
{
    public static void Apply(string text, List<DateMention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Weekday is not null) continue;
            var last = i;
            while (
                last + 1 < mentions.Count
                && mentions[last + 1].Weekday is null
                && OnlySeparators(text, mentions[last].Piece.End, mentions[last + 1].Piece.Start)
            )
                last++;
            var head = Math.Max(0, mentions[i].Piece.Start - 4);
            var before = Before().Match(text[head..mentions[i].Piece.Start]);
            var after = After().Match(text, mentions[last].Piece.End);
            if (before.Success && mentions[last].Piece.End < text.Length && text[mentions[last].Piece.End] == ')')
                Give(mentions, i, last, before.Groups["w"], head);
            else if (after.Success) Give(mentions, i, last, after.Groups["w"], 0);
            i = last;
        }
    }

    private static void Give(List<DateMention> mentions, int first, int last, Group letter, int offset)
    {
        for (var i = first; i <= last; i++)
        {
            mentions[i] = mentions[i] with
            {
                Weekday = JapaneseDate.ParseWeekday(letter.Value[0]),
                WeekdayAt = new Piece(offset + letter.Index, offset + letter.Index + 1),
            };
        }
    }

    private static bool OnlySeparators(string text, int start, int end)
    {
        if (end - start is < 0 or > 4) return false;
        foreach (var c in text.AsSpan(start, end - start))
        {
            if (c is not ('、' or '・' or ',' or ' ' or 'と' or '及' or 'び' or '\n')) return false;
        }

        return true;
    }

    [GeneratedRegex(@"(?<w>[月火水木金土日])曜日?\($", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"\G、?\s?\(?(?:いずれも|すべて|全て|どちらも)の?(?<w>[月火水木金土日])曜日?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex After();
}
