using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A person or an @account in one sentence with a word that runs people down, at most twenty characters apart; the pair is quoted. The same
/// word about a thing is none of its business. Words: <c>Words/named-attack.yml</c>.
/// </summary>
internal sealed partial class NamedAttackRule : IRule
{
    private const int Reach = 20;

    public RuleInfo About { get; } = new("named-attack", Category.Disrespect, Severity.Warn, "private-2-2-2", "tochigi-6-1-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var lists = PhraseBook.Embedded.Lists(About.Id, context.Private ? ["negative", "harsh"] : ["negative"]).ToArray();
        if (!lists.Any(draft.Phrases.Any)) yield break;
        var people = draft.People.Concat(Handles(draft)).ToList();
        foreach (var sentence in draft.Sentences)
        {
            var pair = people
                .Where(person => person.Start >= sentence.Start && person.Start < sentence.End)
                .SelectMany(person => lists.SelectMany(list => draft.Phrases.Within(list, sentence)), (person, word) => (person, word))
                .Where(found => Gap(found.person, found.word) is >= 0 and <= Reach)
                .Cast<(Piece Person, Piece Word)?>()
                .FirstOrDefault();
            if (pair is not { } hit) continue;
            var span = draft.At(new Piece(Math.Min(hit.Person.Start, hit.Word.Start), Math.Max(hit.Person.End, hit.Word.End)));
            yield return About.Find(
                span,
                $"「{draft.Quote(draft.At(hit.Person))}」と「{draft.Quote(draft.At(hit.Word))}」が一つの文にあります。名指しの攻撃と受け取られます。",
                "人の名前を外すか、評価の言葉を外してください。");
        }
    }

    private static IEnumerable<Piece> Handles(DraftText draft) =>
        Handle()
            .Matches(draft.Normal)
            .Where(match => !draft.InUrl(match.Index))
            .Select(match => new Piece(match.Index, match.Index + match.Length));

    private static int Gap(Piece a, Piece b) => a.Start < b.Start ? b.Start - a.End : a.Start - b.End;

    [GeneratedRegex(@"@[A-Za-z0-9_]{2,30}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Handle();
}
