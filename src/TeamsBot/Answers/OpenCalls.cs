using System.Globalization;
using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// The calls for help that nobody has answered yet, or whose caller has answered back, on top of the lists of everybody they called: a
/// message further up is scrolled past, and each of several may think that another has answered.
/// </summary>
internal sealed class OpenCalls(BotDbContext db, DeskCalls calls, PeopleDirectory people, PersonLanguage languages, TimeProvider time)
{
    /// <summary>So many stand there with their buttons, the newest first; the others are counted.</summary>
    private const int MostRows = 3;

    /// <summary>Ids of people are compared without regard to case.</summary>
    private const string AnyCase = "NOCASE";

    public async Task<IReadOnlyList<AdaptiveElement>> DrawAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } person || !DeskCalls.MayBeCalled(person)) return [];
        var open = OpenFor(person, turn.Actor!.TenantId);
        var all = await open.CountAsync(cancellationToken);
        if (all == 0) return [];
        var first = await open.OrderByDescending(question => question.ForwardedAt).Take(MostRows).ToListAsync(cancellationToken);
        var language = languages.Of(turn);
        var count = all.ToString(CultureInfo.InvariantCulture);
        var left = (all - first.Count).ToString(CultureInfo.InvariantCulture);
        return
        [
            CardParts.Heading(language.Say($"答えを待っている至急の知らせ　{count}件", $"Urgent calls without an answer: {count}")),
            .. first.SelectMany(question => Row(question, language)),
            .. all > first.Count
                ? [CardParts.Remark(language.Say(
                    $"ほか{left}件。上の知らせに答えるか対応済みにすると出ます。", $"{left} more; they appear when those above are answered or settled."))]
                : Array.Empty<AdaptiveElement>(),
        ];
    }

    /// <summary>Those that call this person, as <see cref="DeskCalls.Calls"/> has it.</summary>
    private IQueryable<Question> OpenFor(Person person, string tenant)
    {
        var open = db.Questions.AsNoTracking().Where(question =>
            question.TenantId == tenant && question.IsCall && (question.DeskReply == null || question.IsAskedBack));
        var (own, callers) = (person.ObjectId, calls.CallersOf(person));
        open = open.Where(question => EF.Functions.Collate(question.AskerId, AnyCase) != own);
        return callers is null ? open : open.Where(question => callers.Contains(EF.Functions.Collate(question.AskerId, AnyCase)));
    }

    private IEnumerable<AdaptiveElement> Row(Question question, CardLanguage language)
    {
        var call = calls.Of(question);
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = call.Summary(question, language), Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention,
        });
        yield return CardParts.Remark(JapaneseTime.Format(question.ForwardedAt ?? question.AskedAt, time.GetUtcNow(), language));
        yield return CardParts.Row(
            AdaptiveSpacing.None,
            Buttons.Execute(SendCall.OpenTitle(language), AnswerVerbs.OpenCall, DeskCard.Data(question), takesInputs: false),
            DeskCard.Settle(question, language));
    }
}
