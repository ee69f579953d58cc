using TeamsBot.AccountDesk.Registry;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Accounts;

public sealed class ImportTableTests
{
    private static readonly DateOnly Day = new(2024, 10, 7);

    [Theory]
    [InlineData("媒体\t所属\tアカウント名\nX\t広報課\t星見市", Medium.X, nameof(AccountKind.CityOfficial))]
    [InlineData("媒体,所属,アカウント名\r\nインスタグラム,広報課,星見市広報課\r\n", Medium.Instagram, nameof(AccountKind.Section))]
    [InlineData("種類\t担当課\t名前\t種別\nＸ\t広報課\t星見市広報課\t市公式", Medium.X, nameof(AccountKind.CityOfficial))]
    [InlineData("ＩＤ\tアカウント名\t所属\t媒体\n\t\"星見市広報課\"\t広報課\tLine", Medium.Line, nameof(AccountKind.Section))]
    public void Columns_are_known_by_their_names_whatever_their_order_and_width(string text, Medium medium, string kind)
    {
        var account = ImportTable.Read(text, "星見市", Day).Rows.ShouldHaveSingleItem().Account;

        (account.Medium, account.Kind.ToString(), account.Section, account.Handle).ShouldBe((medium, kind, "広報課", null));
    }

    [Theory]
    [InlineData("", 0, "貼り付けてください")]
    [InlineData("媒体\tアカウント名\nX\t星見市", 1, "「所属」")]
    [InlineData("媒体\t所属\tアカウント名\nX\t広報課\t", 2, "アカウント名は")]
    [InlineData("媒体\t所属\tアカウント名\nX\t\t星見市", 2, "所属を")]
    [InlineData("媒体\t所属\tアカウント名\tフォロワー数\nX\t広報課\t星見市\t1.2万", 2, "「1.2万」は数字で")]
    [InlineData("媒体\t所属\tアカウント名\tURL\n\nX\t広報課\t星見市\thttp://x.com/a", 3, "https://")]
    public void What_cannot_be_understood_is_named_with_its_line(string text, int line, string words)
    {
        var result = ImportTable.Read(text, "星見市", Day);

        result.Rows.ShouldBeEmpty();
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Message.Contains(words, StringComparison.Ordinal)).ShouldBe((line, true));
    }

    [Theory]
    [InlineData("1,656", true, 1656)]
    [InlineData("1656人", true, 1656)]
    [InlineData("1656", false, null)]
    [InlineData("不明", true, null)]
    public void Followers_count_only_with_their_day(string written, bool hasDay, int? count) =>
        ImportTable
            .Read($"媒体\t所属\tアカウント名\tフォロワー数\nX\t広報課\t星見市\t{written}", "星見市", hasDay ? Day : null)
            .Rows[0]
            .Account.Followers.ShouldBe(count);

    [Fact]
    public void A_quoted_number_of_a_csv_file_stays_one_cell() =>
        ImportTable.Read("媒体,所属,アカウント名,フォロワー数,ID\nX,広報課,星見市,\"1,656\",@hoshimi", "星見市", Day).Rows[0].Account
            .ShouldSatisfyAllConditions(account => account.Followers.ShouldBe(1656), account => account.Handle.ShouldBe("@hoshimi"));

    [Fact]
    public void A_quotation_mark_left_open_is_named_and_swallows_no_rows()
    {
        var result = ImportTable.Read("媒体,所属,アカウント名\nX,広報課,\"星見市\nX,広報課,星見市広報課", "星見市", Day);

        result.Rows.ShouldBeEmpty();
        result.Problems.ShouldHaveSingleItem().Message.ShouldContain("引用符");
    }

    [Fact]
    public void A_huge_table_is_refused_whole() =>
        ImportTable
            .Read(
                "媒体\t所属\tアカウント名" + string.Concat(Enumerable.Repeat("\nX\t広報課\t星見市", ImportTable.MaxRows + 1)),
                "星見市",
                Day
            )
            .Rows.ShouldBeEmpty();
}
