namespace TeamsBot.WordDesk;

/// <summary>The verbs of this feature's buttons.</summary>
internal static class WordsVerbs
{
    public const string List = "words.list";
    public const string New = "words.new";
    public const string Open = "words.open";
    public const string Try = "words.try";
    public const string Activate = "words.activate";
    public const string SwitchOff = "words.off";
    public const string RollBack = "words.rollBack";
    public const string TakeBack = "words.takeBack";
}

/// <summary>The names of this feature's card fields.</summary>
internal static class WordsFields
{
    public const string Kind = "kind";
    public const string Text = "word";
    public const string Day = "day";
    public const string Severity = "severity";
    public const string Instead = "instead";
    public const string Except = "except";
    public const string Clause = "clause";
    public const string Note = "message";
    public const string Address = "address";
    public const string Phone = "phone";
    public const string Reason = "reason";
    public const string OffReason = "offReason";
}
