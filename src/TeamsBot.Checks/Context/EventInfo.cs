namespace TeamsBot.Checks.Context;

public enum EventKind
{
    NoApplication,
    Application,
    Opinion,
}

/// <summary>
/// What the post announces, when the writer said so: the day held, the sign-up deadline, or the period of a call for opinions.
/// </summary>
public sealed record EventInfo(EventKind Kind)
{
    public DateOnly? Date { get; init; }

    public DateOnly? Deadline { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }
}
