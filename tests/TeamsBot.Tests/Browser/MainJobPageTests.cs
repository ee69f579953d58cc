using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeamsBot.Tests.Conversations;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>The main job as its people see it: three browsers, the whole program, nothing reloaded. The head decides on a phone.</summary>
public sealed class MainJobPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task A_pasted_text_is_reviewed_decided_and_reported_as_posted()
    {
        await using var host = await BotHost.StartAsync();
        var author = await browser.OpenAsync(host.Address, KeyOf(host, BotHost.Author));
        var checker = await browser.OpenAsync(host.Address, KeyOf(host, BotHost.Checker));
        var head = await browser.OpenAsync(host.Address, KeyOf(host, BotHost.Head), width: 375, chat: "personal");
        foreach (var page in (IPage[])[author, checker, head]) await Expect(page.Locator(".card")).ToHaveCountAsync(1);

        await author.Locator("#words").FocusAsync();
        await author.Keyboard.InsertTextAsync(Scenario.Text.Replace("(土)", "(金)", StringComparison.Ordinal));
        await author.Keyboard.PressAsync("Enter");
        await ShowsAsync(author, "下書き");
        await Expect(Card(author)).ToContainTextAsync("誤り 1");
        await BrowserFixture.KeepPictureAsync(author, "draft");
        await PressAsync(author, "直せる箇所を直す");
        await Expect(Card(author)).ToContainTextAsync("誤り 0");
        await author.GetByLabel("投稿先のアカウント").SelectOptionAsync("city-x");
        await PressAsync(author, "投稿先・日時");
        await author.GetByLabel("希望日").FillAsync("2026-11-24");
        await author.GetByLabel("希望時刻").FillAsync("15:00");
        await PressAsync(author, Scenario.HandIn);
        await ShowsAsync(author, "確認中");
        await StaysAsync(host, author, "確認に回しました。鈴木 一郎さん、高橋 由美さんに送っています。");

        await ShowsAsync(checker, "確認をお願いします");
        await BrowserFixture.KeepPictureAsync(checker, "review");
        await TickAllAsync(checker);
        await PressAsync(checker, "確認済みにする");
        await ShowsAsync(checker, "確認済み");
        await Expect(Card(checker).GetByRole(AriaRole.Button, new() { Name = "確認済みにする" })).ToHaveCountAsync(0);

        await ShowsAsync(head, "決裁をお願いします");
        await BrowserFixture.KeepPictureAsync(head, "decision-on-a-phone");
        await PressAsync(head, "承認する");
        await ShowsAsync(head, "承認済・投稿待ち");
        await StaysAsync(host, head, "承認しました。起案者が投稿します。");

        var told = author.Locator(".card").Last;
        await Expect(told).ToContainTextAsync("承認されました。投稿できます No.1");
        await BrowserFixture.KeepPictureAsync(author, "told-of-the-approval");
        await told.GetByRole(AriaRole.Button, new() { Name = "内容を見る" }).ClickAsync();
        await ShowsAsync(author, "承認されました");
        await BrowserFixture.KeepPictureAsync(author, "approved");
        await author.Locator("#words").FillAsync("一覧");
        await author.Locator("#words").PressAsync("Enter");
        await Expect(author.Locator(".card").Last).ToContainTextAsync("あなたの番　1件");
        await BrowserFixture.KeepPictureAsync(author, "list");

        await PressAsync(author, "確かめて本文を受け取る");
        await ShowsAsync(author, "投稿してください");
        // The card is drawn once more when its edit arrives; what is typed before that is typed into the card of before.
        await host.IdleAsync();
        await author.GetByLabel("投稿のURL").FillAsync("https://x.com/hoshimi_city/status/1");
        await PressAsync(author, "投稿を報告する");
        await ShowsAsync(author, "投稿済み");
        foreach (var page in (IPage[])[checker, head]) await ShowsAsync(page, "投稿済み");
        await StaysAsync(host, author, "投稿済みにしました。アカウントの一致を確認。本文は未照合。");
    }

    private static string KeyOf(BotHost host, string name) => host.Of(name).Person.Key;

    private static ILocator Card(IPage page) =>
        page.Locator(".card")
            .Filter(new() { HasTextRegex = new Regex(@"^\D{1,30}No\.1(?!\d)", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    /// <summary>The draft's card, updated in its place, begins with the status.</summary>
    private static Task ShowsAsync(IPage page, string status) =>
        Expect(Card(page)).ToHaveTextAsync(new Regex($@"^{status}\s*No\.1", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>What the press said is on the screen when nothing is on its way any more.</summary>
    private static async Task StaysAsync(BotHost host, IPage page, string said)
    {
        await host.IdleAsync();
        await Expect(Card(page)).ToContainTextAsync(said);
    }

    private static Task PressAsync(IPage page, string title) =>
        Card(page).GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    /// <summary>Unfolds and presses. A card drawn anew in between is folded again, and is unfolded once more.</summary>
    private static async Task PressInsideAsync(IPage page, string fold, string title)
    {
        var inside = Card(page).GetByRole(AriaRole.Button, new() { Name = title, Exact = true });
        for (var tries = 1; ; tries++)
        {
            if (!await inside.IsVisibleAsync()) await PressAsync(page, fold);
            try
            {
                await inside.ClickAsync(new() { Timeout = 5_000 });
                return;
            }
            catch (TimeoutException) when (tries < 5)
            {
                // Looked at again above.
            }
        }
    }

    private static async Task TickAllAsync(IPage page)
    {
        foreach (var box in (await Card(page).GetByRole(AriaRole.Checkbox).AllAsync()))
            if (await box.IsVisibleAsync())
                await box.CheckAsync();
    }
}
