namespace TeamsBot.Checks;

/// <summary>
/// What a rule is, without its working: enough to list rules for an administrator and to validate a policy that names them.
/// </summary>
/// <param name="Id">Kebab-case, as policies and findings print it.</param>
/// <param name="Severity">The level unless the policy says otherwise.</param>
/// <param name="Clauses">Clause ids of every pack the rule serves.</param>
public sealed record RuleInfo(string Id, Category Category, Severity Severity, params IReadOnlyList<string> Clauses)
{
    internal Finding Find(
        Span? span,
        string message,
        string? suggestion = null,
        string? replacement = null,
        Severity? severity = null,
        string? asks = null
    ) => new(Id, Category, severity ?? Severity, span, message, suggestion, Clauses, replacement, asks);
}
