using System.Globalization;
using Microsoft.Playwright;
using TeamsBot.Tests.Conversations;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// The cards of reviewer, head and poster on a phone of 390 points: how tall they are, one thing to press, and that a refusal loses
/// nothing.
/// </summary>
public sealed class ApproverPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Text = "【図書館まつり】\n12月5日(土)午前10時から午後4時まで、星見市立図書館で開きます。古本市、おはなし会のほか、しおり作りもあります。参加無料、申込み不要です。\n\n"
        + "お問い合わせ：0269-00-3111\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    [BrowserFact]
    public async Task Each_card_fits_a_phone_and_what_was_ticked_and_typed_survives_a_refusal()
    {
        await using var host = await BotHost.StartAsync();
        idle = () => host.IdleAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync(Text);
        await host.HandInAsync(scenario.Author, "city-x");
        var checker = await OpenAsync(host, BotHost.Checker);
        await ShowsAsync(checker, "確認をお願いします No.1", "04-reviewer", 830);

        await checker.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await PressAsync(checker, "確認済みにする");
        await Expect(Card(checker)).ToContainTextAsync("▲の2か所が残っています");
        await Expect(checker.GetByRole(AriaRole.Checkbox).First).ToBeCheckedAsync();
        await PictureAsync(checker, "04-reviewer-refused");
        await PressAsync(checker, "差し戻す・却下する");
        await checker.GetByLabel("どう直すか（起案者に届きます）").FillAsync("短い");
        await PressAsync(checker, "却下する");
        await Expect(Card(checker)).ToContainTextAsync("理由を10字以上で入力してください");
        await Expect(checker.GetByLabel("▲ どう直すか（起案者に届きます）（直してください）")).ToHaveValueAsync("短い");
        await PictureAsync(checker, "04-reviewer-return");
        // Words of a return that stand there are asked about; these are taken back.
        await checker.GetByLabel("▲ どう直すか（起案者に届きます）（直してください）").FillAsync("");
        foreach (var box in (await checker.GetByRole(AriaRole.Checkbox).AllAsync()).Take(3)) await box.CheckAsync();
        await PressAsync(checker, "確認済みにする");
        await ShowsAsync(checker, "確認済み No.1", "04c-checked", 260);

        var head = await OpenAsync(host, BotHost.Head);
        await ShowsAsync(head, "決裁をお願いします No.1", "05-head", 810);
        await PressAsync(head, "承認する");
        await Expect(Card(head)).ToContainTextAsync("承認済・投稿待ち No.1");

        var author = await OpenAsync(host, BotHost.Author);
        await author.Locator(".card").Last.GetByRole(AriaRole.Button, new() { Name = "内容を見る" }).ClickAsync();
        await ShowsAsync(author, "承認されました No.1", "06-approved", 640);
        await PressAsync(author, "確かめて本文を受け取る");
        await ShowsAsync(author, "投稿してください No.1", "07-ready", 540);
        await Expect(author.Locator(".bubble").Last).ToContainTextAsync("【図書館まつり】");
        await author.GetByLabel("投稿のURL").FillAsync("https://x.com/other_city/status/1");
        await PressAsync(author, "投稿を報告する");
        await Expect(Card(author)).ToContainTextAsync("URLがほかのアカウントの投稿のものです");
        await Expect(author.GetByLabel("▲ 投稿のURL（直してください）")).ToHaveValueAsync("https://x.com/other_city/status/1");
        await PictureAsync(author, "07-refused");
        await author.GetByLabel("▲ 投稿のURL（直してください）").FillAsync("https://x.com/hoshimi_city/status/1");
        await PressAsync(author, "投稿文も照合する");
        await author.GetByLabel("投稿した文（任意。承認文と同じかを確かめます）").FillAsync(Text.Replace("午後4時", "午後3時", StringComparison.Ordinal));
        await PressAsync(author, "投稿を報告する");
        await ShowsAsync(author, "投稿文が承認文と違います No.1", "07b-differs", 860);
        await author.GetByLabel("いま投稿されている文（承認文と同じかを確かめます）").FillAsync(Text);
        await PressAsync(author, "もう一度照合する");
        await ShowsAsync(author, "投稿済み No.1", "07c-posted", 320);
    }

    /// <summary>A card is drawn once more when its edit arrives; its picture, its height and what is typed are taken after that.</summary>
    private Func<Task> idle = () => Task.CompletedTask;

    private async Task<IPage> OpenAsync(BotHost host, string name) =>
        await browser.OpenAsync(host.Address, host.Of(name).Person.Key, width: 390, chat: "personal");

    private static ILocator Card(IPage page) => page.Locator(".card").Filter(new() { HasText = "No.1" }).Last;

    private static Task PressAsync(IPage page, string title) =>
        Card(page).GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    private async Task ShowsAsync(IPage page, string heading, string picture, int most)
    {
        await Expect(Card(page)).ToContainTextAsync(heading);
        await PictureAsync(page, picture);
        var height = await HeightAsync(page);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{picture}: {height:0} of {most} points"));
        height.ShouldBeLessThanOrEqualTo(most, picture);
    }

    /// <summary>A card that is just being drawn anew has no place on the page, and is asked for again.</summary>
    private async Task<float> HeightAsync(IPage page)
    {
        for (var looks = 0; looks < 20; looks++)
        {
            if (await Card(page).BoundingBoxAsync() is { } box) return box.Height;
            await idle();
        }

        throw new ShouldAssertException("The card is never on the page.");
    }

    private async Task PictureAsync(IPage page, string name)
    {
        await idle();
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await Card(page).ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
