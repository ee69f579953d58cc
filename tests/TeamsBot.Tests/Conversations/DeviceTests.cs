using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Devices of official accounts: shared ones with their keeper; others only where the head of the account says why.</summary>
public sealed class DeviceTests
{
    [Fact]
    [Clause("asaka-8-3-2c")]
    public async Task A_personal_phone_is_refused_a_shared_device_is_accepted_with_its_keeper()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var author = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, author, "city-x");

        var refused = await author.PressAsync(form, "登録する", Fields("PersonalPhone", "佐藤の携帯"));
        Scenario.Shown(refused).ShouldContain("まだ登録していません。公式アカウントには共用の端末を使うことになっています");
        Scenario.Shown(refused).ShouldContain("田中 誠さん");
        Scenario.Shown(refused).ShouldContain("8(3)②");
        // A reason of somebody who is not the head is no exception.
        Scenario
            .Shown(
                await author.PressAsync(form, CardOf(refused), "登録する", Fields("PersonalPhone", "佐藤の携帯", ("reason", "急ぐため")))
            )
            .ShouldContain("まだ登録していません");
        (await host.ReadAsync(db => db.Devices.CountAsync())).ShouldBe(0);

        Scenario
            .Shown(await author.PressAsync(form, CardOf(refused), "登録する", Fields("Shared", "共用スマートフォン1", ("keeper", ""))))
            .ShouldContain("保管責任者を");
        var accepted = await author.PressAsync(form, CardOf(refused), "登録する", Fields("Shared", "共用スマートフォン1"));
        Scenario.Shown(accepted).ShouldContain("共用スマートフォン1　共用の端末・保管 高橋 由美・対策済み");
        var device = await host.ReadAsync(db => db.Devices.SingleAsync());
        (device.AccountId, device.Kind, device.Keeper, device.ExceptionReason).ShouldBe(("city-x", DeviceKind.Shared, "高橋 由美", null));

        Scenario.Shown(await author.PressAsync(form, CardOf(accepted), "「共用スマートフォン1」を外す")).ShouldContain("登録された端末はありません");
        (
            await host.ReadAsync(db =>
                db.AuditEntries.Where(entry => entry.Action.StartsWith("devices."))
                    .OrderBy(entry => entry.Sequence)
                    .Select(entry => entry.Action)
                    .ToListAsync()
            )
        )
            .ShouldBe(["devices.refused", "devices.refused", "devices.register", "devices.remove"]);
    }

    [Fact]
    [Clause("asaka-8-3-2c")]
    public async Task The_head_is_asked_and_the_heads_recorded_exception_registers_the_phone()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var (author, head, other) = (
            await host.OpenAsync(BotHost.Author),
            await host.OpenAsync(BotHost.Head),
            await host.OpenAsync("加藤 学")
        );
        var form = await FormAsync(host, author, "city-x");
        var refused = await author.PressAsync(form, "登録する", Fields("PersonalPhone", "佐藤の携帯"));
        Scenario
            .Shown(await author.PressAsync(form, CardOf(refused), "所属長に例外を依頼する", Fields("PersonalPhone", "佐藤の携帯")))
            .ShouldContain("田中 誠さんに、例外の判断を依頼しました");
        var asked = await host.SeesAsync(head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("端末の例外の依頼", StringComparison.Ordinal)
        );
        BotHost.Words(asked.Card!.Value).ShouldContain("佐藤の携帯");

        (await other.PressAsync(asked, "例外として登録する", Reason("よいと思うため"))).ToCardAnswer().Text!.ShouldContain("シティ・プロモーション課の担当者と広報担当です");
        Scenario.Shown(await head.PressAsync(asked, "例外として登録する", Reason(""))).ShouldContain("例外とするときは、理由を入力してください");
        (await host.ReadAsync(db => db.Devices.CountAsync())).ShouldBe(0);

        Scenario.Shown(await head.PressAsync(asked, "例外として登録する", Reason("災害時の現場からの発信のため"))).ShouldContain("例外：災害時の現場からの発信のため（田中 誠");
        var device = await host.ReadAsync(db => db.Devices.SingleAsync());
        (device.Kind, device.ExceptionReason, device.ExceptionBy).ShouldBe((DeviceKind.PersonalPhone, "災害時の現場からの発信のため", "田中 誠"));

        // Later than a second delivery of the same press could be; another head who was asked has the same card.
        host.Time.Advance(TimeSpan.FromMinutes(11));
        Scenario.Shown(await head.PressAsync(asked, "例外として登録する", Reason("災害時の現場からの発信のため"))).ShouldContain("「佐藤の携帯」は、すでに登録されています");
        (await host.ReadAsync(db => db.Devices.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_guideline_is_silent_any_device_is_registered()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var author = await host.OpenAsync(BotHost.Author);
        Scenario
            .Shown(
                await author.PressAsync(
                    await FormAsync(host, author, "ward-x"),
                    "登録する",
                    Fields("PersonalPhone", "担当者の携帯", ("account", "ward-x"))
                )
            )
            .ShouldContain("個人のスマートフォン・保管 高橋 由美");
    }

    [Fact]
    public async Task Who_has_no_account_registers_no_device()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var outsider = await host.OpenAsync(BotHost.Outsider);
        await outsider.SayAsync("端末登録");
        await host.SeesTextAsync(outsider.Chat, "アカウントを持つ所属の担当者と広報担当です");
    }

    private static Dictionary<string, string> Fields(string kind, string name, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>
        {
            ["account"] = "city-x",
            ["kind"] = kind,
            ["name"] = name,
            ["keeper"] = "高橋 由美",
            ["protected"] = "true",
        };
        foreach (var (field, value) in more) fields[field] = value;
        return fields;
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };

    private static System.Text.Json.JsonElement CardOf(BotAnswer answer) => answer.ToCardAnswer().Card!.Value;

    private static async Task<ChatMessage> FormAsync(BotHost host, TeamsClient client, string account)
    {
        await client.SayAsync($"端末登録　{account}");
        return await host.SeesAsync(client.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("端末登録", StringComparison.Ordinal)
        );
    }
}
