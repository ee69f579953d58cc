namespace TeamsBot.Accounts;

/// <summary>
/// When something was last posted to each account, by its id; told by whoever keeps the posts. Accounts without a record are not in it:
/// nobody knows whether they posted.
/// </summary>
internal sealed record LastPosts(
    Func<IServiceProvider, string, CancellationToken, Task<IReadOnlyDictionary<string, DateTimeOffset>>> Read);
