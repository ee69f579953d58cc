using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using TeamsBot.Approvals.Model;
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
    /// <summary>
    /// For the SDK's flows. Its adapter ends the test process when its own timer fires beside a reply, so it never gets one that fires;
    /// what hangs is ended by <see cref="FlowPatience.PlayAsync"/>.
    /// </summary>
    public const uint NoTimer = int.MaxValue;

    private readonly List<Activity> seen = [];

    public SdkTestAdapter Adapter => adapter;

    /// <summary>A conversation of the SDK's own kind.</summary>
    public TestFlow Flow() => new(adapter, bot);

    public async Task InstallAsync()
    {
        await Flow().Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add" }).PlayAsync();
        await SeesCardAsync("SNS発信の確認ボットです");
    }

    public Task SaysAsync(string text) => Flow().Send(text).PlayAsync();

    /// <summary>Waits for a message that the condition accepts. What was seen before counts too, the newest first.</summary>
    public async Task<Activity> SeesAsync(Func<Activity, bool> wanted)
    {
        while (true)
        {
            if (seen.LastOrDefault(wanted) is { } found) return found;
            seen.Add((Activity)await adapter.GetNextReplyAsync().WaitAsync(FlowPatience.Limit));
        }
    }

    /// <summary>
    /// Waits for a card that begins so, and, where it is a draft's, is that of this number. A short message about a draft is opened first,
    /// as its reader would.
    /// </summary>
    public async Task<Activity> SeesCardAsync(string start, string part = "")
    {
        while (true)
        {
            var found = await SeesAsync(message => IsNotice(message) || IsWanted(message));
            if (!IsNotice(found)) return found;
            await PressAsync(found, Notices.Buttons(CardOf(found)!.Value).First(button => button.Verb == ApprovalVerbs.Open).Title);
            seen.Remove(found);
        }

        bool IsWanted(Activity message) => StateWords(message) is var words && words.StartsWith(start, StringComparison.Ordinal)
            && words.Contains(part, StringComparison.Ordinal);
    }

    private static bool IsNotice(Activity message) =>
        CardOf(message) is { } card && Notices.Buttons(card).Any(button => button.Verb == ApprovalVerbs.Open && !button.IsInList);

    /// <summary>Presses a button of the card by its title and returns what the presser is shown.</summary>
    public async Task<string> PressAsync(Activity message, string title, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var button = CardReader.Find(CardOf(message)!.Value, title)
            ?? throw new ArgumentException($"The card has no button '{title}'.", nameof(title));
        var value = new JsonObject { ["trigger"] = "manual", ["action"] = CardReader.InvokeOf(button.Action, button.Data(inputs)) };
        var answer = await InvokeAnswerAsync(new Activity(ActivityTypes.Invoke) { Name = "adaptiveCard/action", ReplyToId = message.Id,
            Value = JObject.Parse(value.ToJsonString()) });
        // As a client does: the card of the answer takes the place of the pressed one.
        if (answer.Card is { } card) seen.Add(new Activity(ActivityTypes.Message)
        {
            Id = message.Id,
            Attachments =
            [
                new Microsoft.Bot.Schema.Attachment(
                    "application/vnd.microsoft.card.adaptive",
                    content: JObject.Parse(card.GetRawText())
                ),
            ],
        });
        return WordsOf(answer);
    }

    /// <summary>Presses it as a client does that knows no Action.Execute.</summary>
    public Task PressOnOldClientAsync(Activity message, string title, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var button = CardReader.Find(CardOf(message)!.Value, title)!;
        var submit = new Activity(ActivityTypes.Message) { ReplyToId = message.Id,
            Value = JObject.Parse(button.Data(inputs, ofFallback: true).ToJsonString()) };
        return Flow().Send(submit).PlayAsync();
    }

    /// <summary>Sends an invoke and returns the words of its answer.</summary>
    public async Task<string> InvokeAsync(Activity invoke) => WordsOf(await InvokeAnswerAsync(invoke));

    private async Task<CardAnswer> InvokeAnswerAsync(Activity invoke)
    {
        await Flow().Send(invoke).PlayAsync();
        var answer = await SeesAsync(reply => reply.Type == ActivityTypesEx.InvokeResponse);
        seen.Remove(answer);
        var body = JsonSerializer.SerializeToElement(((InvokeResponse)answer.Value).Body, ProtocolJson.Options);
        return new BotAnswer(((InvokeResponse)answer.Value).Status, body).ToCardAnswer();
    }

    private static string WordsOf(CardAnswer shown) => shown.Card is { } card ? CardState.Words(card) : shown.Text ?? "";

    private static string StateWords(Activity message) => CardOf(message) is { } card ? CardState.Words(card) : message.Text ?? "";

    /// <summary>Everything a message says, its text or its card.</summary>
    public static string Words(IActivity activity) =>
        CardOf((Activity)activity) is { } card ? BotHost.Words(card) : ((Activity)activity).Text ?? "";

    private static JsonElement? CardOf(Activity message) =>
        message.Attachments?.SingleOrDefault()?.Content is JToken content ? JsonElement.Parse(content.ToString()) : null;
}

/// <summary>How long a flow may take in real time: only a test that fails waits so long.</summary>
internal static class FlowPatience
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <exception cref="TimeoutException">What the flow waits for did not come.</exception>
    public static Task PlayAsync(this TestFlow flow) => flow.StartTestAsync().WaitAsync(Limit);
}
