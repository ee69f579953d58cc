using TeamsBot.Checks.Context;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>An account as the desk entered it or imported it; what the pack would say of an account of its own.</summary>
/// <param name="Information">What it posts, as its policy says (別紙 発信情報).</param>
internal sealed record RegisteredAccount(
    string Name, string? Handle, Medium Medium, string? Url, AccountKind Kind, string Section, AccountState State,
    string? Information = null, string? Opened = null, int? Followers = null, DateOnly? FollowersAsOf = null)
{
    /// <summary>Which budget pays for it, where it is not free (asaka-4-n-line); null where nothing was asked.</summary>
    public string? Budget { get; init; }

    public const int MaxName = 100;
    public const int MaxHandle = 50;
    public const int MaxUrl = 300;
    public const int MaxText = 300;

    public OfficialAccount ToOfficial(string id) => new(
        id, Name, Handle, Medium, Url, Kind, Section, State, [], null, Opened,
        Followers is { } count && FollowersAsOf is { } day ? new Followers(count, day) : null);
}
