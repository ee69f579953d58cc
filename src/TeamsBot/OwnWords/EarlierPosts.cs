using TeamsBot.Checks.Context;

namespace TeamsBot.OwnWords;

/// <summary>
/// Reads what an organisation posted last, newest first. Filled by the feature that keeps posts, used by those that need them: features
/// never use each other.
/// </summary>
/// <param name="Read">Services of the turn, tenant, how many at most.</param>
internal sealed record EarlierPosts(Func<IServiceProvider, string, int, CancellationToken, Task<IReadOnlyList<HistoryPost>>> Read);
