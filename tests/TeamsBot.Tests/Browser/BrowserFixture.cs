using Microsoft.Playwright;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// One headless browser for the tests of a class. Each page is a person at a clean computer: nothing kept from another test. The server is
/// the test's own; give its address to <see cref="OpenAsync"/>.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>
    /// Milliseconds a page may take; generous, because it only ends tests that hang, on a machine that has other work too.
    /// </summary>
    private const float Patience = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        // Skipped tests create the fixture too; it must not fail before they can be skipped.
        if (Chromium.Path is null) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium.Path,
                Args = Chromium.Arguments,
                Headless = true,
            }
        );
    }

    /// <summary>Opens the local Teams as a person, and waits until it is drawn.</summary>
    /// <param name="server">The server's address, for example <c>http://127.0.0.1:5000/</c>.</param>
    /// <param name="person">The person's key.</param>
    /// <param name="width">375 is a phone; below 720 the list and the chat take turns.</param>
    /// <param name="chat"><c>personal</c> or <c>channel</c>; null opens what the page opens by itself.</param>
    public async Task<IPage> OpenAsync(Uri server, string person, int width = 1280, bool isDark = false, string? chat = null)
    {
        if (browser is null) throw new InvalidOperationException("No Chromium or Chrome found. Install one, or name it in CHROMIUM_PATH.");
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 720 ? 812 : 800 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            DeviceScaleFactor = 1,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await GoAsync(page, server, person, chat);
        return page;
    }

    /// <summary>Another tab of the same browser.</summary>
    public static async Task<IPage> OpenTabAsync(IPage beside, Uri server, string person, string? chat = null)
    {
        var page = await beside.Context.NewPageAsync();
        await GoAsync(page, server, person, chat);
        return page;
    }

    /// <summary>Keeps a picture for a person to look at, where the environment variable <c>SCREENSHOTS</c> names a folder.</summary>
    public static async Task KeepPictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static async Task GoAsync(IPage page, Uri server, string person, string? chat)
    {
        await page.GotoAsync(new Uri(server, $"/?as={person}{(chat is null ? "" : $"&chat={chat}")}").ToString());
        await page.Locator("#me[aria-label]").WaitForAsync();
    }
}
