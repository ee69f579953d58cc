using Microsoft.Playwright;
using TeamsBot.Tests.Conversations;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// The author's card as it stands on a screen: how tall it is on a phone, that lines keep their height, and that nothing typed is lost.
/// </summary>
public sealed class AuthorCardPageTests(BrowserFixture browser, ITestOutputHelper output) : IClassFixture<BrowserFixture>
{
    private const int Phone = 390;

    private const string Clean =
        "【図書館まつり】\n12月5日(土)午前10時から午後4時まで、星見市立図書館で開きます。古本市、おはなし会のほか、しおり作りもあります。参加無料、申込み不要です。\n\n"
        + "お問い合わせ：0269-00-3111\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    /// <summary>A wrong weekday, a phone number that is not the library's, and hearsay.</summary>
    private const string ThreeFindings =
        "【図書館まつり】\n12月5日(金)午前10時から午後4時まで、星見市立図書館で開きます。古本市が人気らしいです。参加無料、申込み不要です。\n\n"
        + "お問い合わせ：星見市立図書館 0269-00-3112\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    [BrowserFact]
    public async Task A_draft_without_findings_is_at_most_700_pixels_tall_on_a_phone()
    {
        await using var host = await BotHost.StartAsync();
        await PostedBeforeAsync(host);
        var page = await PasteAsync(host, Clean, Phone, 2);

        await Expect(Card(page, 2)).ToContainTextAsync("問題は見つかりませんでした。");
        (await HeightAsync(page, 2, "fresh")).ShouldBeLessThanOrEqualTo(700);
        await WholeAsync(page, 2, "author-fresh-phone");
    }

    [BrowserFact]
    public async Task The_first_draft_of_all_with_its_choice_of_account_is_no_taller()
    {
        await using var host = await BotHost.StartAsync();
        var page = await PasteAsync(host, Clean, Phone);

        (await HeightAsync(page, 1, "first")).ShouldBeLessThanOrEqualTo(700);
        await WholeAsync(page, 1, "author-first-phone");
    }

    [BrowserFact]
    public async Task A_draft_with_three_findings_is_at_most_1100_pixels_tall_on_a_phone()
    {
        await using var host = await BotHost.StartAsync();
        await PostedBeforeAsync(host);
        var page = await PasteAsync(host, ThreeFindings, Phone, 2);

        await WholeAsync(page, 2, "author-findings-phone");
        foreach (var number in (string[])["1 要修正", "2 要修正", "3 要確認"]) await Expect(Card(page, 2)).ToContainTextAsync(number);
        (await HeightAsync(page, 2, "findings")).ShouldBeLessThanOrEqualTo(1_100);
    }

    [BrowserTheory]
    [InlineData(Phone)]
    [InlineData(1280)]
    public async Task Lines_keep_their_height_and_blanks_their_width(int width)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync();
        // Typed into the editor: what a client does to a pasted message is another matter.
        var typed = new Dictionary<string, string> { ["text"] = "一行目です。\n\n\n四行目です。\n   字下げした行です。\n日時\t場所\n間が  ふたつ" };
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "保存して点検する", typed);
        await scenario.CurrentCardAsync(scenario.Author);
        var page = await browser.OpenAsync(host.Address, host.Of(BotHost.Author).Person.Key, width, chat: "personal");
        await Expect(Card(page)).ToContainTextAsync("四行目");

        var lines = Card(page).Locator(".ac-container:has-text('四行目')").Last.Locator(".ac-richTextBlock");
        var heights = new List<double>();
        foreach (var line in await lines.AllAsync()) heights.Add((await line.BoundingBoxAsync())!.Height);

        heights.Count.ShouldBe(7);
        heights.ShouldAllBe(height => height >= 12 && height <= 30, string.Join(' ', heights));
        (await lines.Nth(4).InnerTextAsync()).Replace('\u00A0', ' ').ShouldStartWith("   字下げ");
        (await lines.Nth(6).InnerTextAsync()).Replace('\u00A0', ' ').ShouldBe("間が  ふたつ");
        await WholeAsync(page, 1, $"author-lines-{width}");
    }

    [BrowserTheory]
    [InlineData(Phone)]
    [InlineData(1280)]
    public async Task A_refusal_stands_at_the_button_and_the_editor_keeps_what_was_typed(int width)
    {
        await using var host = await BotHost.StartAsync();
        var page = await PasteAsync(host, Clean, width);
        await PressAsync(page, "本文を直す");
        await Card(page).GetByLabel("本文", new() { Exact = true }).FillAsync(Clean + "\n雨天決行です。");
        await PressAsync(page, "その他");
        await Card(page).GetByLabel("確認する人への連絡").FillAsync("図書館に確かめました。");

        await PressAsync(page, Scenario.HandIn);

        await Expect(Card(page)).ToContainTextAsync("▲ 投稿先のアカウント（未選択）");
        await IdleAsync(host, page);
        var (reason, button) = (await BoxAsync(Card(page).GetByText("投稿先のアカウントを選んでください。")), await BoxAsync(Button(page, Scenario.HandIn)));
        (button.Y - reason.Y).ShouldBeInRange(0, 260);
        await Expect(Card(page).GetByLabel("本文", new() { Exact = true })).ToHaveValueAsync(Clean + "\n雨天決行です。");
        await Expect(Card(page).GetByLabel("確認する人への連絡")).ToHaveValueAsync("図書館に確かめました。");
        await WholeAsync(page, 1, $"author-refused-{width}");
        await Card(page).GetByLabel("投稿先のアカウント").SelectOptionAsync("city-x");
        await PressAsync(page, Scenario.HandIn);
        await Expect(Card(page)).ToContainTextAsync("決裁");
        await Expect(Card(page)).ToContainTextAsync("鈴木 一郎");
        await IdleAsync(host, page);
        await WholeAsync(page, 1, $"author-in-review-{width}");
    }

    [BrowserFact]
    public async Task Opening_one_part_closes_the_other_and_what_was_typed_travels_all_the_same()
    {
        await using var host = await BotHost.StartAsync();
        var page = await PasteAsync(host, Clean, Phone);
        await Card(page).GetByLabel("投稿先のアカウント").SelectOptionAsync("city-x");
        await PressAsync(page, "本文を直す");
        await Card(page).GetByLabel("本文", new() { Exact = true }).FillAsync(Clean + "\n雨天決行です。");
        await PressAsync(page, "投稿先・日時");
        await Expect(Card(page).GetByLabel("本文", new() { Exact = true })).ToBeHiddenAsync();
        await Expect(Card(page).GetByLabel("情報の区分")).ToBeVisibleAsync();
        await WholeAsync(page, 1, "author-settings-phone");

        await PressAsync(page, Scenario.HandIn);

        await Expect(Card(page)).ToContainTextAsync("鈴木 一郎");
        (await new Scenario(host).DraftAsync()).Current.Text.ShouldEndWith("雨天決行です。");
    }

    [BrowserFact]
    public async Task The_list_works_on_a_phone()
    {
        await using var host = await BotHost.StartAsync();
        await PostedBeforeAsync(host);
        var page = await PasteAsync(host, Clean, Phone, 2);
        await page.Locator("#words").FillAsync("一覧");
        await page.Locator("#words").PressAsync("Enter");

        var list = page.Locator(".card").Last;
        await Expect(list).ToContainTextAsync("投稿済み 1");
        (await list.EvaluateAsync<bool>("card => card.scrollWidth <= card.clientWidth + 1")).ShouldBeTrue();
        await list.ScrollIntoViewIfNeededAsync();
        await BrowserFixture.KeepPictureAsync(page, "author-list-phone");
        await list.GetByRole(AriaRole.Button, new() { Name = "投稿済みを見る", Exact = true }).ClickAsync();
        await Expect(list).ToContainTextAsync("投稿済み　1件");
    }

    private static async Task PostedBeforeAsync(BotHost host)
    {
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync(new Dictionary<string, string> { ["account"] = "city-x" });
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");
    }

    private async Task<IPage> PasteAsync(BotHost host, string text, int width, int number = 1)
    {
        var page = await browser.OpenAsync(host.Address, host.Of(BotHost.Author).Person.Key, width, chat: "personal");
        await page.Locator("#words").FocusAsync();
        await page.Keyboard.InsertTextAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Card(page, number)).ToContainTextAsync("下書き");
        return page;
    }

    /// <summary>Lets the outbox send what it has, and the page draw it.</summary>
    private static async Task IdleAsync(BotHost host, IPage page)
    {
        for (var round = 0; round < 3; round++) await host.StepAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private async Task<double> HeightAsync(IPage page, int number, string what)
    {
        var height = (await BoxAsync(Card(page, number))).Height;
        output.WriteLine($"{what}: {height:0} px");
        return height;
    }

    /// <summary>The whole card for a person to look at, however tall.</summary>
    private static async Task WholeAsync(IPage page, int number, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } folder) return;
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(width, 2_000);
        await Card(page, number).ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        await page.SetViewportSizeAsync(width, height);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator of) => (await of.BoundingBoxAsync())!;

    private static ILocator Card(IPage page, int number = 1) => page.Locator(".card").Filter(new() { HasText = $"No.{number}（" });

    private static ILocator Button(IPage page, string title) => Card(page).GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    private static Task PressAsync(IPage page, string title) => Button(page, title).ClickAsync();
}
