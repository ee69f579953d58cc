namespace TeamsBot.Rotations;

/// <summary>Section <c>Rotations</c> of the configuration.</summary>
internal sealed class RotationOptions
{
    /// <summary>
    /// Whether the head, then the desk, is asked who keeps the password of an account of which nobody has entered it. An office that keeps
    /// that elsewhere turns it off; what was entered here is reminded of all the same.
    /// </summary>
    public bool AsksUnknown { get; set; } = true;
}
