using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class ReplyAndShapeTests
{
    private static readonly ReplyContext First = new("@resident");

    [Fact]
    [RuleOf("tochigi-6-2-2", "yamaguchi-4-2-1-1")]
    public void While_an_incident_is_open_arguing_blocks_and_thanks_with_facts_pass()
    {
        var flaming = Drafts.Context(context => context with { Reply = First, FlamingIncident = true });
        Drafts.Find("retort", "誤解しているのはあなたです。", flaming)[0].Severity.ShouldBe(Severity.Block);
        Drafts.Find("retort", "ご意見ありがとうございます。受付は9時からです。", flaming).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("yamaguchi-4-1-1", "private-3-3-1a")]
    public void Blame_in_a_reply_warns_and_neutral_words_do_not()
    {
        var reply = Drafts.Context(context => context with { Reply = First });
        var finding = Drafts.Find("retort", "あなたが読み違えています。", reply).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Warn);
        finding.Suggestion.ShouldNotBeNull();
        Drafts.Find("retort", "ご指摘ありがとうございます。確認してお知らせします。", reply).ShouldBeEmpty();
        Drafts.Find("retort", "さすが、ずいぶんとお詳しいですね。", reply).ShouldHaveSingleItem();
    }

    [Fact]
    [RuleOf("asaka-2-4b")]
    public void The_third_reply_to_one_person_within_a_day_warns()
    {
        Drafts.Find("retort", "ありがとうございます。", Drafts.Context(context => context with { Reply = First })).ShouldBeEmpty();
        Drafts.Find("retort", "ありがとうございます。", Drafts.Context(context => context with { Reply = First with { EarlierIn24Hours = 2 } }))
            .ShouldHaveSingleItem().Message.ShouldContain("3回目");
    }

    [Fact]
    [RuleOf("asaka-annex-9a")]
    public void A_reply_on_an_account_that_does_not_reply_warns()
    {
        var silent = Drafts.Context(context => context with { Reply = First, Account = new AccountPolicy { Replies = false } });
        Drafts.Find("policy-no-reply", "ありがとうございます。", silent).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("policy-no-reply", "ありがとうございます。", silent with { Reply = null }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("【訂正】12月5日に変更します。", 2)]
    [InlineData("お詫びと訂正：18日に投稿した市民農園の募集で、電話番号に誤りがありました。正しくは0555-12-3403です。", 0)]
    [InlineData("訂正のお知らせ　誤：12月4日　正：12月5日（17日の投稿で確認不足がありました）", 0)]
    [InlineData("【お詫びと訂正】17日に投稿した講座の記事で、会場を第1会議室とお伝えしましたが、正しくは第2会議室です。", 0)]
    [InlineData("修正申告と訂正届の書き方をご案内します。", 0)]
    [RuleOf("tochigi-6-1-4", "asaka-8-3-1b")]
    public void A_correction_names_the_wrong_the_right_and_how_it_came_about(string text, int missing)
    {
        var findings = Drafts.Find("correction-shape", text);
        findings.Count.ShouldBe(missing > 0 ? 1 : 0);
        if (missing > 0) findings[0].Severity.ShouldBe(Severity.Block);
    }

    [Fact]
    [RuleOf("asaka-8-3-3b")]
    public void An_apology_names_the_part_that_is_missing()
    {
        var finding = Drafts.Find("apology-shape", "11月18日に不適切な投稿をしました。深くお詫びします。").ShouldHaveSingleItem();
        finding.Message.ShouldContain("原因");
        finding.Message.ShouldContain("今後の対応");
        Drafts.Find("apology-shape", "11月18日の投稿に配慮に欠ける表現がありました。確認不足が原因です。不快な思いをされた皆さまにお詫びします。投稿は削除しました。再発防止に努めます。").ShouldBeEmpty();
        Drafts.Find("apology-shape", "断水によりご迷惑をおかけし、お詫び申し上げます。").ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("yamaguchi-4-2-1-2")]
    public void A_pack_may_want_before_and_after_with_the_apology_and_block_without()
    {
        var pack = Drafts.Context(context => context with { Policy = new CheckPolicy { ApologyNeedsBeforeAfter = true } });
        Drafts.Find("apology-shape", "不適切な表現がありました。お詫びします。", pack).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Drafts.Find("apology-shape", "不適切な表現がありました。「A」→「B」に修正しました。お詫びします。", pack).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("asaka-7-2-2")]
    public void An_outdoor_event_on_a_closed_day_says_what_happens_in_bad_weather()
    {
        var near = Drafts.Context(context =>
            context with
            {
                Event = new EventInfo(EventKind.NoApplication) { Date = new DateOnly(2026, 11, 22) },
            }
        );
        Drafts.Find("weather-plan", "グラウンドで運動会を開催します。", near).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("weather-plan", "グラウンドで運動会を開催します。荒天中止の場合は市ホームページでお知らせします。", near).ShouldBeEmpty();
        Drafts.Find("weather-plan", "区民センターでフリーマーケットを開催します。", near).ShouldBeEmpty();
        Drafts.Find("weather-plan", "中央公園でフリーマーケットを開催します。", near).ShouldHaveSingleItem();
        var section = near with { Account = new AccountPolicy { SpeaksForAll = false } };
        Drafts.Find("weather-plan", "グラウンドで運動会を開催します。", section).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        var far = near with { Event = new EventInfo(EventKind.NoApplication) { Date = new DateOnly(2027, 1, 24) } };
        Drafts.Find("weather-plan", "ウオーキング大会の参加者を募集します。", far).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
    }

    [Fact]
    [RuleOf("ward-4-6", "asaka-6-2-3", "tochigi-4-2-1")]
    public void A_fact_line_without_a_basis_blocks_and_with_one_passes()
    {
        const string Text = "講座を12月5日に開催します。定員は20人です。ご参加ください。";
        FactLine.Of(Text).Select(line => line.Text).ShouldBe(["講座を12月5日に開催します。", "定員は20人です。"]);
        var none = Drafts.Context(context =>
            context with
            {
                Bases = new Dictionary<string, string>(StringComparer.Ordinal) { ["定員は20人です。"] = "起案第12号" },
            }
        );
        Drafts.Quotes("fact-basis", Text, none).ShouldBe("講座を12月5日に開催します。");
        Drafts.Find("fact-basis", Text).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("ward-4-7")]
    public void A_long_quotation_wants_its_source()
    {
        var quote = "「" + new string('あ', 40) + "」";
        Drafts.Find("quoted-work", $"{quote}という詩です。").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        Drafts.Find("quoted-work", $"{quote}という詩です。出典：山田太郎『詩集』").ShouldBeEmpty();
        Drafts.Find("quoted-work", $"市長は{quote}と話しました。").ShouldBeEmpty();
        Drafts.Find("quoted-work", "「" + new string('あ', 36) + "に関する条例」を改正しました。").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://example.com/app/setup.apk", 1)]
    [InlineData("https://app-store.example.com/id123", 1)]
    [InlineData("https://apps.apple.com/jp/app/id123", 0)]
    [InlineData("https://play.google.com/store/apps/details?id=jp.lg", 0)]
    [RuleOf("private-3-4-5b")]
    public void An_app_from_outside_the_stores_warns(string url, int count) =>
        Drafts.Find("unsafe-link", $"アプリはこちら {url}").Count.ShouldBe(count);

    [Fact]
    [RuleOf("yamaguchi-3-1-4a", "asaka-5-1", "asaka-annex-2")]
    public void A_category_outside_the_accounts_policy_warns_and_other_is_a_hint()
    {
        var account = new AccountPolicy { Contents = ["市政情報", "防災・防犯情報"] };
        var context = Drafts.Context(with => with with { Account = account, ContentCategory = "観光情報" });
        Drafts.Find("off-purpose", "案内です。", context).ShouldHaveSingleItem().Message.ShouldContain("市政情報、防災・防犯情報");
        Drafts.Find("off-purpose", "案内です。", context with { ContentCategory = "市政情報" }).ShouldBeEmpty();
        Drafts
            .Find("off-purpose", "案内です。", context with { ContentCategory = "その他" })
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Hint);
        Drafts
            .Find("off-purpose", "案内です。", context with { Account = account with { Media = [Medium.Line] }, ContentCategory = null })
            .ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Block);
    }

    [Fact]
    [RuleOf("yamaguchi-3-1-3")]
    public void An_account_for_the_elderly_on_instagram_gets_a_hint()
    {
        var context = Drafts.Context(with => with with { Medium = Medium.Instagram, Account = new AccountPolicy { Audience = "高齢者" } });
        Drafts.Find("off-purpose", "案内です。", context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("off-purpose", "案内です。", context with { Account = new AccountPolicy { Audience = "10代" } }).ShouldBeEmpty();
    }

    [Fact]
    [RuleOf("tochigi-3-2", "tochigi-5-3-1")]
    public void News_for_everybody_wants_a_second_medium_or_a_page()
    {
        var members = Drafts.Context(with =>
            with with
            {
                Account = new AccountPolicy { MembersOnly = true },
                WideNotice = true,
                Organisation = new OrganisationProfile { Domains = ["city.asaka.lg.jp"] },
            }
        );
        Drafts.Find("reach", "案内です。", members).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("reach", "案内です。 https://www.city.asaka.lg.jp/a.html", members).ShouldBeEmpty();
        Drafts.Find("multi-media", "案内です。", members).ShouldHaveSingleItem();
        Drafts.Find("reach", "案内です。", members with { OtherMedia = [Medium.Line] }).ShouldBeEmpty();
        Drafts.Find("multi-media", "案内です。", members with { OtherMedia = [Medium.Line] }).ShouldBeEmpty();
    }
}
