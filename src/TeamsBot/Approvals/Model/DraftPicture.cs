using System.Globalization;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Images;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Files;

namespace TeamsBot.Approvals.Model;

/// <summary>A picture of a draft: what was read of it and what its writer declared. The picture itself is never kept.</summary>
/// <param name="Number">Counts the draft's pictures from 1 and is never used again: 画像1.</param>
/// <param name="Source">Where it can be fetched again; null once the draft is closed, because the address may carry a right to
/// read.</param>
internal sealed record DraftPicture(int Number, PictureFacts Facts, SharedFile? Source)
{
    public const int MaxAltText = 200;

    /// <summary>
    /// The hash of the file as it was sent, where the location was taken out since and <see cref="Facts"/> are the copy's.
    /// </summary>
    public string? SentHash { get; init; }

    public ImageRights Rights { get; init; }

    public Faces Faces { get; init; }

    /// <summary>For people who cannot see it; goes out with the post.</summary>
    public string AltText { get; init; } = "";

    /// <summary>A flyer and no photo [asaka-3-3-3-3].</summary>
    public bool IsFlyer { get; init; }

    public string Label => Name(Number);

    /// <summary>The location was taken out, and the copy without it is what is approved.</summary>
    public bool IsCopy => SentHash is not null;

    public bool Is(string hash) => Facts.Hash == hash || SentHash == hash;

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"画像{number}");

    public AttachedImage ToAttached() => new(Label)
    {
        Rights = Rights, Faces = Faces, AltText = AltText, IsFlyer = IsFlyer, Facts = new ImageFacts(Facts.Place, Facts.TakenAt),
    };
}
