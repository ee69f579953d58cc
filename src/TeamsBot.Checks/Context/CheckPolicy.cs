namespace TeamsBot.Checks.Context;

/// <summary>
/// A scheme of labels and those whose information may not be posted. Sets, never levels: packs disagree on the numbers on purpose.
/// </summary>
/// <param name="Scheme">The word before the label, for example <c>機密性</c> or <c>情報区分</c>.</param>
/// <param name="UnlessReleasePlanned">True when a decided release lifts the ban [tochigi-6-1-1].</param>
public sealed record SecrecyScheme(string Scheme, IReadOnlyList<string> Forbidden, bool UnlessReleasePlanned = false);

/// <summary>What a pack changes about one rule.</summary>
public sealed record RuleSetting(bool On = true, Severity? Severity = null, IReadOnlyList<string>? Clauses = null);

/// <summary>The part of a pack that the checks obey. The default is an organisation whose guideline is silent.</summary>
public sealed record CheckPolicy
{
    public static readonly CheckPolicy Default = new();

    /// <summary>The pack's id, also the prefix of its clause ids; empty when no pack is active.</summary>
    public string Pack { get; init; } = "";

    public IReadOnlyList<SecrecyScheme> Secrecy { get; init; } = [];

    /// <summary>Availability labels that need a link to the organisation's own site.</summary>
    public IReadOnlyList<string> MirrorLabels { get; init; } = [];

    /// <summary>
    /// An apology shows the passage before and after its correction, and blocks without [yamaguchi-4-2-1-2]; else the four parts are asked
    /// for.
    /// </summary>
    public bool ApologyNeedsBeforeAfter { get; init; }

    /// <summary>
    /// Media on which a warning of the misunderstanding or rights kind weighs one step more, because reposts carry it far [asaka-3-2-3-2].
    /// </summary>
    public IReadOnlyList<Medium> RaisedMedia { get; init; } = [];

    /// <summary>Nothing is heavier than this, but for the rules that say so; null for no cap.</summary>
    public Severity? Cap { get; init; }

    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } = new Dictionary<string, RuleSetting>(StringComparer.Ordinal);

    public bool IsOn(string ruleId) => !Rules.TryGetValue(ruleId, out var setting) || setting.On;

    /// <summary>
    /// The finding as this organisation sees it: the pack's severity (for what weighs as the rule usually does; a rule's own lighter or
    /// heavier cases stay so), then the cap (private use never above warn, but for credentials and refused consent), then the clauses of
    /// the pack, or the rule's own list when the pack has none.
    /// </summary>
    internal Finding Apply(Finding finding, RuleInfo rule, CheckContext context)
    {
        Rules.TryGetValue(finding.RuleId, out var setting);
        var severity = finding.Severity == rule.Severity ? setting?.Severity ?? finding.Severity : finding.Severity;
        if (
            context is { Private: true, PrivateUse.Consent: ConsentAnswer.Given }
            && finding.Category == Category.PersonalInfo
            && severity < Severity.Stop
        )
            severity = Severity.Hint;
        var raised =
            severity == Severity.Warn
            && !context.Private
            && RaisedMedia.Contains(context.Medium)
            && MayBeMisread.Contains(finding.Category);
        if (raised)
        {
            severity = Severity.Block;
            finding = finding with { Message = finding.Message + "（リポストで広く届く媒体のため、重く扱います。）" };
        }

        var cap = context.Private ? Severity.Warn : Cap;
        if (cap is { } limit && severity > limit && !NeverCapped.Contains(finding.RuleId)) severity = limit;
        return finding with { Severity = severity, Clauses = Narrow(setting?.Clauses ?? finding.Clauses) };
    }

    /// <summary>
    /// The kinds that the clause names: what is taken for a fact or another meaning, and people's rights. A flame-prone theme has its own
    /// measure, the second reviewer's comment [asaka-6-2-4]; contempt, indecency and private views are weighed by the clauses that forbid
    /// them [asaka-5-3].
    /// </summary>
    private static readonly HashSet<Category> MayBeMisread = [Category.Rumour, Category.Discrimination, Category.Ambiguous];

    private static readonly HashSet<string> NeverCapped = new(["credential", "consent"], StringComparer.Ordinal);

    private IReadOnlyList<string> Narrow(IReadOnlyList<string> clauses)
    {
        if (Pack.Length == 0) return clauses;
        var own = clauses
            .Where(id => id.Length > Pack.Length && id[Pack.Length] == '-' && id.StartsWith(Pack, StringComparison.Ordinal))
            .ToArray();
        return own.Length > 0 ? own : clauses;
    }
}
