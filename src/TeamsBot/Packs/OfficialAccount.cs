using TeamsBot.Checks.Context;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>Where an account stands in its life. Only a running account may post (domain/rules.md 5).</summary>
internal enum AccountState
{
    Running,

    /// <summary>開設準備中: applied for, and something that the guideline wants before the start is not settled yet.</summary>
    Preparing,

    /// <summary>休止: nobody posts, the account is kept and logged in to.</summary>
    Dormant,

    /// <summary>停止: stopped for now, after a hijack or because the provider's terms turned adverse.</summary>
    Stopped,

    /// <summary>閉鎖: gone for good; the row stays, so that a look-alike is recognised.</summary>
    Closed,

    /// <summary>廃止手続き中: its end is announced; until its day it can still be posted to, or its readers would not hear of it.</summary>
    Closing,
}

/// <summary>One official account of the organisation. It holds no secret and no person's name.</summary>
/// <param name="Name">The display name readers see.</param>
/// <param name="Handle">As the medium writes it, for example <c>@asagiri_koho</c>; null where the medium has none.</param>
/// <param name="Section">The section that runs it.</param>
/// <param name="Topics">What the account may be about; empty where its policy names nothing.</param>
/// <param name="Hours">Its own posting hours; null means those of the pack.</param>
/// <param name="Audience">Whom its policy names as readers.</param>
/// <param name="Replies">Whether its policy says that comments are answered; null where it is silent.</param>
/// <param name="MembersOnly">Only those who have joined the service, or the account, can read it.</param>
/// <param name="Opened">Year and month it was opened, as the organisation's list prints it.</param>
/// <param name="Purpose">What it is for, in one sentence.</param>
/// <param name="PolicyUrl">Where its policy stands on the own site.</param>
/// <param name="ReplyMode">What its profile announces; null while nobody has chosen.</param>
/// <param name="NameException">Why its name may differ from the organisation's rule for names; null where there is no exception.</param>
internal sealed record OfficialAccount(
    string Id, string Name, string? Handle, Medium Medium, string? Url, AccountKind Kind, string Section, AccountState State,
    IReadOnlyList<string> Topics, OpeningHours? Hours, string? Opened = null, Followers? Followers = null,
    string? Audience = null, bool? Replies = null, bool MembersOnly = false,
    string? Purpose = null, string? PolicyUrl = null, ReplyMode? ReplyMode = null, string? NameException = null)
{
    private static readonly Words<AccountState> StateWords = new(
        ("running", AccountState.Running, "運用中", "running"),
        ("preparing", AccountState.Preparing, "開設準備中", "being prepared"),
        ("dormant", AccountState.Dormant, "休止中", "dormant"),
        ("stopped", AccountState.Stopped, "停止中", "stopped"),
        ("closed", AccountState.Closed, "閉鎖済み", "closed"),
        ("closing", AccountState.Closing, "廃止手続き中", "being closed"));

    private static readonly Words<ReplyMode> ModeWords = new(
        ("inform", Checks.Profiles.ReplyMode.Inform, "発信専用", "information only"),
        ("community", Checks.Profiles.ReplyMode.Community, "交流の場", "community"));

    /// <summary>The day its end is planned for; null where none is.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The last day of the period for which its policy has it run (asaka-annex-7); null where it runs without end.</summary>
    public DateOnly? RunsUntil { get; init; }

    /// <summary>That day is over, and nobody has renewed the policy.</summary>
    public bool IsPastPeriod { get; init; }

    /// <summary>Why it is stopped, in the words of who stopped it; null where it is not, or nobody said.</summary>
    public string? StoppedFor { get; init; }

    public string StateInJapanese => InJapanese(State);

    public static string InJapanese(AccountState state) => StateWords.InJapanese(state);

    public static string InJapanese(ReplyMode mode) => ModeWords.InJapanese(mode);

    public static string InEnglish(AccountState state) => StateWords.InEnglish(state);

    public static string InEnglish(ReplyMode mode) => ModeWords.InEnglish(mode);

    /// <summary>An address as the register takes it: absolute, https, without a user's name in it.</summary>
    public static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    public static OfficialAccount Read(MapReader from)
    {
        var read = new OfficialAccount(
            from.Text("id"),
            from.Text("name"),
            from.OptionalText("handle"),
            from.Word("medium", MediumPolicy.Media),
            from.OptionalText("url"),
            from.Word("kind", ApprovalWords.Kinds),
            from.Text("section"),
            from.Word("state", StateWords),
            from.Texts("topics"),
            from.OptionalMap("hours", OpeningHours.Read),
            from.OptionalText("opened"),
            from.OptionalMap("followers", Followers.Read),
            from.OptionalText("audience"),
            from.OptionalFlag("replies"),
            from.Flag("members_only", false),
            from.OptionalText("purpose"),
            from.OptionalText("policy_url"),
            from.OptionalWord("reply_mode", ModeWords),
            from.OptionalText("name_exception")
        );
        if (read.Url is { } url && !IsAddress(url))
            from.Refuse("url", "https:// で始まる登録URLを書いてください。", "Write an address that begins with https://.");
        if (read.PolicyUrl is { } policy && !IsAddress(policy))
            from.Refuse("policy_url", "https:// で始まる運用方針のURLを書いてください。", "Write an address that begins with https://.");
        return read;
    }
}

/// <summary>How many follow an account, counted on one day; shown only together with that day.</summary>
internal sealed record Followers(int Count, DateOnly AsOf)
{
    public static Followers Read(MapReader from)
    {
        if (!from.Has("as_of")) from.Refuse("as_of", "いつの数字かを書いてください。", "State the day the number is from.");
        return new(from.RequiredNumber("count", 0, int.MaxValue), from.OptionalDate("as_of") ?? default);
    }
}
