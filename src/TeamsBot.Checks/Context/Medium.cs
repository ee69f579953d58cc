namespace TeamsBot.Checks.Context;

/// <summary>Where the draft is to appear.</summary>
public enum Medium
{
    X,
    Facebook,
    Instagram,
    Line,
    YouTube,
    Website,
    Other,
}
