using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>Accounts that run before anybody asked the bot: what their guideline wanted before the start is asked for afterwards.</summary>
public sealed class AccountCatchUpTests
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["section"] = "環境推進課",
        ["name"] = "朝霞市環境推進課",
        ["information"] = "ごみと資源の情報",
        ["purpose"] = "市民へ早く知らせるため",
        ["medium"] = "Instagram",
        ["kind"] = "Section",
        ["handle"] = "kankyo_ig",
        ["url"] = "",
        ["policyUrl"] = "",
        ["reason"] = "",
        ["state"] = "Running",
    };

    [Fact]
    [Clause("asaka-4-n2")]
    public async Task A_running_account_without_a_recorded_consultation_says_so_on_its_card_and_opens_the_procedure()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (desk, pr) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await RegisterAsync(host, desk, Fields);

        var card = await ShownAsync(host, pr, "台帳 kankyo_ig", "事前協議の記録なし");
        var procedure = CardOf(await pr.PressAsync(card, "開設の手続き"));
        var recorded = await pr.PressAsync(card, procedure, "協議済みとして記録する", Words("2022年に協議"));

        Scenario.Shown(recorded).ShouldContain("事前協議を記録しました");
        Scenario.Shown(await pr.PressAsync(card, CardOf(recorded), "アカウントを見る")).ShouldNotContain("事前協議の記録なし");
    }

    [Fact]
    public async Task An_account_entered_as_running_is_asked_for_its_missing_consultation_by_a_message()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (desk, pr) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await RegisterAsync(host, desk, Fields);

        var asked = await ShownAsync(host, pr, null, "事前協議の記録がないアカウントがあります");
        Scenario.Shown(await pr.PressAsync(asked, "協議済みとして記録する", Words("2022年に協議"))).ShouldContain("事前協議を記録しました");
        (await host.ReadAsync(db => db.AccountGates.SingleAsync(gate => gate.Gate == AccountGate.Consultation))).Proof.ShouldBe("2022年に協議");
    }

    [Fact]
    public async Task An_account_that_comes_to_run_by_a_change_of_the_form_is_asked_about_like_a_new_one()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (desk, pr) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await RegisterAsync(host, desk, With(("state", "Dormant")));
        (await host.ReadAsync(db => db.AccountGates.CountAsync())).ShouldBe(0);

        await ChangeAsync(host, desk, "kankyo_ig", Fields);

        await ShownAsync(host, pr, null, "事前協議の記録がないアカウントがあります");
        // A further change asks nothing again.
        var told = pr.Chat.FromBot.Count;
        await ChangeAsync(host, desk, "kankyo_ig", With(("purpose", "別の目的のため")));
        await host.IdleAsync();
        pr.Chat.FromBot.Count.ShouldBe(told);
    }

    [Fact]
    public async Task An_account_that_is_to_run_again_names_the_page_that_lists_it_and_a_running_one_is_not_asked()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var desk = await host.OpenAsync(BotHost.Checker);
        var fields = With(("section", "健康増進課"), ("name", "山口県健康増進課"));
        await RegisterAsync(host, desk, new(fields) { ["state"] = "Dormant" });

        (await ChangeAsync(host, desk, "kankyo_ig", fields)).ShouldContain("運用中とするには");
        (await ChangeAsync(host, desk, "kankyo_ig", new(fields) { ["listing"] = "https://www.pref.yamaguchi.lg.jp/sns.html" }))
            .ShouldContain("確定して台帳に登録しました");
        (await host.ReadAsync(db => db.AccountGates.SingleAsync())).Proof.ShouldBe("https://www.pref.yamaguchi.lg.jp/sns.html");
        (await ChangeAsync(host, desk, "kankyo_ig", new(fields) { ["purpose"] = "別の目的のため" })).ShouldContain("確定して台帳に登録しました");
    }

    [Fact]
    public async Task Imported_accounts_are_asked_about_with_one_message()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (desk, pr) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await host.IdleAsync();
        var told = pr.Chat.FromBot.Count;

        var result = await ImportAsync(
            host, desk, "媒体\t所属\tアカウント名\nInstagram\t保育課\t朝霞市保育課\nInstagram\t環境推進課\t朝霞市環境推進課");

        result.ShouldContain("新しく登録 2件");
        result.ShouldContain("事前協議の記録がないアカウント 2件");
        await host.IdleAsync();
        var said = pr.Chat.FromBot.Skip(told).ShouldHaveSingleItem();
        said.Text.ShouldContain("事前協議の記録がないアカウントが2件あります");
        (await host.ReadAsync(db => db.AccountGates.ToListAsync())).Select(gate => (gate.Gate, gate.State))
            .ShouldBe([(AccountGate.Consultation, GateState.Asked), (AccountGate.Consultation, GateState.Asked)]);
    }

    [Fact]
    public async Task A_line_account_that_is_entered_without_a_budget_is_the_free_one_and_not_asked_what_pays_for_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var desk = await host.OpenAsync(BotHost.Checker);
        await ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\nLINE\t環境推進課\t朝霞市環境推進課\tkankyo_ig");

        (await ChangeAsync(host, desk, "kankyo_ig", With(("medium", "Line")))).ShouldContain("確定して台帳に登録しました");
    }

    private static async Task<string> RegisterAsync(BotHost host, TeamsClient desk, Dictionary<string, string> fields) =>
        Scenario.Shown(await desk.PressForgedAsync(
            await ShownAsync(host, desk, "アカウント登録", "アカウントの登録"), "確定する", Forgery.With(fields)));

    /// <summary>As whoever opens the account in the register and changes its form.</summary>
    private static async Task<string> ChangeAsync(BotHost host, TeamsClient desk, string account, Dictionary<string, string> fields)
    {
        var card = await ShownAsync(host, desk, $"台帳 {account}", "内容を変える");
        var form = CardOf(await desk.PressAsync(card, "内容を変える"));
        var asked = fields.Where(field => form.GetRawText().Contains($"\"id\":\"{field.Key}\"", StringComparison.Ordinal)).ToDictionary();
        return Scenario.Shown(await desk.PressAsync(card, form, "確定する", asked));
    }

    private static async Task<string> ImportAsync(BotHost host, TeamsClient desk, string table) =>
        Scenario.Shown(await desk.PressAsync(
            await ShownAsync(host, desk, "台帳取込", "一覧表"), "取り込む", new Dictionary<string, string> { ["table"] = table, ["asOf"] = "" }));

    /// <summary>A new message that says so, after these words where there are some.</summary>
    private static async Task<ChatMessage> ShownAsync(BotHost host, TeamsClient client, string? words, string part)
    {
        var old = words is null ? [] : client.Chat.FromBot.Select(message => message.Id).ToHashSet();
        if (words is not null) await client.SayAsync(words);
        return await host.SeesAsync(client.Chat, message => !old.Contains(message.Id) && RotationPlay.Says(message, part));
    }

    private static Dictionary<string, string> With(params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(Fields);
        foreach (var (field, value) in more) fields[field] = value;
        return fields;
    }

    private static Dictionary<string, string> Words(string words) => new() { ["gateWords"] = words };

    private static JsonElement CardOf(LocalTeams.Bot.BotAnswer answer) => answer.ToCardAnswer().Card!.Value;
}
