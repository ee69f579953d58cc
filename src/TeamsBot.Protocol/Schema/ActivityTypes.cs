namespace TeamsBot.Protocol.Schema;

/// <summary>
/// The activity types and invoke names this bot knows (protocol.md 3.2, 3.5). Others arrive too and are answered, not handled.
/// </summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string Typing = "typing";
}

/// <summary>Names of invoke activities (protocol.md 3.5).</summary>
public static class InvokeNames
{
    public const string CardAction = "adaptiveCard/action";
    public const string FileConsent = "fileConsent/invoke";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
}

/// <summary>Values of <c>conversation.conversationType</c> (protocol.md 3.2).</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}
