namespace TeamsBot.Rotations;

/// <summary>The verbs of this feature's buttons.</summary>
internal static class RotationVerbs
{
    public const string Form = "rotation.form";
    public const string Open = "rotation.open";
    public const string Complete = "rotation.complete";
    public const string Custody = "custody.show";
    public const string CustodyForm = "custody.form";
    public const string CustodySave = "custody.save";
    public const string Move = "custody.move";
}

/// <summary>The names of this feature's card fields.</summary>
internal static class RotationFields
{
    public const string Account = "account";

    /// <summary>The last change as it was when the card was drawn: an older card is noticed by it.</summary>
    public const string Since = "since";
    public const string Rules = "rules";
    public const string ChangedOn = "changedOn";
    public const string Custodians = "custodians";
    public const string Keeper = "keeper";
    public const string Deputy = "deputy";
    public const string Storage = "storage";
    public const string Place = "place";
    public const string Group = "group";
    public const string TwoStep = "twoStep";
    public const string TwoStepReason = "twoStepReason";
    public const string CapReason = "capReason";
    public const string Version = "version";
    public const string Leaver = "leaver";
    public const string Successor = "successor";
}
