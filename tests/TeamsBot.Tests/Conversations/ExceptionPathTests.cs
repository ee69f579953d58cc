using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Findings hold a draft back: a block needs the head's written exception, a warning an answer, and both stand before the approvers
/// (rules.md 1.1).
/// </summary>
public sealed class ExceptionPathTests
{
    private const string WrongWeekday =
        "【図書館まつり】12月5日(日)午前10時から、星見市立図書館で開催します。申込みは不要です。\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    [Fact]
    public async Task A_block_goes_to_the_head_who_refuses_or_grants_in_writing_and_the_approvers_read_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(WrongWeekday);
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldContain("「要修正」の項目があります");
        own = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("星見市（X）", StringComparison.Ordinal)
        );

        Scenario
            .Shown(await scenario.Author.PressAsync(own, "所属長に例外を相談", Scenario.PlanWithReason()))
            .ShouldContain("例外の判断を依頼しました。田中 誠さんに送っています。");
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        Scenario
            .Shown(await scenario.Head.PressAsync(asked, "認めない", new Dictionary<string, string> { ["reason"] = "短い" }))
            .ShouldContain("理由を10字以上");
        Scenario
            .Shown(
                await scenario.Head.PressAsync(
                    asked,
                    "認めない",
                    new Dictionary<string, string> { ["reason"] = "曜日を確かめてから出してください。" }
                )
            )
            .ShouldContain("例外を認めないことを起案者に伝えました");
        own = await scenario.CurrentCardAsync(scenario.Author);
        BotHost.Words(own.Card!.Value).ShouldContain("例外を認めない　田中 誠");
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldContain("「要修正」の項目があります");

        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    await scenario.CurrentCardAsync(scenario.Author),
                    "所属長に例外を相談",
                    Scenario.PlanWithReason()
                )
            )
            .ShouldContain("例外の判断を依頼しました。田中 誠さんに送っています。");
        asked = await scenario.CurrentCardAsync(scenario.Head);
        BotHost.Words(asked.Card!.Value).ShouldContain("例外として確認に回してよいか");
        Scenario
            .Shown(
                await scenario.Head.PressAsync(
                    asked,
                    "例外として認める",
                    new Dictionary<string, string> { ["reason"] = "主催者の告知文の引用のためです。" }
                )
            )
            .ShouldContain("例外として認めました");
        own = await scenario.CurrentCardAsync(scenario.Author);
        BotHost.Words(own.Card!.Value).ShouldContain("例外を認める　田中 誠");
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");

        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        BotHost.Words(review.Card!.Value).ShouldContain("主催者の告知文の引用のためです。");
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        BotHost.Words((await host.SeesCardAsync(scenario.Head, "決裁待ち")).Card!.Value).ShouldContain("主催者の告知文の引用のためです。");
    }

    [Fact]
    public async Task An_exception_ends_when_account_time_or_class_change()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync(WrongWeekday);
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        await scenario.Head.PressAsync(asked, "例外として認める", new Dictionary<string, string> { ["reason"] = "主催者の告知文の引用のためです。" });
        var own = await scenario.CurrentCardAsync(scenario.Author);
        BotHost.Words(own.Card!.Value).ShouldContain("例外を認める　田中 誠");
        var personal = Scenario.Plan();
        personal["informationClass"] = "personal";

        // What the head let pass was a weekday, not personal data.
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, personal)).ShouldContain("所属長が理由を記して認めた場合だけ発信できます");

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Composing);
    }

    [Fact]
    public async Task The_sure_correction_is_one_press_away()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(WrongWeekday);

        Scenario.Shown(await scenario.Author.PressAsync(own, "直せる箇所を直す", Scenario.Plan())).ShouldContain("と直しました");

        (await scenario.DraftAsync()).Current.Text.ShouldContain("12月5日(土)");
    }

    [Fact]
    public async Task A_blank_and_a_shortened_link_are_replaced_by_what_their_writer_fills_in()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync("【図書館まつり】12月5日(土)午前10時から、○○図書館で開催します。申込みは不要です。\nhttps://bit.ly/3abcdef");
        var fields = Fills(own);
        fields.Count.ShouldBe(2);

        // Nothing filled in: nothing is changed.
        Scenario.Shown(await scenario.Author.PressAsync(own, "入力した内容で直す", Scenario.Plan())).ShouldContain("入力されていません");
        own = await scenario.CurrentCardAsync(scenario.Author);
        var inputs = Scenario.Plan();
        foreach (var field in Fills(own))
            inputs[field] = field.Contains("placeholder", StringComparison.Ordinal)
                ? "星見市立図書館"
                : "https://www.city.hoshimi.lg.jp/library/matsuri.html";
        Scenario.Shown(await scenario.Author.PressAsync(own, "入力した内容で直す", inputs)).ShouldContain("と直しました");

        (await scenario.DraftAsync()).Current.Text.ShouldBe(Scenario.Text);
        (await scenario.DraftAsync()).Current.Findings.ShouldNotContain(finding => finding.Asks != null);
    }

    private static List<string> Fills(LocalTeams.Chats.ChatMessage message) =>
        [.. message.Card!.Value.GetRawText().Split('"').Where(word => word.StartsWith("fill:", StringComparison.Ordinal)).Distinct()];

    [Fact]
    public async Task Information_that_may_never_be_published_is_held_back_and_so_is_a_past_time()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync();
        var plan = Scenario.Plan(date: "2026-11-19");
        Scenario
            .Shown(await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), Scenario.HandIn, plan))
            .ShouldContain("希望日時を過ぎています");
        var own = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("星見市（X）", StringComparison.Ordinal)
        );
        plan = Scenario.Plan();
        plan["informationClass"] = "internal";

        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, plan)).ShouldContain("選んだ区分の情報は発信できません");

        own = await scenario.CurrentCardAsync(scenario.Author);
        plan["plannedTime"] = "";
        Scenario.Shown(await scenario.Author.PressAsync(own, "内部として確認に回す", plan)).ShouldContain("希望日と希望時刻は、両方を入力してください");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Composing);
    }

    [Fact]
    public async Task A_warning_is_answered_and_both_approvers_read_the_answer()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        // Saturday evening: outside of working hours.
        var plan = Scenario.Plan(date: "2026-11-28", time: "20:00");
        await scenario.PasteAsync();
        Scenario
            .Shown(await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), Scenario.HandIn, plan))
            .ShouldContain("「要確認」の項目が残っています");
        var own = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is not null && Scenario.AnswerFields(message).Count > 0
        );
        foreach (var field in Scenario.AnswerFields(own)) plan[field] = "夜間の催しのためこの時刻にします。";

        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, plan)).ShouldStartWith("確認中");

        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        BotHost.Words(review.Card!.Value).ShouldContain("起案者の回答　夜間の催しのためこの時刻にします。");
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        BotHost.Words((await host.SeesCardAsync(scenario.Head, "決裁待ち")).Card!.Value).ShouldContain("夜間の催しのためこの時刻にします。");
    }
}
