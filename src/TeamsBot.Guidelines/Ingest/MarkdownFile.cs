using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads Markdown: headings and lists keep the level the author gave them; emphasis and link marks go, the printed numbers stay.
/// </summary>
internal static class MarkdownFile
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    public static List<Block> Read(string text)
    {
        var blocks = new List<Block>();
        foreach (var block in Markdown.Parse(text, Pipeline)) Add(blocks, block, 0, "");
        return blocks;
    }

    private static void Add(List<Block> blocks, MarkdownObject at, int depth, string mark)
    {
        switch (at)
        {
            case Markdig.Extensions.Yaml.YamlFrontMatterBlock or HtmlBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                return;
            case HeadingBlock heading:
                Emit(blocks, heading.Line, Inline(heading.Inline), depth, heading.Level);
                return;
            case LeafBlock { Inline: { } inline } leaf:
                foreach (var (line, index) in Inline(inline).Split('\n').Select((line, index) => (line, index)))
                    Emit(blocks, leaf.Line, index == 0 ? mark + line : line, depth, 0);
                return;
            case LeafBlock leaf:
                Emit(blocks, leaf.Line, leaf.Lines.ToString(), depth, 0);
                return;
            case TableRow row:
                Emit(
                    blocks,
                    row.Line,
                    string.Join(
                        '\t',
                        row.OfType<TableCell>()
                            .Select(cell =>
                                string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => Inline(p.Inline).Replace('\n', ' ')))
                            )
                    ),
                    depth,
                    0,
                    row: true
                );
                return;
            case ListBlock list:
                AddList(blocks, list, depth);
                return;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Add(blocks, child, depth, mark);
                    mark = "";
                }

                return;
        }
    }

    private static void AddList(List<Block> blocks, ListBlock list, int depth)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var printed = list.IsOrdered ? $"{item.Order}{list.OrderedDelimiter} " : $"{list.BulletType} ";
            Add(blocks, item, depth + 1, printed);
        }
    }

    private static string Inline(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        for (var at = inlines?.FirstChild; at is not null; at = at.NextSibling)
        {
            _ = at switch
            {
                LiteralInline literal => text.Append(literal.Content.ToString()),
                CodeInline code => text.Append(code.Content),
                LineBreakInline { IsHard: true } => text.Append('\n'),
                LineBreakInline => text.Append(text.Length > 0 && DisplayText.IsJapanese(text[^1]) ? "" : " "),
                HtmlEntityInline entity => text.Append(entity.Transcoded.ToString()),
                AutolinkInline link => text.Append(link.Url),
                HtmlInline { Tag: "<br>" or "<br/>" or "<br />" } => text.Append('\n'),
                ContainerInline container => text.Append(Inline(container)),
                _ => text,
            };
        }

        return text.ToString();
    }

    private static void Emit(List<Block> blocks, int line, string text, int depth, int level, bool row = false)
    {
        var cleaned = DisplayText.Clean(text, oddSpaces: false);
        if (cleaned.Length > 0) blocks.Add(new(line + 1, cleaned) { HeadingLevel = level, ListDepth = depth, IsTableRow = row });
    }
}
