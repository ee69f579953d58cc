using System.Globalization;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Words;

/// <summary>
/// Turns the phrases found for a rule into findings: the heaviest of each sentence, outside the organisation's own official names.
/// </summary>
internal static class PhraseFindings
{
    /// <summary>Letters between two sentences that still make one passage: a stop, a space.</summary>
    private const int MostBetween = 2;

    public static IEnumerable<Finding> Of(RuleInfo about, DraftText draft, CheckContext context) =>
        Matches(about, draft, context).Select(match => Say(about, draft, match));

    /// <summary>
    /// Every phrase that stands, also several a sentence: for things that must each be removed. Of overlapping ones the longest is said.
    /// </summary>
    public static IEnumerable<Finding> Each(RuleInfo about, DraftText draft, CheckContext context) =>
        EachMatch(about, draft, context).Select(match => Say(about, draft, match));

    public static IEnumerable<PhraseMatch> EachMatch(RuleInfo about, DraftText draft, CheckContext context)
    {
        var said = new List<Piece>();
        foreach (
            var match in Standing(about, draft, context)
                .OrderByDescending(match => match.Phrase.Severity ?? about.Severity)
                .ThenByDescending(match => match.Where.Length)
                .ThenBy(match => match.Where.Start)
        )
        {
            if (said.Exists(piece => piece.Start < match.Where.End && match.Where.Start < piece.End)) continue;
            said.Add(match.Where);
            yield return match;
        }
    }

    /// <summary>
    /// The matches that stand, one a passage: said by the heaviest, over the words of all that are more than advice. Neighbouring sentences
    /// make one passage, because a writer who grumbles for three sentences is told so once.
    /// </summary>
    public static IEnumerable<PhraseMatch> Matches(RuleInfo about, DraftText draft, CheckContext context)
    {
        var standing = Standing(about, draft, context);
        if (standing.Count == 0) return [];
        var passages = new List<(int End, List<PhraseMatch> Matches)>();
        foreach (var match in standing.OrderBy(match => match.Where.Start))
        {
            var sentence = draft.SentenceAt(match.Where.Start);
            if (passages.Count > 0 && SamePassage(draft, passages[^1].End, sentence.Start))
            {
                passages[^1].Matches.Add(match);
                passages[^1] = (Math.Max(sentence.End, passages[^1].End), passages[^1].Matches);
            }
            else
            {
                passages.Add((sentence.End, [match]));
            }
        }

        return passages.Select(passage =>
            Join(
                about,
                draft,
                [.. passage.Matches.OrderByDescending(match => match.Phrase.Severity ?? about.Severity).ThenBy(match => match.Where.Start)]
            )
        );
    }

    private static bool SamePassage(DraftText draft, int end, int start) =>
        start <= end || (start - end <= MostBetween && !draft.Normal.AsSpan(end, start - end).Contains('\n'));

    /// <summary>
    /// Within a sentence advice does not widen what is quoted; a neighbouring sentence with advice belongs to the passage.
    /// </summary>
    private static PhraseMatch Join(RuleInfo about, DraftText draft, List<PhraseMatch> matches)
    {
        var first = matches[0];
        var own = draft.SentenceAt(first.Where.Start);
        var equal = matches
            .Where(match =>
                match == first
                || (
                    match.Phrase.Mark == first.Phrase.Mark
                    && ((match.Phrase.Severity ?? about.Severity) >= Severity.Warn || draft.SentenceAt(match.Where.Start) != own)
                )
            )
            .ToList();
        return first with { Where = new Piece(equal.Min(match => match.Where.Start), equal.Max(match => match.Where.End)) };
    }

    public static Finding Say(RuleInfo about, DraftText draft, PhraseMatch match)
    {
        var span = draft.At(match.Where);
        return about.Find(
            span,
            string.Format(CultureInfo.InvariantCulture, match.Phrase.Say, draft.Quote(span)),
            match.Phrase.Instead,
            match.Phrase.Replace,
            match.Phrase.Severity);
    }

    /// <summary>Every match that nothing clears, outside official names.</summary>
    public static List<PhraseMatch> Standing(RuleInfo about, DraftText draft, CheckContext context) =>
    [
        .. PhraseMatch.All(PhraseBook.Embedded.Of(about.Id), draft)
            .Where(match => match.Cleared == Clearance.None && !InOfficialName(match.Where, draft, context)),
    ];

    private static bool InOfficialName(Piece where, DraftText draft, CheckContext context)
    {
        foreach (var name in context.Organisation.OfficialNames)
        {
            for (var at = Math.Max(0, where.End - name.Length); name.Length > where.Length && at <= where.Start; at++)
            {
                if (string.CompareOrdinal(draft.Normal, at, name, 0, name.Length) == 0) return true;
            }
        }

        return false;
    }
}
