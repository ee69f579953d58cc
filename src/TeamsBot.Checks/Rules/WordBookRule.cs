using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The organisation's own word book: official names, wording, typos, words for people, each entry with its own weight and clauses. Where an
/// entry says what to write instead, the finding carries it. What reviewers taught as against public order is reported by public-order.
/// </summary>
internal sealed class WordBookRule : IRule
{
    public RuleInfo About { get; } = new("word-book", Category.Wording, Severity.Warn, "asaka-6-2-2b", "asaka-6-2-2a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var taken = new List<Piece>();
        foreach (
            var match in WordBookMatch
                .All(draft, context.Words)
                .Where(match => match.Entry.Kind != WordKind.PublicOrder)
                .OrderByDescending(match => match.Where.Length)
                .ThenBy(match => match.Where.Start)
        )
        {
            if (taken.Exists(piece => piece.Start < match.Where.End && match.Where.Start < piece.End)) continue;
            taken.Add(match.Where);
            yield return Say(About, draft, match);
        }
    }

    internal static Finding Say(RuleInfo about, DraftText draft, WordBookMatch match)
    {
        var span = draft.At(match.Where);
        var said = match.Entry.Note
            ?? (
                match.Replacement is null
                    ? $"「{draft.Quote(span)}」は、用語集で確認を求めている言葉です。"
                    : $"「{draft.Quote(span)}」は、用語集では「{match.Replacement}」です。"
            );
        return about.Find(
            span,
            said,
            match.Replacement is { } instead ? $"「{instead}」に直してください。" : null,
            match.Replacement,
            match.Entry.Severity
        ) with
        {
            Category = CategoryOf(match.Entry.Kind),
            Clauses = match.Entry.Clauses.Count > 0 ? match.Entry.Clauses : about.Clauses,
        };
    }

    private static Category CategoryOf(WordKind kind) => kind switch
    {
        WordKind.OfficialName => Category.OfficialName,
        WordKind.Typo => Category.Typo,
        WordKind.Rights => Category.Discrimination,
        WordKind.Internal => Category.Confidential,
        WordKind.PublicOrder => Category.PublicOrder,
        _ => Category.Wording,
    };
}
