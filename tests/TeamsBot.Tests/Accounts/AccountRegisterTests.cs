using TeamsBot.Accounts;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Accounts;

public sealed class AccountRegisterTests
{
    private static readonly Person Koho = new("a0000000-0000-4000-8000-000000000001", "佐藤 花子", null, "広報課", "主事", [Role.Writer]);
    private static readonly Person Bosai = Koho with { ObjectId = "a0000000-0000-4000-8000-000000000011", Section = "防災課" };
    private readonly AccountRegister register = new(Shipped.Sample);

    [Theory]
    [InlineData("", nameof(AccountRefusalReason.NotChosen), "一覧から選んで")]
    [InlineData("no-such-account", nameof(AccountRefusalReason.Unknown), "台帳にない")]
    [InlineData("library-instagram", nameof(AccountRefusalReason.Dormant), "図書館に相談")]
    [InlineData("kanko-x", nameof(AccountRefusalReason.Closed), "観光課")]
    [InlineData("bosai-x", nameof(AccountRefusalReason.ForeignSection), "防災課に依頼")]
    public void An_account_that_cannot_be_posted_to_is_refused_with_whom_to_ask(string id, string reason, string words)
    {
        var refusal = register.Refusal(id, Koho).ShouldNotBeNull();

        refusal.Reason.ToString().ShouldBe(reason);
        refusal.Japanese.ShouldContain(words);
        refusal.English.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_stopped_account_is_refused_even_to_its_own_section() =>
        AccountRegister
            .StateRefusal(Account("bosai-x") with { State = AccountState.Stopped })
            .ShouldNotBeNull()
            .Reason.ShouldBe(AccountRefusalReason.Stopped);

    [Fact]
    public void Each_section_is_offered_the_official_accounts_and_its_own()
    {
        register.OpenTo(Koho).Select(account => account.Id).ShouldBe(["city-x", "city-facebook", "city-instagram", "city-line"]);
        register
            .OpenTo(Bosai)
            .Select(account => account.Id)
            .ShouldBe(["city-x", "city-facebook", "city-instagram", "city-line", "bosai-x"]);
    }

    [Theory]
    [InlineData("city-x", "city-x")]
    [InlineData("＠ＨＯＳＨＩＭＩ＿ｂｏｓａｉ", "bosai-x")]
    [InlineData("hoshimi_city", "city-x")]
    [InlineData("星見市防災課", "bosai-x")]
    [InlineData("星見市（Instagram）", "")]
    [InlineData("星見市", "city-x city-facebook city-line")]
    [InlineData("星見市X", "city-x")]
    [InlineData("星見市（LINE）", "city-line")]
    [InlineData("図書館", "library-instagram")]
    [InlineData("星", "")]
    [InlineData("水道課", "")]
    [InlineData("  ", "")]
    public void An_account_is_found_by_what_people_call_it(string words, string ids) =>
        string.Join(' ', register.Named(words).Select(account => account.Id)).ShouldBe(ids);

    [Fact]
    public void A_handle_is_known_only_on_its_medium()
    {
        register.OfHandle("@hoshimi_city", Medium.X).ShouldNotBeNull();
        register.OfHandle("@hoshimi_city", Medium.Instagram).ShouldBeNull();
        register.OfHandle("@hoshimi_clty", Medium.X).ShouldBeNull();
    }

    [Fact]
    public void Two_names_that_differ_by_a_bracket_alone_are_two_accounts()
    {
        register.Same(Medium.YouTube, null, "星見市（広報）").ShouldBeNull();
        register.Same(Medium.X, null, "星見市").ShouldNotBeNull();
        register.Same(Medium.X, null, "星見市()").ShouldBeNull();
    }

    private static OfficialAccount Account(string id) => Shipped.Sample.Accounts.Single(account => account.Id == id);
}
