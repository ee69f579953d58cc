using static TeamsBot.Tests.Conversations.StandingPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What each range approved ahead asks of a draft: a published text, a past day, a law, a document, or wording that is no official view.
/// </summary>
public sealed class StandingProofTests
{
    private const string Held = "11月15日(日)に、市民まつりを開催しました。当日は天気に恵まれ、多くの方でにぎわいました。";
    private const string Coming = "12月5日(土)に、市民まつりを開催します。会場は中央公園です。";
    private const string Page = "https://www.city.asaka.lg.jp/matsuri.html";

    [Fact]
    [Clause("asaka-5-2-1")]
    public async Task What_is_said_to_be_published_is_compared_with_the_published_text()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "published");
        Dictionary<string, string> proof = new() { ["where@published"] = "", ["published@published"] = "市民まつり　12月5日（土曜日）午前10時から　中央公園" };
        Scenario.Shown(await ClaimAsync(host, author, Coming, "公表済みの内容", inputs: proof)).ShouldContain("公表したページのURLか広報紙の号が書かれていません");

        proof["where@published"] = Page;
        proof["published@published"] = "市民まつり　12月6日（日曜日）午前10時から　中央公園";
        Scenario.Shown(await AgainAsync(host, author, "公表済みの内容", proof)).ShouldContain("「12月5日(土)」が公表した文章にありません");
        (await host.HandInAsync(author, "city-x")).ShouldContain("事前承認の範囲に当たらないため、確認のあと決裁に回ります：「12月5日(土)」が公表した文章にありません");
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");
        await host.SeesCardAsync(head, "決裁待ち");

        proof["published@published"] = "市民まつり　12月5日（土曜日）午前10時から　中央公園";
        Scenario.Shown(await ClaimAsync(host, author, Coming, "公表済みの内容", 2, proof)).ShouldContain("の範囲です");
        await host.HandInAsync(author, "city-x", 2);
        BotHost.Words((await host.SeesCardAsync(checker, "確認中", 2)).Card!.Value).ShouldContain($"公表：{Page}（数と日付を照合）");
        (await host.ApproveAsync(checker, "確認中", 2)).ShouldStartWith("承認済");
    }

    [Fact]
    [Clause("asaka-5-2-2")]
    public async Task An_accomplished_fact_is_told_as_past_and_its_day_has_been()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "accomplished-fact");

        Scenario.Shown(await ClaimAsync(host, author, Coming, "既成の事実")).ShouldContain("これからのことを述べています");
        (await host.HandInAsync(author, "city-x")).ShouldContain("確認のあと決裁に回ります");
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");

        await ClaimAsync(host, author, "11月20日(金)に、市民まつりを開催しました。多くの方でにぎわいました。", "既成の事実", 2);
        await host.HandInAsync(author, "city-x", 2);
        (await host.ApproveAsync(checker, "確認中", 2)).ShouldStartWith("承認済");
    }

    [Fact]
    [Clause("asaka-5-2-3")]
    public async Task A_procedure_by_law_names_the_law_and_the_record_prints_it()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        await GrantAsync(host, head, "legal-procedure");
        const string Text = "引っ越しの届出は、引っ越した日から14日以内に市民課の窓口へお出しください。";
        Scenario.Shown(await ClaimAsync(host, author, Text, "法令などの手続き")).ShouldContain("根拠の法令名が書かれていません");
        Scenario.Shown(await AgainAsync(host, author, "法令などの手続き", new() { ["law@legal-procedure"] = "住民基本台帳法" })).ShouldContain("の範囲です");
        await host.HandInAsync(author, "city-x");
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("承認済");
        await host.SeesCardAsync(author, "承認済");

        await author.SayAsync("履歴 1");

        var history = await host.SeesAsync(author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("カードの送付状況", StringComparison.Ordinal)
        );
        BotHost.Words(history.Card!.Value).ShouldContain("根拠法令：住民基本台帳法");
    }

    [Fact]
    [Clause("asaka-5-2-4")]
    public async Task An_approved_answer_rests_on_a_document_that_the_head_entered()
    {
        await using var host = await StartAsync();
        var (author, checker, head) = await PeopleAsync(host);
        Scenario.Shown(await GrantAsync(host, head, "approved-qa")).ShouldContain("もとになる文書の番号と日付を1件以上書いてください");
        await GrantAsync(host, head, "approved-qa", "朝シ発第12号 2026年10月1日\n朝シ発第15号　2026-11-02");
        const string Text = "市民まつりの雨天時の扱いについてのお問い合わせに、次のとおりお答えしています。小雨のときは予定どおり行います。";
        Scenario
            .Shown(await ClaimAsync(host, author, Text, "決裁済みの質疑応答資料", inputs: Document("朝シ発第13号", "2026-10-01")))
            .ShouldContain("「朝シ発第13号」は、所属長が登録した文書にありません");
        (await host.HandInAsync(author, "city-x")).ShouldContain("確認のあと決裁に回ります");

        await ClaimAsync(host, author, Text + "中止のときは市のホームページに載せます。", "決裁済みの質疑応答資料", 2, Document("朝シ発第１２号", "2026-10-01"));
        await host.HandInAsync(author, "city-x", 2);
        (await host.ApproveAsync(checker, "確認中", 2)).ShouldStartWith("承認済");
        (await DraftAsync(host, 2)).Route!.Standing!.Proof.ShouldBe("文書：朝シ発第１２号（2026-10-01）");

        static Dictionary<string, string> Document(string number, string day) =>
            new() { ["documentNumber@approved-qa"] = number, ["documentOn@approved-qa"] = day };
    }

    [Fact]
    [Clause("yamaguchi-3-4b", "yamaguchi-3-4c")]
    public async Task A_notice_under_a_standing_rule_skips_the_decision_and_an_official_view_does_not()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var (author, checker, head) = await PeopleAsync(host);
        var account = host.FirstOnX().Id;
        const string Notice = "県庁の展望室を一般の方に開放しています。どなたでもご覧いただけます。眺めをお楽しみください。";
        (await host.HandInAsync(author, Notice, account)).ShouldStartWith("確認中");
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("決裁待ち");

        await GrantAsync(host, head, "notices", account: account);
        await ClaimAsync(host, author, Notice + "入場は無料です。", "事実の告知", 2, account: account);
        await host.HandInAsync(author, account, 2);
        (await host.ApproveAsync(checker, "確認中", 2)).ShouldStartWith("承認済");
        (await DraftAsync(host, 2)).Route!.Standing!.RangeId.ShouldBe("notices");

        Scenario
            .Shown(
                await ClaimAsync(
                    host,
                    author,
                    "県としては、展望室の開放をこれからも続ける考え方です。ご意見をお寄せください。",
                    "事実の告知",
                    3,
                    account: account
                )
            )
            .ShouldContain("組織の見解を示す言い方です");
        (await host.HandInAsync(author, account, 3)).ShouldContain("確認のあと決裁に回ります");
    }

    [Fact]
    [Clause("ward-2-1b")]
    public async Task What_is_sent_from_an_event_needs_one_checker_where_its_category_is_approved_ahead()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var (author, checker, head) = await PeopleAsync(host);
        var account = host.FirstOnX().Id;
        const string Status = "区民まつりの会場です。たくさんの方でにぎわっています。展示も好評です。";
        await GrantAsync(host, head, "event-status", account: account);

        await author.SayAsync($"現地投稿 {Status}");
        (await host.HandInAsync(author, account)).ShouldContain("事前承認の範囲のため");
        (await host.ApproveAsync(checker, "確認中")).ShouldStartWith("承認済");

        // The same words outside of the category.
        (await host.HandInAsync(author, Status + "お気をつけてお越しください。", account, 2)).ShouldStartWith("確認中");
        (await host.ApproveAsync(checker, "確認中", 2)).ShouldStartWith("決裁待ち");
    }
}
