using AdaptiveCards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>
/// What a feature puts on top of a person's lists 「一覧」 and 「今週」, because it cannot wait: a few lines with a button, or nothing. Lists
/// that others read along with leave it out.
/// </summary>
/// <param name="Draw">For whoever asked for the list.</param>
internal sealed record ListTop(Func<IServiceProvider, ParsedTurn, CancellationToken, Task<IReadOnlyList<AdaptiveElement>>> Draw);

/// <summary>All of them together, as a list begins with them.</summary>
internal sealed class ListTops(IEnumerable<ListTop> tops, IServiceProvider provider)
{
    public async Task<IReadOnlyList<AdaptiveElement>> DrawAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var drawn = new List<AdaptiveElement>();
        foreach (var top in tops) drawn.AddRange(await top.Draw(provider, turn, cancellationToken));
        return drawn;
    }
}
