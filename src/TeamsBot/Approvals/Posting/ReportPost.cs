using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Takes the report that a draft was posted, and its correction. The address is judged by its form, the text by comparison; a text that
/// differs is told at once to head and desk. Nothing that was typed is lost by a refusal.
/// </summary>
internal sealed class ReportPost(
    DraftTurns turns,
    DraftViews views,
    TellDifference difference,
    DraftTelling telling,
    Posters posters,
    UndecidedPost undecided,
    AddressJudge addresses,
    UnfitAddress unfit,
    ReportedPosts reported,
    AccountRegister accounts,
    EndingRegister endings
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (posters.NameOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (draft.IsUndecided) return undecided.Tell(turn, draft, poster);
        var typed = PostInput.Of(turn.Action!);
        // A card of the state before: what it says is about the same approval or about none, so what was typed is kept and looked at anew.
        if (!DraftTurns.IsCurrent(turn, draft))
            return draft.Status == DraftStatus.Posted
                ? Reported(turn, draft, typed)
                : Refuse(turn, draft, typed, Refusal.OldRevision, null);
        if (draft.LikeOf is { } liked) return Liked(turn, draft, poster, liked);
        if (WhyNot(draft, typed, out var proof) is { } wrong)
            return (wrong == Refusal.UrlOfOtherAccount ? unfit.Enter(turn, draft, poster, typed) : null)
                ?? Refuse(turn, draft, typed, wrong, wrong == Refusal.UrlOwnerUnknown ? PostField.Owner : PostField.Url);
        if (await IsUsedAsync(turn, draft, typed, cancellationToken)) return Refuse(turn, draft, typed, Refusal.UrlUsed, PostField.Url);
        if (draft.Differs && typed.Text.Length == 0) return Refuse(turn, draft, typed, Refusal.DifferenceOpen, PostField.Text);
        if (IsCopyAltered(turn.Action!, draft) && typed.Text.Length == 0)
            return Refuse(turn, draft, typed, Refusal.CopyAltered, PostField.Text);
        var open = draft.UnfitAddress();
        var press = new PostedPress(PostAddress.Read(typed.Url)!.AbsoluteUri, typed.Text, proof, MediumOf(draft));
        if (draft.MarkPosted(poster, press, turns.Now, out var comparison) is { } refusal) return Refuse(turn, draft, typed, refusal, null);
        unfit.Settle(draft, open);
        if (comparison == PostedComparison.Different) return Differs(turn, draft);
        difference.Settled(draft, turn.Actor!.ObjectId);
        // By this an account's silence is measured.
        var today = JapaneseTime.DateOf(turns.Now);
        if (draft.AccountId is { } posted) endings.ActivityFor(posted, today).Posted(today);
        var say = turns.Language(turn);
        var said = say.Say(
            $"投稿済みにしました。{PostedWords.Proof(draft, CardLanguage.Ja)}", $"Recorded as posted. {PostedWords.Proof(draft, CardLanguage.En)}");
        // It stands in public all the same; the bot does not know whether that was agreed, and those who answer for it may not know of it.
        if (views.Shut(draft, say) is not { } shut) return Answer(turn, draft, "draft.posted", Proof(draft), said);
        difference.PostedWhileShut(draft, turn.Actor!.ObjectId, poster);
        return Answer(
            turn,
            draft,
            "draft.posted",
            Proof(draft),
            said + say.Say(
                $"{shut}所属長と担当課に知らせました。投稿を残すかどうかを、すぐに相談してください。",
                $" {shut} The head and the desk were told. Ask them at once whether it stays."),
            NoticeKind.Attention
        );
    }

    /// <summary>「このURLに直す」 on the finished card.</summary>
    public async Task<Reply> HandleCorrectUrl(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (posters.NameOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (draft.Status != DraftStatus.Posted) return turns.Refuse(turn, draft, Refusal.NotNow);
        var typed = PostInput.Of(turn.Action!);
        typed = typed with { LacksReason = typed.Reason.Trim().Length < Draft.MinUrlReason };
        if (!DraftTurns.IsCurrent(turn, draft)) return Refuse(turn, draft, typed, Refusal.OldRevision, PostField.Url);
        if (WhyNot(draft, typed, out var proof) is { } wrong)
            return Refuse(turn, draft, typed, wrong, wrong == Refusal.UrlOwnerUnknown ? PostField.Owner : PostField.Url);
        if (await IsUsedAsync(turn, draft, typed, cancellationToken)) return Refuse(turn, draft, typed, Refusal.UrlUsed, PostField.Url);
        var (before, after) = (draft.PostedUrl, PostAddress.Read(typed.Url)!.AbsoluteUri);
        if (draft.CorrectUrl(poster, after, proof, typed.Reason, turns.Now) is { } refusal)
            return Refuse(turn, draft, typed, refusal, refusal == Refusal.UrlReasonTooShort ? PostField.Reason : PostField.Url);
        return Answer(
            turn,
            draft,
            "draft.correctUrl",
            new
            {
                before,
                after,
                reason = typed.Reason,
                account = proof.ToString(),
            },
            turns.Language(turn).Say("投稿のURLを直しました。", "The address of the post was corrected.")
        );
    }

    private async Task<bool> IsUsedAsync(ParsedTurn turn, Draft draft, PostInput typed, CancellationToken cancellationToken) =>
        turn.Action![ApprovalFields.UrlSeen] != typed.Url
        && await reported.IsOfAnotherAsync(draft, PostAddress.Read(typed.Url)!, cancellationToken);

    /// <summary>Somebody else was quicker with the report: who, and what this press brought along is given back.</summary>
    private Reply Reported(ParsedTurn turn, Draft draft, PostInput typed)
    {
        var say = turns.Language(turn);
        var words = (typed.Url == draft.PostedUrl ? typed with { Url = "" } : typed).Words;
        var sentence =
            draft.Events.Last(happened => happened.Kind == DraftEventKind.Posted).What(turns.Now, say)
            + say.Say("することはありません。", " There is nothing to do.")
            + CardInHand.GivenBack(words, say);
        var card = views
            .Of(draft, turn.Actor!.ObjectId)
            .Fitting(view => PostingCard.For(view, CardParts.Notice(NoticeKind.Info, sentence)));
        if (draft.IsAuthor(turn.Actor!.ObjectId)) telling.AnswerAuthor(draft, card);
        return DraftTurns.Answer(turn, card, sentence);
    }

    /// <summary>A like leaves no text of ours; what was approved is the address.</summary>
    private Reply Liked(ParsedTurn turn, Draft draft, string poster, string address) =>
        draft.MarkPosted(poster, new PostedPress(address, draft.Current.Text, AccountProof.ByReporter, MediumOf(draft)), turns.Now, out _)
            is { } refusal
            ? turns.Refuse(turn, draft, refusal)
            : Answer(
                turn,
                draft,
                "draft.liked",
                new
                {
                    revision = draft.Current.Number,
                    hash = draft.ApprovedHash,
                    url = address,
                },
                turns.Language(turn).Say("「いいね」をしたことを記録しました。", "The like was recorded.")
            );

    /// <summary>
    /// What stands in public is something nobody approved: the poster sees where it differs, and those who answer for it are told in the
    /// same commit.
    /// </summary>
    private Reply Differs(ParsedTurn turn, Draft draft)
    {
        difference.Alarm(draft, turn.Actor!.ObjectId);
        return Answer(
            turn,
            draft,
            "draft.postedDiffers",
            Proof(draft),
            turns.Language(turn).Say(
                "投稿した本文が承認文と異なります。違うところを確かめ、異なる内容を投稿した場合は、すぐに所属長へ報告してください。",
                "The posted text is not the approved one. See where; if it was really posted so, report it to the head at once."),
            NoticeKind.Attention
        );
    }

    private Refusal? WhyNot(Draft draft, PostInput typed, out AccountProof proof)
    {
        proof = AccountProof.ByAddress;
        return addresses.Of(draft, typed.Url) switch
        {
            null when PostAddress.Read(typed.Url) is null => Refusal.UrlMissing,
            AddressProof.Account => null,
            null or AddressProof.Unknown => Vouched(typed, out proof),
            AddressProof.NotAnAddress => Refusal.UrlMissing,
            AddressProof.OtherMedium => Refusal.UrlOfOtherMedium,
            AddressProof.OtherAccount => Refusal.UrlOfOtherAccount,
            _ => Refusal.UrlNotAPost,
        };
    }

    private static Refusal? Vouched(PostInput typed, out AccountProof proof)
    {
        proof = AccountProof.ByReporter;
        return typed.IsOurs ? null : Refusal.UrlOwnerUnknown;
    }

    /// <summary>Somebody changed the text in the field to copy from, perhaps before copying it.</summary>
    private static bool IsCopyAltered(CardAction action, Draft draft) =>
        action[ApprovalFields.CopyText] is { Length: > 0 } copy
        && PostedText.Compare(draft.Current.Text, copy, Medium.Other).Comparison == PostedComparison.Different;

    private Medium MediumOf(Draft draft) => draft.AccountId is { } id && accounts.Find(id) is { } account ? account.Medium : Medium.Other;

    private static object Proof(Draft draft) => new
    {
        revision = draft.Current.Number, hash = draft.ApprovedHash, url = draft.Report!.Url, account = draft.Report.Account.ToString(),
        comparison = draft.Report.Comparison.ToString(), allowances = draft.Report.Allowances.Select(allowance => allowance.ToString()),
    };

    /// <summary>The author's own card, or for a colleague the card they work on.</summary>
    private Reply Answer(ParsedTurn turn, Draft draft, string action, object proof, string said, NoticeKind kind = NoticeKind.Done) =>
        draft.IsAuthor(turn.Actor!.ObjectId)
            ? turns.Done(turn, draft, action, proof, said, kind)
            : turns.DoneShowing(
                turn,
                draft,
                action,
                proof,
                views.Of(draft, turn.Actor!.ObjectId).Fitting(view => PostingCard.For(view, CardParts.Notice(kind, said)))
            );

    private Reply Refuse(ParsedTurn turn, Draft draft, PostInput typed, Refusal refusal, PostField? field)
    {
        var say = turns.Language(turn);
        var more = typed.LacksReason && refusal != Refusal.UrlReasonTooShort
            ? say.Say("", " ") + Refusal.UrlReasonTooShort.Sentence(draft, turns.Now, say)
            : "";
        var sentence = refusal.Sentence(draft, turns.Now, say) + more;
        var kept = typed with
        {
            Missing = field,
            IsOfOther = refusal == Refusal.UrlOfOtherAccount,
            IsUsed = refusal == Refusal.UrlUsed,
            AsksOwner = field == PostField.Owner || turn.Action!.Data.ContainsKey(ApprovalFields.PostedOurs),
        };
        var card = views
            .Of(draft, turn.Actor!.ObjectId)
            .Fitting(view => PostingCard.For(view, CardParts.Notice(NoticeKind.Attention, sentence), kept));
        if (refusal == Refusal.OldRevision && draft.IsAuthor(turn.Actor!.ObjectId)) telling.AnswerAuthor(draft, card);
        return DraftTurns.Answer(turn, card, sentence);
    }
}
