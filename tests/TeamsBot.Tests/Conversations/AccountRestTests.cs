namespace TeamsBot.Tests.Conversations;

/// <summary>What is done to accounts that stand in the pack: 休止 and 再開 where the guideline does not speak of them.</summary>
public sealed class AccountRestTests
{
    [Fact]
    public async Task An_account_of_the_pack_rests_where_nothing_forbids_it_and_comes_back()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync("休止 city-x");
        var form = await host.SeesAsync(writer.Chat, message => RotationPlay.Says(message, "アカウントの休止"));

        (await writer.PressAsync(form, "休止する", Reason(""))).ToCardAnswer().Card!.Value.GetRawText().ShouldContain("休止する理由を入力してください");
        (await writer.PressAsync(form, "休止する", Reason("媒体の整理のため"))).ToCardAnswer().Text!.ShouldContain("を休止にしました");
        await writer.SayAsync("休止 city-x");
        await host.SeesTextAsync(writer.Chat, "いま「休止中」です");

        await writer.SayAsync("再開 city-x");
        await host.SeesTextAsync(writer.Chat, "を再開しました。投稿できます");
    }

    /// <summary>A forged press names an account that is there: it is not taken for a change of that one.</summary>
    [Fact]
    public async Task An_application_that_names_an_account_of_the_register_is_refused_as_a_duplicate_of_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("アカウント開設 X");
        var form = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "アカウントの開設の申請"));

        var refused = await desk.PressForgedAsync(
            form,
            "開設を申請する",
            ("account", "city-x"), ("section", "シティ・プロモーション課"), ("name", "朝霞市"), ("handle", ""), ("kind", "CityOfficial"),
            ("information", "市政の情報"), ("purpose", "市民へ早く知らせるため"), ("medium", "X"));

        Scenario.Shown(refused).ShouldContain("すでに台帳にあります");
    }

    [Fact]
    public async Task Of_several_accounts_of_one_name_a_button_says_which_is_meant()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync("休止 朝霞市");
        var which = await host.SeesAsync(writer.Chat, message => RotationPlay.Says(message, "どのアカウントですか（休止）"));

        var form = await writer.PressAsync(which, "朝霞市（X）");

        Scenario.Shown(form).ShouldStartWith("アカウントの休止");
        (await writer.PressAsync(which, form.ToCardAnswer().Card!.Value, "休止する", Reason("媒体の整理のため"))).ToCardAnswer().Text!
            .ShouldContain("朝霞市（X）");
        await writer.SayAsync("再開 朝霞市");
        var again = await host.SeesAsync(writer.Chat, message => RotationPlay.Says(message, "どのアカウントですか（再開）"));
        (await writer.PressAsync(again, "朝霞市（X）")).ToCardAnswer().Text!.ShouldContain("を再開しました");
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };
}
