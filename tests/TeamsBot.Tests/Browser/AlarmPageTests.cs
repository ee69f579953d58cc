using Microsoft.Playwright;
using TeamsBot.Tests.Conversations;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// A call for help and a question as they stand on a phone and on a desktop: what is folded, what a press unfolds, how tall the cards are.
/// </summary>
public sealed class AlarmPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Phone = 390;

    /// <summary>A phone's screen shows this much of a chat at once; the steps have to be on it.</summary>
    private const int OneScreen = 700;

    [BrowserTheory]
    [InlineData(Phone, "垢が乗っ取られた", "乗っ取り：最初の15分", "条文を見る", "これは違う", "alarm-on-a-phone")]
    [InlineData(
        Phone,
        "what do I do if the account is hijacked",
        "Hijack: the first 15 minutes",
        "Read the clauses",
        "Something else",
        "alarm-en-on-a-phone"
    )]
    [InlineData(1280, "垢が乗っ取られた", "乗っ取り：最初の15分", "条文を見る", "これは違う", "alarm")]
    public async Task The_steps_stand_on_one_screen_and_clauses_and_other_kinds_unfold_in_turn(
        int width,
        string text,
        string title,
        string clauses,
        string other,
        string picture
    )
    {
        await using var host = await BotHost.StartAsync();
        var page = await browser.OpenAsync(host.Address, host.Of(BotHost.Author).Person.Key, width, chat: "personal");
        await SayAsync(page, text);
        var card = page.Locator(".card").Filter(new() { HasText = title });
        await Expect(card).ToHaveCountAsync(1);
        (await card.BoundingBoxAsync())!.Height.ShouldBeLessThanOrEqualTo(OneScreen);
        await BrowserFixture.KeepPictureAsync(page, picture);
        await Expect(card.GetByText("入れないときは、サービスの運営会社に停止を求める。")).Not.ToBeVisibleAsync();

        await card.GetByRole(AriaRole.Button, new() { Name = clauses }).ClickAsync();
        await Expect(card.GetByText("入れないときは、サービスの運営会社に停止を求める。")).ToBeVisibleAsync();
        await BrowserFixture.KeepPictureAsync(page, picture + "-clauses");
        await card.GetByRole(AriaRole.Button, new() { Name = other }).ClickAsync();
        await Expect(card.GetByText("入れないときは、サービスの運営会社に停止を求める。")).Not.ToBeVisibleAsync();
        await Expect(card.GetByText(text)).ToBeVisibleAsync();
        await BrowserFixture.KeepPictureAsync(page, picture + "-other");
    }

    [BrowserTheory]
    [InlineData("担当が替わったらパスワードは変える？", "ご質問", "違う・足りない", "担当課へ送る", "answer-on-a-phone")]
    [InlineData("When do we change the password?", "You asked", "Not what I need", "Send to the desk", "answer-en-on-a-phone")]
    public async Task An_answer_fits_a_phone_and_its_field_unfolds(string question, string asked, string wrong, string send, string picture)
    {
        await using var host = await BotHost.StartAsync();
        var page = await browser.OpenAsync(host.Address, host.Of(BotHost.Author).Person.Key, Phone, chat: "personal");
        await SayAsync(page, question);
        var card = page.Locator(".card").Filter(new() { HasText = asked });
        await Expect(card).ToHaveCountAsync(1);
        (await card.BoundingBoxAsync())!.Height.ShouldBeLessThanOrEqualTo(OneScreen);
        await BrowserFixture.KeepPictureAsync(page, picture);

        await Expect(card.GetByRole(AriaRole.Button, new() { Name = send })).Not.ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = wrong }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = send })).ToBeVisibleAsync();
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#words").FillAsync(text);
        await page.Locator("#words").PressAsync("Enter");
    }
}
