using Microsoft.Playwright;
using TeamsBot.Tests.Conversations;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// Accounts, passwords and duty as they stand on a phone: the reminder and what ends it, the policy form, the week, a swap, and what is still
/// to do in the register. Every card fits the screen and has at most six buttons a row.
/// </summary>
public sealed class AccountPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Phone = 390;

    private const int MostInRow = 6;

    [BrowserFact]
    public async Task A_reminder_of_a_password_is_opened_ticked_and_done_on_a_phone()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 10, 1)), settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await play.EntrustAsync(writer, "ward-x", RotationPlay.Sato, "2025-10-12");
        await play.GoToAsync(RotationPlay.At(2026, 10, 9, 8, 31));
        var page = await OpenAsync(host, BotHost.Author);
        var card = await LastAsync(page, "10/9(金)（今日）");
        await KeepAsync(page, card, "rotation-reminder-on-a-phone");

        await card.GetByRole(AriaRole.Button, new() { Name = "変更に進む" }).ClickAsync();
        var opened = await LastAsync(page, "変えたら印を付ける");
        foreach (var box in await opened.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await KeepAsync(page, opened, "rotation-on-a-phone");
        await opened.GetByRole(AriaRole.Button, new() { Name = "変更を終えた" }).ClickAsync();

        var done = await LastAsync(page, "次の期限は2027/10/8(金)です");
        await host.IdleAsync();
        await Expect(done).ToContainTextAsync("次の期限は2027/10/8(金)です");
        await KeepAsync(page, done, "rotation-done-on-a-phone");
    }

    [BrowserFact]
    public async Task The_policy_form_names_what_is_missing_and_keeps_the_rest()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        await host.OpenAsync("中村 美咲");
        var page = await OpenAsync(host, "中村 美咲");
        await SayAsync(page, "運用ポリシー industry-x");
        var form = await LastAsync(page, "① 所属・内容");
        await KeepAsync(page, form, "policy-form-on-a-phone");
        await form.Locator("textarea").First.FillAsync("市内の催しと店の情報");

        await form.GetByRole(AriaRole.Button, new() { Name = "確認して確定する" }).ClickAsync();

        var refused = await LastAsync(page, "まだ確定していません");
        await Expect(refused.Locator("textarea").First).ToHaveValueAsync("市内の催しと店の情報");
        await KeepAsync(page, refused, "policy-form-refused-on-a-phone");
    }

    [BrowserFact]
    public async Task The_week_stands_in_one_card()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 10, 5)), settings: "--Pack:Name=ward");
        var play = new RotationPlay(host);
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "ward-x", RotationPlay.Sato, "2025-10-12");
        await new RosterPlay(host).EnterAsync(desk, RosterPlay.Week("2026-10-05", RotationPlay.Sato));
        var page = await OpenAsync(host, BotHost.Author);

        await SayAsync(page, "今週");

        var week = await LastAsync(page, "今週");
        await Expect(week).ToContainTextAsync("パスワード");
        await Expect(week).ToContainTextAsync("当番");
        await KeepAsync(page, week, "week-on-a-phone");
    }

    [BrowserFact]
    public async Task A_swap_is_asked_for_and_taken_on_two_phones()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, _) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, RosterPlay.Week("2026-11-30", RotationPlay.Sato));
        var (writer, colleague) = (await OpenAsync(host, BotHost.Author), await OpenAsync(host, BotHost.Checker));
        await SayAsync(writer, "交代 鈴木");
        var form = await LastAsync(writer, "交代を頼む");
        await KeepAsync(writer, form, "swap-form-on-a-phone");

        await form.GetByRole(AriaRole.Button, new() { Name = "交代を頼む" }).ClickAsync();

        await LastAsync(writer, "鈴木 一郎さんに頼みました");
        var asked = await LastAsync(colleague, "代わってほしい方がいます");
        await KeepAsync(colleague, asked, "swap-asked-on-a-phone");
        await asked.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }).ClickAsync();
        var taken = await LastAsync(colleague, "鈴木 一郎さんが引き受けました。");
        await host.IdleAsync();
        await KeepAsync(colleague, taken, "swap-taken-on-a-phone");
        await Expect(writer.Locator("main, body").First).ToContainTextAsync("鈴木 一郎さんが、11/30(月)の週の返信の当番を引き受けました。");
    }

    [BrowserFact]
    public async Task What_the_register_lacks_is_read_on_a_phone()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        await host.OpenAsync(BotHost.Checker);
        var page = await OpenAsync(host, BotHost.Checker);

        await SayAsync(page, "台帳点検");

        var list = await LastAsync(page, "台帳点検");
        await KeepAsync(page, list, "register-check-on-a-phone");
    }

    private Task<IPage> OpenAsync(BotHost host, string name) =>
        browser.OpenAsync(host.Address, host.Of(name).Person.Key, Phone, chat: "personal");

    private static async Task SayAsync(IPage page, string words)
    {
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#words").PressAsync("Enter");
    }

    /// <summary>The newest card with these words, once it is there; it fits the screen, and so do its buttons.</summary>
    private static async Task<ILocator> LastAsync(IPage page, string words)
    {
        var card = page.Locator(".card").Filter(new() { HasText = words }).Last;
        await Expect(card).ToBeVisibleAsync();
        (await card.EvaluateAsync<bool>("card => card.scrollWidth <= card.clientWidth + 1")).ShouldBeTrue(words);
        foreach (var row in await card.Locator(".ac-actionSet").AllAsync())
            (await row.GetByRole(AriaRole.Button).CountAsync()).ShouldBeLessThanOrEqualTo(MostInRow, words);
        return card;
    }

    /// <summary>The whole card for a person to look at, where the environment variable <c>SCREENSHOTS</c> names a folder.</summary>
    private static async Task KeepAsync(IPage page, ILocator card, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } folder) return;
        await page.SetViewportSizeAsync(Phone, 2_400);
        await card.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        await page.SetViewportSizeAsync(Phone, 812);
    }
}
