using TeamsBot.Accounts;
using TeamsBot.Cards;

namespace TeamsBot.Upkeep;

/// <summary>One thing of the closing list as somebody sees it.</summary>
/// <param name="Waits">Why it cannot be done yet; null where it can, or is done.</param>
internal sealed record ClosingStep(string Id, string Ja, string En, ClosingTick? Tick, ClosingWait? Waits)
{
    public string In(CardLanguage language) => language.Say(Ja, En);
}

/// <summary>What a step waits for.</summary>
/// <param name="Until">The first day on which it can be done; null where another step comes first.</param>
/// <param name="First">The step that comes first.</param>
internal sealed record ClosingWait(DateOnly? Until, string First);

/// <summary>
/// What has to be done before an account is gone: notices, a copy of the posts, the deletion once the notices have stood long enough,
/// links, the list on the own site, the password (tochigi-8-1, tochigi-7-4, ward-5-5-1). Pure.
/// </summary>
internal static class ClosingSteps
{
    public const string Notice = "notice";
    public const string Archive = "archive";
    public const string Deletion = "deletion";

    /// <param name="today">The day in Japan.</param>
    public static IReadOnlyList<ClosingStep> Of(AccountClosing closing, DateOnly today) => Of(closing, closing.NoticeOn, today);

    /// <summary>The list as it will be, before anything is planned.</summary>
    public static IReadOnlyList<ClosingStep> Ahead(IReadOnlyList<string> noticeOn) => Of(null, noticeOn, default);

    /// <summary>From this day on the account may be deleted; null while a notice is not out.</summary>
    public static DateOnly? UnlockedOn(AccountClosing closing)
    {
        if (closing.NoticeOn.Count == 0) return closing.ClosesOn;
        var published = closing.NoticeOn.Select((_, at) => closing.TickOf(Notice + Number(at))?.Day).ToList();
        if (published.Contains(null)) return null;
        var ran = published.Max()!.Value.AddDays(closing.NoticeDays);
        return ran > closing.ClosesOn ? ran : closing.ClosesOn;
    }

    /// <summary>What has to be done before the step: no day before that one's can be named for it. Null where nothing was, or has to
    /// be.</summary>
    public static ClosingTick? After(AccountClosing closing, string step) =>
        IsNotice(step) || step == Archive ? null : closing.TickOf(step == Deletion ? Archive : Deletion);

    public static bool AreDone(AccountClosing closing, DateOnly today) => Of(closing, today).All(step => step.Tick is not null);

    public static bool IsNotice(string step) => step.StartsWith(Notice, StringComparison.Ordinal);

    private static List<ClosingStep> Of(AccountClosing? closing, IReadOnlyList<string> noticeOn, DateOnly today)
    {
        List<ClosingStep> steps =
        [
            .. noticeOn.Select((place, at) => Step(Notice + Number(at), $"お知らせ：{place}", $"Notice: {place}")),
            Step(Archive, "投稿の保存", "Copy of the posts kept"),
            Step(Deletion, "アカウントの削除", "Account deleted"),
            Step("links", "公式サイトとの相互リンクの削除", "Links from and to the own site removed"),
            Step("listing", "公式サイトのアカウント一覧からの削除", "Removed from the site's list of accounts"),
            Step("credential", "パスワードと端末のログインの廃止", "Password and logins on devices retired"),
        ];
        return closing is null ? steps : steps.ConvertAll(step => step with { Waits = step.Tick is null ? Waits(step.Id) : null });

        ClosingStep Step(string id, string ja, string en) => new(id, ja, en, closing?.TickOf(id), null);

        ClosingWait? Waits(string id)
        {
            if (IsNotice(id) || id == Archive) return null;
            if (id != Deletion) return closing!.TickOf(Deletion) is null ? new ClosingWait(null, Deletion) : null;
            if (UnlockedOn(closing!) is not { } day) return new ClosingWait(null, Notice);
            if (today < day) return new ClosingWait(day, "");
            return closing!.TickOf(Archive) is null ? new ClosingWait(null, Archive) : null;
        }
    }

    private static string Number(int at) => at.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
