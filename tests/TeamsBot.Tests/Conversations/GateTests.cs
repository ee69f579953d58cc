using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What a guideline wants ticked, written or shown on the way; asked on the server, whatever a card says (domain/rules.md 1.8).
/// </summary>
public sealed class GateTests
{
    private const string Plain = "図書館の展示室で、木の模型と古い地図を並べています。どなたでもご覧いただけます。";
    private const string Facts = "図書館の講座を開きます。\n12月5日(土)午前10時から、定員30名です。\nお申し込みは図書館の窓口へどうぞ。";

    [Fact]
    [Clause("tochigi-6-1-2")]
    public async Task A_draft_that_may_hurt_somebody_is_approved_only_with_a_line_on_its_effect()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (author, checker, head) = await PeopleAsync(host);
        (await host.HandInAsync(author, "下書き 観光大使の田中さんは最低だという声が寄せられました。職員一同で対応を確認しています。", "koho-x")).ShouldStartWith("確認中");
        var card = await host.SeesCardAsync(checker, "確認中");
        BotHost.Words(card.Card!.Value).ShouldContain("影響の確認");

        var refused = CardState.Words(
            Passage
                .CardOf(
                    await checker.PressAsync(
                        card,
                        "確認済みにする",
                        With(Ticks(card), ("impact", "  "), ("reason", "見出しを確かめました。"))
                    )
                )!
                .Value
        );

        refused.ShouldStartWith("確認中");
        // In the field's own label and above the button; and what was written stays.
        refused.ShouldContain("▲の1か所が残っています。この投稿で、名前や情報が出る方にどのような影響があるかを確かめ、一行で書いてください。");
        Passage
            .CardOf(await checker.PressAsync(card, "確認済みにする", With(Ticks(card), ("impact", ""))))!
            .Value.GetRawText()
            .ShouldContain("▲ 影響の確認");
        var answer = await checker.PressAsync(card, "確認済みにする", With(Ticks(card), ("impact", ""), ("reason", "見出しを確かめました。")));
        Passage.CardOf(answer)!.Value.GetRawText().ShouldContain("見出しを確かめました。");
        (await DraftAsync(host)).Status.ShouldBe(DraftStatus.InReview);

        Scenario
            .Shown(
                await checker.PressAsync(
                    card,
                    "確認済みにする",
                    With(Ticks(card), ("impact", "寄せられた声として扱い、本人の了承を得た。"))
                )
            )
            .ShouldStartWith("決裁待ち");
        var asked = await host.SeesCardAsync(head, "決裁待ち");
        BotHost.Words(asked.Card!.Value).ShouldContain("影響の確認（鈴木 一郎）　寄せられた声として扱い、本人の了承を得た。");
        Scenario.Shown(await head.PressAsync(asked, "承認する", With(Ticks(asked), ("impact", "")))).ShouldStartWith("決裁待ち");
        Scenario.Shown(await head.PressAsync(asked, "承認する", Ticks(asked))).ShouldStartWith("承認済");
        (await DraftAsync(host))
            .Reviews.Select(review => review.Answers?.Impact)
            .Where(impact => impact is not null)
            .ShouldBe(["寄せられた声として扱い、本人の了承を得た。", "寄せられた声として扱い、本人の了承を得た。"]);
    }

    [Fact]
    [Clause("tochigi-2-2")]
    public async Task Every_approval_wants_the_tick_that_laws_and_service_rules_are_kept()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (author, checker, head) = await PeopleAsync(host);
        await author.SayAsync("県議会議員選挙では、山田太郎候補に一票をお願いします。みなさんの応援が力になります。");
        BotHost.Words((await host.SeesCardAsync(author, "下書き")).Card!.Value).ShouldContain("要修正 1");
        (await DraftAsync(host)).Current.Findings.ShouldContain(finding => finding.RuleId == "political-act");
        (await host.HandInAsync(author, Plain, "koho-x", 2)).ShouldStartWith("確認中");

        foreach (var (approver, status, next) in ((TeamsClient, string, string)[])[(checker, "確認中", "決裁待ち"), (head, "決裁待ち", "承認済")])
        {
            var card = await host.SeesCardAsync(approver, status, 2);
            var title = approver == checker ? "確認済みにする" : "承認する";
            var refused = Scenario.Shown(await approver.PressAsync(card, title, With(Ticks(card), ("compliance", "false"))));
            refused.ShouldStartWith(status);
            refused.ShouldContain("法令と服務・情報の規程を確かめて印を付けてください");
            Scenario
                .Shown(await approver.PressForgedAsync(card, title, Forgery.With(Ticks(card), ("compliance", null))))
                .ShouldStartWith(status);
            Scenario.Shown(await approver.PressAsync(card, title, Ticks(card))).ShouldStartWith(next);
        }
    }

    [Fact]
    [Clause("tochigi-4-2-1")]
    public async Task Each_line_that_states_a_fact_has_its_tick_and_an_unticked_one_is_named()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (author, checker, _) = await PeopleAsync(host);
        (await host.HandInAsync(author, Facts, "koho-x")).ShouldStartWith("確認中");
        var card = await host.SeesCardAsync(checker, "確認中");
        var words = BotHost.Words(card.Card!.Value);
        words.ShouldContain("事実を述べた文（一つずつ確かめて印を付ける）\n12月5日(土)午前10時から、定員30名です。");

        Scenario
            .Shown(await checker.PressAsync(card, "確認済みにする", With(Ticks(card), ("fact0", "false"))))
            .ShouldContain("「12月5日(土)午前10時から、定員30名です。」が確認済みになっていません");
        Scenario.Shown(await checker.PressAsync(card, "確認済みにする", With(Ticks(card), ("basis", "")))).ShouldContain("何と照らして確かめたか");
        (await DraftAsync(host)).Status.ShouldBe(DraftStatus.InReview);
        Scenario.Shown(await checker.PressAsync(card, "確認済みにする", Ticks(card))).ShouldStartWith("決裁待ち");

        var review = (await DraftAsync(host)).Reviews.Single(review => review.Decision == Decision.Approve);
        review.Answers!.Ticked.ShouldBe(["12月5日(土)午前10時から、定員30名です。"]);
        review.Answers.Basis.ShouldBe("講座の実施要項");
        var proof = (await host.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "draft.approve"))).Details!;
        proof.ShouldContain("\"facts\":1");
        proof.ShouldNotContain("定員30名");
    }

    [Fact]
    [Clause("ward-4-8")]
    public async Task The_writer_sees_the_post_as_residents_will_and_hands_it_in_as_the_wards_word()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var (author, checker, _) = await PeopleAsync(host);
        await author.SayAsync(Plain);
        var card = await host.SeesCardAsync(author, "下書き");
        var account = host.FirstOnX();
        var preview = Passage.CardOf(await author.PressAsync(card, Scenario.HandIn, Scenario.Plan(account.Id)))!.Value;
        BotHost.Words(preview).ShouldContain($"住民の方にはこう見えます\n{account.Name}");
        BotHost.Words(preview).ShouldContain(Plain);
        BotHost.Words(preview).ShouldContain("区の公式の発信として");

        var unticked = Passage.CardOf(await author.PressAsync(card, preview, "確認に回す"))!.Value;

        BotHost.Words(unticked).ShouldContain("まだ確認に回っていません");
        (await DraftAsync(host)).Status.ShouldBe(DraftStatus.Composing);
        Scenario.Shown(await author.PressAsync(card, unticked, "確認に回す", Passage.SubmitTicks)).ShouldStartWith("確認中");
        await host.SeesCardAsync(checker, "確認中");
        (await DraftAsync(host)).Events.ShouldContain(happened => happened.Kind == DraftEventKind.TickedOfficialVoice);
    }

    [Theory]
    [InlineData("ward")]
    [InlineData("asaka")]
    [Clause("ward-4-9", "asaka-2-3b")]
    public async Task The_last_approval_takes_a_second_press_beside_the_final_text(string pack)
    {
        await using var host = await BotHost.StartAsync(settings: $"--Pack:Name={pack}");
        var (author, checker, head) = await PeopleAsync(host);
        (await host.HandInAsync(author, Plain, host.FirstOnX().Id)).ShouldStartWith("確認中");
        Scenario
            .Shown(await checker.PressAsync(await host.SeesCardAsync(checker, "確認中"), "確認済みにする", Scenario.Ticks))
            .ShouldStartWith("決裁待ち");
        var card = await host.SeesCardAsync(head, "決裁待ち");

        // A second press without a first one is a first one.
        var first = Passage.CardOf(await head.PressForgedAsync(card, "承認する", Forgery.With(Scenario.Ticks, ("second", "true"))))!.Value;

        BotHost.Words(first).ShouldContain("公開した情報は、完全には消せません");
        BotHost.Words(first).ShouldContain(Plain);
        BotHost.Words(first).ShouldContain(host.FirstOnX().Name);
        (await DraftAsync(host)).Status.ShouldBe(DraftStatus.AwaitingDecision);
        (await DraftAsync(host)).ApprovedHash.ShouldBeNull();
        // A first press that was taken back is none.
        Scenario.Shown(await head.PressAsync(card, first, "戻って見直す")).ShouldContain("確認に戻りました");
        var again = await host.SeesAsync(head.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).StartsWith("決裁をお願いします", StringComparison.Ordinal)
        );
        Scenario.Shown(await head.PressForgedAsync(again, "承認する", ("second", "true"))).ShouldContain("まだ承認されていません");
        (await DraftAsync(host)).ApprovedHash.ShouldBeNull();
        var shownAgain = await host.CurrentCardAsync(head);
        Scenario.Shown(await head.PressAsync(shownAgain, "この内容で承認する")).ShouldStartWith("承認済");

        var review = (await DraftAsync(host)).Reviews.Single(review =>
            review is { Step: RouteStep.FinalDecision, Decision: Decision.Approve }
        );
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain)));
        review.Shown!.TextHash.ShouldBe(hash);
        (
            await host.ReadAsync(db =>
                db.AuditEntries.Where(entry => entry.Action == "draft.approve").OrderBy(entry => entry.Sequence).LastAsync()
            )
        ).Details.ShouldContain(hash);
    }

    [Fact]
    [Clause("ward-4-9")]
    public async Task A_text_changed_between_the_presses_is_not_approved_by_the_second()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var (author, checker, head) = await PeopleAsync(host);
        await host.HandInAsync(author, Plain, host.FirstOnX().Id);
        await host.ApproveAsync(checker, "確認中");
        var card = await host.SeesCardAsync(head, "決裁待ち");
        var first = Passage.CardOf(await head.PressAsync(card, "承認する", Scenario.Ticks))!.Value;
        var own = await host.CurrentCardAsync(author);
        Scenario
            .Shown(
                await author.PressAsync(
                    own,
                    Passage.CardOf(await author.PressAsync(own, "本文を直す"))!.Value,
                    "保存して点検する",
                    new Dictionary<string, string> { ["text"] = Plain + "入場は無料です。" }
                )
            )
            .ShouldStartWith("下書き");

        Scenario.Shown(await head.PressAsync(card, first, "この内容で承認する")).ShouldStartWith("下書き");

        (await DraftAsync(host)).ApprovedHash.ShouldBeNull();
    }

    [Fact]
    [Clause("ward-2-1a")]
    public async Task While_a_warning_is_open_the_approvers_read_how_far_the_account_reaches()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var (author, checker, head) = await PeopleAsync(host);
        var account = host.FirstOnX();
        var reach = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"フォロワーは{account.Followers!.Count:N0}人です");
        (await host.HandInAsync(author, "お母さん向けの講座を、区立図書館で開いています。どなたでもご覧いただけます。", account.Id)).ShouldStartWith("確認中");
        BotHost.Words((await host.SeesCardAsync(checker, "確認中")).Card!.Value).ShouldContain(reach);
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");
        BotHost.Words((await host.SeesCardAsync(head, "決裁待ち")).Card!.Value).ShouldContain("良いことも悪いことも、速く広く伝わります");

        (await host.HandInAsync(author, Plain, account.Id, 2)).ShouldStartWith("確認中");
        (await DraftAsync(host, 2)).Current.Findings.ShouldNotContain(finding => finding.Severity >= TeamsBot.Checks.Severity.Warn);
        BotHost.Words((await host.SeesCardAsync(checker, "確認中", 2)).Card!.Value).ShouldNotContain("フォロワー");
    }

    [Theory]
    [InlineData("asaka", "シティ・プロモーション課", "市の職員である自覚")]
    [InlineData("yamaguchi", "広報広聴課", "県の職員としての自覚")]
    [Clause("asaka-2-1a", "yamaguchi-2-1")]
    public async Task The_first_hand_in_of_a_day_is_ticked_as_a_member_of_staff_and_the_record_says_who(
        string pack,
        string section,
        string sentence
    )
    {
        await using var host = await BotHost.StartAsync(
            time: new FakeTime(BotHost.Morning.AddHours(13).AddMinutes(50)),
            settings: $"--Pack:Name={pack}"
        );
        var (author, _, _) = await PeopleAsync(host);
        var account = host.FirstOnX().Id;
        await author.SayAsync(Plain);
        var card = await host.SeesCardAsync(author, "下書き");
        var preview = Passage.CardOf(await author.PressAsync(card, Scenario.HandIn, Scenario.Plan(account)))!.Value;
        BotHost.Words(preview).ShouldContain($"佐藤 花子（{section}）");
        BotHost.Words(preview).ShouldContain(sentence);
        Scenario
            .Shown(await author.PressForgedAsync(await host.CurrentCardAsync(author), "確認に回す", ("asStaff", "false")))
            .ShouldStartWith("確認に回す前に");
        (await DraftAsync(host)).Status.ShouldBe(DraftStatus.Composing);
        Scenario.Shown(await author.PressAsync(card, preview, "確認に回す", Passage.SubmitTicks)).ShouldStartWith("確認中");
        var handedIn = await host.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "draft.submit"));
        (handedIn.ActorName, handedIn.Details.Contains("\"ticked\":[\"asStaff\"]", StringComparison.Ordinal)).ShouldBe(
            (BotHost.Author, true)
        );
        (await DraftAsync(host)).AuthorId.ShouldBe("a0000000-0000-4000-8000-000000000001");

        // Not again that day, and again the next.
        await author.SayAsync(Plain + "入場は無料です。");
        Scenario
            .Shown(await author.PressAsync(await host.SeesCardAsync(author, "下書き", 2), Scenario.HandIn, Scenario.Plan(account)))
            .ShouldStartWith("確認中");
        host.Time.Advance(TimeSpan.FromMinutes(11));
        await author.SayAsync(Plain + "写真撮影もできます。");
        Scenario
            .Shown(await author.PressAsync(await host.SeesCardAsync(author, "下書き", 3), Scenario.HandIn, Scenario.Plan(account)))
            .ShouldStartWith("確認に回す前に");
    }

    private static async Task<(TeamsClient Author, TeamsClient Checker, TeamsClient Head)> PeopleAsync(BotHost host) =>
        (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));

    /// <summary>Everything ticked and the basis named; the line on the effect is left as the card has it.</summary>
    private static Dictionary<string, string> Ticks(ChatMessage card)
    {
        var ticks = new Dictionary<string, string>(Scenario.Ticks) { ["compliance"] = "true", ["basis"] = "講座の実施要項" };
        foreach (
            var fact in card.Card!.Value.GetRawText()
                .Split('"')
                .Where(word => word.StartsWith("fact", StringComparison.Ordinal) && word.Skip(4).All(char.IsAsciiDigit) && word.Length > 4)
        )
            ticks[fact] = "true";
        return ticks;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> inputs, params (string Field, string Value)[] more)
    {
        foreach (var (field, value) in more) inputs[field] = value;
        return inputs;
    }

    private static async Task<Draft> DraftAsync(BotHost host, int number = 1) =>
        (await host.ReadAsync(db => db.FindDraftAsync(number, Scenario.TenantId, default)))!;
}
