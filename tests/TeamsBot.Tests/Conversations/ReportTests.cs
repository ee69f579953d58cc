using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Bot;

namespace TeamsBot.Tests.Conversations;

/// <summary>The report of a post as its poster does it: what proves it, what is asked, and that nothing typed is lost.</summary>
public sealed class ReportTests
{
    private const string Url = "https://x.com/hoshimi_city/status/1995012345678901234";

    [Fact]
    public async Task The_text_comes_as_a_message_of_its_own_and_the_address_alone_is_a_report()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);
        await host.SeesAsync(scenario.Author.Chat, message => message.Text == Scenario.Text);
        var card = await ReadyCardAsync(host, scenario);

        var words = Scenario.Shown(
            await scenario.Author.PressAsync(card, "投稿を報告する", new Dictionary<string, string> { ["postedUrl"] = Url })
        );

        words.ShouldStartWith("投稿済み No.1");
        words.ShouldContain("アカウントの一致を確認。本文は未照合。");
        var draft = await scenario.DraftAsync();
        (draft.Report!.Account, draft.Report.Comparison).ShouldBe((AccountProof.ByAddress, PostedComparison.NotCompared));
        (await AuditAsync(host)).ShouldContain("\"comparison\":\"NotCompared\"");
    }

    [Fact]
    public async Task What_the_medium_did_to_the_text_goes_into_the_proof()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);
        var posted = Scenario.Text.Replace(
            "https://www.city.hoshimi.lg.jp/library/matsuri.html",
            "https://t.co/AbCdEf https://t.co/Media1",
            StringComparison.Ordinal
        );

        var words = await ReportAsync(host, scenario, Url, posted);

        words.ShouldStartWith("投稿済み");
        words.ShouldContain("投稿文は承認文と一致（媒体による違い：t.co への置き換え、画像のリンク）。");
        (await AuditAsync(host)).ShouldContain("\"allowances\":[\"LinkWrapped\",\"MediaLink\"]");
    }

    [Fact]
    public async Task An_address_of_another_account_is_no_proof_and_what_was_typed_stays()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);

        var answer = await PressAsync(host, scenario, "https://x.com/other_city/status/1", "貼った文");

        Scenario.Shown(answer).ShouldContain("URLがほかのアカウントの投稿のものです");
        var json = Passage.CardOf(answer)!.Value.GetRawText();
        foreach (var kept in (string[])["https://x.com/other_city/status/1", "貼った文", "▲ 投稿のURL（直してください）"]) json.ShouldContain(kept);
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Approved);
    }

    [Fact]
    public async Task An_address_that_does_not_say_whose_it_is_asks_for_a_tick_which_is_the_reporters_word()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);
        var card = await ReadyCardAsync(host, scenario);
        card.Card!.Value.GetRawText().ShouldNotContain("postedOurs");
        var answer = await scenario.Author.PressAsync(
            card,
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = "https://x.com/i/status/1" }
        );

        Scenario.Shown(answer).ShouldContain("どのアカウントの投稿か分かりません");
        var asked = Passage.CardOf(answer)!.Value;
        asked.GetRawText().ShouldContain("この投稿は星見市（X）@hoshimi_cityのアカウントのものです");

        Scenario
            .Shown(
                await scenario.Author.PressAsync(card, asked, "投稿を報告する", new Dictionary<string, string> { ["postedOurs"] = "true" })
            )
            .ShouldContain("アカウントは報告者が確認。");
        (await scenario.DraftAsync()).Report!.Account.ShouldBe(AccountProof.ByReporter);
    }

    [Fact]
    public async Task A_text_that_differs_is_red_with_the_place_and_head_and_desk_are_told_at_once()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);
        var desk = await host.OpenAsync("高橋 由美");

        var words = await ReportAsync(host, scenario, Url, Scenario.Text.Replace("午前10時", "午前11時", StringComparison.Ordinal));

        words.ShouldContain("投稿文が承認文と違います No.1");
        words.ShouldContain("違うところ 1か所");
        words.ShouldContain("元の投稿は、所属長と相談するまで消さない");
        // The reporter sits in that section.
        words.ShouldNotContain("広報課 0269-00-2111");
        foreach (var client in (LocalTeams.TeamsClient[])[scenario.Head, desk])
        {
            var told = await host.SeesAsync(client.Chat, message =>
                message.Card is { } card && BotHost.Words(card).StartsWith("投稿文が承認文と違います No.1", StringComparison.Ordinal)
            );
            told.Card!.Value.GetRawText().ShouldContain(Url);
        }

        // Put right, it is reported on the same card; what was typed stands in it.
        var card = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("投稿文が承認文と違います", StringComparison.Ordinal)
        );
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    card,
                    "もう一度照合する",
                    new Dictionary<string, string> { ["postedText"] = Scenario.Text }
                )
            )
            .ShouldContain("投稿文は承認文と一致。");
        (await scenario.DraftAsync()).PostedUrl.ShouldBe(Url);
    }

    [Fact]
    public async Task A_text_altered_in_the_field_to_copy_from_has_to_be_compared()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);
        var card = await ReadyCardAsync(host, scenario);

        var answer = await scenario.Author.PressAsync(
            card,
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = Url, ["copyText"] = Scenario.Text + "雨天中止" }
        );

        Scenario.Shown(answer).ShouldContain("コピー用の枠の文が変わっています");
        Passage.CardOf(answer)!.Value.GetRawText().ShouldContain(Url);
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Approved);
    }

    [Fact]
    public async Task A_finished_card_is_put_right_with_a_reason_and_the_audit_has_both_addresses()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await ReadyAsync(host);
        await ReportAsync(host, scenario, Url, "");
        var card = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("投稿済み No.1", StringComparison.Ordinal)
        );
        const string Right = "https://x.com/hoshimi_city/status/2";

        var refused = await scenario.Author.PressAsync(
            card,
            "このURLに直す",
            new Dictionary<string, string> { ["postedUrl"] = Right, ["urlReason"] = "" }
        );
        Scenario.Shown(refused).ShouldContain("直す理由を4字以上で入力してください");
        Passage.CardOf(refused)!.Value.GetRawText().ShouldContain(Right);
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    card,
                    "このURLに直す",
                    new Dictionary<string, string> { ["postedUrl"] = "https://x.com/other_city/status/2", ["urlReason"] = "貼り間違い" }
                )
            )
            .ShouldContain("ほかのアカウントの投稿");
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    card,
                    "このURLに直す",
                    new Dictionary<string, string> { ["postedUrl"] = Right, ["urlReason"] = "貼り間違い" }
                )
            )
            .ShouldContain(Right);

        (await scenario.DraftAsync()).PostedUrl.ShouldBe(Right);
        (await scenario.ActionsAsync())[^1].ShouldBe("draft.correctUrl");
        var details = await AuditAsync(host);
        foreach (var part in (string[])[Url, Right, "貼り間違い"]) details.ShouldContain(part);
        // The old card in the chat of somebody else corrects nothing.
        Scenario
            .Shown(
                await scenario.Head.PressAsync(
                    card,
                    "このURLに直す",
                    new Dictionary<string, string> { ["postedUrl"] = Url, ["urlReason"] = "戻します" }
                )
            )
            .ShouldContain("起案者の佐藤 花子さんだけができます");
    }

    [Fact]
    public async Task A_report_after_the_clean_job_takes_two_presses_and_a_paste_and_each_approver_one()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (presses, ticks) = (0, 0);
        var review = await scenario.SubmitAsync();

        var fields = Toggles(review.Card!.Value);
        ticks += fields.Count;
        await CountedAsync(scenario.Checker.PressAsync(review, "確認済みにする", fields.ToDictionary(field => field, _ => "true")));
        var decision = await host.SeesCardAsync(scenario.Head, "決裁待ち");
        Toggles(decision.Card!.Value).ShouldBeEmpty();
        await CountedAsync(scenario.Head.PressAsync(decision, "承認する"));
        await CountedAsync(scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "承認済"), "確かめて本文を受け取る"));
        await CountedAsync(
            scenario.Author.PressAsync(
                await ReadyCardAsync(host, scenario),
                "投稿を報告する",
                new Dictionary<string, string> { ["postedUrl"] = Url }
            )
        );

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Posted);
        Console.Out.WriteLine($"from the second reviewer to posted: {presses} presses, and {ticks} ticks of the pack");
        (presses, ticks).ShouldBe((4, 3));

        async Task CountedAsync(Task<BotAnswer> press)
        {
            (await press).Status.ShouldBe(200);
            presses++;
        }
    }

    private static List<string> Toggles(System.Text.Json.JsonElement card) => card.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Array => [.. card.EnumerateArray().SelectMany(Toggles)],
        System.Text.Json.JsonValueKind.Object when card.TryGetProperty("type", out var type) && type.ValueEquals("Input.Toggle") =>
        [
            card.GetProperty("id").GetString()!,
        ],
        System.Text.Json.JsonValueKind.Object => [.. card.EnumerateObject().SelectMany(member => Toggles(member.Value))],
        _ => [],
    };

    private static async Task<Scenario> ReadyAsync(BotHost host)
    {
        var scenario = await new Scenario(host).InstalledAsync();
        var approved = await scenario.ApproveAsync();
        Scenario.Shown(await scenario.Author.PressAsync(approved, "確かめて本文を受け取る")).ShouldContain("投稿してください");
        return scenario;
    }

    private static Task<LocalTeams.Chats.ChatMessage> ReadyCardAsync(BotHost host, Scenario scenario) =>
        host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("投稿してください No.1", StringComparison.Ordinal)
        );

    private static async Task<BotAnswer> PressAsync(BotHost host, Scenario scenario, string url, string text) =>
        await scenario.Author.PressAsync(
            await ReadyCardAsync(host, scenario),
            "投稿を報告する",
            new Dictionary<string, string> { ["postedUrl"] = url, ["postedText"] = text }
        );

    private static async Task<string> ReportAsync(BotHost host, Scenario scenario, string url, string text)
    {
        var answer = await PressAsync(host, scenario, url, text);
        answer.Status.ShouldBe(200);
        return BotHost.Words(Passage.CardOf(answer)!.Value);
    }

    private static Task<string> AuditAsync(BotHost host) => host.ReadAsync(db => Task.FromResult(
        db.Set<TeamsBot.Audit.AuditEntry>().OrderByDescending(entry => entry.Sequence).Select(entry => entry.Details).First()));
}
