using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace TeamsBot.Documents;

/// <summary>A character as it is drawn on a page.</summary>
internal readonly record struct PdfGlyph(string Value, double Left, double Right, double Baseline, double Size);

/// <summary>
/// Follows what a page draws and keeps only its characters. Drawings inside drawings are where a small file becomes endless work: their
/// depth, and the steps of all of them together, are counted, and what leads back to itself ends there.
/// </summary>
internal sealed class PdfDrawing(
    PdfBudget budget,
    int number,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox crop,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix matrix,
    ParsingOptions options
)
    : BaseStreamProcessor<IReadOnlyList<PdfGlyph>>(number, resources, scanner, parser, filters, crop, unit, rotation, matrix, options)
{
    private readonly List<PdfGlyph> glyphs = [];
    private int depth;

    public override IReadOnlyList<PdfGlyph> Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return glyphs;
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        budget.Step(operations.Count);
        base.ProcessOperations(operations);
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (++depth > DocumentLimits.MaxDepth) budget.Refuse();
        budget.Step(1);
        base.ProcessFormXObject(formStream, xObjectName);
        depth--;
    }

    /// <summary>Not asked: the depth is counted, and comparing two drawings that hold each other would itself not end.</summary>
    protected override bool HasFormXObjectCircularReference(
        StreamToken formStream,
        NameToken? xObjectName,
        IReadOnlyList<IGraphicsStateOperation> operations
    ) => false;

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        budget.Step(1);
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(
            textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0)))
        );
        glyphs.Add(new(unicode, start.X, end.X, start.Y, Math.Max(pointSize, 1)));
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }
}
