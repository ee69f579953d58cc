using Microsoft.Playwright;
using TeamsBot.Tests.Conversations;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// A picture as its writer meets it: chosen in the page, read, cleaned of its location, accepted, and seen by the reviewer as facts.
/// </summary>
public sealed class PicturePageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task A_picture_is_attached_described_cleaned_and_given_back()
    {
        await using var host = await BotHost.StartAsync();
        var author = await browser.OpenAsync(host.Address, host.Of(BotHost.Author).Person.Key);
        var checker = await browser.OpenAsync(host.Address, host.Of(BotHost.Checker).Person.Key, width: 375, chat: "personal");
        foreach (var page in (IPage[])[author, checker]) await Expect(page.Locator(".card")).ToHaveCountAsync(1);

        await author
            .Locator("#compose input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "IMG_0001.jpg",
                    MimeType = "image/jpeg",
                    Buffer = SampleImages.Jpeg(gps: true),
                }
            );
        await Expect(author.Locator(".tray-item")).ToContainTextAsync("IMG_0001.jpg");
        await author.Locator("#words").FocusAsync();
        await author.Keyboard.InsertTextAsync(Scenario.Text);
        await author.Keyboard.PressAsync("Enter");

        await Expect(Card(author)).ToContainTextAsync("位置情報あり（北緯35.8度・東経139.6度付近）");
        await Expect(author.Locator(".tray-item")).ToHaveCountAsync(0);
        await BrowserFixture.KeepPictureAsync(author, "picture");
        await PressAsync(author, "画像・動画");
        await Card(author).GetByRole(AriaRole.Button, new() { Name = "位置情報を消す", Exact = true }).ClickAsync();
        await Expect(Card(author)).ToContainTextAsync("位置情報を消した写し");
        await author.GetByRole(AriaRole.Button, new() { Name = "許可", Exact = true }).ClickAsync();
        await Expect(author.Locator(".file-card").Filter(new() { HasText = "OneDriveに保存しました" })).ToHaveCountAsync(1);

        await PressAsync(author, "画像・動画");
        await author.GetByLabel("代替テキスト").FillAsync("図書館の入口の写真");
        await author.GetByLabel("使う権利").SelectOptionAsync("Own");
        await author.GetByLabel("写っている人").SelectOptionAsync("None");
        await author.GetByLabel("投稿先のアカウント").SelectOptionAsync("city-x");
        await PressAsync(author, Scenario.HandIn);
        await Expect(Card(checker)).ToContainTextAsync("図書館の入口の写真");
        await Expect(Card(checker)).ToContainTextAsync("自組織で撮影・作成");
        await BrowserFixture.KeepPictureAsync(checker, "picture-review");
    }

    private static Task PressAsync(IPage page, string title) =>
        Card(page).GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    private static ILocator Card(IPage page) => page.Locator(".card").Filter(new() { HasText = "No.1" });
}
