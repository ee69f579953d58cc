using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Ranges approved ahead as people use them: the head sets one, a writer claims it.</summary>
internal static class StandingPlay
{
    public static Task<BotHost> StartAsync() => BotHost.StartAsync(settings: "--Pack:Name=asaka");

    public static async Task<(TeamsClient Author, TeamsClient Checker, TeamsClient Head)> PeopleAsync(BotHost host) =>
        (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));

    public static Dictionary<string, string> Grant(
        string range,
        string documents = "",
        string account = "city-x",
        string expires = "2027-03-31"
    ) =>
        new()
        {
            ["account"] = account,
            ["range"] = range,
            ["expires"] = expires,
            ["documents"] = documents,
        };

    public static async Task<ChatMessage> ListAsync(BotHost host, TeamsClient head)
    {
        var before = head.Chat.FromBot.Count;
        await head.SayAsync("事前承認");
        await host.Tenant.WaitForAsync(_ => head.Chat.FromBot.Count > before);
        return await host.SeesAsync(head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("事前承認の範囲", StringComparison.Ordinal)
        );
    }

    public static async Task<BotAnswer> GrantAsync(
        BotHost host,
        TeamsClient head,
        string range,
        string documents = "",
        string account = "city-x",
        string expires = "2027-03-31"
    ) => await head.PressAsync(await ListAsync(host, head), "この範囲を事前承認する", Grant(range, documents, account, expires));

    /// <summary>Pastes the text, chooses the account and claims the range.</summary>
    public static async Task<BotAnswer> ClaimAsync(
        BotHost host,
        TeamsClient author,
        string text,
        string range,
        int number = 1,
        Dictionary<string, string>? inputs = null,
        string account = "city-x"
    )
    {
        await author.SayAsync(text);
        var card = await host.SeesCardAsync(author, "下書き", number);
        var saved = await author.PressAsync(
            card,
            "保存して点検する",
            new Dictionary<string, string> { ["account"] = account, ["informationClass"] = "open" }
        );
        Scenario.Shown(saved).ShouldContain("この投稿先には事前承認の範囲があります");
        return await ClaimOnAsync(author, card, saved, range, inputs);
    }

    public static async Task<BotAnswer> AgainAsync(BotHost host, TeamsClient author, string range, Dictionary<string, string> inputs)
    {
        var card = await CurrentAsync(host, author);
        return await ClaimOnAsync(author, card, null, range, inputs);
    }

    public static async Task<BotAnswer> ClaimOnAsync(
        TeamsClient author,
        ChatMessage card,
        BotAnswer? shown,
        string range,
        Dictionary<string, string>? inputs
    )
    {
        var form = await author.PressAsync(card, shown is null ? card.Card!.Value : Passage.CardOf(shown)!.Value, "事前承認の範囲で出す");
        return await author.PressAsync(card, Passage.CardOf(form)!.Value, $"「{range}」を使う", inputs);
    }

    public static Task<ChatMessage> CurrentAsync(BotHost host, TeamsClient author) => host.CurrentCardAsync(author);

    public static async Task<Draft> DraftAsync(BotHost host, int number = 1) =>
        (await host.ReadAsync(db => db.FindDraftAsync(number, Scenario.TenantId, default)))!;
}
