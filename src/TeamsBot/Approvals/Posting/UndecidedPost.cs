using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Somebody says that a draft was posted which no head has decided on: not taken, written down, and told to the heads and the PR desk
/// [asaka-6-1].
/// </summary>
internal sealed class UndecidedPost(DraftTurns turns, DraftViews views, OutboxWriter outbox, PeopleDirectory people)
{
    public Reply Tell(ParsedTurn turn, Draft draft, string poster)
    {
        draft.ReportUnapproved(poster, turns.Now);
        var told = people
            .Holding(Role.Head, draft.Section)
            .Concat(people.Holding(Role.PrHead))
            .Concat(people.Holding(Role.Desk))
            .Distinct();
        foreach (var person in told.Where(person => !person.Is(turn.Actor!.ObjectId)))
        {
            outbox.Say(
                Address.Person(draft.TenantId, person.ObjectId),
                $"至急 決裁の前に投稿したという報告が{poster}さんからありました。投稿の有無を確かめてください。下書き No.{draft.Number}（{views.Display(draft.AccountId)}）",
                DraftTurns.Subject(draft));
        }

        var say = turns.Language(turn);
        var sentence = say.Say(
            $"下書き No.{draft.Number} は「{draft.Status.Word()}」で、決裁が済んでいないため、投稿済みにできません。投稿した場合は、いったん非公開にして、すぐに所属長へ報告してください。"
                + "所属長と広報担当にもお知らせしました。",
            $"Draft No.{draft.Number} is \"{draft.Status.Word(say)}\": it is not decided, so it cannot be recorded as posted. "
                + "If it was posted, hide it for now and report it to the head at once. The head and the public relations desk were told."
        );
        var proof = new { revision = draft.Current.Number, hash = draft.CurrentHash, status = draft.Status.ToString() };
        var reply = turns.Done(turn, draft, "draft.unapprovedPost", proof, sentence, NoticeKind.Attention);
        return reply.Card is null ? Reply.Say(sentence) : reply;
    }
}
