namespace TeamsBot.Tests;

/// <summary>
/// Says which clauses of the guidelines a test plays: through the bot or the command line, with nothing fed that the product itself does
/// not feed, and asserting the behaviour that the clause's row describes. A test that would pass without the behaviour must not carry it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class ClauseAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>
/// Says of which clauses a test asks and gets the clause as the source of the answer. It proves no behaviour beyond that.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class CitesAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>
/// Says of which clauses a test proves the rule alone, with facts handed to it. Whether the product gathers those facts is another matter.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RuleOfAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}
