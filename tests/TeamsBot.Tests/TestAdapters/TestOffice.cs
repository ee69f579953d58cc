using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Tests.Conversations;
using TeamsBot.Turns;
using SdkTestAdapter = Microsoft.Bot.Builder.Adapters.TestAdapter;

namespace TeamsBot.Tests.TestAdapters;

/// <summary>
/// The whole program with its database and outbox, but the Bot Framework's own test adapters where Teams would be, one for each person:
/// what people say goes through them to the bot, and what the outbox delivers comes back through their <c>SendActivitiesAsync</c>.
/// </summary>
internal sealed class TestOffice : IAsyncDisposable
{
    private readonly Switchboard switchboard;

    private TestOffice(BotHost host, Switchboard switchboard)
    {
        (Host, this.switchboard) = (host, switchboard);
        Bot = new RoutedBot(host.Services.GetRequiredService<TurnPipeline>().RunAsync, "28:bot");
    }

    public BotHost Host { get; }

    public IBot Bot { get; }

    public static async Task<TestOffice> StartAsync(params string[] settings)
    {
        var lines = new Switchboard();
        var host = await BotHost.StartAsync(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<BotAdapter>(lines)),
            settings: settings);
        return new TestOffice(host, lines);
    }

    /// <summary>Somebody's Teams, with the bot installed.</summary>
    public async Task<TestPerson> OpenAsync(string name)
    {
        var person = Of(name);
        await person.InstallAsync();
        return person;
    }

    /// <param name="objectId">Who it is for Entra; nobody where it is empty.</param>
    public TestPerson Of(string name, string? objectId = null) =>
        At(name, objectId ?? ObjectIdOf(name),
            new ConversationAccount(conversationType: "personal", id: "a:" + name, tenantId: Scenario.TenantId));

    /// <summary>A thread of a channel, in which this person speaks.</summary>
    public TestPerson InChannel(string name) => At(name, ObjectIdOf(name), new ConversationAccount(
        isGroup: true, conversationType: "channel", id: "19:office@thread.tacv2;messageid=1790000000001", tenantId: Scenario.TenantId));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private string ObjectIdOf(string name) => Host.Tenant.People.Single(person => person.Name == name).ObjectId;

    private TestPerson At(string name, string objectId, ConversationAccount place) => new(switchboard.Open(new ConversationReference
    {
        ChannelId = "msteams",
        ServiceUrl = "http://localhost/",
        Bot = new ChannelAccount("28:bot", "広報ボット"),
        User = new ChannelAccount("29:" + name, name, aadObjectId: objectId),
        Conversation = place,
    }), Bot);
}

/// <summary>
/// Hands what the outbox sends to the test adapter of the conversation it is for. A message that was read already and is changed comes
/// again as
/// <c>messageUpdate</c>, because a test adapter changes only what nobody has read.
/// </summary>
internal sealed class Switchboard : BotAdapter
{
    private readonly Dictionary<string, SdkTestAdapter> lines = new(StringComparer.Ordinal);

    public SdkTestAdapter Open(ConversationReference conversation)
    {
        lock (lines) return lines[conversation.Conversation.Id] = new(conversation);
    }

#pragma warning disable RS0030 // The outbox's way out, with its end in a test.
    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities,
        CancellationToken cancellationToken) =>
        LineOf(turnContext).SendActivitiesAsync(turnContext, activities, cancellationToken);

    public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity,
        CancellationToken cancellationToken)
    {
        if ((await LineOf(turnContext)
            .UpdateActivityAsync(turnContext, activity, cancellationToken)).Id is not null) return new ResourceResponse(activity.Id);
        activity.Type = ActivityTypes.MessageUpdate;
        return (await LineOf(turnContext).SendActivitiesAsync(turnContext, [activity], cancellationToken))[0];
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference,
        CancellationToken cancellationToken) =>
        LineOf(turnContext).DeleteActivityAsync(turnContext, reference, cancellationToken);
#pragma warning restore RS0030

    private SdkTestAdapter LineOf(ITurnContext turn)
    {
        lock (lines) return lines[turn.Activity.Conversation.Id];
    }
}
