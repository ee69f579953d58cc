using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests.Conversations;
using Activity = Microsoft.Bot.Schema.Activity;
using ActivityTypes = TeamsBot.Protocol.Schema.ActivityTypes;
using InvokeResponse = Microsoft.Bot.Builder.InvokeResponse;
using SdkTestAdapter = Microsoft.Bot.Builder.Adapters.TestAdapter;

namespace TeamsBot.Tests.TestAdapters;

/// <summary>One person at one of the SDK's test adapters: says, presses, and sees what arrives.</summary>
internal sealed class TestPerson(SdkTestAdapter adapter, IBot bot)
{
    /// <summary>In milliseconds of real time; only a test that fails waits so long.</summary>
    public const uint Patience = 60_000;

    private readonly List<Activity> seen = [];

    public SdkTestAdapter Adapter => adapter;

    /// <summary>A conversation of the SDK's own kind.</summary>
    public TestFlow Flow() => new(adapter, bot);

    public async Task InstallAsync()
    {
        await Flow().Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add" }).StartTestAsync();
        await SeesCardAsync("SNS発信の確認ボットです");
    }

    public Task SaysAsync(string text) => Flow().Send(text).StartTestAsync();

    /// <summary>Waits for a message that the condition accepts. What was seen before counts too, the newest first.</summary>
    public async Task<Activity> SeesAsync(Func<Activity, bool> wanted)
    {
        while (true)
        {
            if (seen.LastOrDefault(wanted) is { } found) return found;
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Patience));
            seen.Add((Activity)await adapter.GetNextReplyAsync(patience.Token));
        }
    }

    /// <summary>Waits for a card that begins so, and, where it is a draft's, is that of this number.</summary>
    public Task<Activity> SeesCardAsync(string start, string part = "") =>
        SeesAsync(message => StateWords(message) is var words && words.StartsWith(start, StringComparison.Ordinal)
            && words.Contains(part, StringComparison.Ordinal));

    /// <summary>Presses a button of the card by its title and returns what the presser is shown.</summary>
    public async Task<string> PressAsync(Activity message, string title, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var button = CardReader.Find(CardOf(message)!.Value, title)
            ?? throw new ArgumentException($"The card has no button '{title}'.", nameof(title));
        var value = new JsonObject { ["trigger"] = "manual", ["action"] = CardReader.InvokeOf(button.Action, button.Data(inputs)) };
        return await InvokeAsync(new Activity(ActivityTypes.Invoke) { Name = "adaptiveCard/action", ReplyToId = message.Id,
            Value = JObject.Parse(value.ToJsonString()) });
    }

    /// <summary>Presses it as a client does that knows no Action.Execute.</summary>
    public Task PressOnOldClientAsync(Activity message, string title, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var button = CardReader.Find(CardOf(message)!.Value, title)!;
        var submit = new Activity(ActivityTypes.Message) { ReplyToId = message.Id,
            Value = JObject.Parse(button.Data(inputs, ofFallback: true).ToJsonString()) };
        return Flow().Send(submit).StartTestAsync();
    }

    /// <summary>Sends an invoke and returns the words of its answer.</summary>
    public async Task<string> InvokeAsync(Activity invoke)
    {
        await Flow().Send(invoke).StartTestAsync();
        var answer = await SeesAsync(reply => reply.Type == ActivityTypesEx.InvokeResponse);
        seen.Remove(answer);
        var body = JsonSerializer.SerializeToElement(((InvokeResponse)answer.Value).Body, ProtocolJson.Options);
        var shown = new BotAnswer(((InvokeResponse)answer.Value).Status, body).ToCardAnswer();
        return shown.Card is { } card ? CardState.Words(card) : shown.Text ?? "";
    }

    private static string StateWords(Activity message) => CardOf(message) is { } card ? CardState.Words(card) : message.Text ?? "";

    /// <summary>Everything a message says, its text or its card.</summary>
    public static string Words(IActivity activity) =>
        CardOf((Activity)activity) is { } card ? BotHost.Words(card) : ((Activity)activity).Text ?? "";

    private static JsonElement? CardOf(Activity message) =>
        message.Attachments?.SingleOrDefault()?.Content is JToken content ? JsonElement.Parse(content.ToString()) : null;
}
