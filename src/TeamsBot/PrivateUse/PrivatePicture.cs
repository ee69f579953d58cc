using TeamsBot.Pictures;
using TeamsBot.Protocol.Files;

namespace TeamsBot.PrivateUse;

/// <summary>
/// A picture of a private check. Nothing of it is stored: its card carries it as <see cref="Token"/>, which only this process can read.
/// </summary>
/// <param name="SentHash">Of the picture as it was sent.</param>
/// <param name="Facts">Of the picture, or of the copy without location once one was made.</param>
internal sealed record PrivatePicture(int Number, SharedFile Source, string SentHash, PictureFacts Facts, string Token)
{
    /// <summary>Each carries a sealed address of up to two kilobytes, and a card has 24.</summary>
    public const int Most = 3;

    public bool IsCopy => Facts.Hash != SentHash;

    public string Label => $"画像{Number}";
}
