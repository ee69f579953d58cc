using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Profiles;

/// <summary>What an organisation demands of the names of its accounts (asaka-4-4).</summary>
/// <param name="Prefix">What a name begins with; null where nothing is demanded.</param>
/// <param name="PrefixLevel"><see cref="Severity.Block"/> where it must, <see cref="Severity.Warn"/> where it should.</param>
/// <param name="SectionInPrinciple">The section's name belongs into it unless there is a reason.</param>
public sealed record NamingTerms(string? Prefix, Severity PrefixLevel, bool SectionInPrinciple, IReadOnlyList<string> Clauses);

/// <summary>What a name lacks.</summary>
/// <param name="Severity">A block holds the name back; a warning asks for a reason.</param>
/// <param name="Next">What to do about a name that is not in use yet.</param>
public sealed record NamingFinding(Severity Severity, string Message, string Next, IReadOnlyList<string> Clauses);

/// <summary>Judges the display name of an account by the organisation's terms; handles are the media's affair.</summary>
public static class AccountNaming
{
    /// <param name="sections">The section that runs the account; all of the organisation's while that is not known yet.</param>
    /// <param name="isWholeOrganisation">
    /// The account speaks for the whole organisation: its plain name (朝霞市) is complete then, there is no section to be named.
    /// </param>
    public static IReadOnlyList<NamingFinding> Check(
        string name,
        IReadOnlyList<string> sections,
        bool isWholeOrganisation,
        NamingTerms terms
    )
    {
        var normal = NormalView.Of(name).Trim();
        var prefix = NormalView.Of(terms.Prefix ?? "");
        if (prefix.Length > 0 && !normal.StartsWith(prefix, StringComparison.Ordinal))
        {
            var next = terms.PrefixLevel == Severity.Warn ? "別の名前にするときは、例外とする理由が必要です。" : "名前を直してください。";
            return [new(terms.PrefixLevel, $"アカウント名は「{terms.Prefix}」で始めます。", next, terms.Clauses)];
        }

        if (!terms.SectionInPrinciple || (isWholeOrganisation && normal == prefix)) return [];
        var rest = normal[prefix.Length..];
        return sections.Any(section => rest.Contains(NormalView.Of(section), StringComparison.Ordinal))
            ? []
            :
            [
                new(
                    Severity.Warn,
                    $"所属名{(sections is [var only] ? $"「{only}」" : "")}が入っていません。原則として入れます。",
                    "入れないときは、例外とする理由が必要です。",
                    terms.Clauses
                ),
            ];
    }
}
