using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Writing;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Conversations;

/// <summary>A decision or a number that was typed: it decides nothing and leads to the card whose button does.</summary>
public sealed class SpokenDecisionTests
{
    [Theory]
    [InlineData("承認する", "")]
    [InlineData("承認します。", "")]
    [InlineData("OK 承認", "")]
    [InlineData("ＯＫです、承認します", "")]
    [InlineData("承認お願いします", "")]
    [InlineData("差し戻しお願いします", "")]
    [InlineData("差し戻しをお願いいたします。", "")]
    [InlineData("承認 3", "3")]
    [InlineData("差し戻し　１２", "12")]
    [InlineData("119番を承認します", "119")]
    [InlineData("承認 110", "110")]
    [InlineData("approve 3", "3")]
    [InlineData("reject 12 please", "12")]
    [InlineData("はい、承認でお願いします", "")]
    [InlineData("差し戻す", "")]
    [InlineData("差戻し", "")]
    [InlineData("差し戻してください", "")]
    [InlineData("却下します", "")]
    [InlineData("確認済みにする", "")]
    [InlineData("OKです", "")]
    [InlineData("問題ありません。", "")]
    [InlineData("いいと思います", "")]
    [InlineData("進めてください", "")]
    [InlineData("No.3 承認", "3")]
    [InlineData("3番を承認します", "3")]
    [InlineData("承認 No.12", "12")]
    [InlineData("approve", "")]
    [InlineData("Approve #3", "3")]
    [InlineData("I approve this", "")]
    [InlineData("send it back please", "")]
    public void A_typed_decision_is_known(string text, string number) =>
        SpokenDecision.Of(text).ShouldBe(new SpokenDecision(number, Decides: true));

    [Theory]
    [InlineData("No.3", "3")]
    [InlineData("no 3", "3")]
    [InlineData("№3", "3")]
    [InlineData("３番", "3")]
    [InlineData("3号", "3")]
    [InlineData("#3", "3")]
    [InlineData("第3号", "3")]
    [InlineData("No.3を見せて", "3")]
    [InlineData("下書き3", "3")]
    [InlineData("show no.3", "3")]
    [InlineData("下書き119", "119")]
    [InlineData("No.119を見せて", "119")]
    public void A_number_alone_asks_for_the_draft(string text, string number) =>
        SpokenDecision.Of(text).ShouldBe(new SpokenDecision(number, Decides: false));

    [Theory]
    [InlineData("2026")]
    [InlineData("110番")]
    [InlineData("119番")]
    [InlineData("１１８番")]
    [InlineData("No.119")]
    [InlineData("#110")]
    [InlineData("承認が必要なのはどんな投稿ですか")]
    [InlineData("承認していい？")]
    [InlineData("差し戻しの理由は何字必要？")]
    [InlineData("承認制の駐車場を開設します。12月5日(土)から。")]
    [InlineData("#3月の図書館だより")]
    [InlineData("3番窓口は12月5日(土)に閉まります。")]
    [InlineData("OK")]
    [InlineData("問題ありませんか")]
    [InlineData("進めてくださいとの連絡がありました")]
    [InlineData("ありがとうございます")]
    public void Other_texts_are_none(string text) => SpokenDecision.Of(text).ShouldBeNull();

    [Theory]
    [InlineData("【お知らせ】")]
    [InlineData("［重要］")]
    [InlineData("■お知らせ")]
    [InlineData("【図書館】 ")]
    public void A_heading_alone_is_no_post(string text) => PostLikeText.IsBareHeading(text).ShouldBeTrue();

    [Theory]
    [InlineData("【お知らせ】図書館は休館します")]
    [InlineData("【12月5日(土)は休館】")]
    [InlineData("【お知らせ】\n図書館は休館します")]
    [InlineData("お知らせ")]
    public void A_heading_with_something_to_it_is_one(string text) => PostLikeText.IsBareHeading(text).ShouldBeFalse();

    [Fact]
    public async Task A_typed_decision_brings_the_one_card_that_waits_and_decides_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var request = await scenario.SubmitAsync();

        await scenario.Checker.SayAsync("承認する");

        await host.SeesTextAsync(scenario.Checker.Chat, "文字では決められないため、カードのボタンで決めてください。");
        await host.IdleAsync();
        var below = scenario.Checker.Chat.FromBot.Last(message => message.Card is { } card && BotHost.IsOf(card, 1));
        below.Id.ShouldNotBe(request.Id);
        BotHost.Words(below.Card!.Value).ShouldStartWith("確認をお願いします No.1");
        host.Time.Advance(TeamsBot.Cards.CardInHand.LeftAlone);
        await host.IdleAsync();
        scenario.Checker.Chat.FromBot
            .Where(message => message.Card is { } card && Notices.Buttons(card).Any(button => button.Verb == ApprovalVerbs.Decide))
            .ShouldHaveSingleItem().Id.ShouldBe(below.Id);
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);

        await scenario.Head.SayAsync("承認します");
        await host.SeesTextAsync(scenario.Head.Chat, "あなたの確認や決裁を待っている下書きはありません。");
    }

    [Fact]
    public async Task A_head_who_is_asked_for_an_exception_finds_it_by_a_typed_word_and_in_the_list()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(日)", StringComparison.Ordinal));
        await scenario.Author.PressAsync(own, "所属長に例外を相談", Scenario.PlanWithReason());
        await SawAsync(host, scenario.Head, "例外として確認に回してよいか");

        await scenario.Head.SayAsync("承認します");

        await host.SeesTextAsync(scenario.Head.Chat, "文字では決められないため、カードのボタンで決めてください。");
        await scenario.Head.SayAsync("一覧");
        BotHost.Words((await SawAsync(host, scenario.Head, "あなたの番 1")).Card!.Value).ShouldContain("No.1 の例外を判断する");
        await scenario.Checker.SayAsync("承認します");
        await host.SeesTextAsync(scenario.Checker.Chat, "あなたの確認や決裁を待っている下書きはありません。");
    }

    [Fact]
    public async Task Where_several_wait_the_list_comes_with_the_sentence()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await host.HandInAsync(scenario.Author, Scenario.Text, "city-x");
        await host.HandInAsync(scenario.Author, Scenario.Text + "\nお待ちしています。", "city-x", 2);

        await scenario.Checker.SayAsync("OK 承認");

        var list = await SawAsync(host, scenario.Checker, "文字では決められないため");
        BotHost.Words(list.Card!.Value).ShouldStartWith("一覧");
    }

    [Fact]
    public async Task A_number_brings_the_card_to_who_may_see_it_and_nothing_to_others()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var stranger = await host.OpenAsync("中村 美咲");
        await scenario.SubmitAsync();

        await scenario.Author.SayAsync("№1");
        await stranger.SayAsync("1番");
        await scenario.Author.SayAsync("#9");

        await host.SeesTextAsync(scenario.Author.Chat, "No.1 のカードを出しました。");
        await host.SeesTextAsync(stranger.Chat, "その番号の下書きは見つかりません。");
        await host.SeesTextAsync(scenario.Author.Chat, "その番号の下書きは見つかりません。");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_heading_alone_asks_for_the_text_and_keeps_the_heading()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("【お知らせ】");

        var form = await SawAsync(host, author, "見出しだけが届きました。");
        form.Card!.Value.GetRawText().ShouldContain("【お知らせ】\\n");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task In_english_the_answer_is_english()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();
        await scenario.Checker.SayAsync("english");

        await scenario.Checker.SayAsync("approve");

        await host.SeesTextAsync(scenario.Checker.Chat, "Typed words do not decide");
    }

    private static Task<ChatMessage> SawAsync(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
}
