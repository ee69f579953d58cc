using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads a document's title and edition from what it prints; null where it prints none. A date inside a clause is no edition.
/// </summary>
internal static partial class TitlePage
{
    private const string Day = "((令和|平成)[ 　]*(元|[0-9０-９]{1,2})[ 　]*年|[0-9０-９]{4}年)[ 　]*[0-9０-９]{1,2}[ 　]*月([ 　]*[0-9０-９]{1,2}[ 　]*日)?";

    [GeneratedRegex($"^[(（〔]?[ 　]*(?<d>{Day})[ 　]*(?<w>制定|改定|改正|改訂|策定|施行|作成|更新|版|現在)?[ 　]*[)）〕]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateAlone();

    [GeneratedRegex($"(更新日|最終更新|改定日|改正日)[ 　:：]*(?<d>{Day})(更新)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Updated();

    [GeneratedRegex($"この(要綱|要領|規程|規則|基準|指針|ガイドライン|方針|マニュアル)は、?(?<d>{Day}|公布の日|決裁の日)から(施行|適用|実施)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InForce();

    [GeneratedRegex("要綱|要領|規程|規則|基準|指針|ガイドライン|方針|マニュアル|ポリシー|手引き?|心得|FAQ|よくある質問|について", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleWord();

    public static string? Title(IReadOnlyList<Block> blocks)
    {
        var first = blocks.Take(12).FirstOrDefault(block => block.HeadingLevel == 1 && MarkerReader.Read(block.Text).Count == 0)
            ?? blocks.Take(12).FirstOrDefault(IsTitle);
        return first is null ? null : Outline.Unmarked(first.Text);
    }

    public static string? Edition(IReadOnlyList<Block> blocks)
    {
        var alone = blocks.Take(15).Select(block => DateAlone().Match(block.Text)).LastOrDefault(match => match.Success);
        if (alone is not null) return (alone.Groups["d"].Value + alone.Groups["w"].Value).Trim();
        var updated = blocks.Take(15).Select(block => Updated().Match(block.Text)).FirstOrDefault(match => match.Success);
        if (updated is not null) return updated.Groups["d"].Value + "更新";
        var inForce = blocks.Select(block => InForce().Match(block.Text)).LastOrDefault(match => match.Success);
        return inForce is null ? null : inForce.Groups["d"].Value + "施行";
    }

    private static bool IsTitle(Block block)
    {
        var text = Outline.Unmarked(block.Text);
        return !block.IsTableRow
            && Outline.IsShortLine(text, 60)
            && MarkerReader.Read(text).Count == 0
            && !DateAlone().IsMatch(text)
            && !PageTitles.PageFacts().IsMatch(text)
            && !text.Contains(" > ", StringComparison.Ordinal)
            && TitleWord().IsMatch(text);
    }
}
