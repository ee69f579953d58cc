using TeamsBot.Protocol.Files;

namespace TeamsBot.Documents;

/// <summary>Tells attached documents from pictures by their names. What they really are is seen when they are read.</summary>
internal static class DocumentFiles
{
    private static readonly string[] Pictures =
    [
        ".jpg", ".jpeg", ".jpe", ".png", ".gif", ".heic", ".heif", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".svg", "",
    ];

    private static readonly string[] Readable = [".docx", ".pdf"];

    /// <summary>A file that is no picture. A file without an ending may be one.</summary>
    public static bool IsDocument(SharedFile file) => file.Kind == SharedFileKind.Download && Array.IndexOf(Pictures, Ending(file)) < 0;

    /// <summary>A Word or PDF file, whose text can be read.</summary>
    public static bool IsReadable(SharedFile file) => IsDocument(file) && Array.IndexOf(Readable, Ending(file)) >= 0;

    private static string Ending(SharedFile file) => Path.GetExtension(file.Name).ToLowerInvariant();
}
