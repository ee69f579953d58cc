namespace TeamsBot.Audit;

/// <summary>Section <c>Audit</c>.</summary>
internal sealed class AuditOptions
{
    /// <summary>
    /// A file to which the end of the chain is added at start, once a day and at the stop, a line each. Empty (the default) for none. It
    /// proves something only where whoever can change the database cannot change it: another machine's share, or a file that can only be
    /// added to.
    /// </summary>
    public string KeptFile { get; set; } = "";
}
