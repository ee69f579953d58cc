using System.Globalization;
using Microsoft.Graph.Models;

namespace TeamsBot.Graph;

/// <summary>Reads a mailbox's automatic replies as days in Japan.</summary>
internal static class AutomaticReplies
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static GraphAbsence? Read(string userId, AutomaticRepliesSetting? setting) => setting?.Status switch
    {
        AutomaticRepliesStatus.AlwaysEnabled => new(userId, null, null),
        AutomaticRepliesStatus.Scheduled when Instant(setting.ScheduledStartDateTime) is { } from
            && Instant(setting.ScheduledEndDateTime) is { } to && from < to =>
            // A period that ends at midnight has the day before as its last.
            new(userId, DateOnly.FromDateTime(from), DateOnly.FromDateTime(to.AddTicks(-1))),
        _ => null,
    };

    /// <summary>Clock time in Japan, whatever zone the mailbox answers in; null where it cannot be told.</summary>
    private static DateTime? Instant(DateTimeTimeZone? stated)
    {
        if (!DateTime.TryParse(stated?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) return null;
        var zone = stated.TimeZone is { Length: > 0 } name
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : TimeZoneInfo.Utc;
        return new DateTimeOffset(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), zone.GetUtcOffset(clock)).ToOffset(Japan).DateTime;
    }
}
