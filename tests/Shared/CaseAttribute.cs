namespace TeamsBot.Tests;

/// <summary>
/// Says which situations of cases/teams.jsonl a test plays: with the row's own input (or its steps) and asserting the row's right value. A
/// theory of several rows names each of them in its data.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CaseAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>
/// Says of which situation the rows of a theory are relatives: other inputs of the same kind, in our own words, with the same right value.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class RelativesOfAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
