namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// The connector operations this bot uses, by their numbers in protocol.md 2.3. What an unclear answer means depends on the kind.
/// </summary>
internal enum ConnectorOperation
{
    Send = 1,
    Reply = 2,
    Update = 3,
    Delete = 4,
    CreateConversation = 5,
    Members = 6,
    Member = 7,

    /// <summary>Operation 5 with an opening message: posts again whenever it is repeated.</summary>
    CreateThread = 50,
}

internal static class ConnectorOperations
{
    /// <summary>Whether doing it twice shows twice, so that "perhaps done" must not be repeated lightly (protocol.md 2.7).</summary>
    public static bool Posts(this ConnectorOperation operation) =>
        operation is ConnectorOperation.Send or ConnectorOperation.Reply or ConnectorOperation.CreateThread;
}
