namespace TeamsBot.Rosters;

/// <summary>当番 and 副 of a week.</summary>
internal sealed record RosterPair(string MainId, string? SecondId);

/// <summary>
/// 「同じ順で続ける」: the order in which a duty went round last, for the weeks to come. It went round from the newest week back to where its 当番
/// was on duty before; where nobody was twice, all of it is the order. Pure.
/// </summary>
internal static class RosterOrder
{
    /// <param name="filled">The weeks that are filled, in order.</param>
    public static IReadOnlyList<RosterPair> Of(IReadOnlyList<RosterPair> filled)
    {
        var order = new List<RosterPair>();
        foreach (var pair in filled.Reverse())
        {
            if (order.Exists(later => later.MainId == pair.MainId)) break;
            order.Insert(0, pair);
        }

        return order;
    }
}
