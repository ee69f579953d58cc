using TeamsBot.Approvals.Model;
using TeamsBot.Checks.Context;

namespace TeamsBot.Tests.Conversations;

/// <summary>A draft begins with the account of the last post; where its text names another medium, that counts, and the card says so.</summary>
public sealed class NamedMediumTests
{
    [Fact]
    public async Task A_text_that_names_another_medium_takes_its_only_account_and_says_why()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();

        await scenario.Author.SayAsync($"【インスタ用】{Scenario.Text}");

        var card = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        (await scenario.DraftAsync(2)).AccountId.ShouldBe("city-instagram");
        BotHost.Words(card.Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("星見市広報課（Instagram）@hoshimi_koho　本文の「インスタ用」から"),
            words => words.ShouldNotContain("前回と同じ"));
    }

    [Fact]
    public async Task Where_the_writer_has_no_account_of_it_or_the_text_only_speaks_of_a_medium_the_last_account_stays()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();

        await scenario.Author.SayAsync($"YouTube用の動画ができました。{Scenario.Text}");
        await host.SeesCardAsync(scenario.Author, "下書き", 2);
        (await scenario.DraftAsync(2)).AccountId.ShouldBe("city-x");
        await scenario.Author.SayAsync($"{Scenario.Text}\n写真に「#図書館まつり」を付けてInstagramに投稿してください。");
        await host.SeesCardAsync(scenario.Author, "下書き", 3);
        (await scenario.DraftAsync(3)).AccountId.ShouldBe("city-x");
    }

    [Fact]
    public async Task Of_several_accounts_on_the_medium_none_is_taken_and_the_writer_is_asked()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync(Scenario.Plan("city-facebook"));
        var desk = scenario.Checker;
        await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\nX\t広報課\t星見市広報課\t@hoshimi_koho_x");

        await scenario.Author.SayAsync($"{Scenario.Text}\n（Xに投稿）");

        var card = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        (await scenario.DraftAsync(2)).AccountId.ShouldBeNull();
        BotHost.Words(card.Card!.Value).ShouldContain("本文に「Xに投稿」とあります。投稿先を選んでください");
    }

    [Theory]
    [InlineData("インスタ用です。", Medium.Instagram, "インスタ用")]
    [InlineData("【Ｘ用】大雨のお知らせ", Medium.X, "X用")]
    [InlineData("Twitterに投稿する文です", Medium.X, "Twitterに投稿")]
    [InlineData("フェイスブック版", Medium.Facebook, "フェイスブック版")]
    [InlineData("LINE向け：講座のお知らせ", Medium.Line, "LINE向け")]
    public void A_label_or_an_order_names_a_medium(string text, Medium medium, string words) =>
        NamedMedium.In(text).ShouldBe((medium, words));

    [Theory]
    [InlineData("最新情報はInstagramで発信しています。")]
    [InlineData("ハッシュタグを付けてXに投稿した方に記念品をお渡しします。")]
    [InlineData("X用とインスタ用")]
    [InlineData("オンライン用の資料、MAX用のケース")]
    [InlineData("LINEで友だち登録をお願いします。")]
    public void What_only_speaks_of_a_medium_or_of_two_names_none(string text) => NamedMedium.In(text).ShouldBeNull();
}
