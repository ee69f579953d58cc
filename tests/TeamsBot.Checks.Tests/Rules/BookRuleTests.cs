using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

/// <summary>The rules that compare a draft with the organisation's book: phones, addresses, names.</summary>
public sealed class BookRuleTests
{
    private static readonly CheckContext Context = Drafts.Context(context => context with
    {
        Organisation = new OrganisationProfile
        {
            Name = "星見市",
            Prefecture = "長野県",
            Address = "〒399-9999 長野県星見市中央1-2-3",
            OfficialNames =
            [
                "星見市",
                "星見市役所",
                "シティ・プロモーション課",
                "市民生活・スポーツ課",
                "星見市立中央図書館",
                "健やか支援課",
                "ほしみんどーむ",
                "障害福祉課",
                "危機管理室",
                "広報ほしみ",
                "星見東公民館",
            ],
            Phones = new Dictionary<string, string>
            {
                ["星見市役所"] = "0265-22-3400",
                ["シティ・プロモーション課"] = "0265-22-3401",
                ["健やか支援課"] = "0265-22-3403",
                ["広報広聴課"] = "083-933-2566",
            },
            Addresses = new Dictionary<string, string> { ["星見市立中央図書館"] = "〒399-9998 長野県星見市本町4-5-6" },
        },
    });

    [Theory]
    [RuleOf("asaka-6-2-1c", "yamaguchi-5")]
    [InlineData("問合せ：健やか支援課 0265-22-3404", "0265-22-3404", "0265-22-3403")]
    [InlineData("健やか支援課（☎0265-22-3401）へ", "0265-22-3401", "0265-22-3403")]
    [InlineData("広報広聴課 083-933-2565", "083-933-2565", "083-933-2566")]
    [InlineData("健やか支援課（保健センター2階、平日8:30～17:15）0265-22-3405", "0265-22-3405", "0265-22-3403")]
    [InlineData("電話 0265-22-3405（健やか支援課）", "0265-22-3405", "0265-22-3403")]
    [InlineData("シティ・プロモーション課へ電話（0265-22-3400ではなく0265-22-3411）", "", "")]
    public void A_number_that_is_not_the_offices_is_warned_with_the_right_one(string text, string quotes, string right)
    {
        var warned = Drafts.Find("phone-book", text, Context).Where(finding => finding.Severity == Severity.Warn).ToList();
        string.Join(" | ", warned.Select(finding => text[finding.Span!.Value.Start..finding.Span.Value.End])).ShouldBe(quotes);
        if (right.Length > 0) warned[0].Replacement.ShouldBe(right);
    }

    [Theory]
    [InlineData("健やか支援課 0265-22-3403")]
    [InlineData("健やか支援課（０２６５－２２－３４０３）")]
    [InlineData("健やか支援課 0265-22-3400（内線2345）")]
    [InlineData("健やか支援課 FAX 0265-22-3499")]
    [InlineData("健やか支援課コールセンター 0120-345-678")]
    [InlineData("健やか支援課では相談を受け付けます。消防署は0265-22-0119です。")]
    public void The_offices_own_main_fax_and_free_numbers_are_no_mistakes(string text) =>
        Drafts.Find("phone-book", text, Context).ShouldNotContain(finding => finding.Severity == Severity.Warn);

    [Fact]
    [RuleOf("asaka-6-2-1c")]
    public void A_number_that_nobody_listed_gets_advice_and_a_listed_one_none()
    {
        Drafts.Find("phone-book", "会場の電話は0265-22-9999です", Context).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
        Drafts.Find("phone-book", "電話は0265-22-3401です", Context).ShouldBeEmpty();
    }

    [Theory]
    [RuleOf("asaka-6-2-1b")]
    [InlineData("〒399-9990 長野県星見市中央1-2-3", "〒399-9990")]
    [InlineData("〒399-9990 星見市役所 税務課あて", "〒399-9990")]
    [InlineData("山梨県星見市中央1-2-3", "山梨県星見市")]
    [InlineData("星見市役所（星見市中央1-2-4）", "星見市中央1-2-4")]
    [InlineData("星見市立中央図書館（本町4-5-7）", "本町4-5-7")]
    [InlineData("〒100-0001 大阪府大阪市", "〒100-0001")]
    public void An_address_that_differs_from_the_book_is_warned(string text, string quotes) =>
        Drafts.Quotes("address-book", text, Context).ShouldBe(quotes);

    [Theory]
    [InlineData("〒399-9999 長野県星見市中央1-2-3 星見市役所")]
    [InlineData("星見市役所（星見市中央1-2-3）")]
    [InlineData("会場：星見市中央2-1-1 コミュニティ広場")]
    [InlineData("〒380-0801 長野市")]
    [InlineData("長野県星見市の催し")]
    [InlineData("〒399-9998 長野県星見市本町4-5-6 星見市立中央図書館")]
    public void Registered_and_other_addresses_are_left_alone(string text) => Drafts.Quotes("address-book", text, Context).ShouldBe("");

    [Theory]
    [RuleOf("asaka-6-2-2b")]
    [InlineData("シティプロモーション課へ", "シティプロモーション課", "シティ・プロモーション課")]
    [InlineData("市民生活スポーツ課", "市民生活スポーツ課", "市民生活・スポーツ課")]
    [InlineData("星見市立中央図書舘", "星見市立中央図書舘", "星見市立中央図書館")]
    [InlineData("星見市中央図書館", "星見市中央図書館", "星見市立中央図書館")]
    [InlineData("健やか支縁課", "健やか支縁課", "健やか支援課")]
    [InlineData("ほしみんドームで開催", "ほしみんドーム", "ほしみんどーむ")]
    [InlineData("ホシミンドーム", "ホシミンドーム", "ほしみんどーむ")]
    [InlineData("障がい福祉課", "障がい福祉課", "障害福祉課")]
    [InlineData("危機管理課", "危機管理課", "危機管理室")]
    [InlineData("公報ほしみ", "公報ほしみ", "広報ほしみ")]
    [InlineData("広報星見", "広報星見", "広報ほしみ")]
    [InlineData("星見ひがし公民館", "星見ひがし公民館", "星見東公民館")]
    [InlineData("健やか支援か（0265-22-3403）", "健やか支援か", "健やか支援課")]
    [InlineData("ほしみ市立中央図書館で", "ほしみ市立中央図書館", "星見市立中央図書館")]
    public void A_near_miss_of_an_official_name_is_warned_with_the_name(string text, string quotes, string right)
    {
        Drafts.Quotes("official-name", text, Context).ShouldBe(quotes);
        Drafts.Find("official-name", text, Context)[0].Replacement.ShouldBe(right);
    }

    [Theory]
    [InlineData("シティ・プロモーション課")]
    [InlineData("ｼﾃｨ・ﾌﾟﾛﾓｰｼｮﾝ課")]
    [InlineData("星見市立中央図書館の分館")]
    [InlineData("長野県危機管理課")]
    [InlineData("健やか支援について")]
    [InlineData("市民生活とスポーツ")]
    [InlineData("危機管理の課題")]
    [InlineData("星見市民の皆さん")]
    [InlineData("ほしぞら公民館で星を見よう")]
    [InlineData("広報ほしみは市立中央図書館にあります")]
    public void Official_names_and_ordinary_words_are_left_alone(string text) => Drafts.Quotes("official-name", text, Context).ShouldBe("");
}
