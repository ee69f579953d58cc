using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>
/// Looks at what a turn changed before it is committed, whichever use case changed it; what it adds belongs to the same commit.
/// </summary>
internal sealed record AfterTurn(Func<IServiceProvider, ParsedTurn, CancellationToken, Task> RunAsync);
