namespace TeamsBot.RosterDesk;

/// <summary>The verbs of the buttons about duty.</summary>
internal static class RosterVerbs
{
    public const string Show = "roster.show";
    public const string Form = "roster.form";
    public const string Save = "roster.save";
    public const string Continue = "roster.continue";
    public const string Note = "roster.note";
    public const string Swap = "roster.swap";
    public const string Ask = "roster.ask";
    public const string AskAll = "roster.askAll";

    /// <summary>Asks everybody who could for whoever is away.</summary>
    public const string AskFor = "roster.askFor";
    public const string Open = "roster.open";
    public const string Take = "roster.take";
    public const string Decline = "roster.decline";
    public const string Withdraw = "roster.withdraw";
}

/// <summary>The names of the card fields about duty.</summary>
internal static class RosterFields
{
    public const string Section = "section";
    public const string Week = "week";

    /// <summary>The field of cards that had one for all duties.</summary>
    public const string Note = "note";

    /// <summary>Duty and Monday of a row: <c>Reply 2026-12-07</c>.</summary>
    public const string Row = "row";
    public const string To = "to";
    public const string Swap = "swap";

    public static string NoteOf(Rosters.Duty duty) => $"note{duty}";

    /// <summary>Hash of the note that stood on the card: of two people who write, the second sees what the first wrote.</summary>
    public static string SeenOf(Rosters.Duty duty) => $"seen{duty}";

    public static string First(Rosters.Duty duty) => $"main{duty}";

    public static string Second(Rosters.Duty duty) => $"second{duty}";
}
