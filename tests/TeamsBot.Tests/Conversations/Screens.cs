using System.Text.Json;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What people's clients show, by the rule of a Teams client: the answer to a press stands in the message's place until the message is
/// changed. Counts what each person was sent, and what a press said and the screen does not say any more once nothing is on its way.
/// </summary>
internal sealed class Screens(BotHost host)
{
    private readonly Dictionary<(string Person, string Message), (int Version, JsonElement Card)> answered = [];
    private readonly Dictionary<string, Count> before = [];

    /// <summary>Sentences a press said that the presser's screen or other devices had lost when the outbox was idle.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Presses, waits until nothing is on its way, and looks.</summary>
    /// <param name="says">What the press says.</param>
    /// <param name="isKept">Something was done, so the message itself says it too, on every device; a refusal that changed nothing is on
    /// this screen only.</param>
    public async Task<BotAnswer> PressAsync(
        TeamsClient client,
        ChatMessage message,
        string title,
        IReadOnlyDictionary<string, string>? inputs = null,
        string says = "",
        bool isKept = true
    )
    {
        var answer = await client.PressAsync(message, title, inputs);
        var shown = answer.ToCardAnswer();
        (shown.Kind == CardAnswerKind.Card ? BotHost.Words(shown.Card!.Value) : shown.Text ?? "").ShouldContain(says);
        if (shown.Card is { } card) answered[(client.Person.Key, message.Id)] = (Of(client, message.Id).History.Count, card);
        await host.IdleAsync();
        if (!Shown(client, message.Id).Contains(says, StringComparison.Ordinal)) Lost.Add($"{client.Person.Name}: {says}");
        if (isKept && !BotHost.Words(Of(client, message.Id).Card!.Value).Contains(says, StringComparison.Ordinal))
            Lost.Add($"{client.Person.Name}, elsewhere: {says}");
        return answer;
    }

    /// <summary>The words on the person's screen in the place of this message.</summary>
    public string Shown(TeamsClient client, string messageId)
    {
        var message = Of(client, messageId);
        return answered.TryGetValue((client.Person.Key, messageId), out var answer) && answer.Version >= message.History.Count
            ? BotHost.Words(answer.Card)
            : message.Card is { } card ? BotHost.Words(card) : message.Text;
    }

    /// <summary>From now on is counted.</summary>
    public void Begin(params TeamsClient[] people)
    {
        foreach (var client in people) before[client.Person.Key] = Total(client);
    }

    public Count CountOf(TeamsClient client) => Total(client) - before[client.Person.Key];

    private static ChatMessage Of(TeamsClient client, string messageId) => client.Chat.Find(messageId)!;

    private static Count Total(TeamsClient client) =>
        new(client.Chat.FromBot.Count, client.Chat.FromBot.Sum(message => message.History.Count - 1));

    /// <summary>New messages ring, edits do not.</summary>
    internal sealed record Count(int New, int Edits)
    {
        public static Count operator -(Count after, Count before) => new(after.New - before.New, after.Edits - before.Edits);
    }
}
