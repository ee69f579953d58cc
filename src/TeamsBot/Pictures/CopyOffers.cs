using TeamsBot.Conversations;
using TeamsBot.Handouts;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Pictures;

/// <summary>Gives the copy without location back to its person, by <see cref="FileOffers"/>; it is made when they accept.</summary>
internal sealed class CopyOffers(FileOffers offers)
{
    public const string Explanation = "次のメッセージで「許可」を押すと、位置情報を消した写しがあなたのOneDriveに入ります。投稿にはその写しを使ってください。";

    private static readonly FileWords Words = new(
        "位置情報を消した写し",
        "位置情報を消した写しは、保存しませんでした。",
        "位置情報を消した写しを、OneDriveに保存しました。",
        "位置情報を消した写しを保存しました",
        "この写しはもう用意できません。画像をもう一度送ってください。",
        "写しをOneDriveに保存できませんでした。少し待ってから、もう一度お試しください。");

    /// <param name="owner">The feature that answers for it, the name of its <see cref="Owner"/>.</param>
    /// <param name="id">How that feature finds the picture again; the client can read it.</param>
    public void Offer(Address person, string owner, string id, string name, int size) =>
        offers.Offer(person, owner, id, new OfferedFile(name, "位置情報だけを消した写しです。画質は変わりません。", size));

    /// <summary>Makes the copy of what an offer of a feature was about.</summary>
    public static FileOwner Owner(string name, Func<IServiceProvider, ParsedTurn, string, CancellationToken, Task<CopySource?>> find) =>
        new(name, Words, async (provider, turn, id, put, cancellationToken) =>
        {
            if (await find(provider, turn, id, cancellationToken) is not { } source) return Words.Over;
            var pictures = provider.GetRequiredService<PictureReader>();
            return (await pictures.CleanAsync(turn, source.File, source.Hash, put, cancellationToken)).Problem;
        });
}

/// <param name="Hash">Of the picture as it was sent, with its location.</param>
internal sealed record CopySource(SharedFile File, string Hash);
