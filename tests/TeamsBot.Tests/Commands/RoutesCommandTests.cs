namespace TeamsBot.Tests.Commands;

public sealed class RoutesCommandTests
{
    [Fact]
    public async Task Each_running_account_is_listed_with_who_would_be_asked()
    {
        var run = await CliRun.Of("", "routes");

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("星見市（X）@hoshimi_city [city-x]\n  起案 佐藤 花子 → 確認 鈴木 一郎・高橋 由美 → 決裁 田中 誠\n");
        run.Out.ShouldContain("  起案 中村 美咲 → 確認 小林 健 → 決裁 加藤 学\n");
        run.Out.ShouldNotContain("kanko-x");
    }

    [Fact]
    public async Task An_account_that_nobody_can_write_for_is_pointed_out()
    {
        var run = await CliRun.Of("", "routes", "--pack", "asaka");

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("× 博物館に起案者がいません");
    }
}
