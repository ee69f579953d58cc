using Microsoft.EntityFrameworkCore;
using TeamsBot.OwnWords;

namespace TeamsBot.Tests.Conversations;

/// <summary>Days and facilities that the desk keeps in mind.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public async Task A_day_of_the_desk_is_kept_in_mind_on_that_day()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, author) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        var form = await FormAsync(host, desk);
        var tried = await desk.PressAsync(
            form.Message,
            form.Card,
            "過去の投稿で試す",
            new Dictionary<string, string>
            {
                ["kind"] = "SensitiveDate",
                ["word"] = "星見川水害の日",
                ["day"] = "11-20",
                ["reason"] = "市の追悼行事があるため",
            }
        );
        Scenario.Shown(tried).ShouldContain("星見川水害の日（11月20日）");
        await desk.PressAsync(form.Message, CardOf(tried), "有効にする");

        Words(await DraftAsync(host, author, 1)).ShouldContain("星見川水害の日");
    }

    [Fact]
    public async Task A_day_of_the_desk_has_its_own_weight_and_says_what_to_do()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, author) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        var form = await FormAsync(host, desk);
        var tried = await desk.PressAsync(form.Message, form.Card, "過去の投稿で試す", new Dictionary<string, string>
        {
            ["kind"] = "SensitiveDate",
            ["word"] = "星見川水害の日",
            ["day"] = "11-20",
            ["severity"] = "Block",
            ["instead"] = "この日は災害の情報だけを出します。別の日にしてください。",
            ["reason"] = "市の追悼行事があるため",
        });
        Scenario.Shown(tried).ShouldContain("この日は災害の情報だけを出します");
        await desk.PressAsync(form.Message, CardOf(tried), "有効にする");

        var draft = Words(await DraftAsync(host, author, 1));
        draft.ShouldContain("この日は災害の情報だけを出します");
        draft.ShouldContain("要修正");
    }

    [Fact]
    public async Task A_facility_of_the_desk_is_tried_and_then_compared_by_name_number_and_address()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, author) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        var form = await FormAsync(host, desk);
        var tried = await desk.PressAsync(form.Message, form.Card, "過去の投稿で試す", Hall);
        Scenario.Shown(tried).ShouldContain("星見南交流プラザ");
        Scenario.Shown(tried).ShouldContain("0265-22-7788");
        await desk.PressAsync(form.Message, CardOf(tried), "有効にする");

        await author.SayAsync(Scenario.Text + "\n会場：星見南交流プラザ（電話0265-22-7789）");
        var number = Words(await host.SeesCardAsync(author, "下書き", 1));
        number.ShouldContain("星見南交流プラザ」の電話番号として");
        number.ShouldContain("0265-22-7788");
        await author.SayAsync(Scenario.Text + "\n会場は星見南交留プラザです。");
        Words(await host.SeesCardAsync(author, "下書き", 2)).ShouldContain("正式名称の「星見南交流プラザ」");
    }

    [Theory]
    [InlineData("", "", "住所か電話番号を")]
    [InlineData("星見市南町", "", "番地まで")]
    [InlineData("", "0265-22", "10桁か11桁")]
    public async Task A_facility_without_its_facts_is_refused_and_what_was_typed_stays(string address, string phone, string reason)
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk);

        var answer = await desk.PressAsync(
            form.Message,
            form.Card,
            "過去の投稿で試す",
            new Dictionary<string, string>(Hall) { ["address"] = address, ["phone"] = phone }
        );

        Scenario.Shown(answer).ShouldContain(reason);
        CardOf(answer).GetRawText().ShouldContain("\"value\":\"Facility\"");
        (await host.ReadAsync(db => db.WordingEntries.CountAsync())).ShouldBe(0);
    }
}
