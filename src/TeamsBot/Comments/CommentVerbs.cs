namespace TeamsBot.Comments;

/// <summary>The verbs of this feature's buttons.</summary>
internal static class CommentVerbs
{
    public const string Form = "comments.form";
    public const string Log = "comments.log";
    public const string List = "comments.list";
    public const string Show = "comments.show";
    public const string Answered = "comments.answered";
    public const string Hold = "comments.hold";
    public const string Leave = "comments.leave";
}

/// <summary>The names of this feature's card fields.</summary>
internal static class CommentFields
{
    public const string Comment = "comment";
    public const string Stamp = "stamp";
    public const string Account = "account";
    public const string Text = "text";
    public const string HoldingText = "holdingText";
    public const string PromisedFor = "promisedFor";
    public const string Reason = "reason";

    /// <summary>Hash of a holding text whose findings its sender has seen.</summary>
    public const string Seen = "seen";
}
