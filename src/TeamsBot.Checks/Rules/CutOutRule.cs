using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Reads every sentence alone, as somebody who cuts it out would: a harsh judgement that only the rest of the sentence takes back, or words
/// that another sentence clears. Advice only [private-2-1-4]. Sentences that are harmless alone say nothing.
/// </summary>
internal sealed partial class CutOutRule : IRule
{
    private static readonly string[] Judged = ["irreverent", "discrimination", "illegal-act", "public-order"];

    public RuleInfo About { get; } = new("cut-out", Category.FlamingTopic, Severity.Hint, "private-2-1-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var cut = Judged
            .SelectMany(rule => PhraseMatch.All(PhraseBook.Embedded.Of(rule), draft))
            .Where(match => match.Cleared == Clearance.Elsewhere)
            .Select(match => match.Where)
            .Concat(TakenBack(draft))
            .DistinctBy(piece => draft.SentenceAt(piece.Start));
        foreach (var piece in cut)
        {
            var span = draft.At(piece);
            yield return About.Find(span, $"「{draft.Quote(span)}」だけが切り取られると、逆の意味で広まるおそれがあります。", "この部分だけを読んでも誤解されない言い方にしてください。");
        }
    }

    /// <summary>A negative word of one clause, followed by と言う人もいる and the like.</summary>
    private static IEnumerable<Piece> TakenBack(DraftText draft)
    {
        foreach (var word in PhraseBook.Embedded.Lists("named-attack", "negative", "harsh").SelectMany(draft.Phrases.Of))
        {
            var sentence = draft.SentenceAt(word.Start);
            var after = draft.Normal.AsSpan(word.End, Math.Min(14, sentence.End - word.End));
            if (SaysSomebody().IsMatch(after)) yield return new Piece(sentence.Start, word.End);
        }
    }

    [GeneratedRegex(
        @"^(です|だ)?[、」]?と(言|い)(う|った|われる|われた)(人|方|声|意見|こと)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SaysSomebody();
}
