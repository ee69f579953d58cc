namespace TeamsBot.Upkeep;

/// <summary>Section <c>Upkeep</c> of the configuration.</summary>
internal sealed class UpkeepOptions
{
    /// <summary>
    /// Whether people are asked about accounts of which no post was reported for the days that the pack gives. An office that posts without
    /// the bot turns it off: the bot would take it for silent.
    /// </summary>
    public bool AsksSilent { get; set; } = true;
}
