using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>The policy form as it was filled in, kept through every refusal. It knows how its fields are read and judges nothing.</summary>
/// <param name="HadSecret">A field held what looks like a password; it is not in <paramref name="Values"/>.</param>
internal sealed record PolicySheet(IReadOnlyDictionary<string, string> Values, bool HadSecret = false)
{
    private static readonly string[] Weekdays = ["日", "月", "火", "水", "木", "金", "土"];

    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>What the card brings, secrets taken out: nothing of this is a place for one.</summary>
    public static PolicySheet Read(CardAction action)
    {
        var form = TaskForm.Read(action, PolicyFields.Chosen, PolicyFields.Written);
        return new(form.Values, form.HadSecret);
    }

    public static PolicySheet Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>What the register knows of the account, for a form that nobody has filled in yet.</summary>
    public static PolicySheet Of(OfficialAccount account, AccountRecord? record, OpeningHours? office)
    {
        var (facts, hours) = (record?.Facts ?? AccountFacts.None, account.Hours ?? office);
        return new(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PolicyFields.Section] = account.Section,
            [PolicyFields.Information] = record?.Registered?.Information ?? "",
            [PolicyFields.Topics] = string.Join(',', account.Topics),
            [PolicyFields.Purpose] = account.Purpose ?? "",
            [PolicyFields.Audience] = account.Audience ?? "",
            [PolicyFields.Media] = account.Medium.ToString(),
            [PolicyFields.Name] = account.Name,
            [PolicyFields.Handle] = account.Handle ?? "",
            [PolicyFields.Url] = account.Url ?? "",
            [PolicyFields.From] = TypedDay.Write(facts.From),
            [PolicyFields.To] = TypedDay.Write(facts.To),
            [PolicyFields.Days] = string.Join(',', hours?.Days.Select(day => day.ToString()) ?? []),
            [PolicyFields.Opens] = Clock(hours?.From),
            [PolicyFields.Closes] = Clock(hours?.To),
            [PolicyFields.Holidays] = hours?.ClosedOnHolidays == false ? "false" : "true",
            [PolicyFields.Replies] = account.Replies switch
            {
                true => PolicyFields.RepliesAsNeeded, false => PolicyFields.NoReplies, _ => "",
            },
            [PolicyFields.Frequency] = facts.Frequency ?? "",
            [PolicyFields.MembersOnly] = account.MembersOnly ? "true" : "false",
        });
    }

    public PolicySheet With(string field, string value) =>
        this with { Values = new Dictionary<string, string>(Values, StringComparer.Ordinal) { [field] = value } };

    /// <summary>With what the next version of this one begins.</summary>
    public PolicySheet Next() => this with
    {
        Values = Values.Where(value => !PolicyFields.OfOneVersion.Contains(value.Key)).ToDictionary(StringComparer.Ordinal),
    };

    public bool Is(string field) => this[field] == "true";

    public IReadOnlyList<string> Several(string field) =>
        [.. this[field].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public IReadOnlyList<Medium> Media => [.. Several(PolicyFields.Media).Select(Chosen.Of<Medium>).OfType<Medium>().Distinct()];

    public IReadOnlyList<DayOfWeek> Days =>
        [.. Several(PolicyFields.Days).Select(Chosen.Of<DayOfWeek>).OfType<DayOfWeek>().Distinct().OrderBy(day => ((int)day + 6) % 7)];

    public DateOnly? From => DayOf(this[PolicyFields.From]);

    public DateOnly? To => DayOf(this[PolicyFields.To]);

    /// <summary>Null while a part of it is missing or its end is not after its start.</summary>
    public AccountHours? Hours => Days.Count > 0 && ClockOf(PolicyFields.Opens) is { } opens && ClockOf(PolicyFields.Closes) is { } closes
        && opens < closes ? new(Days, opens, closes, Is(PolicyFields.Holidays), YearEnd: true) : null;

    public bool? AnswersResidents => this[PolicyFields.Replies] switch
    {
        PolicyFields.RepliesAsNeeded => true, PolicyFields.NoReplies => false, _ => null,
    };

    /// <summary>The picked purposes and the written one.</summary>
    public string WholePurpose =>
        string.Join("。", Several(PolicyFields.Purposes).Append(this[PolicyFields.Purpose]).Where(part => part.Length > 0));

    public static string NameOf(DayOfWeek day) => Weekdays[(int)day];

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? DayOf(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private TimeOnly? ClockOf(string field) =>
        TimeOnly.TryParseExact(this[field], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
