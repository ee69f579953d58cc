using System.Globalization;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The flame-prone themes 炎上さしすせそ, with the letter in the message. Taking sides or making light of a theme is a warning, a slip of operation
/// (a test text, the wrong account) a block; an official scheme is marked as such, and a theme that is only mentioned is a hint.
/// Each letter is said once. Words: <c>Words/flaming-theme.yml</c>; its mark is the letter, followed by 公 where the mention is an administration's own business.
/// </summary>
internal sealed class FlamingThemeRule : IRule
{
    public RuleInfo About { get; } = new(
        "flaming-theme", Category.FlamingTopic, Severity.Warn, "asaka-6-2-4", "asaka-6-2-4-sa", "asaka-6-2-4-shi", "asaka-6-2-4-su", "asaka-6-2-4-se", "asaka-6-2-4-so", "private-3-1-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var letters = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in PhraseFindings.Matches(About, draft, context).OrderByDescending(match => match.Phrase.Severity ?? About.Severity))
        {
            if (!letters.Add(match.Phrase.Mark[..1])) continue;
            var span = draft.At(match.Where);
            var letter = match.Phrase.Mark[..1];
            var said = string.Format(CultureInfo.InvariantCulture, match.Phrase.Say, draft.Quote(span), Theme(letter));
            var finding = About.Find(span, said, match.Phrase.Instead is "" ? null : match.Phrase.Instead, severity: match.Phrase.Severity)
                with { Clauses = ["asaka-6-2-4", .. Clause(letter), .. context.Private ? ["private-3-1-3"] : Array.Empty<string>()] };
            yield return letter == "そ" ? finding with { Category = Category.Placeholder } : finding;
        }
    }

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
