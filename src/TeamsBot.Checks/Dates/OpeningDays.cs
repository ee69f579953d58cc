namespace TeamsBot.Checks.Dates;

/// <summary>Which days an organisation is open and from when to when. Closed: Saturday, Sunday, national holidays, the turn of the year.</summary>
public sealed record OpeningDays
{
    public static readonly OpeningDays Default = new();

    public TimeOnly Opens { get; init; } = new(8, 30);

    public TimeOnly Closes { get; init; } = new(17, 15);
}
