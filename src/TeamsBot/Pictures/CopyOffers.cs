using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Pictures;

/// <summary>
/// Gives the copy without location back to its person: Teams asks whether it may be put into their OneDrive, and only then the copy is made
/// and put (protocol.md 5.5). Nothing is kept between the two but who asked for what.
/// </summary>
internal sealed class CopyOffers(
    BotDbContext db,
    OutboxWriter outbox,
    PictureReader pictures,
    FileClient files,
    IEnumerable<CopyOwner> owners,
    TimeProvider time
)
{
    public const string Explanation = "次のメッセージで「許可」を押すと、位置情報を消した写しがあなたのOneDriveに入ります。投稿にはその写しを使ってください。";

    private const string Over = "この写しはもう用意できません。画像をもう一度送ってください。";

    /// <param name="owner">The feature that answers for it, a <see cref="CopyOwner.Name"/>.</param>
    /// <param name="id">How that feature finds the picture again; the client can read it.</param>
    public void Offer(Address person, string owner, string id, string name, int size)
    {
        var offer = new CopyOffer(owner, id, Guid.NewGuid().ToString("N"));
        outbox.Attach(person, FileConsent.Ask(name, "位置情報だけを消した写しです。画質は変わりません。", size, offer.Context), "位置情報を消した写し", offer.Key);
    }

    /// <summary>
    /// The person accepted or declined. Which message the answer names decides nothing: the offer is known by what only it holds, and its
    /// message by where the bot put it.
    /// </summary>
    public async Task<Reply> HandleConsent(IServiceProvider services, ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is null || !turn.IsPersonal || FileConsent.Read(turn.Activity) is not { } consent) return Reply.None;
        if (CopyOffer.Read(consent.Context) is not { } offer || !await IsOpenAsync(Address.Of(turn), offer, cancellationToken))
            return Reply.Say(Over);
        if (!consent.IsAccepted) return Close(turn, offer, "位置情報を消した写しは、保存しませんでした。");
        if (
            owners.FirstOrDefault(known => known.Name == offer.Owner) is not { } owner
            || await owner.Find(services, turn, offer.Id, cancellationToken) is not { } source
        )
            return Reply.Say(Over);
        var done = await pictures.CleanAsync(
            turn,
            source.File,
            source.Hash,
            async copy =>
                await files.UploadAsync(consent.UploadUrl, copy, PictureLimits.PutWithin, cancellationToken) is null
                    ? null
                    : "写しをOneDriveに保存できませんでした。少し待ってから、もう一度お試しください。",
            cancellationToken
        );
        if (done.Problem is { } problem) return Reply.Say(problem);
        Close(turn, offer, "位置情報を消した写しを、OneDriveに保存しました。");
        outbox.Attach(Address.Of(turn), consent.ToInfo(), "位置情報を消した写しを保存しました");
        return Reply.None;
    }

    /// <summary>
    /// This person was offered it in this chat, and has not answered. The place of an offer is noted a moment after it was seen.
    /// </summary>
    private async Task<bool> IsOpenAsync(Address here, CopyOffer offer, CancellationToken cancellationToken)
    {
        if (db.FindInboxEntry(offer.Answered(here)) is not null) return false;
        if (db.FindPostedCard(here, offer.Key) is { } posted) return posted.Version == 0;
        var key = offer.Key;
        return await db.OutboxMessages.AnyAsync(message => message.Subject == key && message.Address == here, cancellationToken);
    }

    /// <summary>
    /// The offer is settled and its buttons must not stand there any longer (protocol.md 5.5). Of two answers at once the second finds the
    /// first.
    /// </summary>
    private Reply Close(ParsedTurn turn, CopyOffer offer, string said)
    {
        var here = Address.Of(turn);
        db.KeepDone(offer.Answered(here), time.GetUtcNow());
        outbox.Show(here, offer.Key, 1, CardParts.Card([CardParts.Line(said)], said), said);
        return Reply.None;
    }
}

/// <summary>A feature that has pictures: finds the one an offer was about, if it is this person's.</summary>
internal sealed record CopyOwner(string Name, Func<IServiceProvider, ParsedTurn, string, CancellationToken, Task<CopySource?>> Find);

/// <param name="Hash">Of the picture as it was sent, with its location.</param>
internal sealed record CopySource(SharedFile File, string Hash);
