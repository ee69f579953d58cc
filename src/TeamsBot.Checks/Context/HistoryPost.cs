namespace TeamsBot.Checks.Context;

/// <summary>An earlier post that a draft is compared with.</summary>
/// <param name="SameAccount">False for a post of another account of the organisation.</param>
public sealed record HistoryPost(string Text, DateTimeOffset PostedAt, bool SameAccount = true);
