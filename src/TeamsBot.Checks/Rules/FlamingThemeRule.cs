using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The flame-prone themes 炎上さしすせそ, with the letter in the message. Taking sides or making light of a theme is a warning, a slip of
/// operation (a test text, the wrong account) a block; an official scheme is marked as such, and a theme that is only mentioned is a hint.
/// Each letter is said once. Words: <c>Words/flaming-theme.yml</c>; its mark is the letter, followed by 公 where the mention is an
/// administration's own business and by 私 where it concerns private use alone.
/// </summary>
internal sealed partial class FlamingThemeRule : IRule
{
    /// <summary>So many equal links or hashtags look like spam [asaka-6-2-4-su].</summary>
    private const int Spam = 3;

    /// <summary>Letters between two remarks that still make one passage.</summary>
    private const int Near = 24;

    public RuleInfo About { get; } =
        new(
            "flaming-theme",
            Category.FlamingTopic,
            Severity.Warn,
            "asaka-6-2-4",
            "asaka-6-2-4-sa",
            "asaka-6-2-4-shi",
            "asaka-6-2-4-su",
            "asaka-6-2-4-se",
            "asaka-6-2-4-so",
            "private-3-1-3"
        );

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var letters = new HashSet<string>(StringComparer.Ordinal);
        var standing = PhraseFindings
            .Standing(About, draft, context)
            .Where(match => context.Private || !match.Phrase.Mark.EndsWith('私'))
            .OrderByDescending(match => match.Phrase.Severity ?? About.Severity)
            .ToList();
        foreach (var match in standing)
        {
            if (!letters.Add(match.Phrase.Mark[..1])) continue;
            var span = draft.At(Passage(match, standing));
            var letter = match.Phrase.Mark[..1];
            var said = string.Format(CultureInfo.InvariantCulture, match.Phrase.Say, draft.Quote(span), Theme(letter));
            var finding = About.Find(span, said, match.Phrase.Instead is "" ? null : match.Phrase.Instead, severity: match.Phrase.Severity)
                with { Clauses = ["asaka-6-2-4", .. Clause(letter), .. context.Private ? ["private-3-1-3"] : Array.Empty<string>()] };
            yield return letter == "そ" ? finding with { Category = Category.Placeholder } : finding;
        }

        if (context.UnusualAccount || draft.Normal.Trim() is "テスト" or "test")
        {
            yield return About.Find(
                null,
                context.UnusualAccount ? $"いつもと違うアカウントへの投稿です（{Theme("そ")}）。" : $"試し書きと読めます（{Theme("そ")}）。",
                "投稿先のアカウント名を打ち直して確かめてください。",
                severity: Severity.Block) with { Clauses = ["asaka-6-2-4", "asaka-6-2-4-so"], Category = Category.Placeholder };
        }

        foreach (var repeated in Repeated(draft))
        {
            yield return About.Find(
                draft.At(repeated),
                $"「{draft.Quote(draft.At(repeated))}」が{Spam}回以上あります。スパムと見なされるおそれがあります（{Theme("す")}）。",
                "同じリンクやハッシュタグは一つにしてください。") with { Clauses = ["asaka-6-2-4", "asaka-6-2-4-su"] };
        }
    }

    /// <summary>What is said of the same theme with the same weight close by belongs to the passage that is quoted.</summary>
    private static Piece Passage(PhraseMatch match, IEnumerable<PhraseMatch> standing)
    {
        var where = match.Where;
        foreach (
            var other in standing
                .Where(other =>
                    other.Phrase.Mark == match.Phrase.Mark
                    && other.Phrase.Severity == match.Phrase.Severity
                    && other.Phrase.Severity > Severity.Hint
                )
                .OrderBy(other => other.Where.Start)
        )
        {
            if (other.Where.Start - where.End <= Near && where.Start - other.Where.End <= Near)
                where = new Piece(Math.Min(where.Start, other.Where.Start), Math.Max(where.End, other.Where.End));
        }

        return where;
    }

    private static IEnumerable<Piece> Repeated(DraftText draft) =>
        draft
            .Urls.Select(url => new Piece(url.Start, url.End))
            .Concat(
                Hashtag()
                    .Matches(draft.Normal)
                    .Where(tag => !draft.InUrl(tag.Index))
                    .Select(tag => new Piece(tag.Index, tag.Index + tag.Length))
            )
            .GroupBy(draft.TextOf, StringComparer.Ordinal)
            .Where(same => same.Count() >= Spam)
            .Select(same => same.Last());

    [GeneratedRegex(@"#[\w]{1,60}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hashtag();

    /// <summary>The letter that a finding of this rule is about.</summary>
    public static string LetterOf(Finding finding) =>
        finding.Clauses.FirstOrDefault(clause => clause.StartsWith("asaka-6-2-4-", StringComparison.Ordinal)) switch
        {
            "asaka-6-2-4-sa" => "さ",
            "asaka-6-2-4-shi" => "し",
            "asaka-6-2-4-su" => "す",
            "asaka-6-2-4-se" => "せ",
            _ => "そ",
        };

    private static string Theme(string letter) => letter switch
    {
        "さ" => "さ：災害・差別",
        "し" => "し：思想・宗教",
        "す" => "す：スパム・スポーツ・スキャンダル",
        "せ" => "せ：政治・性に関する話題",
        _ => "そ：操作ミス",
    };

    private static string[] Clause(string letter) => letter switch
    {
        "さ" => ["asaka-6-2-4-sa"],
        "し" => ["asaka-6-2-4-shi"],
        "す" => ["asaka-6-2-4-su"],
        "せ" => ["asaka-6-2-4-se"],
        _ => ["asaka-6-2-4-so"],
    };
}
