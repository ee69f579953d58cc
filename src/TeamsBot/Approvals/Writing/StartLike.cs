using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// 「いいね申請 URL」: a like by an official account is checked, reviewed and decided like a post, because the organisation lends its credit
/// [private-3-5-2, tochigi-6-1-3].
/// </summary>
internal sealed class StartLike(
    BotDbContext db,
    DraftTurns turns,
    DraftChecks checks,
    DraftNumbers numbers,
    DraftViews views,
    PeopleDirectory people,
    ShowDraft show
)
{
    /// <summary>Longest address taken, in UTF-16 units.</summary>
    private const int MaxAddress = 500;

    public async Task<Reply> Handle(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } author || !author.Has(Role.Writer)) return Reply.Say(show.NotWriter(turn));
        if (argument.Length > MaxAddress || !OfficialAccount.IsAddress(argument) || CredentialMask.Mask(argument).Seen)
        {
            return Reply.Say(turns.Language(turn).Say(
                "「いいね申請 https://…」のように、いいねをする投稿のURLを付けて送ってください。", "Send it with the URL of the post to be liked: \"like https://…\"."));
        }


        var number = await numbers.NextAsync(turn, cancellationToken);
        var thread = turn.IsPersonal ? null : turn.Conversation.ConversationId;
        var draft = Draft.StartLike(
            number,
            turn.Actor!.TenantId,
            new Reviewer(author.ObjectId, author.Name, author.Title),
            author.Section,
            new Uri(argument),
            thread,
            turns.Now
        );
        if (await LastAccount.OfAsync(db, draft, views.Open(draft), cancellationToken) is { } account)
            draft.BeginWith(account, turns.Now);
        await checks.CheckAsync(draft, cancellationToken);
        db.Drafts.Add(draft);
        return turns.Done(turn, draft, "draft.startLike", new { revision = 1, hash = draft.CurrentHash }, turns.Language(turn).Say(
            "「いいね」の申請を作成しました。投稿と同じように、確認と決裁に回します。", "A draft for the like was made. It is reviewed and decided on like a post."));
    }
}
