using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>Words two readers may take differently: 来週の土曜 without a date, a double negative, 午後12時 [tochigi-4-2-2]. Advice only.</summary>
internal sealed partial class AmbiguousRule : IRule
{
    public RuleInfo About { get; } =
        new("ambiguous", Category.Ambiguous, Severity.Hint, "tochigi-4-2-2", "asaka-2-3a", "yamaguchi-2-4", "ward-4-6");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in RelativeDay().Matches(draft.Normal))
        {
            var sentence = draft.SentenceAt(match.Index);
            if (draft.Dates(context.PostedOn).Any(mention => mention.Core.Start >= sentence.Start && mention.Core.Start < sentence.End))
                continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、読む日によって違う日に受け取られます。", "月日と曜日を書き添えてください。");
        }

        foreach (Match match in DoubleNegative().Matches(draft.Normal))
        {
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」は二重の否定で、どちらの意味か伝わりにくいことがあります。", "「〜できます」「〜です」のように言い切る形に書き換えてください。");
        }

        foreach (var time in draft.Times)
        {
            if (time.Half == DayHalf.Unmarked || time.Hour != 12 || time.Minute != 0 || time.Colon) continue;
            var span = draft.At(time.Piece);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、昼の12時とも夜の12時とも読めます。", "「正午」「午前0時」のように書いてください。");
        }
    }

    [GeneratedRegex(
        "(?:再来週|来週|今週)(?:末|の?[月火水木金土日]曜日?)?|明後日|(?<![証説判不])明日(?!香|葉|の(?:森|へ|を担))|あさって|近日中?|後日|近いうちに?|近々",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex RelativeDay();

    [GeneratedRegex(
        "なく(?:は|も)(?:ない|ありません)|ないわけでは(?:ない|ありません)|ないとは(?:限らない|限りません|言えない|言えません)|できなくは(?:ない|ありません)|しないことは(?:ない|ありません)",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex DoubleNegative();
}
