using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;
using TeamsBot.Documents;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// Pictures that come with a text, or after it: fetched, read, and noted with the draft. Whatever is wrong with one, the text and the
/// others are kept.
/// </summary>
internal sealed class AttachPictures(BotDbContext db, DraftTurns turns, DraftChecks checks, PictureReader pictures)
{
    /// <summary>A message that is nothing but pictures: they belong to the draft its sender is writing.</summary>
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await OpenDraftAsync(turn, cancellationToken) is not { } draft)
            return Reply.Say("画像を付ける下書きがありません。投稿する文章を、画像と一緒に送ってください。画像だけでは確認できません。");
        var before = draft.Pictures.Count;
        var problems = await AddAsync(turn, draft, cancellationToken);
        await checks.CheckAsync(draft, cancellationToken);
        turns.Done(turn, draft, "draft.pictures", Proof(draft), "");
        var added = draft.Pictures.Count - before;
        return Reply.Say(
            string.Join(
                '\n',
                problems.Prepend(
                    added > 0
                        ? $"下書き No.{draft.Number} に画像を{added}枚加えました。カードで、権利・写っている人・代替テキストを入力してください。"
                    : problems.Count == 0 ? $"下書き No.{draft.Number} に、同じ画像がすでにあります。"
                    : "画像は加えていません。"
                )
            )
        );
    }

    /// <summary>Adds the message's pictures to a draft that is being written.</summary>
    /// <returns>A sentence for each that could not be taken.</returns>
    public async Task<IReadOnlyList<string>> AddAsync(ParsedTurn turn, Draft draft, CancellationToken cancellationToken)
    {
        var files = turn.Files.Where(file => !DocumentFiles.IsDocument(file)).ToList();
        var taken = files.Take(PictureLimits.Most).ToList();
        var read = await pictures.ReadAsync(turn, taken, cancellationToken);
        var problems = new List<string>();
        foreach (var ((file, result), at) in taken.Zip(read).Select((pair, at) => (pair, at + 1)))
        {
            var problem = result.Facts is not { } facts
                ? result.Problem
                : draft.AddPicture(turn.Actor!.ObjectId, facts, file, turns.Now)?.Sentence(draft, turns.Now);
            if (problem is not null)
                problems.Add(files.Count == 1 ? $"{PictureWords.NotFetched}{problem}" : $"{at}枚目の{PictureWords.NotFetched}{problem}");
        }

        problems.AddRange(
            turn.Files.Where(DocumentFiles.IsDocument)
                .Select(file => DocumentFiles.IsReadable(file) ? DocumentWords.LeftOut(file.Name) : DocumentWords.NotRead(file.Name))
        );
        if (files.Count > taken.Count) problems.Add(Refusal.TooManyPictures.Sentence(draft, turns.Now));
        return problems;
    }

    public static object Proof(Draft draft) =>
        new
        {
            revision = draft.Current.Number,
            hash = draft.CurrentHash,
            pictures = draft.Pictures.Select(picture => picture.Facts.Hash).ToArray(),
        };

    /// <summary>
    /// The draft the sender wrote last and has in hand; in a channel the one of that thread. One that is with reviewers is not changed by a
    /// stray picture.
    /// </summary>
    private async Task<Draft?> OpenDraftAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (tenant, author, thread) = (
            turn.Actor!.TenantId,
            turn.Actor.ObjectId,
            turn.IsPersonal ? null : turn.Conversation.ConversationId
        );
        var number = await db
            .Drafts.Where(draft =>
                draft.TenantId == tenant
                && draft.AuthorId == author
                && (thread == null || draft.ThreadId == thread)
                && (draft.Status == DraftStatus.Composing || draft.Status == DraftStatus.Returned || draft.Status == DraftStatus.Expired)
            )
            .OrderByDescending(draft => draft.ChangedAt)
            .ThenByDescending(draft => draft.Number)
            .Select(draft => (int?)draft.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return number is { } found ? await db.FindDraftAsync(found, tenant, cancellationToken) : null;
    }
}
