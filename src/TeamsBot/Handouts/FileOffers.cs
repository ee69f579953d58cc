using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Handouts;

/// <summary>
/// Gives a file to a person: Teams asks whether it may be put into their OneDrive, and only then it is made and put (protocol.md 5.5).
/// Nothing is kept between the two but who asked for what.
/// </summary>
internal sealed class FileOffers(
    BotDbContext db, OutboxWriter outbox, FileClient files, IEnumerable<FileOwner> owners, TimeProvider time)
{
    /// <summary>Longest time a file is waited for on its way to OneDrive.</summary>
    public static readonly TimeSpan PutWithin = TimeSpan.FromSeconds(5);

    /// <param name="owner">The feature that answers for it, a <see cref="FileOwner.Name"/>.</param>
    /// <param name="id">How that feature finds it again; the client can read it.</param>
    public void Offer(Address person, string owner, string id, OfferedFile file)
    {
        var offer = new FileOffer(owner, id, Guid.NewGuid().ToString("N"));
        var words = owners.First(known => known.Name == owner).Words;
        outbox.Attach(person, FileConsent.Ask(file.Name, file.Description, file.Size, offer.Context), words.Title, offer.Key);
    }

    /// <summary>
    /// The person accepted or declined. Which message the answer names decides nothing: the offer is known by what only it holds, and its
    /// message by where the bot put it.
    /// </summary>
    public async Task<Reply> HandleConsent(IServiceProvider services, ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is null || !turn.IsPersonal || FileConsent.Read(turn.Activity) is not { } consent) return Reply.None;
        if (FileOffer.Read(consent.Context) is not { } offer || owners.FirstOrDefault(known => known.Name == offer.Owner) is not { } owner)
            return Reply.Say(FileWords.Nobodys);
        if (!await IsOpenAsync(Address.Of(turn), offer, cancellationToken)) return Reply.Say(owner.Words.Over);
        if (!consent.IsAccepted) return Close(turn, offer, owner.Words.Declined);
        if (await owner.Give(services, turn, offer.Id, PutAsync, cancellationToken) is { } problem) return Reply.Say(problem);
        Close(turn, offer, owner.Words.Saved);
        outbox.Attach(Address.Of(turn), consent.ToInfo(), owner.Words.SavedNotice);
        return Reply.None;

        async Task<string?> PutAsync(byte[] bytes) =>
            await files.UploadAsync(consent.UploadUrl, bytes, PutWithin, cancellationToken) is null ? null : owner.Words.NotPut;
    }

    /// <summary>
    /// This person was offered it in this chat, and has not answered. The place of an offer is noted a moment after it was seen.
    /// </summary>
    private async Task<bool> IsOpenAsync(Address here, FileOffer offer, CancellationToken cancellationToken)
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
    private Reply Close(ParsedTurn turn, FileOffer offer, string said)
    {
        var here = Address.Of(turn);
        db.KeepDone(offer.Answered(here), time.GetUtcNow());
        outbox.Show(here, offer.Key, 1, CardParts.Card([CardParts.Line(said)], said), said);
        return Reply.None;
    }
}

/// <param name="Size">In bytes, as Teams shows it.</param>
internal sealed record OfferedFile(string Name, string Description, long Size);
