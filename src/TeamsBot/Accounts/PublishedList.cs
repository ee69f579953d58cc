using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>
/// Which accounts the own site's list names, as whoever edits it last confirmed: against this the difference is told (ward-5-5-1).
/// </summary>
[Audited("site-list")]
internal sealed class PublishedList
{
    /// <summary>There is one list.</summary>
    public const int Only = 1;

    private PublishedList()
    {
    }

    public int Id { get; private set; } = Only;

    /// <summary>A line an account, as the list shows it, by the account's id.</summary>
    public IReadOnlyDictionary<string, string> Lines { get; private set; } = new Dictionary<string, string>();

    public string ConfirmedBy { get; private set; } = "";

    public DateTimeOffset ConfirmedAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public static PublishedList Begin() => new();

    public void Confirm(IReadOnlyDictionary<string, string> lines, string by, DateTimeOffset now) =>
        (Lines, ConfirmedBy, ConfirmedAt) = (lines, by, now);
}
