using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests;

/// <summary>
/// The catalogue of log events: what an operator's alerts are built on, and the place to see that none holds text, tokens or names.
/// </summary>
public sealed class LogTests
{
    private static IEnumerable<LoggerMessageAttribute> Events => typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>();

    [Fact]
    public void The_catalogue_is_as_approved() =>
        Approved.Match(
            string.Join(
                '\n',
                Events
                    .OrderBy(entry => entry.EventId)
                    .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.EventId} {entry.Level} {entry.Message}"))
            ),
            "catalogue"
        );

    [Fact]
    public void Each_event_has_its_own_number_in_the_wire_s_range()
    {
        Events.Select(entry => entry.EventId).ShouldBeUnique();
        Events.ShouldAllBe(entry => entry.EventId >= 1000 && entry.EventId <= 1999);
    }

    [Fact]
    public void A_failure_is_described_by_kinds_and_places_only()
    {
        try
        {
            throw new InvalidOperationException("秘密", new FormatException("秘密"));
        }
        catch (InvalidOperationException failure)
        {
            Log.Describe(failure).ShouldStartWith("System.InvalidOperationException <- System.FormatException");
            Log.Describe(failure).ShouldContain(nameof(A_failure_is_described_by_kinds_and_places_only));
            Log.Describe(failure).ShouldNotContain("秘密");
        }
    }
}
