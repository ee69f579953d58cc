using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>「いいね申請 URL」: a like by an official account is checked, reviewed and decided like a post, because the organisation lends its credit [private-3-5-2, tochigi-6-1-3].</summary>
internal sealed class StartLike(BotDbContext db, DraftTurns turns, DraftChecks checks, DraftNumbers numbers, DraftViews views, PeopleDirectory people)
{
    /// <summary>Longest address taken, in UTF-16 units.</summary>
    private const int MaxAddress = 500;

    public async Task<Reply> Handle(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } author || !author.Has(Role.Writer)) return Reply.Say(Refusal.NotWriter.Sentence(null, turns.Now));
        if (argument.Length > MaxAddress || !OfficialAccount.IsAddress(argument) || CredentialMask.Mask(argument).Seen)
            return Reply.Say("「いいね申請 https://…」のように、いいねをする投稿のURLを付けて送ってください。");

        var number = await numbers.NextAsync(cancellationToken);
        var thread = turn.IsPersonal ? null : turn.Conversation.ConversationId;
        var draft = Draft.StartLike(number, turn.Actor!.TenantId, new Reviewer(author.ObjectId, author.Name, author.Title), author.Section, new Uri(argument), thread, turns.Now);
        if (views.Open(draft).ToList() is [var only]) draft.Plan(author.ObjectId, new DraftPlan(only.Id, null, false, null, ""), turns.Now);
        await checks.CheckAsync(draft, cancellationToken);
        db.Drafts.Add(draft);
        return turns.Done(turn, draft, "draft.startLike", new { revision = 1, hash = draft.CurrentHash }, "「いいね」の申請を作成しました。投稿と同じように、確認と決裁に回します。");
    }
}
