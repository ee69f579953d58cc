using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// How a fact of the text stands above the tick that covers it: the words as written, and what calendar and registers say of them.
/// </summary>
internal static class EvidenceWords
{
    public static AdaptiveRichTextBlock Line(TextFact fact, CardLanguage language) => ReviewParts.Line(
        ReviewParts.Bold($"{Quote(fact)}　"),
        new AdaptiveTextRun { Text = Say(fact, language), Color = fact.IsKnown ? AdaptiveTextColor.Good : AdaptiveTextColor.Warning });

    /// <summary>In one line with others, where space is short.</summary>
    public static string Short(TextFact fact, CardLanguage language) => $"{Quote(fact)} {Say(fact, language)}";

    private const int MaxQuote = 40;

    /// <summary>Of a link the host: that is what tells where it leads, and the text above has the rest.</summary>
    private static string Quote(TextFact fact) => ShortText.Shorten(fact.Kind == TextFactKind.Link ? fact.Known : fact.Quote, MaxQuote);

    private static string Say(TextFact fact, CardLanguage language) => fact.Verdict switch
    {
        TextFactVerdict.WeekdayRight => language.Say("暦と一致", "agrees with the calendar"),
        TextFactVerdict.WeekdayUnsaid => language.Say($"{fact.Known}曜日（曜日の記載なし）", $"{Weekday(fact.Known)} (no weekday given)"),
        TextFactVerdict.WeekdayWrong => fact.Known.Length > 0
            ? language.Say($"暦では{fact.Known}曜日", $"the calendar says {Weekday(fact.Known)}")
            : language.Say("暦にない日", "no such day"),
        TextFactVerdict.Registered => language.Say($"登録簿の{fact.Known}と一致", $"registered: {fact.Known}"),
        TextFactVerdict.Unregistered => language.Say("登録簿にありません。確かめてください", "not registered; please check"),
        TextFactVerdict.OfficialName => language.Say("正式名称", "official name"),
        TextFactVerdict.OwnSite => language.Say("公式サイト", "own site"),
        TextFactVerdict.TrustedSite => language.Say("公的なサイト", "public or trusted site"),
        _ => language.Say("外部のサイト。行き先を確かめてください", "another site; please check where it leads"),
    };

    private static string Weekday(string letter) =>
        "日月火水木金土".IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? ((DayOfWeek)at).ToString() : letter;
}
