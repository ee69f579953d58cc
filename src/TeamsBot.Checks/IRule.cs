using TeamsBot.Checks.Text;

namespace TeamsBot.Checks;

/// <summary>
/// One check. Adding one is one file in Rules/ with a parameterless constructor, and its table test; <see cref="RuleCatalogue"/> finds it.
/// A rule is stateless and pure: the same draft and context give the same findings, and no input makes it throw.
/// Switches, policy severities, caps and the narrowing of clauses are applied afterwards by <see cref="ContentChecker"/>.
/// </summary>
internal interface IRule
{
    RuleInfo About { get; }

    IEnumerable<Finding> Check(DraftText draft, CheckContext context);
}
