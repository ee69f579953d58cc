using TeamsBot.Checks;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What the pack changes about the content checks. The rules themselves are in TeamsBot.Checks.</summary>
/// <param name="Cap">Nothing is heavier than this, but for the rules that say so; null for no cap.</param>
internal sealed record ChecksPolicy(Severity? Cap, IReadOnlyList<RulePolicy> Rules)
{
    public static ChecksPolicy Read(MapReader from) => new(
        from.Has("cap") ? from.Word("cap", RulePolicy.Levels) : null, from.Maps("rules", RulePolicy.Read));
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
        var read = new RulePolicy(from.Text("rule"), from.Flag("on", true), from.Has("level") ? from.Word("level", Levels) : null, Basis.Read(from));
        if (read.Rule.Length > 0 && ContentChecker.Rules.All(known => known.Id != read.Rule))
        {
            var known = string.Join(", ", ContentChecker.Rules.Select(rule => rule.Id));
            from.Refuse("rule", $"「{read.Rule}」という点検はありません。使えるもの: {known}", $"There is no rule '{read.Rule}'. Known rules: {known}");
        }

        return read;
    }
}
