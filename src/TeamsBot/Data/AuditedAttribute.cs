namespace TeamsBot.Data;

/// <summary>
/// A row that stands for what people decided or entered. Each commit that adds, changes or removes one writes into the audit chain how it
/// then stands, without the use case's doing, so that a row changed beside the chain is noticed. Not for rows that the bot only keeps for
/// itself. A migration that renames or fills columns of such a table has to record its rows anew; one that adds an empty column has not.
/// </summary>
/// <param name="name">How the chain names such rows, for example <c>device</c>; never another one later.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AuditedAttribute(string name) : Attribute
{
    public string Name => name;
}
