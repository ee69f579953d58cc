using Microsoft.Playwright;
using TeamsBot.LocalTeams.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>The page without a mouse, on a phone, and in both brightnesses.</summary>
public sealed class LocalTeamsAccessTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync()
    {
        host = await LocalTeamsHost.StartAsync();
        await host.Clients.Of("sato").SayAsync("秋のさくら公園まつりの案です。\nご確認をお願いします。");
        await host.Clients.Of("sato").SayAsync("カードを見せて");
        await host.Clients.Of("suzuki").SayInChannelAsync("@広報ボット カードをお願いします");
        await host
            .Clients.Of("tanaka")
            .SayInChannelAsync("とても長いひとつながりの文字列" + new string('あ', 120) + " https://city.example/" + new string('x', 160));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public async Task Everything_is_done_with_the_keyboard()
    {
        var page = await browser.OpenAsync(host.Address, "sato");
        await TabToAsync(page, "入力欄へ移動");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("キーボードから");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".message.mine").Last).ToContainTextAsync("キーボードから");

        await TabToAsync(page, "承認する", isBackwards: true);
        (await page.EvaluateAsync<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'")).ShouldBeTrue(
            "the focus is visible"
        );
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".card")).ToContainTextAsync("承認しました。");

        await TabToAsync(page, "佐藤 花子（観光課 起案者）として表示中。人を切り替える", isBackwards: true);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "田中 誠 観光課 課長");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#me")).ToContainTextAsync("田中 誠");
    }

    [BrowserFact]
    public async Task A_screen_reader_is_told_of_a_new_message()
    {
        var page = await browser.OpenAsync(host.Address, "sato");
        await host.Bot.SendAsync(host.ServiceUrl, host.Clients.Of("sato").Chat.Id, new { type = "message", text = "**差し戻し**がありました" });
        await Expect(page.GetByRole(AriaRole.Status).And(page.Locator("#said"))).ToContainTextAsync("広報ボット：");
    }

    [BrowserFact]
    public async Task Every_control_has_a_name()
    {
        foreach (var chat in (string[])["personal", "channel"])
        {
            var page = await browser.OpenAsync(host.Address, "sato", chat: chat);
            await page.Locator(".card").WaitForAsync();
            var nameless = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("button, a[href], input, textarea, select, [role=button]")]
                  .filter(item => !(item.getAttribute("aria-label") || item.textContent.trim() || item.labels?.length || item.getAttribute("aria-labelledby")))
                  .map(item => item.outerHTML)
                """);
            nameless.ShouldBeEmpty();
        }
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        var page = await browser.OpenAsync(host.Address, "sato", width: 375);
        await ShouldFitAsync(page);
        await Expect(page.Locator("#chat")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "広報ボット" }).ClickAsync();
        await Expect(page.Locator("#chats")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻す", Exact = true }).ClickAsync();
        await ShouldFitAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "チャット一覧へ戻る" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "SNS運用" }).ClickAsync();
        await ShouldFitAsync(page);
        var low = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.ac-pushButton, .send, #back')].filter(item => item.offsetHeight < 44).map(item => "
                + "item.outerHTML)"
        );
        low.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task It_is_readable_in_light_and_dark_on_a_desk_and_on_a_phone()
    {
        foreach (var (width, isDark) in ((int, bool)[])[(1280, false), (1280, true), (375, false), (375, true)])
        {
            foreach (var chat in (string[])["personal", "channel"])
            {
                var page = await browser.OpenAsync(host.Address, "sato", width, isDark, chat);
                await page.Locator(".card").WaitForAsync();
                (await page.Locator("html").GetAttributeAsync("data-theme")).ShouldBe(isDark ? "dark" : "light");
                (await page.EvaluateAsync<string[]>(Contrast.Script)).ShouldBeEmpty();
                await BrowserFixture.KeepPictureAsync(page, $"local-teams-{width}-{(isDark ? "dark" : "light")}-{chat}");
                await page.Context.CloseAsync();
            }
        }
    }

    private static async Task TabToAsync(IPage page, string name, bool isBackwards = false)
    {
        for (var step = 0; step < 40; step++)
        {
            await page.Keyboard.PressAsync(isBackwards ? "Shift+Tab" : "Tab");
            var focused = await page.EvaluateAsync<string>(
                "(document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).replace(/\\s+/g, ' ').trim()"
            );
            if (
                focused
                    .Replace(" ", "", StringComparison.Ordinal)
                    .Contains(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)
            )
                return;
        }

        throw new InvalidOperationException($"'{name}' cannot be reached with the Tab key.");
    }

    private static async Task ShouldFitAsync(IPage page)
    {
        var wide = await page.EvaluateAsync<string[]>("""
            () => [document.documentElement, document.querySelector("#messages"), ...document.querySelectorAll(".card, .bubble, .chats")]
              .filter(item => item.scrollWidth > item.clientWidth + 1 && item.clientWidth > 0).map(item => `${item.tagName}.${item.className}: ${item.scrollWidth} > ${item.clientWidth}`)
            """);
        wide.ShouldBeEmpty();
    }
}
