using TeamsBot.Checks.Images;

namespace TeamsBot.Pictures;

/// <summary>All that is kept of a picture: what it is, how large, when and roughly where it was taken. Never the picture.</summary>
/// <param name="Hash">SHA-256 of the file, in lower-case hexadecimal: names this very file and tells nothing of it.</param>
/// <param name="Place">Rounded to a tenth of a degree; null without a location.</param>
/// <param name="TakenAt">The camera's clock, without a zone.</param>
internal sealed record PictureFacts(ImageFormat Format, int Size, string Hash, string? Place, DateTime? TakenAt)
{
    /// <summary>The location can be taken out of this format without touching the picture.</summary>
    public bool CanLoseLocation => Place is not null && Format is ImageFormat.Jpeg or ImageFormat.Png;
}
