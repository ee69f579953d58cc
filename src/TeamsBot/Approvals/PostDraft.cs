using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>
/// After approval: the approved text is handed out alone in a message, so that it can be copied on a phone, and the report of the post is
/// compared with what was approved (features.md b7, b15). The bot itself posts nowhere.
/// </summary>
internal sealed class PostDraft(DraftTurns turns, OutboxWriter outbox, PeopleDirectory people, AccountRegister accounts, Pack pack)
{
    public async Task<Reply> HandleHandOut(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (PosterOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (!DraftTurns.IsCurrent(turn, draft)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        if (draft.HandOut(poster, turns.Now) is { } refusal) return turns.Refuse(turn, draft, refusal);
        SayPlain(turn, draft);
        return turns.Done(turn, draft, "draft.handOut", new { revision = draft.Current.Number, hash = draft.CurrentHash },
            "次のメッセージが承認済みの本文です。長押しまたは右クリックでコピーして投稿してください。");
    }

    /// <summary>The whole text of a draft whose card shows only its beginning.</summary>
    public async Task<Reply> HandleFullText(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        SayPlain(turn, draft);
        return turns.Show(turn, draft, CardParts.Notice(NoticeKind.Info, "次のメッセージで全文をお送りします。"));
    }

    public async Task<Reply> HandlePosted(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (PosterOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (!DraftTurns.IsCurrent(turn, draft)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        var url = turn.Action![ApprovalFields.PostedUrl].Trim();
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps) return turns.Refuse(turn, draft, Refusal.UrlMissing);
        if (!IsOfMedium(draft, address)) return turns.Refuse(turn, draft, Refusal.UrlOfOtherMedium);
        if (draft.MarkPosted(poster, url, turn.Action[ApprovalFields.PostedText], turns.Now, out var comparison) is { } refusal) return turns.Refuse(turn, draft, refusal);
        var proof = new { revision = draft.Current.Number, hash = draft.ApprovedHash, url, comparison = comparison.ToString() };
        return comparison == PostedComparison.Different
            ? turns.Done(turn, draft, "draft.postedDiffers", proof, "投稿した本文が承認文と異なります。貼り付けが途中で切れていないかを確かめ、異なる内容を投稿した場合は、すぐに所属長へ報告してください。", NoticeKind.Attention)
            : turns.Done(turn, draft, "draft.posted", proof, comparison == PostedComparison.Same
                ? "投稿済みにしました。承認文と一致しています。"
                : "投稿済みにしました。承認文と一致しています（リンクの表示だけが異なります）。");
    }

    /// <summary>The author, or a colleague who may write for the account's section; null for anybody else.</summary>
    private string? PosterOf(TurnContext turn, Draft draft)
    {
        if (people.Find(turn.Actor!) is not { } person) return null;
        var isColleague = person.Has(Role.Writer) && draft.AccountId is { } id && accounts.Find(id)?.Section == person.Section;
        return draft.IsAuthor(person.ObjectId) || isColleague ? person.Name : null;
    }

    private bool IsOfMedium(Draft draft, Uri url) =>
        draft.AccountId is { } id && accounts.Find(id) is { } account && pack.Of(account.Medium) is { Hosts.Count: > 0 } medium
            ? medium.Hosts.Any(host => url.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
            : true;

    private void SayPlain(TurnContext turn, Draft draft) => outbox.Say(Address.Person(draft.TenantId, turn.Actor!.ObjectId), draft.Current.Text);
}
