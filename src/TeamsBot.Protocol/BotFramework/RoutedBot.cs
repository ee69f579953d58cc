using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using TeamsBot.Protocol.Inbound;
using InvokeResponse = Microsoft.Bot.Builder.InvokeResponse;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// The bot as the Bot Framework knows it: every kind of activity goes to one place, the app's turn pipeline with its router. It overrides
/// the SDK's handlers instead of adding to them, because those ask the connector about each new member of a team, and answer invokes by
/// themselves.
/// </summary>
/// <param name="process">Handles one turn; see <see cref="TurnProcess"/>.</param>
/// <param name="botId">The bot's channel id, where an activity names no recipient.</param>
public sealed class RoutedBot(TurnProcess process, string botId) : TeamsActivityHandler
{
    /// <summary>How this program writes numbers and dates, whatever language the person's client is set to.</summary>
    private readonly CultureInfo home = CultureInfo.CurrentCulture;

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        // The adapter puts the client's locale in its place: a date would be written in the calendar of whoever pressed.
        CultureInfo.CurrentCulture = home;
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        await HandleAsync(turnContext, cancellationToken) is { } answer
            ? new InvokeResponse { Status = answer.Status, Body = answer.Body }
            : null;

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnMessageReactionActivityAsync(
        ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnEndOfConversationActivityAsync(
        ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnCommandResultActivityAsync(
        ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        HandleAsync(turnContext, cancellationToken);

    private Task<Schema.InvokeResponse?> HandleAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        process(Parsed(turnContext), cancellationToken);

    /// <summary>
    /// The turn as the endpoint read and verified it. Of what middleware changed only the text counts: who speaks, where, and what was
    /// pressed stay what the service said. Another adapter brings no such turn; its activity is read as if it had come over the wire.
    /// </summary>
    private ParsedTurn Parsed(ITurnContext turn)
    {
        if (turn.TurnState.Get<ParsedTurn>() is not { } parsed) return TurnReader.Read(ReceivedActivity.Read(turn.Activity), botId);
        var said = turn.Activity.Text;
        return said == parsed.Activity.Text ? parsed : TurnReader.Read(parsed.Activity with { Text = said }, botId);
    }
}
