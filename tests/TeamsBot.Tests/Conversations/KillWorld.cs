using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsBot.Data;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Conversations;

/// <summary>One Teams, one database file, and a bot that is ended and started again between and during scenarios.</summary>
internal sealed class KillWorld : IAsyncDisposable
{
    private static readonly string[] Things =
    [
        "水彩画",
        "版画",
        "木工作品",
        "陶器",
        "押し花",
        "絵手紙",
        "編み物",
        "竹細工",
        "古い地図",
        "昆虫標本",
        "鉱石",
        "切り絵",
        "織物",
        "染め物",
        "和紙",
        "楽器",
        "絵本",
        "化石",
        "貝殻",
    ];
    private static readonly string[] Doings = ["飾っています", "紹介しています", "集めています", "貸し出しています", "解説しています", "並べています", "学べます", "作れます", "交換できます"];
    private static readonly string[] Places = ["玄関", "二階の廊下", "ロビー", "中庭", "東側の部屋", "集会室", "渡り廊下", "売店の横", "受付の前", "工作室", "和室"];

    private readonly TempFolder folder = new();
    private readonly FakeTime time;
    private readonly TeamsHost teams;
    private Interruption interruption = new();

    private KillWorld(TeamsHost teams, FakeTime time) => (this.teams, this.time) = (teams, time);

    public BotHost Bot { get; private set; } = null!;

    public TeamsClient Author => teams.Clients.Of("sato");

    private TeamsClient Checker => teams.Clients.Of("suzuki");

    private TeamsClient Head => teams.Clients.Of("tanaka");

    public IReadOnlyList<TeamsClient> People => [Author, Checker, Head];

    public static async Task<KillWorld> StartAsync()
    {
        var clock = new FakeTime(BotHost.Morning);
        var world = new KillWorld(await TeamsHost.StartAsync(clock), clock);
        await world.RestartAsync(new Interruption());
        foreach (var client in world.People) (await client.InstallAsync()).ShouldBeTrue();
        await world.IdleAsync();
        return world;
    }

    /// <summary>Ends the bot without any of the care of a proper stop, lets a minute pass and starts it on the same file.</summary>
    public async Task RestartAsync(Interruption next)
    {
        teams.Bot = null;
        interruption.End();
        if (Bot is not null) await Bot.DisposeAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        interruption = next;
        Bot = await BotHost.StartAsync(folder.Path, time, builder =>
        {
            var options = new DbContextOptionsBuilder<BotDbContext>();
            DataFeature.Configure(options, folder.File("bot.db"), busyTimeoutSeconds: 5).AddInterceptors(next);
            builder.Services.Replace(ServiceDescriptor.Singleton(options.Options));
            builder.Services.AddHttpClient("TeamsBot.Connector").AddHttpMessageHandler(next.Wire);
        });
        teams.Bot = Bot.Address;
    }

    /// <summary>Plays the main job with draft <paramref name="number"/>, going on after a kill.</summary>
    /// <returns>Whether there was a kill.</returns>
    public async Task<bool> PlayAsync(int number)
    {
        var planned = interruption;
        JsonMessage? said = null;
        await StepAsync(
            async () =>
                said is null
                    ? (said = new(await Author.SayAsync("下書き\n" + TextOf(number)))).Answer
                    : await Author.DeliverAsync(said.Again()),
            () => Shows(Author, number, "下書き")
        );
        var plan = Scenario.Plan(date: "", time: "");
        await StepAsync(Press(Author, number, Scenario.HandIn, plan), () => Shows(Checker, number, "確認中") && Shows(Author, number, "確認中"));
        await StepAsync(Press(Checker, number, "確認済みにする", Scenario.Ticks), () => Shows(Head, number, "決裁待ち"));
        await StepAsync(Press(Head, number, "承認する", Scenario.Ticks), () => Notices.Unopened(Author, number) is not null);
        var told = Notices.Unopened(Author, number)!;
        await StepAsync(() => Author.PressAsync(told, "確かめて本文を受け取る"), () => Shows(Author, number, "承認済", "投稿してください"));
        var report = new Dictionary<string, string>
        {
            ["postedUrl"] = $"https://x.com/hoshimi_city/status/{number}",
            ["postedText"] = TextOf(number),
        };
        await StepAsync(Press(Author, number, "投稿を報告する", report), () => People.All(client => Shows(client, number, "投稿済")));
        await IdleAsync();
        return planned.IsDead;
    }

    public static string TextOf(int number) =>
        string.Concat(
            Enumerable
                .Range(0, 3)
                .Select(at =>
                    $"{Things[(number * 7 + at * 5) % Things.Length]}と{Things[(number * 3 + at * 11 + 1) % Things.Length]}"
                        + $"を{Places[(number * 5 + at * 3) % Places.Length]}で{Doings[(number * 2 + at * 4) % Doings.Length]}。"
                )
        );

    public static IReadOnlyList<ChatMessage> CardsOf(TeamsClient client, int number) =>
        [.. client.Chat.FromBot.Where(message => message.Card is { } card && BotHost.IsOf(card, number))];

    public async ValueTask DisposeAsync()
    {
        if (Bot is not null) await Bot.DisposeAsync();
        await teams.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Does it; after a kill starts again, and delivers again what a dead bot cannot have answered.</summary>
    private async Task StepAsync(Func<Task<BotAnswer>> act, Func<bool> reached)
    {
        await act();
        if (interruption.IsDead)
        {
            await RestartAsync(new Interruption());
            (await act()).IsAccepted.ShouldBeTrue();
        }

        var seen = teams.Tenant.WaitForAsync(_ => reached(), TimeSpan.FromMinutes(2));
        if (await Task.WhenAny(seen, interruption.Died) != seen) await RestartAsync(new Interruption());
        await seen;
    }

    /// <summary>
    /// A press of the last card of the draft as it stands now; delivered again it is the same press, whatever the card shows by then.
    /// </summary>
    private static Func<Task<BotAnswer>> Press(TeamsClient client, int number, string title, Dictionary<string, string>? inputs = null)
    {
        var message = CardsOf(client, number)[^1];
        return () => client.PressAsync(message, title, inputs);
    }

    private static bool Shows(TeamsClient client, int number, string status, string part = "") =>
        CardsOf(client, number) is [.., var last] && CardState.Words(last.Card!.Value) is var words
        && words.StartsWith(status, StringComparison.Ordinal) && words.Contains(part, StringComparison.Ordinal);

    /// <summary>Until nothing is on its way any more, across a kill that comes as late as that.</summary>
    private async Task IdleAsync()
    {
        while (await Bot.ReadAsync(db => db.OutboxMessages.AnyAsync(message => message.Status == OutboxStatus.Pending)))
        {
            await interruption.NextCommitAsync();
            if (interruption.IsDead) await RestartAsync(new Interruption());
        }
    }

    private sealed record JsonMessage(Said Said)
    {
        public BotAnswer Answer => Said.Answer!;

        public System.Text.Json.Nodes.JsonObject Again() => System.Text.Json.Nodes.JsonObject.Create(Said.Message.Activity)!;
    }
}
