namespace TeamsBot.Tests;

/// <summary>
/// Says which clauses of the guidelines a test proves. The test must assert the behaviour that the clause's row describes;
/// a test that would pass without the behaviour must not carry the tag.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class ClauseAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}
