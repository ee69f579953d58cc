using Microsoft.EntityFrameworkCore;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>「代わりを探す」 for somebody who is away: whoever asked hears who took it, and only this week can be asked for.</summary>
public sealed class CoverForOthersTests
{
    private const string Sato = RotationPlay.Sato;
    private const string Takahashi = RotationPlay.Takahashi;

    [Fact]
    public async Task Whoever_asked_for_a_colleague_hears_who_took_it()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (head, other) = (await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"));
        var request = await AskedAsync(host, play, head, other);
        Notices.Summary(request).ShouldBe("田中 誠さんから：佐藤 花子さんの11/16(月)の週の返信の当番を代わってほしい");

        Scenario.Shown(await other.PressAsync(request, "引き受ける"))
            .ShouldContain("11/16(月)の週の返信の当番を引き受けました。佐藤 花子さんと田中 誠さんに知らせました。");

        await host.SeesTextAsync(head.Chat, "高橋 由美さんが、佐藤 花子さんの11/16(月)の週の返信の当番を引き受けました。");
    }

    [Fact]
    public async Task Whoever_asked_for_a_colleague_hears_that_nobody_could()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (head, other, desk) = (
            await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"), await host.OpenAsync(BotHost.Checker));
        var request = await AskedAsync(host, play, head, other);
        var first = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        await desk.PressAsync(first, "引き受けられない");

        Scenario.Shown(await other.PressAsync(request, "引き受けられない")).ShouldContain("田中 誠さんに知らせました。");

        await host.SeesTextAsync(head.Chat, "佐藤 花子さんの11/16(月)の週の返信の当番を代われる方がいませんでした。");
        RotationPlay.Count(host.Of(BotHost.Author), "代われる方がいません").ShouldBe(0, "who is away did not ask");
    }

    [Fact]
    public async Task Only_this_week_of_somebody_away_can_be_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer, head) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        await play.EnterAsync(desk, Week("2026-11-16", Sato));
        await play.EnterAsync(desk, Week("2026-11-30", Takahashi));
        await play.SaysAsync(writer, "不在 11/20");
        var card = await play.SaysAsync(head, "当番");

        var answer = await head.PressForgedAsync(card, "返信の代わりを探す", ("row", "Reply 2026-11-30"));

        Scenario.Shown(answer).ShouldContain("当番の状態が変わっています");
        (await host.ReadAsync(db => db.Set<TeamsBot.RosterDesk.DutySwap>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_lost_the_role_takes_no_week_also_of_somebody_who_left()
    {
        using var folder = new TempFolder();
        var time = new FakeTime(BotHost.Morning);
        await using (var first = await BotHost.StartAsync(folder.Path, time))
        {
            var play = new RosterPlay(first);
            var (desk, writer) = (await first.OpenAsync(BotHost.Checker), await first.OpenAsync(BotHost.Author));
            await first.OpenAsync("高橋 由美");
            await play.EnterAsync(desk, Week("2026-11-30", Sato));
            var form = await play.SaysAsync(writer, "代わりを探す");
            await writer.PressAsync(
                form, "代わりを探す", new Dictionary<string, string> { ["row"] = "Reply 2026-11-30", ["to"] = "" });
            await first.IdleAsync();
            await first.StopAsync();
        }

        var people = Path.Combine(folder.Path, "people.yaml");
        await File.WriteAllTextAsync(people, $$"""
            persons:
              - {id: {{RotationPlay.Suzuki}}, name: 鈴木 一郎, section: 広報課, title: 係長, roles: [reviewer, writer, desk, admin]}
              - {id: {{Takahashi}}, name: 高橋 由美, section: 広報課, title: 課長補佐, roles: [desk]}
              - {id: a0000000-0000-4000-8000-000000000003, name: 田中 誠, section: 広報課, title: 課長, roles: [head, prHead]}
            """);
        // The local Teams counts its ids by the clock: at the same moment a new one would begin with those of before, which are known.
        time.Advance(TimeSpan.FromMinutes(1));
        await using var host = await BotHost.StartAsync(folder.Path, time, settings: $"--People:File={people}");
        var (other, able) = (host.Of("高橋 由美"), host.Of(BotHost.Checker));
        var swap = (await host.ReadAsync(db => db.Set<TeamsBot.RosterDesk.DutySwap>().SingleAsync())).Id.ToString("N");

        var refused = await PressAsync(host, other, "roster.take", swap);
        refused.ShouldContain("高橋 由美さんには、広報課の起案者か確認者の役割がありません。");
        (await PressAsync(host, able, "roster.take", swap)).ShouldSatisfyAllConditions(
            words => words.ShouldContain("引き受けました。"), words => words.ShouldNotContain("。さん"));
    }

    [Fact]
    public async Task Whoever_asked_for_a_colleague_can_take_it_back()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (head, other) = (await host.OpenAsync(BotHost.Head), await host.OpenAsync("高橋 由美"));
        var (card, answer) = await HeadAsksAsync(host, play, head);
        var request = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));

        Scenario.Shown(await head.PressAsync(card, answer, "頼むのをやめる")).ShouldContain("頼むのをやめました。");

        await host.IdleAsync();
        Read(other.Chat.Find(request.Id)!).ShouldContain("取り下げられました");
    }

    [Fact]
    public async Task Whose_duty_it_is_can_take_back_what_a_colleague_asked_for_them()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        await HeadAsksAsync(host, play, await host.OpenAsync(BotHost.Head));
        var swap = await host.ReadAsync(db => db.Set<TeamsBot.RosterDesk.DutySwap>().SingleAsync());

        (await PressAsync(host, host.Of(BotHost.Author), "roster.withdraw", swap.Id.ToString("N"))).ShouldContain("頼むのをやめました。");
        await host.SeesTextAsync(host.Of(BotHost.Head).Chat, "佐藤 花子さんが、代わりを頼むのをやめました。");
    }

    [Fact]
    public async Task While_somebody_asks_the_section_a_second_request_says_who_does()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (head, desk) = (await host.OpenAsync(BotHost.Head), await host.OpenAsync(BotHost.Checker));
        await HeadAsksAsync(host, play, head);

        Scenario.Shown(await desk.PressAsync(await play.SaysAsync(desk, "当番"), "返信の代わりを探す"))
            .ShouldContain("田中 誠さんが、すでに代わりを探しています。");

        (await host.ReadAsync(db => db.Set<TeamsBot.RosterDesk.DutySwap>().CountAsync())).ShouldBe(1);
        var again = await head.PressAsync(await play.SaysAsync(head, "当番"), "返信の代わりを探す");
        Scenario.Shown(again).ShouldContain("頼むのをやめる");
    }

    private static async Task<(ChatMessage Card, System.Text.Json.JsonElement Answer)> HeadAsksAsync(
        BotHost host, RosterPlay play, TeamsClient head)
    {
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato));
        await play.SaysAsync(writer, "不在 11/20");
        var card = await play.SaysAsync(head, "当番");
        return (card, (await head.PressAsync(card, "返信の代わりを探す")).ToCardAnswer().Card!.Value);
    }

    private static async Task<string> PressAsync(BotHost host, TeamsClient client, string verb, string swap)
    {
        var shown = await new RosterPlay(host).SaysAsync(client, "当番");
        var action = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = new System.Text.Json.Nodes.JsonObject { ["swap"] = swap },
        };
        return Scenario.Shown(await client.ExecuteAsync(shown, action, "manual"));
    }

    /// <summary>The head asks for the writer, who is away today.</summary>
    private static async Task<ChatMessage> AskedAsync(BotHost host, RosterPlay play, TeamsClient head, TeamsClient other)
    {
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato));
        await play.SaysAsync(writer, "不在 11/20");
        await head.PressAsync(await play.SaysAsync(head, "当番"), "返信の代わりを探す");
        return await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
    }
}
