using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;

namespace TeamsBot.Checks.Rows;

/// <summary>An organisation as a profile file describes it.</summary>
internal sealed record RowProfile(OrganisationProfile Organisation, OpeningDays OpeningDays);

/// <summary>Reads a profile file: one object, organisation by name. Members a profile leaves out stay unknown.</summary>
internal static partial class RowProfiles
{
    public static Dictionary<string, RowProfile> Read(TextReader profiles)
    {
        try
        {
            using var document = JsonDocument.Parse(profiles.ReadToEnd());
            return document
                .RootElement.EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => One(entry.Value), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new CheckRowException($"The profiles are not readable: {exception.Message}", exception);
        }
    }

    private static RowProfile One(JsonElement profile)
    {
        var organisation = new OrganisationProfile
        {
            Name = RowReader.String(profile, "org") ?? "",
            Prefecture = RowReader.String(profile, "prefecture") ?? "",
            Address = RowReader.String(profile, "address") ?? "",
            Domains = RowReader.Strings(profile, "own_domains"),
            OfficialNames = RowReader.Strings(profile, "official_names"),
            Phones = Pairs(profile, "phones"),
            Addresses = Pairs(profile, "addresses"),
            Emails = RowReader.Strings(profile, "emails"),
            Accounts = RowReader.Strings(profile, "own_accounts"),
        };
        return new RowProfile(organisation, Days(RowReader.String(profile, "office_hours"), RowReader.Strings(profile, "closed")));
    }

    private static Dictionary<string, string> Pairs(JsonElement profile, string name) =>
        profile.TryGetProperty(name, out var pairs) && pairs.ValueKind == JsonValueKind.Object
            ? pairs
                .EnumerateObject()
                .Where(pair => pair.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal)
            : [];

    /// <summary>Hours like 平日 08:30-17:15; closed days like 土日, 月, 国民の祝日, 12/29-1/3.</summary>
    private static OpeningDays Days(string? hours, IReadOnlyList<string> closed)
    {
        var days = OpeningDays.Default;
        if (hours is not null && Hours().Match(hours) is { Success: true } match)
        {
            days = days with
            {
                Opens = TimeOnly.ParseExact(match.Groups["from"].Value.PadLeft(5, '0'), "HH:mm", CultureInfo.InvariantCulture),
                Closes = TimeOnly.ParseExact(match.Groups["to"].Value.PadLeft(5, '0'), "HH:mm", CultureInfo.InvariantCulture),
            };
        }

        if (closed.Count == 0) return days;
        var weekdays = closed
            .Where(item =>
                item.Length <= 7 && item.Replace("曜", "", StringComparison.Ordinal).All(c => JapaneseDate.ParseWeekday(c) is not null)
            )
            .SelectMany(item => item.Where(c => c != '曜'))
            .Select(c => JapaneseDate.ParseWeekday(c)!.Value);
        var span = closed.Select(item => MonthDays().Match(item)).FirstOrDefault(found => found.Success);
        return days with
        {
            ClosedWeekdays = weekdays.ToHashSet(),
            ClosedOnHolidays = closed.Any(item => item.Contains('祝', StringComparison.Ordinal)),
            YearEnd = span is null ? null : (Day(span, "m1", "d1"), Day(span, "m2", "d2")),
        };
    }

    private static MonthDay Day(Match match, string month, string day) =>
        new(
            int.Parse(match.Groups[month].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups[day].ValueSpan, CultureInfo.InvariantCulture)
        );

    [GeneratedRegex(
        "(?<from>[0-2]?[0-9]:[0-5][0-9])\\s?[-~〜～]\\s?(?<to>[0-2]?[0-9]:[0-5][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Hours();

    [GeneratedRegex(
        "(?<m1>[0-9]{1,2})[/月](?<d1>[0-9]{1,2})日?\\s?[-~〜～]\\s?(?<m2>[0-9]{1,2})[/月](?<d2>[0-9]{1,2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex MonthDays();
}
