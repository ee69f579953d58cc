namespace TeamsBot.Tasks;

/// <summary>The verbs of the buttons every task has.</summary>
internal static class TaskVerbs
{
    public const string Open = "tasks.open";
    public const string Week = "tasks.week";
    public const string Postpone = "tasks.postpone";
    public const string HandOver = "tasks.handOver";
}

/// <summary>The names of the card fields every task has.</summary>
internal static class TaskFields
{
    public const string Task = "task";
    public const string Stamp = "stamp";
    public const string Later = "later";
    public const string LaterUntil = "laterUntil";
    public const string LaterReason = "laterReason";
    public const string Hand = "hand";
    public const string HandTo = "handTo";
    public const string HandReason = "handReason";

    /// <summary>Set where the button stands in a list of several; the same name as in every list of requests.</summary>
    public const string FromList = "fromList";
}
