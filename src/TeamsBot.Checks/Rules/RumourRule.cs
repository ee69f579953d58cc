using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Hearsay passed on as news: rumours, what somebody heard, and the hearsay らしい. In private use a named official source lowers it to a hint
/// [private-2-2-3]; an official account has no business with rumours whatever their source [asaka-5-3-4]. Warnings against false reports,
/// history and stories clear. Words: <c>Words/rumour.yml</c>.
/// </summary>
internal sealed class RumourRule : IRule
{
    public RuleInfo About { get; } = new("rumour", Category.Rumour, Severity.Block, "asaka-5-3-4", "private-3-2-1", "private-2-2-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var pieces = new HashSet<Piece>();
        var hearsay = Hearsay.All(draft).ToList();
        foreach (var match in PhraseFindings.Matches(About, draft, context).Where(match => match.Phrase.Mark.Length == 0))
        {
            if (
                match.Phrase.Severity == Severity.Hint
                && hearsay.Exists(other =>
                    other.Severity > Severity.Hint && draft.SentenceAt(other.Where.Start) == draft.SentenceAt(match.Where.Start)
                )
            )
                continue;
            var passage = draft
                .Sentences.Where(sentence => sentence.Start < match.Where.End && match.Where.Start < sentence.End)
                .ToHashSet();
            pieces.UnionWith(passage);
            var beside = hearsay
                .Where(other => passage.Contains(draft.SentenceAt(other.Where.Start)) && other.Severity > Severity.Hint)
                .Select(other => other.Where)
                .Append(match.Where)
                .ToList();
            yield return Weigh(
                PhraseFindings.Say(
                    About,
                    draft,
                    match with
                    {
                        Where = new Piece(beside.Min(piece => piece.Start), beside.Max(piece => piece.End)),
                    }
                ),
                draft,
                context
            );
        }

        foreach (var heard in hearsay)
        {
            if (!pieces.Add(draft.SentenceAt(heard.Where.Start))) continue;
            var span = draft.At(heard.Where);
            yield return Weigh(
                About.Find(
                    span,
                    $"「{draft.Quote(span)}」は、人から聞いた話と読めます。確かめた事実だけを書いてください。",
                    "出典（資料名・公表元・確認した日）を書いて言い切るか、この部分を削ってください。",
                    severity: heard.Severity),
                draft,
                context);
        }

        if (pieces.Count > 0 || !draft.Normal.Contains("拡散希望", StringComparison.Ordinal)) yield break;
        var at = draft.Normal.IndexOf("拡散希望", StringComparison.Ordinal);
        yield return About.Find(draft.At(at, 4), "「拡散希望」は、確かめられていない情報と受け取られがちです。", "出典と問合せ先を添えてください。", severity: Severity.Hint);
    }

    private static Finding Weigh(Finding finding, DraftText draft, CheckContext context) =>
        !context.Private ? finding
        : OfficialSource(draft) ? finding with { Severity = Severity.Hint }
        : finding with { Severity = (Severity)Math.Min((int)finding.Severity, (int)Severity.Warn) };

    private static bool OfficialSource(DraftText draft) => draft.Urls.Any(url => url.IsUnder("lg.jp") || url.IsUnder("go.jp"));
}
