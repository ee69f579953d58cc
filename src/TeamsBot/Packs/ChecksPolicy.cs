using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What the pack changes about the content checks. The rules themselves are in TeamsBot.Checks.</summary>
/// <param name="Cap">Nothing is heavier than this, but for the rules that say so; null for no cap.</param>
/// <param name="RaisedMedia">Media on which wording that may be misread weighs one step more, because reposts carry it far
/// (asaka-3-2-3-2).</param>
/// <param name="ApologyNeedsBeforeAfter">An apology must show what was corrected (yamaguchi-4-2-1-2).</param>
internal sealed record ChecksPolicy(
    Severity? Cap,
    IReadOnlyList<Medium> RaisedMedia,
    bool ApologyNeedsBeforeAfter,
    IReadOnlyList<RulePolicy> Rules
)
{
    public static ChecksPolicy None { get; } = new(null, [], false, []);

    public static ChecksPolicy Read(MapReader from) => new(
        from.Has("cap") ? from.Word("cap", RulePolicy.Levels) : null, from.WordList("raised_media", MediumPolicy.Media),
        from.Flag("apology_needs_before_after", false), from.Maps("rules", RulePolicy.Read));
}

/// <summary>One rule as this organisation wants it.</summary>
/// <param name="Rule">The rule's id, for example <c>posting-hours</c>.</param>
internal sealed record RulePolicy(string Rule, bool On, Severity? Level, Basis Basis)
{
    public static Words<Severity> Levels { get; } = new(
        ("hint", Severity.Hint, "助言", "hint"), ("warn", Severity.Warn, "注意", "warning"),
        ("block", Severity.Block, "要修正", "block"), ("stop", Severity.Stop, "止め", "stop"));

    public static RulePolicy Read(MapReader from)
    {
        var read = new RulePolicy(
            from.Text("rule"),
            from.Flag("on", true),
            from.Has("level") ? from.Word("level", Levels) : null,
            Basis.Read(from)
        );
        if (read.Rule.Length > 0 && ContentChecker.Rules.All(known => known.Id != read.Rule))
        {
            var known = string.Join(", ", ContentChecker.Rules.Select(rule => rule.Id));
            from.Refuse("rule", $"「{read.Rule}」という点検はありません。使えるもの: {known}", $"There is no rule '{read.Rule}'. Known rules: {known}");
        }

        return read;
    }
}
