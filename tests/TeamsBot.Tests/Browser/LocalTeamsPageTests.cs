using System.Text.Json;
using Microsoft.Playwright;
using TeamsBot.LocalTeams.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.Tests.Browser;

/// <summary>What people do on the local Teams page, in a real browser, with the smallest bot at the other end.</summary>
public sealed class LocalTeamsPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync() => host = await LocalTeamsHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [BrowserFact]
    public async Task The_page_opens_without_a_complaint_of_the_browser()
    {
        var page = await browser.OpenAsync(host.Address, "sato");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        await page.ReloadAsync();
        await SendAsync(page, "カードを見せて");
        await page.Locator(".card").GetByText("秋のさくら公園まつりを開きます。").WaitForAsync();

        await Expect(page).ToHaveTitleAsync("佐藤 花子 | ローカル Teams");
        complaints.ShouldBeEmpty();
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("ja");
    }

    [BrowserFact]
    public async Task Switching_the_person_shows_the_other_persons_chat()
    {
        await host.Clients.Of("tanaka").SayAsync("課長だけの話");
        var page = await browser.OpenAsync(host.Address, "sato");
        await Expect(page.GetByText("課長だけの話")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "佐藤 花子（観光課 起案者）として表示中" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "田中 誠 観光課 課長" }).ClickAsync();

        await Expect(page.Locator("#messages").GetByText("課長だけの話", new() { Exact = true })).ToBeVisibleAsync();
        page.Url.ShouldContain("as=tanaka");
    }

    [BrowserFact]
    public async Task A_message_appears_at_the_other_person_by_itself_and_is_counted_as_unread()
    {
        var sato = await browser.OpenAsync(host.Address, "sato", chat: "channel");
        var tanaka = await browser.OpenAsync(host.Address, "tanaka");
        await SendAsync(sato, "みなさんへのお知らせ");

        var channel = tanaka.GetByRole(AriaRole.Button, new() { Name = "SNS運用" });
        await Expect(channel.GetByLabel("未読 1 件")).ToBeVisibleAsync();
        await channel.ClickAsync();
        await Expect(tanaka.Locator("#messages").GetByText("みなさんへのお知らせ")).ToBeVisibleAsync();
        await Expect(channel.GetByLabel("未読 1 件")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Enter_sends_shift_enter_breaks_the_line_and_an_input_method_keeps_its_enter()
    {
        var page = await browser.OpenAsync(host.Address, "sato");
        var words = page.Locator("#words");
        await words.FocusAsync();
        await page.Keyboard.InsertTextAsync("一行目\n二行目");
        await words.PressAsync("Shift+Enter");
        await words.PressSequentiallyAsync("三行目");
        await words.DispatchEventAsync("keydown", new { key = "Enter", isComposing = true });
        host.Bot.Received.ShouldNotContain(activity => activity.GetProperty("type").GetString() == "message");

        await words.PressAsync("Enter");
        await Expect(page.Locator(".message.mine .plain")).ToHaveTextAsync("一行目\n二行目\n三行目");
        await Expect(words).ToHaveValueAsync("");
        await host.Tenant.WaitForAsync(tenant => tenant.ChatOf(tenant.Person("sato")).FromBot.Count == 1);
        host.Bot.Received.Single(activity => activity.GetProperty("type").GetString() == "message")
            .GetProperty("text")
            .GetString()
            .ShouldBe("一行目\n二行目\n三行目");
    }

    [BrowserFact]
    public async Task In_the_channel_an_at_sign_offers_the_bot_and_the_answer_stands_in_the_thread()
    {
        var page = await browser.OpenAsync(host.Address, "sato", chat: "channel");
        await page.Locator("#words").PressSequentiallyAsync("@");
        await Expect(page.GetByRole(AriaRole.Option)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#words").PressSequentiallyAsync("こんにちは");
        await page.Keyboard.PressAsync("Enter");

        var post = page.GetByRole(AriaRole.Article);
        await Expect(post.GetByRole(AriaRole.Group, new() { Name = "返信" }).GetByText("受け取りました")).ToBeVisibleAsync();
        await post.GetByRole(AriaRole.Button, new() { Name = "返信する" }).ClickAsync();
        await post.GetByLabel("返信を入力").FillAsync("ありがとう");
        await page.Keyboard.PressAsync("Enter");
        await Expect(post.GetByText("ありがとう")).ToBeVisibleAsync();
        await Expect(post).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_pressed_button_changes_the_card_here_and_for_everybody_else()
    {
        await host.Clients.Of("suzuki").SayInChannelAsync("@広報ボット カード");
        var sato = await browser.OpenAsync(host.Address, "sato", chat: "channel");
        var tanaka = await browser.OpenAsync(host.Address, "tanaka", chat: "channel");
        await tanaka.GetByRole(AriaRole.Button, new() { Name = "承認する" }).WaitForAsync();

        await sato.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();

        await Expect(sato.Locator(".card")).ToContainTextAsync("承認しました。");
        await Expect(tanaka.Locator(".card")).ToContainTextAsync("佐藤 花子 が承認しました。");
        await Expect(tanaka.GetByRole(AriaRole.Button, new() { Name = "承認する" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_required_field_holds_the_button_back_until_it_is_filled()
    {
        await host.Clients.Of("sato").SayAsync("カード");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻す", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻しを送る" }).ClickAsync();
        await Expect(page.GetByText("理由を入力してください。")).ToBeVisibleAsync();
        host.Bot.Received.ShouldNotContain(activity => activity.GetProperty("type").GetString() == "invoke");

        await page.GetByLabel("差し戻しの理由").FillAsync("曜日が違います");
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻しを送る" }).ClickAsync();
        await Expect(page.Locator(".card")).ToContainTextAsync("理由：曜日が違います");
    }

    [BrowserFact]
    public async Task The_page_and_the_client_of_the_conversation_tests_press_alike()
    {
        var sato = host.Clients.Of("sato");
        await sato.SayAsync("カード");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻す", Exact = true }).ClickAsync();
        await page.GetByLabel("日時と場所を原稿と照らし合わせた").CheckAsync();
        await page.GetByLabel("差し戻しの理由").FillAsync("曜日が違います");
        await page.GetByRole(AriaRole.Button, new() { Name = "差し戻しを送る" }).ClickAsync();
        await Expect(page.Locator(".card")).ToContainTextAsync("理由：曜日が違います");
        await sato.PressAsync(
            sato.Chat.FromBot.Single(),
            "差し戻しを送る",
            new Dictionary<string, string> { ["seen"] = "true", ["reason"] = "曜日が違います" }
        );

        var presses = host
            .Bot.Received.Where(activity => activity.GetProperty("type").GetString() == "invoke")
            .Select(activity => activity.GetProperty("value"))
            .ToList();
        presses.Count.ShouldBe(2);
        JsonElement.DeepEquals(presses[0], presses[1]).ShouldBeTrue($"{presses[0]} and {presses[1]}");
    }

    [BrowserFact]
    public async Task A_short_answer_and_an_error_stand_below_the_card_and_the_card_stays()
    {
        await host.Clients.Of("sato").SayAsync("カード");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.GetByRole(AriaRole.Button, new() { Name = "質問する" }).ClickAsync();
        await Expect(page.Locator(".card-notice")).ToHaveTextAsync("質問を送りました");
        await page.GetByRole(AriaRole.Button, new() { Name = "取り下げる", Exact = true }).ClickAsync();
        await Expect(page.Locator(".card-notice.error")).ToHaveTextAsync("この操作はできません。");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "承認する" })).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task An_old_client_sends_the_fallback_instead()
    {
        await host.Clients.Of("sato").SayAsync("カード");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.Locator("#me").ClickAsync();
        await page.GetByLabel("旧クライアントとして動く").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "質問する" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "承認する" }).ClickAsync();
        await Expect(page.Locator("#messages").GetByText("旧クライアント：review.approve", new() { Exact = true })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Only_the_named_persons_client_fetches_an_own_version_of_the_card()
    {
        await host.Bot.SendAsync(
            host.ServiceUrl,
            host.Tenant.Channel.Id,
            TinyBot.CardMessage(TinyCard.Refreshing(host.Tenant.Person("suzuki").UserId))
        );
        var suzuki = await browser.OpenAsync(host.Address, "suzuki", chat: "channel");
        await Expect(suzuki.Locator(".card")).ToContainTextAsync("automatic が承認しました。");

        var sato = await browser.OpenAsync(host.Address, "sato", chat: "channel");
        await Expect(sato.Locator(".card")).ToContainTextAsync("みんなの表示");
        await sato.GetByRole(AriaRole.Button, new() { Name = "カードを最新の表示にする" }).ClickAsync();
        await Expect(sato.Locator(".card")).ToContainTextAsync("manual が承認しました。");
    }

    [BrowserFact]
    public async Task A_mention_in_a_text_or_a_card_is_shown_as_a_name()
    {
        var sato = host.Tenant.Person("sato");
        var mention = new { type = "mention", text = "<at>佐藤 花子</at>", mentioned = new { id = sato.UserId, name = sato.Name } };
        var chat = host.Tenant.ChatOf(sato).Id;
        await host.Bot.SendAsync(
            host.ServiceUrl,
            chat,
            new
            {
                type = "message",
                text = "<at>佐藤 花子</at> さんの番です",
                entities = new[] { mention },
            }
        );
        await host.Bot.SendAsync(host.ServiceUrl, chat, TinyBot.CardMessage(new
        {
            type = "AdaptiveCard", version = "1.5", msteams = new { entities = new[] { mention } },
            body = new[] { new { type = "TextBlock", text = "担当：<at>佐藤 花子</at>", wrap = true } },
        }));
        var page = await browser.OpenAsync(host.Address, "sato");
        await Expect(page.Locator(".bubble")).ToHaveTextAsync("@佐藤 花子 さんの番です");
        await Expect(page.Locator(".card")).ToHaveTextAsync("担当：佐藤 花子");
        await Expect(page.Locator(".card strong")).ToHaveTextAsync("佐藤 花子");
    }

    [BrowserFact]
    public async Task What_somebody_types_in_a_card_survives_other_news()
    {
        await host.Clients.Of("sato").SayAsync("カード");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.GetByLabel("メモ").FillAsync("書きかけ");
        await host.Bot.SendAsync(host.ServiceUrl, host.Clients.Of("sato").Chat.Id, new { type = "message", text = "別の知らせ" });
        await Expect(page.Locator("#messages").GetByText("別の知らせ")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("メモ")).ToHaveValueAsync("書きかけ");
        await Expect(page.GetByLabel("メモ")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task An_own_message_can_be_edited()
    {
        await host.Clients.Of("sato").SayAsync("直す前");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.Locator(".message.mine").HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "このメッセージを編集" }).ClickAsync();
        await page.GetByLabel("メッセージを編集", new() { Exact = true }).FillAsync("直した後");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator(".message.mine")).ToContainTextAsync("直した後");
        await Expect(page.Locator(".message.mine")).ToContainTextAsync("編集済み");
        host.Bot.Received.Last().GetProperty("type").GetString().ShouldBe("messageUpdate");
    }

    [BrowserFact]
    public async Task A_message_the_bot_did_not_take_says_so()
    {
        host.Bot.AnswerWith = 500;
        var page = await browser.OpenAsync(host.Address, "sato");
        await SendAsync(page, "届かない");
        await Expect(page.Locator(".problem")).ToHaveTextAsync("ボットに届きませんでした（HTTP 500）");
    }

    [BrowserFact]
    public async Task Eight_people_in_eight_tabs_of_one_browser_all_hear_the_news()
    {
        var first = await browser.OpenAsync(host.Address, "sato", chat: "channel");
        List<IPage> tabs = [first];
        foreach (var person in (string[])["suzuki", "tanaka", "takahashi", "yamada", "sato", "suzuki", "tanaka"])
            tabs.Add(await BrowserFixture.OpenTabAsync(first, host.Address, person, "channel"));

        await SendAsync(tabs[^1], "全員に届く");
        foreach (var tab in tabs) await Expect(tab.Locator("#messages").GetByText("全員に届く")).ToBeAttachedAsync();
    }

    [BrowserFact]
    public async Task After_a_restart_of_the_server_the_open_page_finds_back_by_itself()
    {
        await host.Clients.Of("sato").SayAsync("停止の前");
        var page = await browser.OpenAsync(host.Address, "sato");
        await Expect(page.Locator(".message.mine")).ToContainTextAsync("停止の前");

        await host.DisposeAsync();
        await Expect(page.GetByText("サーバーに接続できません。再接続しています…")).ToBeVisibleAsync();
        host = await LocalTeamsHost.StartAsync(port: host.Address.Port);
        await Expect(page.GetByText("サーバーに接続できません。再接続しています…")).ToBeHiddenAsync();
        await Expect(page.Locator(".message.mine")).ToHaveCountAsync(0);

        await host.Clients.Of("sato").SayAsync("再開の後");
        await Expect(page.Locator(".message.mine")).ToContainTextAsync("再開の後");
    }

    [BrowserFact]
    public async Task Without_the_renderer_the_page_says_in_japanese_what_is_missing()
    {
        await host.Clients.Of("sato").SayAsync("カード");
        var page = await browser.OpenAsync(host.Address, "sato");
        await page.RouteAsync("**/vendor/adaptivecards.js", route => route.AbortAsync());
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Node.js と npm を入れて、もう一度ビルドしてください。");
        await Expect(page.Locator(".card")).ToContainTextAsync("確認のお願い");
    }

    private static async Task SendAsync(IPage page, string text)
    {
        await page.Locator("#words").FillAsync(text);
        await page.Locator("#words").PressAsync("Enter");
    }
}
