using System.Linq.Expressions;

namespace TeamsBot.Accounts;

/// <summary>Ids of accounts are written by packs, sheets and cards: two that differ in case only are one.</summary>
internal static class AccountId
{
    public static bool IsSame(string id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows of one account, asked of the database: it compares, and no index helps it.</summary>
    /// <param name="idOf">The column that holds the account's id.</param>
    public static IQueryable<T> OfAccount<T>(this IQueryable<T> rows, Expression<Func<T, string>> idOf, string id)
    {
        var lower = id.ToLowerInvariant();
        // Of the local's expression, not its value: each account would be a query of its own to plan.
        Expression<Func<string>> wanted = () => lower;
        var stored = Expression.Call(idOf.Body, nameof(string.ToLower), null);
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(stored, wanted.Body), idOf.Parameters));
    }
}
