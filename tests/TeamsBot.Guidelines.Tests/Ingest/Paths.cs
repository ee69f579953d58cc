using System.Text;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Ingest;

/// <summary>Reads a document written in a test and shows its clause paths.</summary>
internal static class Paths
{
    public static GuidelineDocument Read(string name, string text) => GuidelineFile.Read(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Every passage as <c>path: first words</c>.</summary>
    public static IReadOnlyList<string> Of(GuidelineDocument document) =>
        [
            .. document.Passages.Select(passage =>
                $"{passage.Clause}: {passage.OwnText.Split('\n')[0][..Math.Min(10, passage.OwnText.Split('\n')[0].Length)]}"
            ),
        ];

    public static string TextOf(GuidelineDocument document, string clause) =>
        document.Passages.Last(passage => passage.Clause == clause).Text;
}
