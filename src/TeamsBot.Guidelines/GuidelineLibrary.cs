using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Index;
using TeamsBot.Guidelines.Ingest;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines;

/// <summary>
/// The guidelines that can be asked: documents, packs and the index over both. A document is put to the pack whose guideline it is; a pack
/// without a document answers from its gists; a document without a pack answers from its text. Immutable: a changed folder is a new
/// library.
/// </summary>
public sealed class GuidelineLibrary
{
    public GuidelineLibrary(IEnumerable<GuidelineDocument> documents, IEnumerable<PackGuideline> packs)
    {
        Documents = [.. documents];
        Packs = [.. packs];
        var sources = new List<GuidelineSource>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in Documents)
        {
            var pack = ClauseBinding.Recognise(document, Packs.Where(pack => !taken.Contains(pack.Pack)));
            if (pack is not null) taken.Add(pack.Pack);
            Add(document, pack);
        }

        foreach (var pack in Packs.Where(pack => !taken.Contains(pack.Pack))) Add(null, pack);
        Index = new PassageIndex(sources, ConceptLexicon.Default);

        void Add(GuidelineDocument? document, PackGuideline? pack) =>
            sources.Add(
                new()
                {
                    Number = sources.Count,
                    Document = document,
                    Pack = pack,
                    Names = Organisations.NamesOf(pack, document),
                    Bound = ClauseBinding.Bind(document, pack?.Clauses ?? []),
                }
            );
    }

    public IReadOnlyList<GuidelineDocument> Documents { get; }

    public IReadOnlyList<PackGuideline> Packs { get; }

    internal PassageIndex Index { get; }

    /// <summary>Every readable document of a folder, in the order of their names; other files are passed over.</summary>
    /// <exception cref="DocumentException">A document cannot be read; nothing is loaded.</exception>
    public static IReadOnlyList<GuidelineDocument> ReadFolder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(GuidelineFile.CanRead)
                .Order(StringComparer.Ordinal)
                .Select(file => GuidelineFile.Read(Path.GetFileName(file), File.ReadAllBytes(file))),
        ];

    /// <summary>A clause of any pack by its id, with its pack; null for an unknown id.</summary>
    public (PackGuideline Pack, ClauseRow Row)? FindClause(string id)
    {
        foreach (var pack in Packs) if (pack.Clauses.Find(row => row.Id == id) is { } row) return (pack, row);
        return null;
    }
}
