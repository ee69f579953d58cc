using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Guidelines;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// Sends a call for help to the desk and the heads as what it is: it rings at any hour. The caller's card says to whom it went and when, in
/// the message itself, so that it still says so when it is opened again.
/// </summary>
internal sealed class SendCall(
    BotDbContext db,
    OutboxWriter outbox,
    AuditTrail audit,
    DeskRecipients recipients,
    DeskCalls calls,
    HearAlarm alarms,
    PressedCall pressed,
    PeopleDirectory people,
    PersonLanguage languages,
    TimeProvider time
)
{
    /// <summary>Whoever presses, it is the caller's: a colleague beside them sends the same call and no second one.</summary>
    public async Task<Reply> HandleSend(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = languages.Of(turn);
        if (await FindAsync(turn, cancellationToken) is not { } question) return AskDesk.NotFound(language);
        var kind = Chosen.Of<TroubleKind>(turn.Action![AnswerFields.Kind]);
        var sent = await recipients.SentAsync(question, cancellationToken);
        if (sent is null)
        {
            var told = await recipients.UrgentAsync(question, cancellationToken);
            if (told.Count == 0) return Reply.Say(AskDesk.NoDesk(language));
            question.Call(kind, time.GetUtcNow());
            Ring(told, question, calls.Of(question));
            audit.Record(turn.Actor!, "question.forward", DeskCard.Subject(question));
            if (!question.IsOf(turn.Actor!)) SayToCaller(turn, question);
            sent = await recipients.CallAsync(time.GetUtcNow(), told, cancellationToken);
        }

        return pressed.Show(turn, alarms.Draw(turn, question, kind, sent));
    }

    /// <summary>A colleague pressed in the channel: the answer comes to the caller, who has to know that there will be one.</summary>
    private void SayToCaller(ParsedTurn turn, Question question)
    {
        var who = people.Find(turn.Actor!)?.Name ?? turn.Actor!.Name;
        var asked = question.Quoted();
        outbox.Say(
            Address.Person(question.TenantId, question.AskerId),
            question.Language.Say(
                $"「{asked}」を、{who}さんが担当課に送りました。回答は、あなたとの個人チャットに届きます。",
                $"{who} sent \"{asked}\" to the desk. The answer comes to your own chat."
            ),
            DeskCard.Subject(question)
        );
    }

    /// <summary>From the list of what waits: the call as the desk has it. For those it was sent to.</summary>
    public async Task<Reply> HandleOpen(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = languages.Of(turn);
        if (await FindAsync(turn, cancellationToken) is not { } question) return AskDesk.NotFound(language);
        if (people.Find(turn.Actor!) is not { } person || !calls.Calls(question, person))
            return Reply.Say(language.Say(
                "この知らせは、担当課と、連絡を受けた所属長だけがご覧になれます。", "Only the desk and the heads who were called can see this."));
        return Reply.Show(
            DeskCard.For(
                question,
                time.GetUtcNow(),
                language,
                calls.Find(question),
                why: calls.WhyTold(question, Address.Person(question.TenantId, person.ObjectId), language)
            )
        );
    }

    public static string OpenTitle(CardLanguage language) => language.Say("至急の知らせを開く", "Open the urgent call");

    private void Ring(IReadOnlyList<Address> told, Question question, DeskCall call)
    {
        foreach (var address in told)
        {
            var language = languages.LanguageOf(address);
            var (key, summary) = (DeskCard.Subject(question), call.Summary(question, language));
            var card = DeskCard.For(question, time.GetUtcNow(), language, call, why: calls.WhyTold(question, address, language));
            var opening = new Outbox.Opening(
                OpenTitle(language),
                AnswerVerbs.OpenCall,
                DeskCard.Data(question),
                language.Code()
            );
            if (address.IsPerson) outbox.Ring(address, key, question.Stamp, card, summary, opening, key, isUrgent: true);
            else outbox.Show(address, key, question.Stamp, card, summary, isAnswer: true);
        }
    }

    private async Task<Question?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        await db.FindQuestionAsync(turn.Action![AnswerFields.Question], turn.Actor!.TenantId, cancellationToken);
}
