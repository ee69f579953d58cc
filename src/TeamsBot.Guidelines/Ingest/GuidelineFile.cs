namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads one official document in the format its name tells. What cannot be read is a <see cref="DocumentException"/>, never an empty
/// document.
/// </summary>
public static class GuidelineFile
{
    public static bool CanRead(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".TXT" or ".MD" or ".MARKDOWN" or ".HTML" or ".HTM" or ".DOCX";

    /// <param name="name">The file's name, which citations carry; its extension chooses the reader.</param>
    /// <param name="content">The file's bytes.</param>
    public static GuidelineDocument Read(string name, byte[] content) =>
        DocumentBuilder.Build(
            name,
            Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".TXT" => TextFile.Read(FileText.Read(name, content)),
                ".MD" or ".MARKDOWN" => MarkdownFile.Read(FileText.Read(name, content)),
                ".HTML" or ".HTM" => HtmlFile.Read(FileText.Read(name, content)),
                ".DOCX" => WordFile.Read(name, content),
                var other => throw new DocumentException(
                    name,
                    1,
                    $"a document of kind '{other}' cannot be read: use .txt, .md, .html or .docx"
                ),
            }
        );
}
