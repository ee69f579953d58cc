using System.Text.Json;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using Xunit.Abstractions;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// How often people press from the pasted text to the posted one. Each card is worked as a person does: every tick it has, every field it
/// wants, and then its one primary button; so the count is the product's, not the test's.
/// </summary>
public sealed class PressCountTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["postedUrl"] = "https://x.com/hoshimi_city/status/2", ["postedText"] = Scenario.Text,
    };

    [Fact]
    public async Task A_clean_draft_of_somebody_who_posted_before_takes_six_presses_beside_the_ticks_that_are_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync(new Dictionary<string, string> { ["account"] = "city-x" });
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");
        // Another post of the same kind on the same day would be called a repetition.
        var text = "【おはなし会】12月12日(土)午前10時から、星見市立図書館でおはなし会を開きます。申込みは不要です。\nhttps://www.city.hoshimi.lg.jp/library/ohanashi.html";
        var count = new Count(host, new Dictionary<string, string>(Known) { ["postedText"] = text });

        await count.SayAsync(scenario.Author, text);
        await count.PressAsync(scenario.Author, DraftStatus.InReview);
        await count.PressAsync(scenario.Checker, DraftStatus.AwaitingDecision);
        await count.PressAsync(scenario.Head, DraftStatus.Approved);
        await count.PressAsync(scenario.Author, DraftStatus.Approved);
        await count.PressAsync(scenario.Author, DraftStatus.Posted);

        output.WriteLine($"Ticks: {count.Ticks} ({string.Join(", ", count.TicksBy)}); other presses: {count.Others}.");
        count.Others.ShouldBeLessThanOrEqualTo(6);
        count.Ticks.ShouldBeLessThanOrEqualTo(6);
    }

    private sealed class Count(BotHost host, IReadOnlyDictionary<string, string> known)
    {
        private const int Number = 2;

        public int Ticks { get; private set; }

        public int Others { get; private set; }

        public List<string> TicksBy { get; } = [];

        public async Task SayAsync(TeamsClient author, string text)
        {
            await author.SayAsync(text);
            Others++;
            await host.CurrentCardAsync(author, Number);
        }

        /// <summary>
        /// Ticks everything, fills in what the person has, and presses the primary button until the draft is where it should be.
        /// </summary>
        public async Task PressAsync(TeamsClient person, DraftStatus next)
        {
            var message = await host.CurrentCardAsync(person, Number);
            var card = message.Card!.Value;
            for (var presses = 1; ; presses++)
            {
                presses.ShouldBeLessThan(5, $"{person.Person.Name} did not get to {next}.");
                var inputs = Fill(card, person.Person.Name);
                var answer = await person.PressAsync(message, card, Primary(card), inputs);
                Others++;
                var draft = (await host.ReadAsync(db => db.FindDraftAsync(Number, Scenario.TenantId, default)))!;
                if (draft.Status == next) return;
                card = Passage.CardOf(answer) ?? throw new InvalidOperationException("The press was not answered with a card.");
            }
        }

        private Dictionary<string, string> Fill(JsonElement card, string person)
        {
            var inputs = new Dictionary<string, string>();
            foreach (var element in Visible(card))
            {
                var (type, id) = (
                    element.GetProperty("type").GetString(),
                    element.TryGetProperty("id", out var named) ? named.GetString()! : ""
                );
                if (type == "Input.Toggle")
                {
                    inputs[id] = "true";
                    Ticks++;
                    TicksBy.Add($"{person} {id}");
                }
                else if (known.TryGetValue(id, out var value))
                {
                    inputs[id] = value;
                }
            }

            return inputs;
        }

        private static string Primary(JsonElement card)
        {
            var positive = Visible(card).Where(element => element.GetProperty("type").GetString() == "Action.Execute"
                && element.TryGetProperty("style", out var style) && style.GetString() == "positive").ToList();
            return positive.ShouldHaveSingleItem(BotHost.Words(card)).GetProperty("title").GetString()!;
        }

        private static IEnumerable<JsonElement> Visible(JsonElement element) =>
            element.TryGetProperty("isVisible", out var visible) && !visible.GetBoolean()
                ? []
                : ((string[])["body", "items", "actions"])
                    .Where(name => element.TryGetProperty(name, out _))
                    .SelectMany(name => element.GetProperty(name).EnumerateArray())
                    .SelectMany(child => Visible(child).Prepend(child))
                    .Where(child => !(child.TryGetProperty("isVisible", out var shown) && !shown.GetBoolean()));
    }
}
