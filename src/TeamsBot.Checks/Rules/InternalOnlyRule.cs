using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Office notices, internal training, and what has not been announced yet. A tour of the inside of a building, internal control or an
/// announced personnel change are not meant. Words: <c>Words/internal-only.yml</c>.
/// </summary>
internal sealed class InternalOnlyRule : IRule
{
    public RuleInfo About { get; } = new("internal-only", Category.Confidential, Severity.Block, "asaka-5-3-7", "asaka-5-3-9");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) =>
        PhraseFindings.Each(About, draft, context).Where(finding => !IsPublicExtension(draft, finding));

    /// <summary>An extension right after a telephone number is how offices print their contact; alone, it is for colleagues.</summary>
    private static bool IsPublicExtension(DraftText draft, Finding finding) =>
        finding.Span is { } span
        && draft.Quote(span).StartsWith("内線", StringComparison.Ordinal)
        && draft.Phones.Any(number =>
            draft.At(number.Piece) is var phone
            && phone.End <= span.Start
            && span.Start - phone.End <= 12
            && !draft.Original[phone.End..span.Start].Contains('\n', StringComparison.Ordinal)
        );
}
