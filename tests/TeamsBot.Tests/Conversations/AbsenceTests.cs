using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.People;

namespace TeamsBot.Tests.Conversations;

/// <summary>「不在」: who is away, who decides instead, and that new requests go there.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public async Task A_new_request_goes_to_the_deputy_the_head_named_also_after_a_restart_and_to_the_head_once_it_is_cancelled()
    {
        using var folder = new TempFolder();
        var time = new FakeTime(BotHost.Morning);
        await using (var first = await BotHost.StartAsync(folder.Path, time))
        {
            var head = await first.OpenAsync(BotHost.Head);
            var deputy = await first.OpenAsync(BotHost.Checker);
            Words(await SaysAsync(first, head, "不在 11/20〜11/27 代決 鈴木"))
                .ShouldContain("田中 誠さんの不在（11/20(金)〜11/27(金)）を登録しました。この間の依頼は鈴木 一郎さんに届きます。");
            await first.SeesTextAsync(deputy.Chat, "この間の代わりをお願いします");
            await first.IdleAsync();
            await first.StopAsync();
        }

        await using var host = await BotHost.StartAsync(folder.Path, time);
        var scenario = await new Scenario(host).InstalledAsync();
        await host.OpenAsync("高橋 由美");
        await scenario.PasteAsync();
        Scenario.Shown(await scenario.Author.PressAsync(Scenario.CardOf(scenario.Author), Scenario.HandIn, Scenario.Plan()))
            .ShouldStartWith("確認中");

        var route = (await scenario.DraftAsync()).Route!;
        var final = route.Stops.Single(stop => stop.Step == RouteStep.FinalDecision).Reviewers.ShouldHaveSingleItem();
        (final.Name, final.OnBehalfOf).ShouldBe((BotHost.Checker, BotHost.Head));
        route.Stops.Single(stop => stop.Step == RouteStep.SecondReview).Reviewers.Select(one => one.Name).ShouldBe(["高橋 由美"]);

        var list = await SaysAsync(host, scenario.Head, "不在");
        Scenario.Shown(await scenario.Head.PressAsync(list, "11/20(金)〜11/27(金)を取り消す")).ShouldContain("登録されている不在はありません");
        await scenario.Author.SayAsync(Scenario.Text.Replace("図書館まつり", "読書まつり", StringComparison.Ordinal));
        var second = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        await scenario.Author.PressAsync(second, Scenario.HandIn, Scenario.Plan());
        (await scenario.DraftAsync(2)).Route!.Stops.Single(stop => stop.Step == RouteStep.FinalDecision).Reviewers
            .ShouldHaveSingleItem().Name.ShouldBe(BotHost.Head);
    }

    [Theory]
    [InlineData("不在 11/27〜11/24", "最終日が初日より前です")]
    [InlineData("不在 11/19", "過ぎた日からは登録できません")]
    [InlineData("不在 6/31〜7/2", "「6/31」という日が見つかりません")]
    [InlineData("不在 2036/12/1〜2036/12/5", "1年以内の日を選んでください")]
    [InlineData("不在 12/1〜2036/12/5", "1年以内の日を選んでください")]
    [InlineData("不在 11/25", "11/24(火)〜11/27(金)の不在と重なっています")]
    [InlineData("不在 12/1 代決 伊藤", "「伊藤」さんは職員の一覧にありません")]
    [InlineData("不在 12/1 代決 田中", "ご本人は代決者になれません")]
    [InlineData("不在 12/1 代決 佐藤", "佐藤 花子さんには、田中 誠さんの代わりをする役割が登録されていません。頼めるのは、鈴木 一郎さん")]
    [InlineData("不在 12/1〜12/5 代決 高橋", "高橋 由美さんも、この間に不在の日があります。頼めるのは、鈴木 一郎さん")]
    [InlineData("不在 佐藤 12/1", "ほかの方の不在を登録できるのは、広報担当と管理者（鈴木 一郎さん、高橋 由美さん）です")]
    public async Task What_makes_no_sense_is_refused_with_the_reason_and_the_field_is_marked(string typed, string said)
    {
        await using var host = await BotHost.StartAsync();
        var head = await host.OpenAsync(BotHost.Head);
        var colleague = await host.OpenAsync("高橋 由美");
        await SaysAsync(host, head, "不在 11/24〜11/27");
        await SaysAsync(host, colleague, "不在 12/3");

        var words = Words(await SaysAsync(host, head, typed));

        words.ShouldContain("まだ登録していません。");
        words.ShouldContain(said);
        if (!typed.Contains("佐藤 12/1", StringComparison.Ordinal)) words.ShouldContain("▲ ");
        (await host.ReadAsync(db => db.Absences.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_chosen_stays_in_the_form_and_the_desk_enters_it_for_others_who_hear_of_it()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        var form = await SaysAsync(host, desk, "不在");
        var inputs = Fields("a0000000-0000-4000-8000-000000000001", "2026-12-04", "2026-12-01");

        var refused = await desk.PressAsync(form, "登録する", inputs);
        Scenario.Shown(refused).ShouldContain("▲ 最終日");
        var card = refused.ToCardAnswer().Card!.Value;
        card.GetRawText().ShouldContain("2026-12-04");
        Scenario.Shown(await desk.PressAsync(form, card, "登録する", Fields(inputs["who"], "2026-12-01", "2026-12-04")))
            .ShouldContain("佐藤 花子さんの不在（12/1(火)〜12/4(金)）を登録しました");
        await host.SeesTextAsync(writer.Chat, "鈴木 一郎さんが、佐藤 花子さんの不在（12/1(火)〜12/4(金)）を登録しました。");

        Words(await SaysAsync(host, writer, "不在")).ShouldContain("12/1(火)〜12/4(金)　佐藤 花子");
        Words(await SaysAsync(host, await host.OpenAsync(BotHost.Head), "不在")).ShouldContain("登録されている不在はありません");
        Words(await SaysAsync(host, desk, "不在")).ShouldContain("佐藤 花子");
    }

    [Fact]
    public async Task Nobody_cancels_anothers_absence_and_a_second_cancel_says_who_did()
    {
        await using var host = await BotHost.StartAsync();
        var (head, writer) = (await host.OpenAsync(BotHost.Head), await host.OpenAsync(BotHost.Author));
        var shown = await SaysAsync(host, head, "不在 12/1");

        (await writer.PressAsync(shown, shown.Card!.Value, "12/1(火)を取り消す")).ToCardAnswer().Text.ShouldNotBeNull().ShouldContain("見つかりません");
        (await host.ReadAsync(db => db.StandingAbsences().CountAsync())).ShouldBe(1);
        Scenario.Shown(await head.PressAsync(shown, "12/1(火)を取り消す")).ShouldContain("不在を取り消しました");
        host.Time.Advance(TimeSpan.FromMinutes(11));
        Scenario.Shown(await head.PressAsync(shown, shown.Card!.Value, "12/1(火)を取り消す")).ShouldContain("すでに田中 誠さんが取り消しています");
    }

    [Fact]
    public async Task In_English_it_is_entered_and_answered_in_English()
    {
        await using var host = await BotHost.StartAsync();
        var head = await host.OpenAsync(BotHost.Head);

        Words(await SaysAsync(host, head, "absence 12/1-12/5 deputy 鈴木"))
            .ShouldContain("Entered: 田中 誠 is away (Tue 1 Dec – Sat 5 Dec). New requests go to 鈴木 一郎.");
        Words(await SaysAsync(host, head, "absence 6/31")).ShouldContain("There is no day \"6/31\".");
    }

    [Fact]
    public async Task A_post_that_begins_with_the_word_is_a_post()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);

        await writer.SayAsync("不在 者投票の受付は12月5日（土）午前10時から市役所で行います。");

        await host.SeesCardAsync(writer, "下書き");
    }

    [Fact]
    public async Task Refused_for_somebody_else_no_press_enters_the_days_for_oneself()
    {
        await using var host = await BotHost.StartAsync();
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));

        var refused = await SaysAsync(host, writer, "不在 高橋 12/1〜12/5");
        Words(refused).ShouldSatisfyAllConditions(
            words => words.ShouldContain("ほかの方の不在を登録できるのは"), words => words.ShouldContain("ご自身（佐藤 花子さん）の不在を登録する"));
        refused.Card!.Value.GetRawText().ShouldNotContain("2026-12-01");
        Words(await SaysAsync(host, writer, "不在 高橋")).ShouldContain("ほかの方の不在を登録できるのは");
        var unclear = await SaysAsync(host, desk, "不在 佐々木 12/1");
        Words(unclear).ShouldSatisfyAllConditions(
            words => words.ShouldContain("「佐々木」さんは職員の一覧にありません。お名前を確かめてください。"),
            words => words.ShouldNotContain("近い方"));
        Scenario.Shown(await desk.PressAsync(unclear, "登録する", Fields("", "2026-12-01", ""))).ShouldContain("不在の方を選んでください");
        (await host.ReadAsync(db => db.Absences.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_deputy_may_be_named_first_and_a_word_of_cancelling_brings_the_list()
    {
        await using var host = await BotHost.StartAsync();
        var (head, deputy) = (await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"));

        Words(await SaysAsync(host, head, "不在 代決 高橋 由美 12月18日から12月19日"))
            .ShouldContain("田中 誠さんの不在（12/18(金)〜12/19(土)）を登録しました。この間の依頼は高橋 由美さんに届きます。");
        await host.SeesTextAsync(deputy.Chat, "田中 誠さんが、ご自身の不在（12/18(金)〜12/19(土)）を登録しました。この間の代わりをお願いします。");
        Words(await SaysAsync(host, head, "不在 12/24 取り消し")).ShouldContain("その日の不在は登録されていません");
        var list = await SaysAsync(host, head, "不在 12/18 取り消し");
        Words(list).ShouldContain("取り消す不在のボタンを押してください");
        Scenario.Shown(await head.PressAsync(list, "12/18(金)〜12/19(土)を取り消す")).ShouldContain("不在を取り消しました");
        (await host.ReadAsync(db => db.StandingAbsences().CountAsync())).ShouldBe(0);
    }

    private static Dictionary<string, string> Fields(string who, string from, string to) =>
        new() { ["who"] = who, ["from"] = from, ["to"] = to, ["deputy"] = "" };

    private static string Words(ChatMessage message) => BotHost.Words(message.Card!.Value);

    /// <summary>The card that answers.</summary>
    private static async Task<ChatMessage> SaysAsync(BotHost host, TeamsClient client, string text)
    {
        await host.IdleAsync();
        var before = client.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await client.SayAsync(text);
        return await host.SeesAsync(client.Chat, message => !before.Contains(message.Id) && message.Card is not null);
    }
}
