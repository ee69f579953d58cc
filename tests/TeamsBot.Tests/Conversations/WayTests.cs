using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.Reminders;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Whatever way a draft goes, each step posts a new message to whoever must act next or waited for the outcome, and to nobody else: a
/// message that is changed in its place does not ring.
/// </summary>
public sealed class WayTests
{
    /// <summary>Each step with those whom a new message reaches.</summary>
    public static TheoryData<string> Ways =>
    [
        "submit>checker return>author again>checker review>head headReturn>author again>checker review>head approve>author",
        "submit>checker review>head approve>author",
        "submit>checker reject>author",
        "submit>checker review>head headReject>author",
        "submit>checker return>author again>checker return>author again>checker review>head approve>author",
        "submit>checker takeBack>checker again>checker review>head approve>author",
        "submit>checker review>head headReturn>author again>checker reject>author",
        "submit>checker review>head expire>author again>checker review>head approve>author",
        "submit>checker withdraw>checker",
    ];

    [Theory]
    [Case("B11")]
    [RelativesOf("B11")]
    [MemberData(nameof(Ways))]
    public async Task Whoever_must_act_next_gets_a_message_of_their_own_at_each_step(string way)
    {
        await using var host = await BotHost.StartAsync();
        var play = new Play(host, await new Scenario(host).InstalledAsync());
        await play.Scenario.PasteAsync();
        await host.IdleAsync();

        foreach (var step in way.Split(' ').Select(step => step.Split('>')))
        {
            var before = play.People.ToDictionary(person => person.Key, person => Posts(host, person.Value));
            await play.DoAsync(step[0]);
            await host.IdleAsync();
            var told = play.People.Where(person => Posts(host, person.Value) > before[person.Key]).Select(person => person.Key);
            string.Join(',', told).ShouldBe(step[1], $"{step[0]} in {way}");
        }
    }

    /// <summary>New messages as the connector was asked for them.</summary>
    private static int Posts(BotHost host, TeamsClient person) =>
        host.Tenant.Calls.Count(call => call.Operation == ConnectorOperation.Send && call.ConversationId == person.Chat.Id);

    private sealed class Play(BotHost host, Scenario scenario)
    {
        private int texts;

        public Scenario Scenario => scenario;

        public IReadOnlyList<KeyValuePair<string, TeamsClient>> People { get; } =
            [new("author", scenario.Author), new("checker", scenario.Checker), new("head", scenario.Head)];

        public async Task DoAsync(string step)
        {
            var status = step switch
            {
                "submit" => await PressAsync(scenario.Author, "下書き", Scenario.HandIn, Scenario.Plan()),
                "again" => await PressAsync(scenario.Author, await StandsAsync(), Scenario.HandInAgain, NextText()),
                "takeBack" => await PressAsync(scenario.Author, "確認中", "下書きに戻す", []),
                "withdraw" => await PressAsync(scenario.Author, "確認中", "取り下げる", []),
                "review" => await PressAsync(scenario.Checker, "確認中", "確認済みにする", Scenario.Ticks),
                "return" => await PressAsync(scenario.Checker, "確認中", "差し戻す", Reason()),
                "reject" => await PressAsync(scenario.Checker, "確認中", "却下する", Reason()),
                "headReturn" => await PressAsync(scenario.Head, "決裁待ち", "差し戻す", Reason()),
                "headReject" => await PressAsync(scenario.Head, "決裁待ち", "却下する", Reason()),
                "approve" => await PressAsync(scenario.Head, "決裁待ち", "承認する", Scenario.Ticks),
                "expire" => await ExpireAsync(),
                _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
            };
            status.ShouldBe(After(step), step);
        }

        private async Task<DraftStatus> PressAsync(TeamsClient client, string shown, string title, Dictionary<string, string> inputs)
        {
            await host.SeesCardAsync(client, shown);
            var card = await scenario.CurrentCardAsync(client);
            (await client.PressAsync(card, title, inputs)).IsAccepted.ShouldBeTrue(title);
            return (await scenario.DraftAsync()).Status;
        }

        private async Task<DraftStatus> ExpireAsync()
        {
            host.Time.Advance(new DateTimeOffset(2026, 11, 24, 15, 1, 0, TimeSpan.FromHours(9)) - host.Time.GetUtcNow());
            await host.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
            return (await scenario.DraftAsync()).Status;
        }

        private async Task<string> StandsAsync() => (await scenario.DraftAsync()).Status switch
        {
            DraftStatus.Expired => "期限切れ",
            DraftStatus.Composing => "下書き",
            _ => "差し戻し",
        };

        private Dictionary<string, string> NextText() =>
            new(Scenario.Plan(date: "2026-11-27")) { ["text"] = $"{Scenario.Text}\n駐車場は{++texts}か所あります。" };

        private static Dictionary<string, string> Reason() => new() { ["reason"] = "駐車場の案内を書き足してください。" };

        private static DraftStatus After(string step) => step switch
        {
            "submit" or "again" => DraftStatus.InReview,
            "takeBack" => DraftStatus.Composing,
            "withdraw" => DraftStatus.Withdrawn,
            "review" => DraftStatus.AwaitingDecision,
            "return" or "headReturn" => DraftStatus.Returned,
            "reject" or "headReject" => DraftStatus.Rejected,
            "approve" => DraftStatus.Approved,
            _ => DraftStatus.Expired,
        };
    }
}
