using TeamsBot.Tests.Conversations;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// A pasted text stands on its card as it will in public: measured line by line, since an empty line without height is no line for a
/// reader.
/// </summary>
public sealed class BlankLinesPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Phone = 390;

    [BrowserTheory]
    [Case("B01")]
    [RelativesOf("B01")]
    [InlineData("一行目\n\n\n四行目")]
    [InlineData("市民プールのお知らせ\n\n利用料\n\n大人　500円\n\n\n\n問い合わせは施設課へ")]
    [InlineData("午前の部\n \n午後の部\n\t\n夜の部")]
    [InlineData("全角の空白だけの行\n　\n次の行です")]
    [InlineData("　字下げした行です\n　　二段の字下げです\n    半角四つの字下げです")]
    [InlineData("日時\t12月14日(月)\n場所\t\t市民プール")]
    [InlineData("間が  ふたつ   みっつ\n\n空きます")]
    public async Task Each_line_of_a_pasted_text_has_its_height_and_its_blanks_their_width(string text)
    {
        await using var host = await BotHost.StartAsync();
        var page = await browser.OpenAsync(host.Address, host.Of(BotHost.Author).Person.Key, Phone, chat: "personal");

        await page.Locator("#words").FocusAsync();
        await page.Keyboard.InsertTextAsync(text);
        await page.Keyboard.PressAsync("Enter");

        var typed = text.Split('\n');
        var card = page.Locator(".card").Filter(new() { HasText = "No.1（" });
        await Expect(card).ToContainTextAsync("下書き");
        var lines = card.Locator($".ac-container:has-text('{typed[^1].Trim().Split(' ', '\t')[0]}')").Last.Locator(".ac-richTextBlock");
        await Expect(lines).ToHaveCountAsync(typed.Length);
        var heights = new List<double>();
        foreach (var line in await lines.AllAsync()) heights.Add((await line.BoundingBoxAsync())!.Height);
        heights.ShouldAllBe(height => height >= 12 && height <= 30, string.Join(' ', heights));
        foreach (var (at, line) in typed.Index())
        {
            // As it is drawn: blanks that the browser folds would be missing here.
            var drawn = (await lines.Nth(at).InnerTextAsync()).Replace('\u00A0', ' ').TrimEnd('\n');
            drawn.Trim(' ').ShouldBe(line.Replace("\t", "    ", StringComparison.Ordinal).Trim(' '), $"line {at + 1}");
            if (line.Length > line.TrimStart(' ').Length) drawn.ShouldStartWith(line[..^line.TrimStart(' ').Length]);
        }
    }
}
