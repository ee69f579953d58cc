using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using static TeamsBot.Tests.Conversations.StandingPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Ranges approved ahead: the head sets and ends them, a draft inside needs one second person, and any doubt leads back to the head.
/// </summary>
public sealed class StandingTests
{
    private const string Held = "11月15日(日)に、市民まつりを開催しました。当日は天気に恵まれ、多くの方でにぎわいました。";
    private const string Coming = "12月5日(土)に、市民まつりを開催します。会場は中央公園です。";
    private const string Page = "https://www.city.asaka.lg.jp/matsuri.html";

    [Fact]
    [Clause("asaka-5-2")]
    public async Task The_head_sets_range_and_day_and_a_draft_inside_goes_out_by_one_second_person_until_it_ends()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        Scenario.Shown(await GrantAsync(host, head, "accomplished-fact")).ShouldContain("「既成の事実」を2027/3/31(水)まで事前承認しました");
        var granted = await host.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "standing.grant"));
        (granted.ActorName, granted.Subject).ShouldBe((BotHost.Head, "standing:city-x:accomplished-fact"));
        granted.Details.ShouldContain("2027-03-31");

        Scenario.Shown(await ClaimAsync(host, author, Held, "既成の事実")).ShouldContain("事前承認「既成の事実」の範囲です");
        (await host.HandInAsync(author, "city-x")).ShouldContain("事前承認の範囲のため、確認が済めば投稿できます");
        var asked = BotHost.Words((await host.SeesCardAsync(checker, "確認中")).Card!.Value);
        asked.ShouldContain("田中 誠（課長）が2027/3/31(水)まで承認");
        asked.ShouldContain("機械の点検");
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("承認済");

        await host.SeesCardAsync(author, "承認済");
        var draft = await DraftAsync(host);
        draft.Reviews.ShouldAllBe(review => review.Step == RouteStep.SecondReview);
        draft.Events.Select(happened => happened.Who).ShouldContain("鈴木 一郎（係長）");
        draft.Events.Single(happened => happened.Kind == DraftEventKind.StandingApproved).Note!.ShouldContain("田中 誠（課長）");
        head.Chat.FromBot.ShouldNotContain(message => message.Card != null && BotHost.IsOf(message.Card.Value, 1));
    }

    [Fact]
    [Clause("asaka-5-2")]
    public async Task Past_its_last_day_a_range_leads_to_the_full_route()
    {
        await using var host = await BotHost.StartAsync(
            time: new FakeTime(BotHost.Morning.AddHours(13).AddMinutes(50)),
            settings: "--Pack:Name=asaka"
        );
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "accomplished-fact", expires: "2026-11-20");
        Scenario.Shown(await ClaimAsync(host, author, Held, "既成の事実")).ShouldContain("の範囲です");
        host.Time.Advance(TimeSpan.FromMinutes(11));

        (await host.HandInAsync(author, "city-x")).ShouldContain("確認のあと決裁に回ります：事前承認の期限が過ぎています");

        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");
    }

    [Fact]
    [Clause("asaka-5-2")]
    public async Task A_range_that_ends_while_a_draft_is_checked_counts_no_more()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "accomplished-fact");
        await ClaimAsync(host, author, Held, "既成の事実");
        await host.HandInAsync(author, "city-x");
        var list = await ListAsync(host, head);
        Scenario.Shown(await head.PressAsync(list, "終了する：既成の事実")).ShouldContain("事前承認を終了しました");
        (await host.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "standing.end"))).ActorName.ShouldBe(BotHost.Head);

        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");

        BotHost.Words((await host.SeesCardAsync(head, "決裁待ち")).Card!.Value).ShouldContain("確認中に事前承認が終わりました");
    }

    [Fact]
    [Clause("asaka-5-2")]
    public async Task A_draft_the_head_let_pass_in_spite_of_a_block_has_lost_its_standing_approval()
    {
        await using var host = await StartAsync();
        var (author, _, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "accomplished-fact");
        // A Sunday printed as a Saturday.
        var claimed = await ClaimAsync(host, author, "11月15日(土)に、市民まつりを開催しました。多くの方でにぎわいました。", "既成の事実");
        Scenario.Shown(claimed).ShouldContain("範囲に当たらないため、決裁にも回ります：「要修正」の項目があります");
        await author.PressAsync(await CurrentAsync(host, author), "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        await head.PressAsync(asked, "例外として認める", new Dictionary<string, string> { ["reason"] = "主催者の表記のまま載せるためです。" });
        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card
            && BotHost.Words(card).StartsWith("例外が認められました。確認に回せます No.1", StringComparison.Ordinal)
        );

        (await host.HandInAsync(author, "city-x")).ShouldContain("事前承認の範囲に当たらないため、確認のあと決裁に回ります：例外として認められた下書きです");

        (await DraftAsync(host)).Route!.Standing!.Holds.ShouldBeFalse();
    }

    [Fact]
    [Clause("asaka-5-2-4")]
    public async Task A_document_the_head_takes_out_while_a_draft_is_checked_carries_it_no_more()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "approved-qa", "朝シ発第12号 2026-10-01\n朝シ発第15号 2026-11-02");
        await ClaimAsync(host, author, "市民まつりの雨天時の扱いについてのお問い合わせに、次のとおりお答えしています。小雨のときは予定どおり行います。", "決裁済みの質疑応答資料",
            inputs: new() { ["documentNumber@approved-qa"] = "朝シ発第12号", ["documentOn@approved-qa"] = "2026-10-01" });
        (await host.HandInAsync(author, "city-x")).ShouldContain("事前承認の範囲のため、確認が済めば投稿できます");
        await GrantAsync(host, head, "approved-qa", "朝シ発第15号 2026-11-02");

        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");

        BotHost.Words((await host.SeesCardAsync(head, "決裁待ち")).Card!.Value).ShouldContain("確認中に変わりました：「朝シ発第12号」は、所属長が登録した文書にありません");
    }

    [Fact]
    [Clause("asaka-6-2-4")]
    public async Task A_flame_prone_topic_suspends_the_standing_approval()
    {
        await using var host = await StartAsync();
        var (author, _, head) = await PeopleAsync(host);
        // Not X, on which such words are a block already.
        await GrantAsync(host, head, "accomplished-fact", account: "city-facebook");

        Scenario
            .Shown(
                await ClaimAsync(
                    host,
                    author,
                    "11月15日(日)に、お母さん向けの講座を開催しました。多くの方でにぎわいました。",
                    "既成の事実",
                    account: "city-facebook"
                )
            )
            .ShouldContain("炎上しやすい話題（さしすせそ）です");

        (await host.HandInAsync(author, "city-facebook")).ShouldContain("確認のあと決裁に回ります");
    }

    [Fact]
    public async Task Nobody_but_the_one_who_decides_sets_or_ends_a_range_whatever_the_card_says()
    {
        await using var host = await StartAsync();
        var (author, _, head) = await PeopleAsync(host);
        var other = await host.OpenAsync("加藤 学");
        var list = await ListAsync(host, head);

        Scenario
            .Shown(await author.PressForgedAsync(list, "この範囲を事前承認する", Forgery.With(Grant("published"))))
            .ShouldContain("決裁者だけです。田中 誠（課長）にご相談ください");
        Scenario.Shown(await other.PressForgedAsync(list, "この範囲を事前承認する", Forgery.With(Grant("published")))).ShouldContain("決裁者だけです");
        Scenario
            .Shown(await head.PressForgedAsync(list, "この範囲を事前承認する", Forgery.With(Grant("published"), ("expires", "2030-01-01"))))
            .ShouldContain("期限は、今日から2027/11/20(土)までの日を選んでください");

        (await host.ReadAsync(db => db.StandingGrants.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "standing.refused"))).ShouldBe(2);
        await GrantAsync(host, head, "published");
        list = await ListAsync(host, head);
        Scenario.Shown(await author.PressForgedAsync(list, "終了する：公表済みの内容")).ShouldContain("決裁者だけです");
        (await host.ReadAsync(db => db.StandingGrants.SingleAsync())).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_claim_cannot_be_slipped_under_a_review_that_has_begun()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "accomplished-fact");
        await ClaimAsync(host, author, Held, "既成の事実");
        var form = await CurrentAsync(host, author);
        var claim = (await author.PressAsync(form, "事前承認の範囲で出す", Scenario.Plan("city-x"))).ToCardAnswer().Card!.Value;
        await author.PressAsync(form, claim, "範囲を使わない");
        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("この投稿先には事前承認の範囲があります", StringComparison.Ordinal)
        );
        (await host.HandInAsync(author, "city-x")).ShouldStartWith("確認中");
        var stamp = (await DraftAsync(host)).Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var own = await CurrentAsync(host, author);
        var action = Forgery.ActionOf(own, "取り下げる");
        (action["verb"], action["data"]!["range"], action["data"]!["stamp"]) = ("approvals.claim", "accomplished-fact", stamp);

        Scenario.Shown(await author.ExecuteAsync(own, action, "manual")).ShouldContain("この下書きは「確認中」のため、この操作はできません");

        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");
    }
}
