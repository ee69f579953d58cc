using System.Globalization;
using System.Text.Json;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Steps of an approval in any pack: what its guideline wants ticked is ticked, and where it wants two presses there are two.
/// </summary>
internal static class Passage
{
    public static readonly Dictionary<string, string> SubmitTicks = new() { ["asStaff"] = "true", ["officialVoice"] = "true" };

    /// <summary>Pastes the text and hands it in; returns what the author's card says then.</summary>
    public static async Task<string> HandInAsync(this BotHost host, TeamsClient author, string text, string account, int number = 1)
    {
        await author.SayAsync(text);
        return await host.HandInAsync(author, account, number);
    }

    public static async Task<string> HandInAsync(this BotHost host, TeamsClient author, string account, int number = 1)
    {
        await host.SeesCardAsync(author, "下書き", number);
        var card = await host.CurrentCardAsync(author, number);
        var inputs = Scenario.Plan(account);
        foreach (var key in Scenario.AnswerFields(card)) inputs[key] = "担当課に確認しました。";
        var answer = await author.PressAsync(card, Scenario.HandIn, inputs);
        return Scenario.Shown(await PreviewedAsync(author, card, answer));
    }

    /// <summary>The person's card, once it is the one of the draft as it is now.</summary>
    public static async Task<ChatMessage> CurrentCardAsync(this BotHost host, TeamsClient client, int number = 1)
    {
        var draft = (await host.ReadAsync(db => db.FindDraftAsync(number, Scenario.TenantId, default)))!;
        var stamp = string.Create(CultureInfo.InvariantCulture, $"\"stamp\":\"{draft.Stamp}\"");
        var seen = await host.SeesAsync(client.Chat, IsOfNow);
        if (Notices.Unopened(client, number)?.Id != seen.Id) return seen;
        await Notices.OpenAsync(client, seen);
        return await host.SeesAsync(client.Chat, message => IsOfNow(message) && Notices.Unopened(client, number)?.Id != message.Id);

        bool IsOfNow(ChatMessage message) => message.Card is { } card && card.GetRawText() is var json
            && json.Contains(stamp, StringComparison.Ordinal) && json.Contains($"\"draft\":\"{number}\"", StringComparison.Ordinal);
    }

    /// <summary>The account on X that speaks for the whole organisation.</summary>
    public static OfficialAccount FirstOnX(this BotHost host) =>
        ((Pack)host.Services.GetService(typeof(Pack))!).Accounts.First(account => account.Medium == TeamsBot.Checks.Context.Medium.X);

    /// <summary>Goes on from the preview, where there is one.</summary>
    public static async Task<BotAnswer> PreviewedAsync(TeamsClient author, ChatMessage card, BotAnswer answer) =>
        CardOf(answer) is { } shown && BotHost.Words(shown).StartsWith("確認に回す前に", StringComparison.Ordinal)
            ? await author.PressAsync(card, shown, "確認に回す", SubmitTicks)
            : answer;

    /// <summary>Approves, once or twice as the pack wants; returns what the approver's card says then.</summary>
    public static async Task<string> ApproveAsync(
        this BotHost host,
        TeamsClient approver,
        string status,
        int number = 1,
        IReadOnlyDictionary<string, string>? inputs = null
    )
    {
        var card = await host.SeesCardAsync(approver, status, number);
        var title = BotHost.Words(card.Card!.Value).StartsWith("確認をお願いします", StringComparison.Ordinal) ? "確認済みにする" : "承認する";
        var answer = await approver.PressAsync(card, title, inputs ?? Scenario.Ticks);
        return Scenario.Shown(
            CardOf(answer) is { } shown && BotHost.Words(shown).Contains("この内容で承認する", StringComparison.Ordinal)
                ? await approver.PressAsync(card, shown, "この内容で承認する")
                : answer
        );
    }

    public static JsonElement? CardOf(BotAnswer answer) => answer.ToCardAnswer().Card;
}
