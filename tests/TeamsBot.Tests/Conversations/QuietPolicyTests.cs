using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>An account whose policy promises posts more often than the guideline asks after silence.</summary>
public sealed class QuietPolicyTests
{
    private const string Asked = "しばらく投稿がありません";

    private static readonly Dictionary<string, string> Policy = new()
    {
        ["polInformation"] = "県政の情報", ["polPurpose"] = "県政を知らせる", ["polAudience"] = "県民", ["polReplies"] = "as-needed",
        ["polHandling"] = "読んで担当課に伝える", ["polWriter"] = "主事", ["polResponsible"] = "課長", ["polFrequency"] = "週１回程度",
        ["polMethod"] = "投稿と写真", ["polRule"] = "true",
    };

    [Fact]
    [Clause("yamaguchi-3-1-5")]
    public async Task Once_a_week_by_its_policy_is_asked_after_on_the_eighth_day_and_the_policy_says_how_and_when()
    {
        await using var later = new Later("--Pack:Name=yamaguchi", "--Upkeep:AsksSilent=true");
        await later.AtAsync(RotationPlay.At(2026, 11, 20), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
            await FinalAsync(play.Host, writer);
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 1, 8, 31), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.SweepAsync();
            RotationPlay.Count(writer, Asked).ShouldBe(0);
            await play.GoToAsync(RotationPlay.At(2026, 12, 2, 8, 31));
            BotHost.Words((await play.SeesAsync(writer, Asked)).Card!.Value).ShouldContain("週１回程度");
        });
    }

    [Fact]
    public async Task A_policy_that_promises_less_than_the_guideline_does_not_put_the_question_off()
    {
        await using var later = new Later("--Pack:Name=yamaguchi", "--Upkeep:AsksSilent=true");
        await later.AtAsync(RotationPlay.At(2026, 11, 20), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
            await FinalAsync(play.Host, writer, "年4回");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 25, 8, 31), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.SweepAsync();
            await play.SeesAsync(writer, Asked);
        });
    }

    private static async Task FinalAsync(BotHost host, TeamsClient by, string? frequency = null)
    {
        var form = await PolicyPlay.SayAsync(host, by, "運用ポリシー koho-x", "① 所属・内容");
        var button = BotHost.Words(form.Card!.Value).Split('\n').First(line => line.EndsWith("を確認して確定する", StringComparison.Ordinal));
        Scenario.Shown(await by.PressAsync(form, button, new Dictionary<string, string>(Policy) { ["polMethod"] = "" }))
            .ShouldContain("発信方法を入力してください");
        var said = frequency is null ? Policy : new Dictionary<string, string>(Policy) { ["polFrequency"] = frequency };
        Scenario.Shown(await by.PressAsync(form, button, said)).ShouldContain("として確定しました");
    }
}
