using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The writer takes a picture out again, or has its location removed: the copy without it becomes the draft's picture and is offered to the
/// writer, who posts that one [private-3-4-4b].
/// </summary>
internal sealed class ChangePicture(
    DraftTurns turns,
    CheckDraft check,
    AuthorReplies replies,
    DraftChecks checks,
    PictureReader pictures,
    CopyOffers copies
)
{
    /// <summary>The owner of offers; see <see cref="PicturesFeature.AddCopyOwner"/>.</summary>
    public const string Owner = "draft";

    public async Task<Reply> HandleDrop(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, typed) = (draft.Stamp, AuthorInput.Of(turn.Action!, draft));
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } problem)
            return replies.Refuse(turn, draft, problem, stamp, CheckDraft.Proof(draft), typed);
        var number = PictureInput.NumberOf(turn.Action!);
        if (draft.DropPicture(turn.Actor!.ObjectId, number, turns.Now) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, CheckDraft.Proof(draft), typed);
        await checks.CheckAsync(draft, cancellationToken);
        return turns.Done(turn, draft, "draft.pictures", AttachPictures.Proof(draft), $"{DraftPicture.Name(number)}を外しました。");
    }

    public async Task<Reply> HandleRemoveLocation(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, typed) = (draft.Stamp, AuthorInput.Of(turn.Action!, draft));
        if (await check.SaveAsync(turn, draft, cancellationToken) is { } problem)
            return replies.Refuse(turn, draft, problem, stamp, CheckDraft.Proof(draft), typed);
        if (
            draft.Pictures.FirstOrDefault(candidate => candidate.Number == PictureInput.NumberOf(turn.Action!))
            is not { Source: { } source } picture
        )
            return replies.Refuse(turn, draft, Refusal.NoSuchPicture, stamp, CheckDraft.Proof(draft), typed);
        var copy = await pictures.CleanAsync(turn, source, picture.SentHash ?? picture.Facts.Hash, use: null, cancellationToken);
        if (copy.Facts is not { } facts)
            return turns.Done(turn, draft, "draft.check", CheckDraft.Proof(draft), copy.Problem!, NoticeKind.Attention);
        if (draft.RemoveLocation(turn.Actor!.ObjectId, picture.Number, facts, turns.Now) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, CheckDraft.Proof(draft), typed);
        await checks.CheckAsync(draft, cancellationToken);
        copies.Offer(
            Address.Person(draft.TenantId, draft.AuthorId),
            Owner,
            string.Create(CultureInfo.InvariantCulture, $"{draft.Number}:{picture.Number}"),
            CopyName(draft, picture, facts),
            facts.Size
        );
        return turns.Done(
            turn,
            draft,
            "draft.removeLocation",
            AttachPictures.Proof(draft),
            $"{picture.Label}の位置情報を消しました。{CopyOffers.Explanation}"
        );
    }

    /// <summary>The picture an offer was about, for the draft's writer only.</summary>
    public async Task<CopySource?> FindAsync(ParsedTurn turn, string id, CancellationToken cancellationToken)
    {
        if (
            id.Split(':') is not [var draftNumber, var number]
            || await turns.FindAsync(turn, draftNumber, cancellationToken) is not { } draft
            || !draft.IsAuthor(turn.Actor!.ObjectId)
        )
            return null;
        return
            draft.Pictures.FirstOrDefault(picture => picture.Number.ToString(CultureInfo.InvariantCulture) == number)
                is { Source: { } source, SentHash: { } sent }
            ? new CopySource(source, sent)
            : null;
    }

    private static string CopyName(Draft draft, DraftPicture picture, PictureFacts facts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"No{draft.Number}-画像{picture.Number}-位置情報なし.{(facts.Format == Checks.Images.ImageFormat.Png ? "png" : "jpg")}"
        );
}
