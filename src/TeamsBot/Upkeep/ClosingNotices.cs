using System.Globalization;
using TeamsBot.Packs;

namespace TeamsBot.Upkeep;

/// <summary>
/// The texts that announce the end of an account, filled from the register. What nobody entered stands as a blank in 〔　〕. They are for
/// residents, hence in Japanese.
/// </summary>
internal static class ClosingNotices
{
    private const string Weekdays = "日月火水木金土";

    /// <summary>No address is guessed: a wrong one would be read by residents.</summary>
    private const string Site = "公式ホームページ（〔ページのURL〕）";

    /// <summary>For readers of the account itself; short enough for X.</summary>
    public static string OnAccount(OfficialAccount account, DateOnly day) =>
        $"【アカウント廃止のお知らせ】\n「{account.Name}」（{account.Medium.Display()}）は、{Day(day)}で廃止します。ご覧いただき、ありがとうございました。\n"
        + $"今後のお知らせは、{Site}をご覧ください。";

    /// <summary>For the own site: also that a later account of this name is not genuine (tochigi-8-1, yamaguchi-4-0a).</summary>
    public static string OnSite(OfficialAccount account, DateOnly day, Pack pack) =>
        $"アカウント廃止のお知らせ\n\n次のアカウントを廃止します。\n・名称　{account.Name}\n・種類　{account.Medium.Display()}\n"
        + $"・アカウント　{account.Handle ?? "〔アカウント名〕"}\n・URL　{account.Url ?? "〔URL〕"}\n・廃止する日　{Day(day)}\n・理由　〔公表する理由〕\n\n"
        + $"今後のお知らせは、{Site}をご覧ください。\n廃止のあとに同じ名前のアカウントを見かけても、公式のものではありません。次の連絡先までお知らせください。\n"
        + $"{account.Section}　電話 {Phone(account, pack)}";

    /// <summary>
    /// The days on which the notice is put out: at once, in the middle, a week before and on the day before the end; those still to come.
    /// </summary>
    public static IReadOnlyList<DateOnly> Days(DateOnly today, DateOnly closesOn)
    {
        DateOnly[] days = [today, today.AddDays((closesOn.DayNumber - today.DayNumber) / 2), closesOn.AddDays(-7), closesOn.AddDays(-1)];
        return [.. days.Where(day => day >= today).Distinct().Order()];
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) + $"（{Weekdays[(int)day.DayOfWeek]}）";

    private static string Phone(OfficialAccount account, Pack pack) =>
        pack.Desks.FirstOrDefault(desk => desk.Name == account.Section)?.Phone ?? "〔電話番号〕";
}
