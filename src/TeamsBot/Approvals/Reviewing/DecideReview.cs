using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Reviewing;

/// <summary>
/// A second reviewer or a head answers. Who they are and what is asked of them comes from the database, never from the card.
/// </summary>
internal sealed class DecideReview(
    DraftTurns turns,
    DraftViews views,
    RouteRenewal renewal,
    StandingRegister standing,
    AuthorNotes notes,
    Pack pack
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return await turns.NotYoursAsync(turn, cancellationToken);
        var (actor, action) = (turn.Actor!.ObjectId, turn.Action!);
        // Before anything is looked at: the question may end in this very press.
        if (draft.OpenReviewOf(actor) is null) KeepWords(turn, draft);
        // The right to decide is read at the press. Who has lost it is refused, and others are asked in their place.
        if (renewal.Renew(draft) && draft.OpenReviewOf(actor) is null) return Lost(turn, draft);
        if (draft.Expire(turns.Now, DraftReminders.DeadlineOf(draft, pack)))
        {
            KeepWords(turn, draft);
            return turns.Expired(turn, draft);
        }

        if (Chosen.Of<Decision>(action[ApprovalFields.Decision]) is not { } decision) return turns.Refuse(turn, draft, Refusal.OldRevision);
        var review = draft.OpenReviewOf(actor);
        var press = ReviewPress.Read(action, decision, draft, review, pack.Approval);
        // Judged anew: the head may have ended the range or taken the document out meanwhile, or its day has come. The second person is the
        // one who presses.
        var verdict = press.Verdict with
        {
            Standing = standing.Judge(draft, views.PostingOf(draft), hasSecondPerson: true),
            // Only an approval is of the whole text; to see whether the card holds it, the card is drawn.
            IsTextCut = decision == Decision.Approve && review is not null && WholeTextSection.IsCut(views.Of(draft, actor), review),
        };
        if (decision == Decision.Approve && review is { IsOpen: true } && views.Shut(draft, turns.Language(turn)) is not null)
            return Refuse(turn, draft, review, press, Refusal.AccountShut);
        if (press.NeedsSecond) return First(turn, draft, review, press with { Verdict = verdict });
        if (draft.Decide(actor, verdict, turns.Now) is { } refusal) return Refuse(turn, draft, review, press, refusal);
        // The head's note stands on the author's next card; after a check that card speaks of others, so the note is a message.
        if (review!.Step == RouteStep.SecondReview) notes.Send(draft, actor, press.Note);
        return turns.Done(turn, draft, $"draft.{Name(decision)}", Proof(draft, review), Said(draft, decision, turns.Language(turn)));
    }

    /// <summary>The first of two presses: nothing is approved, the final text is shown [ward-4-9, asaka-2-3b].</summary>
    private Reply First(ParsedTurn turn, Draft draft, Review? review, ReviewPress press) =>
        draft.ShowFinal(turn.Actor!.ObjectId, press.Verdict, turns.Now) is { } refusal
            ? Refuse(turn, draft, review, press, refusal)
            : turns.Done(
                turn,
                draft,
                "draft.showFinal",
                Proof(draft, review!),
                turns
                    .Language(turn)
                    .Say("まだ承認されていません。下のボタンを押すと承認されます。", "Not approved yet. The button below approves it."),
                NoticeKind.Info
            );

    /// <summary>「戻って見直す」.</summary>
    public async Task<Reply> HandleBack(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return await turns.NotYoursAsync(turn, cancellationToken);
        return draft.TakeBackFinal(turn.Actor!.ObjectId, turns.Now) is { } refusal
            ? turns.Refuse(turn, draft, refusal)
            : turns.Done(
                turn,
                draft,
                "draft.reviewAgain",
                new { revision = draft.Current.Number, hash = draft.CurrentHash },
                turns.Language(turn).Say("承認を取りやめ、確認に戻りました。", "Not approved; back to the review."),
                NoticeKind.Info
            );
    }

    private Reply Lost(ParsedTurn turn, Draft draft)
    {
        KeepWords(turn, draft);
        turns.RecordRefused(turn, draft, Refusal.NotAssigned);
        return turns.Refuse(turn, draft, Refusal.NotAssigned);
    }

    /// <summary>The press is no answer any more; what came with it stays with the presser until they send or leave it.</summary>
    private static void KeepWords(ParsedTurn turn, Draft draft)
    {
        var me = turn.Actor!.ObjectId;
        if (draft.IsAuthor(me) || !draft.Holders.Any(holder => PersonId.IsSame(holder, me))) return;
        if (ReviewPress.Words(turn.Action!, draft) is { Length: > 0 } words) draft.KeepUnsent(me, words);
    }

    /// <summary>The head's answer about blocking findings.</summary>
    public async Task<Reply> HandleLift(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return await turns.NotYoursAsync(turn, cancellationToken);
        var (action, isGranted) = (turn.Action!, turn.Action![ApprovalFields.Decision] == "grant");
        var reason = DraftInput.Reason(action[ApprovalFields.Reason]);
        if (renewal.Renew(draft) && !draft.LiftReviewers.Any(head => PersonId.IsSame(head.ObjectId, turn.Actor!.ObjectId)))
            return Lost(turn, draft);
        if (
            !draft.IsLiftAsked
            && draft.Ended() is not null
            && draft.Holders.Any(holder => PersonId.IsSame(holder, turn.Actor!.ObjectId))
            && !draft.IsAuthor(turn.Actor!.ObjectId)
        )
        {
            KeepWords(turn, draft);
            return turns.Refuse(turn, draft, Refusal.AlreadyDecided);
        }

        if (!DraftTurns.IsCurrent(turn, draft) || action["hash"] != draft.CurrentHash) return Again(Refusal.OldRevision);
        if (draft.Lift(turn.Actor!.ObjectId, isGranted, reason, DraftTurns.RevisionOf(action), turns.Now) is { } refusal)
        {
            turns.RecordRefused(turn, draft, refusal);
            return Again(refusal);
        }

        return turns.Done(
            turn,
            draft,
            isGranted ? "draft.lift" : "draft.refuseLift",
            new
            {
                revision = draft.Current.Number,
                hash = draft.CurrentHash,
                reason,
            },
            isGranted
                ? turns
                    .Language(turn)
                    .Say(
                        "例外として認めました。起案者が確認に回せるようになりました。",
                        "Allowed as an exception. The writer can hand it in now."
                    )
                : turns
                    .Language(turn)
                    .Say("例外を認めないことを起案者に伝えました。", "The writer was told that the exception is not allowed.")
        );

        // Whoever is still asked finds the reason where it was typed.
        Reply Again(Refusal refusal)
        {
            var me = turn.Actor!.ObjectId;
            if (!draft.LiftReviewers.Any(head => PersonId.IsSame(head.ObjectId, me)) || draft.IsAuthor(me))
                return turns.Refuse(turn, draft, refusal);
            draft.Begin(me);
            var (view, sentence) = (views.Of(draft, me), refusal.Sentence(draft, turns.Now, turns.Language(turn)));
            var notice = CardParts.Notice(NoticeKind.Attention, sentence);
            return DraftTurns.Answer(
                turn,
                view.Fitting(fitted => LiftCard.For(fitted, notice, reason, refusal == Refusal.LiftAnswerTooShort)),
                sentence
            );
        }
    }

    /// <summary>
    /// What was typed and ticked stays on the card, with what is missing said above the button and marked in its field (protocol.md 4.3
    /// rule 9).
    /// </summary>
    private Reply Refuse(ParsedTurn turn, Draft draft, Review? review, ReviewPress press, Refusal refusal)
    {
        turns.RecordRefused(turn, draft, refusal);
        if (review is not { IsOpen: true }) return turns.Refuse(turn, draft, refusal);
        draft.Begin(turn.Actor!.ObjectId);
        var view = views.Of(draft, turn.Actor!.ObjectId);
        var (input, sentence) = refusal switch
        {
            Refusal.ChecklistIncomplete or Refusal.GateUnmet => (press.Input, Lacking(press.Input, review, view.Language)),
            Refusal.ReasonTooShort or Refusal.RejectionReasonTooShort => (
                press.Input with
                {
                    Problems = [new GateProblem(ApprovalFields.Reason, "", "")],
                },
                refusal.Sentence(draft, turns.Now, view.Language)
            ),
            Refusal.WordsOfReturn => (
                press.Input with
                {
                    IsReturning = true,
                    IsAsked = true,
                },
                refusal.Sentence(draft, turns.Now, view.Language)
            ),
            Refusal.AccountShut => (press.Input, turns.Sentence(turn, draft, refusal)),
            _ => (press.Input, refusal.Sentence(draft, turns.Now, view.Language)),
        };
        var card = view.Fitting(fitted => ReviewerCard.For(fitted, review, CardParts.Notice(NoticeKind.Attention, sentence), input));
        return DraftTurns.Answer(turn, card, sentence);
    }

    /// <summary>
    /// How many fields are marked, and the first of them in words: a client that cannot take the card back reads which field is meant.
    /// </summary>
    private static string Lacking(ReviewInput input, Review review, CardLanguage language)
    {
        var (count, first) = (input.Problems.Count, input.Problems[0]);
        var not =
            review.Step == RouteStep.SecondReview
                ? language.Say("まだ確認済みにしていません。", "Not marked as checked yet. ")
                : language.Say("まだ承認していません。", "Not approved yet. ");
        return not + language.Say($"▲の{count}か所が残っています。{first.Sentence}", $"{count} marked ▲ are left. {first.InEnglish}");
    }

    private static string Name(Decision decision) => decision switch
    {
        Decision.Approve => "approve",
        Decision.RequestChanges => "return",
        _ => "reject",
    };

    private static object Proof(Draft draft, Review review) => new
    {
        revision = review.RevisionNumber,
        hash = draft.CurrentHash,
        step = review.Step.ToString(),
        reason = review.Reason,
        onBehalfOf = review.OnBehalfOf,
        // The ticked lines are words of the post, which the trail does not keep; the hash says which text they were.
        answers = review.Answers is { } given
            ? new
            {
                given.Compliance,
                given.Impact,
                given.Basis,
                given.Comment,
                facts = given.Ticked.Count,
                items = given.Items.Count,
                ticks = given.On.Count,
                given.Statement,
            }
            : null,
        textHash = review.Shown?.TextHash,
        standing = draft.Status == DraftStatus.Approved ? draft.Route?.Standing : null,
    };

    private static string Said(Draft draft, Decision decision, CardLanguage say) => (decision, draft.Status) switch
    {
        (Decision.Approve, DraftStatus.AwaitingDecision) => say.Say(
            "確認済みにしました。決裁へ進みます。まだ投稿はされません。",
            "Marked as checked. The head decides next; nothing is posted yet."
        ),
        (Decision.Approve, _) => say.Say(
            "承認しました。起案者が投稿します。まだ投稿はされていません。",
            "Approved. The writer posts it; it is not posted yet."
        ),
        (Decision.RequestChanges, _) => say.Say("差し戻しました。理由を起案者に伝えました。", "Returned. The writer was told why."),
        _ => say.Say("却下しました。理由を起案者に伝えました。", "Rejected. The writer was told why."),
    };
}
