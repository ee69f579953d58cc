using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.CalendarDesk;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// After approval: the approved text is handed out alone in a message, so that it can be copied on a phone, and the report of the post is
/// compared with what was approved (features.md b7, b15). The bot itself posts nowhere.
/// </summary>
internal sealed class PostDraft(DraftTurns turns, DraftViews views, OutboxWriter outbox, PeopleDirectory people, AccountRegister accounts, Pack pack)
{
    /// <summary>What the field takes.</summary>
    public const int MaxUrl = 500;

    public async Task<Reply> HandleHandOut(ParsedTurn turn, CancellationToken cancellationToken)
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
    public async Task<Reply> HandleFullText(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        SayPlain(turn, draft);
        return turns.Say(turn, draft, "次のメッセージで全文をお送りします。");
    }

    public async Task<Reply> HandlePosted(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (PosterOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (draft.IsUndecided) return Undecided(turn, draft, poster);
        if (!DraftTurns.IsCurrent(turn, draft)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        if (draft.LikeOf is { } liked) return Liked(turn, draft, poster, liked);
        var url = turn.Action![ApprovalFields.PostedUrl].Trim();
        if (url.Length > MaxUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps) return turns.Refuse(turn, draft, Refusal.UrlMissing);
        if (!IsOfMedium(draft, address)) return turns.Refuse(turn, draft, Refusal.UrlOfOtherMedium);
        if (draft.MarkPosted(poster, url, turn.Action[ApprovalFields.PostedText], turns.Now, out var comparison) is { } refusal) return turns.Refuse(turn, draft, refusal);
        var proof = new { revision = draft.Current.Number, hash = draft.ApprovedHash, url, comparison = comparison.ToString() };
        return comparison == PostedComparison.Different
            ? turns.Done(turn, draft, "draft.postedDiffers", proof, "投稿した本文が承認文と異なります。貼り付けが途中で切れていないかを確かめ、異なる内容を投稿した場合は、すぐに所属長へ報告してください。", NoticeKind.Attention)
            : turns.Done(turn, draft, "draft.posted", proof, comparison == PostedComparison.Same
                ? "投稿済みにしました。承認文と一致しています。"
                : "投稿済みにしました。承認文と一致しています（リンクの表示だけが異なります）。");
    }

    /// <summary>A like leaves no text of ours; what was approved is the address.</summary>
    private Reply Liked(ParsedTurn turn, Draft draft, string poster, string address) =>
        draft.MarkPosted(poster, address, draft.Current.Text, turns.Now, out _) is { } refusal
            ? turns.Refuse(turn, draft, refusal)
            : turns.Done(turn, draft, "draft.liked", new { revision = draft.Current.Number, hash = draft.ApprovedHash, url = address }, "「いいね」をしたことを記録しました。");

    /// <summary>「投稿済み 12」: opens the report, also for a colleague who posted in the author's place.</summary>
    public async Task<Reply> HandleReport(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        var digits = DraftNumbers.In(argument);
        if (digits.Length == 0) return Reply.Say("番号を付けて「投稿済み 12」のように送ってください。番号は「一覧」で分かります。");
        if (await turns.FindAsync(turn, digits, cancellationToken) is not { } draft) return Reply.Say(Refusal.NotFound.Sentence(null, turns.Now));
        if (PosterOf(turn, draft) is not { } poster) return Reply.Say(Refusal.NotAuthor.Sentence(draft, turns.Now));
        if (draft.IsUndecided) return Undecided(turn, draft, poster);
        return draft.Status == DraftStatus.Posted
            ? Reply.Say(Refusal.NotNow.Sentence(draft, turns.Now))
            : turns.Privately(turn, PostingSection.ReportCard(views.Of(draft)));
    }

    /// <summary>No head has decided: not taken, written down, and told to the heads and the PR desk [asaka-6-1].</summary>
    private Reply Undecided(ParsedTurn turn, Draft draft, string poster)
    {
        draft.ReportUnapproved(poster, turns.Now);
        var told = people.Holding(Role.Head, draft.Section).Concat(people.Holding(Role.PrHead)).Concat(people.Holding(Role.Desk)).Distinct();
        foreach (var person in told.Where(person => !person.Is(turn.Actor!.ObjectId)))
        {
            outbox.Say(
                Address.Person(draft.TenantId, person.ObjectId),
                $"下書き No.{draft.Number}（{views.Display(draft.AccountId)}）について、決裁の前に投稿したという報告が{poster}さんからありました。投稿の有無を確かめてください。",
                DraftTurns.Subject(draft));
        }

        var sentence = $"下書き No.{draft.Number} は「{draft.Status.Word()}」で、決裁が済んでいないため、投稿済みにできません。投稿した場合は、いったん非公開にして、すぐに所属長へ報告してください。所属長と広報担当にもお知らせしました。";
        var reply = turns.Done(turn, draft, "draft.unapprovedPost", new { revision = draft.Current.Number, hash = draft.CurrentHash, status = draft.Status.ToString() }, sentence, NoticeKind.Attention);
        return reply.Card is null ? Reply.Say(sentence) : reply;
    }

    /// <summary>The author, or a colleague who may write for the account's section; null for anybody else.</summary>
    private string? PosterOf(ParsedTurn turn, Draft draft)
    {
        if (people.Find(turn.Actor!) is not { } person) return null;
        var isColleague = person.Has(Role.Writer) && draft.AccountId is { } id && accounts.Find(id)?.Section == person.Section;
        return draft.IsAuthor(person.ObjectId) || isColleague ? person.Name : null;
    }

    private bool IsOfMedium(Draft draft, Uri url) =>
        draft.AccountId is { } id && accounts.Find(id) is { } account && pack.Of(account.Medium) is { Hosts.Count: > 0 } medium
            ? medium.Hosts.Any(host => url.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
            : true;

    private void SayPlain(ParsedTurn turn, Draft draft) => outbox.Say(Address.Person(draft.TenantId, turn.Actor!.ObjectId), draft.Current.Text);
}
