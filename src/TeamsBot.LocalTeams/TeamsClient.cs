using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.LocalTeams;

/// <summary>
/// One person's Teams: says, edits and presses, and the bot is told over HTTP. The page and the conversation tests both work through it.
/// </summary>
public sealed class TeamsClient
{
    private readonly LocalTenant tenant;
    private readonly ActivityComposer composer;
    private readonly BotCaller bot;
    private readonly FileAttachments files;

    internal TeamsClient(LocalTenant tenant, ActivityComposer composer, BotCaller bot, FileAttachments files, Persona person) =>
        (this.tenant, this.composer, this.bot, this.files, Person) = (tenant, composer, bot, files, person);

    public Persona Person { get; }

    /// <summary>The person's own chat with the bot.</summary>
    public Chat Chat => tenant.ChatOf(Person);

    /// <summary>Writes in the person's chat with the bot.</summary>
    public Task<Said> SayAsync(string text, CancellationToken cancellationToken = default) =>
        SayAsync(Chat, null, text, [], cancellationToken);

    /// <summary>Sends pictures or files, with or without a text.</summary>
    public Task<Said> SendAsync(string text, IReadOnlyList<LocalFile> attached, CancellationToken cancellationToken = default) =>
        SayAsync(Chat, null, text, attached, cancellationToken);

    /// <summary>
    /// Writes in the channel; a new thread unless one is given. The bot hears it only when <c>@</c> and its name stand in the text.
    /// </summary>
    public Task<Said> SayInChannelAsync(string text, string? threadId = null, CancellationToken cancellationToken = default) =>
        SayAsync(tenant.Channel, threadId, text, [], cancellationToken);

    /// <summary>As above, with pasted pictures; files do not reach a bot in a channel (protocol.md 5.3).</summary>
    public Task<Said> SendInChannelAsync(
        string text,
        IReadOnlyList<LocalFile> attached,
        string? threadId = null,
        CancellationToken cancellationToken = default
    ) => SayAsync(tenant.Channel, threadId, text, attached, cancellationToken);

    /// <summary>Answers the offer of a file in a message of the bot, as Teams' own card does.</summary>
    public Task<BotAnswer> AnswerOfferAsync(ChatMessage message, bool isAccepted, CancellationToken cancellationToken = default) =>
        bot.PostAsync(
            composer.FileConsent(
                Person,
                tenant.FindChat(message.ChatId)!,
                message,
                files.Answer(
                    FileAttachments.OfferIn(message.Activity)
                        ?? throw new ArgumentException("The message offers no file.", nameof(message)),
                    isAccepted
                )
            ),
            cancellationToken
        );

    /// <summary>Changes one of the person's messages.</summary>
    public async Task<Said> EditAsync(ChatMessage message, string text, CancellationToken cancellationToken = default)
    {
        if (message.Sender != Person) throw new ArgumentException("Only the author edits a message.", nameof(message));
        var chat = tenant.FindChat(message.ChatId)!;
        var activity = composer.Edit(Person, chat, message.Id, message.ThreadId, text);
        var edited = tenant.Rewrite(chat, message.Id, ToElement(activity)) ?? throw new InvalidOperationException("The message is gone.");
        return await TellAsync(chat, edited, activity, text, cancellationToken);
    }

    /// <summary>Tells the bot that one of the person's messages was deleted.</summary>
    public Task<BotAnswer> DeleteAsync(ChatMessage message, CancellationToken cancellationToken = default) => message.Sender == Person
        ? bot.PostAsync(composer.Delete(Person, tenant.FindChat(message.ChatId)!, message.Id, message.ThreadId), cancellationToken)
        : throw new ArgumentException("Only the author deletes a message.", nameof(message));

    /// <summary>
    /// Presses a button of the message's card by its title, as a current client does: Action.Execute becomes an invoke, Action.Submit a
    /// message.
    /// </summary>
    /// <param name="inputs">The inputs' values by id. What the card's inputs hold from the start is sent along, as a client would.</param>
    public Task<BotAnswer> PressAsync(
        ChatMessage message,
        string title,
        IReadOnlyDictionary<string, string>? inputs = null,
        CancellationToken cancellationToken = default
    ) =>
        PressAsync(
            message,
            message.Card ?? throw new ArgumentException("The message has no card.", nameof(message)),
            title,
            inputs,
            cancellationToken
        );

    /// <summary>As above, on a card the person was shown in an earlier answer instead of the message's own.</summary>
    public Task<BotAnswer> PressAsync(
        ChatMessage message,
        JsonElement card,
        string title,
        IReadOnlyDictionary<string, string>? inputs = null,
        CancellationToken cancellationToken = default
    )
    {
        var button = Button(card, title);
        return button.IsExecute
            ? ExecuteAsync(message, CardReader.InvokeOf(button.Action, button.Data(inputs)), "manual", cancellationToken)
            : SubmitAsync(message, button.Data(inputs), cancellationToken);
    }

    /// <summary>Presses an Action.Execute as a client does that does not know it: by its Action.Submit fallback.</summary>
    public Task<BotAnswer> PressOnOldClientAsync(
        ChatMessage message,
        string title,
        IReadOnlyDictionary<string, string>? inputs = null,
        CancellationToken cancellationToken = default
    ) =>
        SubmitAsync(
            message,
            Button(message.Card ?? throw new ArgumentException("The message has no card.", nameof(message)), title)
                .Data(inputs, ofFallback: true),
            cancellationToken
        );

    /// <summary>Fetches the person's own version of the card, as the client does by itself.</summary>
    public Task<BotAnswer> RefreshAsync(ChatMessage message, string trigger = "automatic", CancellationToken cancellationToken = default)
    {
        var action = message.Card!.Value.GetProperty("refresh").GetProperty("action");
        return ExecuteAsync(message, CardReader.InvokeOf(action, CardReader.OwnDataOf(action)), trigger, cancellationToken);
    }

    /// <summary>Sends an invoke with whatever action is given, true to the card or not.</summary>
    public Task<BotAnswer> ExecuteAsync(
        ChatMessage message,
        JsonObject action,
        string? trigger,
        CancellationToken cancellationToken = default
    ) => bot.PostAsync(composer.CardInvoke(Person, tenant.FindChat(message.ChatId)!, message, action, trigger), cancellationToken);

    /// <summary>Sends a Submit with whatever data is given, true to the card or not.</summary>
    public Task<BotAnswer> SubmitAsync(ChatMessage message, JsonNode data, CancellationToken cancellationToken = default) =>
        bot.PostAsync(composer.CardSubmit(Person, tenant.FindChat(message.ChatId)!, message, tenant.NextId(), data), cancellationToken);

    /// <summary>The bot appears in this person's Teams: the two events Teams sends (protocol.md 3.4).</summary>
    /// <returns>Whether the bot took them.</returns>
    public Task<bool> InstallAsync(CancellationToken cancellationToken = default) => InstallAsync(Chat, cancellationToken);

    /// <summary>The bot is added to the team by this person.</summary>
    public Task<bool> InstallInTeamAsync(CancellationToken cancellationToken = default) => InstallAsync(tenant.Channel, cancellationToken);

    /// <summary>The person removes the bot.</summary>
    public Task<BotAnswer> UninstallAsync(CancellationToken cancellationToken = default) =>
        bot.PostAsync(composer.Installation(Person, Chat, "remove"), cancellationToken);

    /// <summary>Posts any activity: a second delivery, a forged or a broken one.</summary>
    public Task<BotAnswer> DeliverAsync(JsonObject activity, CancellationToken cancellationToken = default) =>
        bot.PostAsync(activity, cancellationToken);

    internal async Task<Said> SayAsync(
        Chat chat,
        string? threadId,
        string text,
        IReadOnlyList<LocalFile> attached,
        CancellationToken cancellationToken
    )
    {
        JsonObject? activity = null;
        var shown = attached.Where(file => chat.Kind == ChatKind.Personal || file.Kind == LocalFileKind.Pasted).Select(files.Of).ToList();
        var message = tenant.Post(chat, threadId, Person, (id, thread) =>
            ToElement(activity = composer.Message(Person, chat, id, thread, text, shown))
        );
        return await TellAsync(chat, message, activity!, text, cancellationToken);
    }

    private async Task<Said> TellAsync(
        Chat chat,
        ChatMessage message,
        JsonObject activity,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (chat.Kind == ChatKind.Channel && !composer.Mentions(text)) return new(message, null);
        var answer = await bot.PostAsync(activity, cancellationToken);
        if (answer.IsAccepted) return new(message, answer);
        var problem = answer.Problem ?? $"HTTP {answer.Status}";
        return new(tenant.Change(chat, message.Id, sent => sent with { Problem = problem }) ?? message, answer);
    }

    private async Task<bool> InstallAsync(Chat chat, CancellationToken cancellationToken)
    {
        var installation = await bot.PostAsync(composer.Installation(Person, chat, "add"), cancellationToken);
        var added = await bot.PostAsync(composer.BotAdded(Person, chat), cancellationToken);
        return installation.IsAccepted && added.IsAccepted;
    }

    private static Pressable Button(JsonElement card, string title) =>
        CardReader.Find(card, title) ?? throw new ArgumentException($"The card has no button '{title}'.", nameof(title));

    private static JsonElement ToElement(JsonObject activity) => JsonSerializer.SerializeToElement(activity, LocalJson.Options);
}

/// <summary>A message said, and the bot's answer; null where the bot was not spoken to.</summary>
public sealed record Said(ChatMessage Message, BotAnswer? Answer);
