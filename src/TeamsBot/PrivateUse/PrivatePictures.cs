using System.Globalization;
using TeamsBot.Audit;
using TeamsBot.Checks.Images;
using TeamsBot.Conversations;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.PrivateUse;

/// <summary>
/// The pictures of a private check: read when they are sent, carried by the card, cleaned and given back on request, stored nowhere
/// [private-3-4-4a, private-3-4-4b].
/// </summary>
internal sealed class PrivatePictures(PictureReader pictures, PictureSeal seal, CopyOffers copies, AuditTrail audit)
{
    /// <summary>The owner of offers; see <see cref="PicturesFeature.AddCopyOwner"/>.</summary>
    public const string Owner = "private";

    /// <summary>What can be read of the message's pictures, and a sentence for each that cannot.</summary>
    public async Task<(IReadOnlyList<PrivatePicture> Pictures, IReadOnlyList<string> Problems)> ReadAsync(
        ParsedTurn turn,
        CancellationToken cancellationToken
    )
    {
        var files = turn.Files;
        var read = await pictures.ReadAsync(turn, [.. files.Take(PrivatePicture.Most)], cancellationToken);
        var (taken, problems) = (new List<PrivatePicture>(), new List<string>());
        foreach (var (file, result) in files.Zip(read))
        {
            if (result.Facts is { } facts) taken.Add(seal.Seal(taken.Count + 1, file, facts.Hash, facts, turn.Actor!));
            else problems.Add($"{PictureWords.NotFetched}{result.Problem}");
        }

        if (files.Count > PrivatePicture.Most)
            problems.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"画像は一度に{PrivatePicture.Most}枚まで点検できます。残りは分けて送ってください。"
                )
            );
        return (taken, problems);
    }

    /// <summary>The pictures the card carries back. One of an earlier start of the bot cannot be read any more and is left out.</summary>
    public IReadOnlyList<PrivatePicture> On(CardAction action, Actor actor) =>
        [
            .. Enumerable
                .Range(1, PrivatePicture.Most)
                .Select(number => seal.Open(action[PrivateFields.Picture(number)], actor))
                .OfType<PrivatePicture>(),
        ];

    /// <summary>Makes sure that a copy without location can be had, and offers it.</summary>
    /// <returns>The picture as it is then, or a sentence.</returns>
    public async Task<(PrivatePicture? Picture, string? Problem)> RemoveLocationAsync(
        ParsedTurn turn,
        PrivatePicture picture,
        CancellationToken cancellationToken
    )
    {
        var copy = await pictures.CleanAsync(turn, picture.Source, picture.SentHash, use: null, cancellationToken);
        if (copy.Facts is not { } facts) return (null, copy.Problem);
        var cleaned = seal.Seal(picture.Number, picture.Source, picture.SentHash, facts, turn.Actor!);
        copies.Offer(Address.Of(turn), Owner, cleaned.Token, $"位置情報なし.{(facts.Format == ImageFormat.Png ? "png" : "jpg")}", facts.Size);
        audit.Record(turn.Actor, "private.removeLocation", "private");
        return (cleaned, null);
    }
}
