using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace TeamsBot.Documents;

/// <summary>
/// Makes of each page the characters it draws. The parts of a page's content are measured before they are put together: one part may be
/// named a million times.
/// </summary>
internal sealed class PdfPages(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options
) : IPageFactory<IReadOnlyList<PdfGlyph>>
{
    private readonly PdfBudget budget = (PdfBudget)options.FilterProvider!;
    private readonly Page page = new(scanner, resources, filters, parser, options);

    public IReadOnlyList<PdfGlyph> Create(
        int number,
        DictionaryToken dictionary,
        PageTreeMembers pageTreeMembers,
        NamedDestinations annotationProvider
    )
    {
        if (dictionary.TryGet(NameToken.Contents, out var contents))
        {
            var parts = Direct(contents) is ArrayToken array ? array.Data : [contents];
            foreach (var part in parts) budget.Spend(Direct(part) is StreamToken stream ? stream.Data.Length : 0);
        }

        return page.Create(number, dictionary, pageTreeMembers, annotationProvider);
    }

    private IToken Direct(IToken token) => token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data ?? token : token;

    private sealed class Page(
        IPdfTokenScanner scanner,
        IResourceStore resources,
        ILookupFilterProvider filters,
        IPageContentParser parser,
        ParsingOptions options
    ) : BasePageFactory<IReadOnlyList<PdfGlyph>>(scanner, resources, filters, parser, options)
    {
        protected override IReadOnlyList<PdfGlyph> ProcessPage(
            int pageNumber,
            DictionaryToken dictionary,
            NamedDestinations namedDestinations,
            MediaBox mediaBox,
            CropBox cropBox,
            UserSpaceUnit userSpaceUnit,
            PageRotationDegrees rotation,
            TransformationMatrix initialMatrix,
            IReadOnlyList<IGraphicsStateOperation> operations
        ) =>
            new PdfDrawing(
                (PdfBudget)ParsingOptions.FilterProvider!,
                pageNumber,
                ResourceStore,
                PdfScanner,
                PageContentParser,
                FilterProvider,
                cropBox,
                userSpaceUnit,
                rotation,
                initialMatrix,
                ParsingOptions
            )
                .Process(pageNumber, operations);
    }
}
