using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Rosters;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>A section of sixty: who was chosen stands in every list, and the card says that there are more.</summary>
public sealed class LongPeopleListTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private BotHost host = null!;

    public async Task InitializeAsync()
    {
        var people = Path.Combine(folder.Path, "people.yaml");
        var many = Enumerable.Range(1, 60).Select(at =>
            $"  - {{id: {Id(at)}, name: {Name(at)}, section: 広報課, title: 主事, roles: [writer, reviewer]}}");
        await File.WriteAllTextAsync(people, string.Join('\n',
        [
            "persons:", .. many,
            $"  - {{id: {RotationPlay.Suzuki}, name: 鈴木 一郎, section: 広報課, title: 係長, roles: [desk]}}",
            "  - {id: a0000000-0000-4000-8000-000000000003, name: 田中 誠, section: 広報課, title: 課長, roles: [head, prHead]}",
        ]));
        host = await BotHost.StartAsync(settings: $"--People:File={people}");
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_week_entered_again_keeps_whoever_stands_far_down_in_the_list()
    {
        var (play, desk) = (new RosterPlay(host), await host.OpenAsync(BotHost.Checker));
        await play.EnterAsync(desk, Week("2026-11-30", Id(55), Id(58)));
        var again = await play.EnterAsync(desk, Week("2026-11-30", "nobody"));

        var card = (await play.EnterAsync(desk, Week("2026-11-30", Id(55), Id(55)))).ToCardAnswer().Card!.Value.GetRawText();

        card.ShouldContain($"{{\"title\":\"{Name(55)}\",\"value\":\"{Id(55)}\"}}");
        Scenario.Shown(again).ShouldContain("先頭の25人");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).MainId.ShouldBe(Id(55));
    }

    [Fact]
    public async Task A_deputy_or_colleague_who_was_named_stands_chosen_in_the_list()
    {
        var (play, desk, one) = (new RosterPlay(host), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(Name(1)));
        var absence = await play.SaysAsync(desk, $"不在 {Name(56)} 6/31 代決 {Name(57)}");
        absence.Card!.Value.GetRawText().ShouldSatisfyAllConditions(
            card => card.ShouldContain($"\"value\":\"{Id(56)}\"}}"), card => card.ShouldContain($"\"value\":\"{Id(57)}\"}}"),
            card => card.ShouldContain("ほかの方は、「不在 名前 12/1」のように"));
        await play.EnterAsync(desk, Week("2026-11-30", Id(1)));

        var swap = (await play.SaysAsync(one, $"交代 {Name(59)}")).Card!.Value.GetRawText();

        swap.ShouldContain($"\"value\":\"{Id(59)}\"}}");
        swap.ShouldContain("ほかの方には、「交代 名前」で頼めます");
    }

    /// <summary>Without figures, as names are.</summary>
    private static string Name(int at) => $"職員 {(char)(0x30A2 + at)}";

    private static string Id(int at) => "b0000000-0000-4000-8000-" + at.ToString("000000000000", CultureInfo.InvariantCulture);
}
