using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.PrivateUse;

/// <summary>
/// Seals what a card must carry of a picture so that a person cannot have the bot fetch another address than that of a picture they sent.
/// The key lives as long as the process and is written nowhere: after a restart a picture has to be sent again.
/// </summary>
internal sealed class PictureSeal
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>A token is of some kilobytes; longer text is none of ours.</summary>
    private const int MaxToken = 16 * 1024;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public PrivatePicture Seal(int number, SharedFile source, string sentHash, PictureFacts facts, Actor owner)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Content(number, source, sentHash, facts));
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            sealedBytes.AsSpan(0, NonceLength),
            plain,
            sealedBytes.AsSpan(NonceLength + TagLength),
            sealedBytes.AsSpan(NonceLength, TagLength),
            OwnerBytes(owner)
        );
        return new PrivatePicture(number, source, sentHash, facts, Convert.ToBase64String(sealedBytes));
    }

    /// <summary>The picture in a token that was sealed for this person by this process, or null.</summary>
    public PrivatePicture? Open(string token, Actor owner)
    {
        if (token.Length is 0 or > MaxToken) return null;
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length <= NonceLength + TagLength) return null;
        var plain = new byte[length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(
                bytes.AsSpan(0, NonceLength),
                bytes.AsSpan(NonceLength + TagLength, plain.Length),
                bytes.AsSpan(NonceLength, TagLength),
                plain,
                OwnerBytes(owner)
            );
        }
        catch (CryptographicException)
        {
            // Of an earlier process, of somebody else, or edited by hand.
            return null;
        }

        return JsonSerializer.Deserialize<Content>(plain) is { } content
            ? new PrivatePicture(content.Number, content.Source, content.SentHash, content.Facts, token)
            : null;
    }

    private static byte[] OwnerBytes(Actor owner) => Encoding.UTF8.GetBytes($"{owner.TenantId}/{owner.ObjectId}".ToLowerInvariant());

    private sealed record Content(int Number, SharedFile Source, string SentHash, PictureFacts Facts);
}
