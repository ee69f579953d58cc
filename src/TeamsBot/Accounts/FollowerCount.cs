using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>How many followed an account on a day, as somebody entered it; the rows of one account are its series (asaka-4-5).</summary>
[Audited("followers")]
internal sealed class FollowerCount
{
    private FollowerCount()
    {
    }

    public string AccountId { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public int Count { get; private set; }

    public string EnteredBy { get; private set; } = "";

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public static FollowerCount Of(string accountId, DateOnly day, int count, string by) =>
        new() { AccountId = accountId, Day = day, Count = count, EnteredBy = by };

    /// <summary>Entered anew for the same day.</summary>
    public void Correct(int count, string by) => (Count, EnteredBy) = (count, by);
}
