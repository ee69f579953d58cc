using Microsoft.Extensions.DependencyInjection;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.Tests.Conversations;

/// <summary>Policies and lists step by step, as their people make and receive them.</summary>
internal static class PolicyPlay
{
    /// <summary>What a complete form of the annex says, for 産業振興課 of asaka.</summary>
    public static readonly Dictionary<string, string> Industry = new()
    {
        ["polDepartment"] = "市民環境部",
        ["polSection"] = "産業振興課",
        ["polInformation"] = "市内の催しと店の情報",
        ["polTopics"] = "市政情報,市が取材するまちの情報",
        ["polPurpose"] = "市内の産業を広く知らせるため",
        ["polMedia"] = "X",
        ["polName"] = "朝霞市産業振興課",
        ["polUrl"] = "https://x.com/asaka_sangyo",
        ["polFrom"] = "2026-12-01",
        ["polTo"] = "2027-03-31",
        ["polDays"] = "Monday,Tuesday,Wednesday,Thursday,Friday",
        ["polOpens"] = "08:30",
        ["polCloses"] = "17:15",
        ["polHolidays"] = "true",
        ["polReplies"] = "none",
        ["polRule"] = "true",
        ["polTicks"] = "t1,t2,t3,t4,t5,t6",
    };

    public static Dictionary<string, string> With(params (string Field, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(Industry);
        foreach (var (field, value) in changes) fields[field] = value;
        return fields;
    }

    /// <summary>The newest card that says this.</summary>
    public static Task<ChatMessage> SeesAsync(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));

    /// <summary>Says a command and waits for its card.</summary>
    public static async Task<ChatMessage> SayAsync(BotHost host, TeamsClient client, string command, string words)
    {
        var old = client.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await client.SayAsync(command);
        return await host.SeesAsync(client.Chat, message =>
            !old.Contains(message.Id) && message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Presses the button of a file and accepts what Teams then offers.</summary>
    public static async Task<LocalFile> ReceiveAsync(BotHost host, TeamsClient client, ChatMessage card, BotAnswer shown, string button)
    {
        // What was pressed before may still be on its way.
        await host.IdleAsync();
        var (offers, infos) = (Count(client, "file.consent"), Count(client, "file.info"));
        (await client.PressAsync(card, shown.ToCardAnswer().Card!.Value, button)).Status.ShouldBe(200);
        await host.Tenant.WaitForAsync(_ => Count(client, "file.consent") > offers);
        (await client.AnswerOfferAsync(client.Chat.FromBot.Last(message => Holds(message, "file.consent")), isAccepted: true)).Status
            .ShouldBe(200);
        await host.Tenant.WaitForAsync(_ => Count(client, "file.info") > infos);
        var info = client.Chat.FromBot.Last(message => Holds(message, "file.info"));
        var id = info.Activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("uniqueId").GetString()!;
        return host.Services.GetRequiredService<FileShelf>().Find(id).ShouldNotBeNull();
    }

    /// <summary>Takes a pasted list into the register; what the card then says.</summary>
    public static async Task<string> ImportAsync(BotHost host, TeamsClient desk, string table)
    {
        var form = await SayAsync(host, desk, "台帳取込", "使える列");
        return Scenario.Shown(await desk.PressAsync(form, "取り込む", new Dictionary<string, string> { ["table"] = table }));
    }

    private static int Count(TeamsClient client, string part) => client.Chat.FromBot.Count(message => Holds(message, part));

    private static bool Holds(ChatMessage message, string part) => message.Activity.GetRawText().Contains(part, StringComparison.Ordinal);
}
