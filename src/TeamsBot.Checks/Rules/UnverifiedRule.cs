using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A statement of fact that carries たぶん, はず or 未確認 without a source. A source anywhere in the draft closes it; in private use the marker
/// 「※未確認の情報です」 does as well [private-3-2-2b]. Words: the phrases marked uncertain in <c>Words/rumour.yml</c>.
/// </summary>
internal sealed class UnverifiedRule : IRule
{
    /// <summary>What a private writer puts into a text that goes out unconfirmed all the same.</summary>
    public const string Marker = "※未確認の情報です";

    private static readonly RuleInfo Words = new("rumour", Category.Rumour, Severity.Warn);

    public RuleInfo About { get; } = new("unverified", Category.Rumour, Severity.Warn, "private-3-2-2a", "private-3-2-2b", "ward-4-6");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (draft.Urls.Count > 0) yield break;
        if (context.Private && draft.Original.Contains(Marker, StringComparison.Ordinal)) yield break;
        foreach (var match in PhraseMatch.All(PhraseBook.Embedded.Of(Words.Id), draft))
        {
            var uncertain = match.Phrase.Mark == "uncertain";
            if (match.Cleared != Clearance.None || !(uncertain || context.Private && match.Phrase.Severity == Severity.Warn)) continue;
            var span = draft.At(match.Where);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」は、確かめていないことの言い方です。",
                context.Private ? $"出典を書くか、出すなら「{Marker}」を添えてください。" : "確かめた資料・URL・担当者を添えて言い切ってください。",
                severity: context.Private ? Severity.Warn : match.Phrase.Severity);
        }
    }
}
