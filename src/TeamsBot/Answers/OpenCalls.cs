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
    /// <summary>So many stand there with their buttons, the oldest first; the others are counted.</summary>
    private const int MostRows = 3;

    public async Task<IReadOnlyList<AdaptiveElement>> DrawAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } person || !DeskCalls.MayBeCalled(person)) return [];
        var tenant = turn.Actor!.TenantId;
        var open = await db.Questions.AsNoTracking()
            .Where(question => question.TenantId == tenant && question.IsCall && (question.DeskReply == null || question.IsAskedBack))
            .OrderBy(question => question.ForwardedAt).ToListAsync(cancellationToken);
        var mine = open.Where(question => calls.Calls(question, person)).ToList();
        if (mine.Count == 0) return [];
        var language = languages.Of(turn);
        var count = mine.Count.ToString(CultureInfo.InvariantCulture);
        return
        [
            CardParts.Heading(language.Say($"答えを待っている至急の知らせ　{count}件", $"Urgent calls without an answer: {count}")),
            .. mine.Take(MostRows).SelectMany(question => Row(question, language)),
        ];
    }

    private IEnumerable<AdaptiveElement> Row(Question question, CardLanguage language)
    {
        var call = calls.Of(question);
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = call.Summary(question, language), Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention,
        });
        yield return CardParts.Remark(JapaneseTime.Format(question.ForwardedAt ?? question.AskedAt, time.GetUtcNow(), language));
        yield return CardParts.Row(AdaptiveSpacing.None, Buttons.Execute(
            SendCall.OpenTitle(language), AnswerVerbs.OpenCall, DeskCard.Data(question), takesInputs: false));
    }
}
