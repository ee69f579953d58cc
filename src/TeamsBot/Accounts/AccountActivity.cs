using System.ComponentModel.DataAnnotations;

namespace TeamsBot.Accounts;

/// <summary>
/// When an account last spoke, as far as the bot was told: what a silent account is measured by. It is filled from reports of posts and
/// decides nothing.
/// </summary>
internal sealed class AccountActivity
{
    private AccountActivity()
    {
    }

    public string AccountId { get; private set; } = "";

    /// <summary>The day in Japan from which the bot looks at it; of what was posted before nobody told it.</summary>
    public DateOnly KnownSince { get; private set; }

    /// <summary>The day in Japan of the last post; null while none was reported.</summary>
    public DateOnly? LastPostOn { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    /// <summary>The silence counts from here.</summary>
    public DateOnly QuietSince => LastPostOn > KnownSince ? LastPostOn.Value : KnownSince;

    public static AccountActivity Of(string accountId, DateOnly today) => new() { AccountId = accountId, KnownSince = today };

    /// <summary>Something was posted that day; an older report changes nothing.</summary>
    public void Posted(DateOnly day)
    {
        if (LastPostOn is null || day > LastPostOn) LastPostOn = day;
    }

    /// <summary>It speaks again from that day on, after a time in which nothing was wanted of it.</summary>
    public void Resumed(DateOnly day) => KnownSince = day;
}
