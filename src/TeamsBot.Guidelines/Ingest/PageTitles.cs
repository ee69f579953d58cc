using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Puts the blocks into reading order. Slides turned into text often print a page's title below its items: such a title is read before
/// them. A title printed again on a later page is a running title and heads nothing; nor do the menu lines of a saved web page.
/// </summary>
internal static partial class PageTitles
{
    [GeneratedRegex("メニューを飛ばして|^現在地|トップページ *[>＞]|^(本文|ここから本文(です)?。?|このページの本文へ(移動)?)$|^スキップしてメイン", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WebMenu();

    [GeneratedRegex("^(ページ番号|ページID|記事ID|更新日|掲載日|公開日|印刷用ページ)", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex PageFacts();

    public static List<int> ReadingOrder(IReadOnlyList<Block> blocks)
    {
        var order = new List<int>(blocks.Count);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages(blocks))
        {
            var menu = page.Where(i => i < 8 && WebMenu().IsMatch(blocks[i].Text)).ToHashSet();
            var shown = page.Where(i => !menu.Contains(i)).ToList();
            var title = TitleAtTheEnd(blocks, shown);
            var running = title.Count > 0 && titles.Contains(DisplayText.Fold(blocks[title[0]].Text));
            shown.RemoveAll(title.Contains);
            if (!running) order.AddRange(title);
            order.AddRange(shown);
            foreach (var i in shown.Concat(title).Where(i => Outline.IsShortLine(blocks[i].Text, 60)))
                titles.Add(DisplayText.Fold(blocks[i].Text));
        }

        return order;
    }

    private static IEnumerable<List<int>> Pages(IReadOnlyList<Block> blocks)
    {
        var page = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].StartsPage && page.Count > 0)
            {
                yield return page;
                page = [];
            }

            page.Add(i);
        }

        yield return page;
    }

    /// <summary>
    /// A numbered short line that ends a page with nothing below but perhaps its second line; the page itself begins with something else.
    /// </summary>
    private static List<int> TitleAtTheEnd(IReadOnlyList<Block> blocks, List<int> page)
    {
        if (page.Count < 3 || (page[0] == 0 && blocks.Count(block => block.StartsPage) < 2)) return [];
        for (var back = 1; back <= 2; back++)
        {
            var i = page[^back];
            var numbered = MarkerReader.Read(blocks[i].Text) is [{ Ordinal: > 0, Style: "N." or "N " or "Ⅰ." or "Ⅰ " or "第章" or "第節" }, ..];
            var last = page[^1] == blocks.Count - 1 && !blocks.Skip(i + 1).Any(block => block.StartsPage);
            if (
                numbered
                && !last
                && Outline.IsShortLine(blocks[i].Text, 60)
                && page.Skip(page.Count - back + 1)
                    .All(k => MarkerReader.Read(blocks[k].Text).Count == 0 && Outline.IsShortLine(blocks[k].Text))
            )
                return page[^back..];
        }

        return [];
    }
}
