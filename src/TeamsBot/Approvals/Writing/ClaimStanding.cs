using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The writer claims a range approved ahead for a draft, or takes the claim back. The card says at once how it counts; handing in judges it
/// anew.
/// </summary>
internal sealed class ClaimStanding(
    DraftTurns turns,
    CheckDraft check,
    AuthorReplies replies,
    DraftViews views,
    DraftChecks checks,
    Pack pack
)
{
    /// <summary>Takes the account and the rest from the author's card first, because the ranges are the account's.</summary>
    public async Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, typed) = (draft.Stamp, AuthorInput.Of(turn.Action!, draft));
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, CheckDraft.Proof(draft), typed);
        if (draft.AccountId is null) return replies.Refuse(turn, draft, Refusal.NoAccount, stamp, CheckDraft.Proof(draft), typed);
        if (draft.MayClaim is false) return replies.Refuse(turn, draft, Refusal.NotNow, stamp, CheckDraft.Proof(draft), typed);
        var card = ClaimCard.For(views.Of(draft, turn.Actor!.ObjectId));
        return draft.Stamp == stamp
            ? turns.Privately(turn, card)
            : turns.DoneShowing(turn, draft, "draft.check", CheckDraft.Proof(draft), card);
    }

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (!DraftTurns.IsCurrent(turn, draft)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        var claim = pack.Approval?.Range(turn.Action![StandingFields.Range]) is { } range ? Read(turn.Action, range.Id) : null;
        if (draft.ClaimRange(turn.Actor!.ObjectId, claim, turns.Now) is { } refusal) return turns.Refuse(turn, draft, refusal);
        await checks.CheckAsync(draft, cancellationToken);
        var use = views.Judge(draft);
        return turns.Done(
            turn,
            draft,
            "draft.claim",
            new
            {
                revision = draft.Current.Number,
                hash = draft.CurrentHash,
                range = claim?.RangeId,
                holds = use?.Holds,
            },
            use is null
                ? turns
                    .Language(turn)
                    .Say("事前承認の範囲を使わずに、決裁まで回します。", "No approval given ahead is used; it goes to the decision.")
                : turns.Language(turn).Say("事前承認の範囲を保存しました。確認に回せます。", "Saved. It can be sent for review."),
            NoticeKind.Info
        );
    }

    private static StandingClaim Read(CardAction action, string range) =>
        new(
            range,
            Field(action, StandingFields.Where(range), ClaimCard.MaxField),
            Field(action, StandingFields.Published(range), ClaimCard.MaxPublished),
            Field(action, StandingFields.Law(range), ClaimCard.MaxField),
            Field(action, StandingFields.DocumentNumber(range), ClaimCard.MaxField),
            DateOnly.TryParseExact(
                action[StandingFields.DocumentOn(range)].Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : null
        );

    private static string Field(CardAction action, string name, int length) => TypedText.Of(action[name], length);
}
