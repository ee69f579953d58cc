using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Pictures;

/// <summary>
/// Gives the copy without location back to its person: Teams asks whether it may be put into their OneDrive, and only then the copy is made and put
/// (protocol.md 5.5). Nothing is kept between the two but who asked for what.
/// </summary>
internal sealed class CopyOffers(OutboxWriter outbox, PictureReader pictures, FileClient files, IEnumerable<CopyOwner> owners)
{
    public const string Explanation = "次のメッセージで「許可」を押すと、位置情報を消した写しがあなたのOneDriveに入ります。投稿にはその写しを使ってください。";

    /// <param name="owner">The feature that answers for it, a <see cref="CopyOwner.Name"/>.</param>
    /// <param name="id">How that feature finds the picture again; the client can read it.</param>
    public void Offer(Address person, string owner, string id, string name, int size) =>
        outbox.Attach(person, FileConsent.Ask(name, "位置情報だけを消した写しです。画質は変わりません。", size, $"{owner}:{id}"), "位置情報を消した写し");

    /// <summary>The person accepted or declined.</summary>
    public async Task<Reply> HandleConsent(IServiceProvider services, ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is null || FileConsent.Read(turn.Activity) is not { } consent) return Reply.None;
        if (!consent.IsAccepted) return Close(turn, "位置情報を消した写しは、保存しませんでした。");
        var (owner, id) = consent.Context.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (consent.Context[..at], consent.Context[(at + 1)..]) : ("", "");
        if (owners.FirstOrDefault(known => known.Name == owner) is not { } known || await known.Find(services, turn, id, cancellationToken) is not { } source) return Reply.Say("この写しはもう用意できません。画像をもう一度送ってください。");
        var done = await pictures.CleanAsync(source.File, source.Hash, turn.Conversation.ServiceUrl, async copy =>
            await files.UploadAsync(consent.UploadUrl, copy, PictureLimits.PutWithin, cancellationToken) is null ? null : "写しをOneDriveに保存できませんでした。少し待ってから、もう一度お試しください。", cancellationToken);
        if (done.Problem is { } problem) return Reply.Say(problem);
        Close(turn, "位置情報を消した写しを、OneDriveに保存しました。");
        outbox.Attach(Address.Of(turn), consent.ToInfo(), "位置情報を消した写しを保存しました");
        return Reply.None;
    }

    /// <summary>The offer is settled and its buttons must not stand there any longer (protocol.md 5.5).</summary>
    private Reply Close(ParsedTurn turn, string said)
    {
        if (turn.Activity.ReplyToId is not { Length: > 0 } offer) return Reply.Say(said);
        var (here, key) = (Address.Of(turn), $"offer:{offer}");
        outbox.CardIsAt(here, key, turn.Conversation.ConversationId, offer);
        outbox.Show(here, key, 1, CardParts.Card([CardParts.Line(said)], said), said);
        return Reply.None;
    }
}

/// <summary>A feature that has pictures: finds the one an offer was about, if it is this person's.</summary>
internal sealed record CopyOwner(string Name, Func<IServiceProvider, ParsedTurn, string, CancellationToken, Task<CopySource?>> Find);

/// <param name="Hash">Of the picture as it was sent, with its location.</param>
internal sealed record CopySource(SharedFile File, string Hash);
