namespace TeamsBot.Accounts;

/// <summary>The day of a change of password that somebody entered without having changed it.</summary>
/// <param name="IsFromList">It stood in an imported list; else in the form of who keeps the password.</param>
/// <param name="By">Who entered it, by name.</param>
internal sealed record EnteredDay(bool IsFromList, string By)
{
    private const string List = "（台帳取込：";
    private const string Form = "（登録：";
    private const string End = "）";

    /// <summary>In the place of the name of whoever changed it; no name begins with a bracket. Earlier programs stored it so too.</summary>
    public string Stored => (IsFromList ? List : Form) + By + End;

    /// <returns>Null where it is the name of whoever changed it, or nothing.</returns>
    public static EnteredDay? Of(string stored) => stored switch
    {
        _ when stored.StartsWith(List, StringComparison.Ordinal) => new(true, stored[List.Length..^End.Length]),
        _ when stored.StartsWith(Form, StringComparison.Ordinal) => new(false, stored[Form.Length..^End.Length]),
        _ => null,
    };
}
