using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// 「対応済みにする」: a call that was dealt with elsewhere, or whose caller only said thanks, waits no longer. Whoever was called besides hears who
/// said so; so does the caller.
/// </summary>
internal sealed class SettleCall(
    BotDbContext db, AskDesk desk, DeskCalls calls, OutboxWriter outbox, AuditTrail audit, PeopleDirectory people,
    PersonLanguage languages, TimeProvider time)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var say = languages.Of(turn);
        var found = await db.FindQuestionAsync(turn.Action![AnswerFields.Question], turn.Actor!.TenantId, cancellationToken);
        if (found is not { IsCall: true } question) return AskDesk.NotFound(say);
        if (people.Find(turn.Actor!) is not { } person || !calls.Calls(question, person))
            return Reply.Say(say.Say(
                "対応済みにできるのは、担当課と、連絡を受けた所属長だけです。", "Only the desk and the heads who were called can settle it."));
        var typed = turn.Action[DeskCard.ReplyField].Trim();
        if (!question.Settle(person.Name))
            return Show(NoticeKind.Info, say.Say(
                $"すでに{question.DeskReplyBy}さんが回答しているか、対応済みです。", $"{question.DeskReplyBy} has answered or settled it already."));
        var told = await desk.ToldAsync(question, calls.Find(question), cancellationToken);
        desk.Show(told, question, calls.Find(question), replier: person.ObjectId);
        var hear = told.Where(address => address.ObjectId is not { } id || !person.Is(id));
        // Also after a reply: they may have asked something since.
        if (!question.IsOf(turn.Actor)) hear = hear.Append(Address.Person(question.TenantId, question.AskerId));
        foreach (var address in hear)
            outbox.Say(address, languages.LanguageOf(address).Say(
                $"「{question.Quoted()}」の連絡は、{person.Name}さんが対応済みにしました。続きがあるときは、もう一度送ってください。",
                $"{person.Name} says that the call \"{question.Quoted()}\" is dealt with. If there is more, please send it again."),
                DeskCard.Subject(question));
        audit.Record(turn.Actor, "question.settle", DeskCard.Subject(question));
        return Show(NoticeKind.Done, say.Say("対応済みにしました。", "It is settled."));

        Reply Show(NoticeKind kind, string said) => turn.IsInvoke
            ? Reply.Show(DeskCard.For(
                question, time.GetUtcNow(), say, calls.Find(question), CardParts.Notice(kind, said), typed,
                calls.WhyTold(question, Address.Person(question.TenantId, person.ObjectId), say)))
            : Reply.Say(said + CardInHand.GivenBack(typed, say));
    }
}
