using TeamsBot.Rosters;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>「引き継ぎを書く」: each duty has its own note, with the name of who wrote it; nobody's words are written over unseen.</summary>
public sealed class HandoverNoteTests
{
    private const string Sato = RotationPlay.Sato;
    private const string Suzuki = RotationPlay.Suzuki;

    [Fact]
    public async Task The_note_of_the_second_is_shown_with_their_own_name()
    {
        await using var host = await BotHost.StartAsync();
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato, Suzuki));
        await play.EnterAsync(desk, Week("2026-11-23", Sato));
        await desk.PressAsync(await play.SaysAsync(desk, "当番"), "引き継ぎを残す", Note("断水の問い合わせが続いています。"));

        await clock.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));

        (await host.SeesTextAsync(writer.Chat, "断水の問い合わせ")).Text.ShouldContain("（鈴木 一郎さんから）");
    }

    [Fact]
    public async Task A_note_that_a_colleague_left_meanwhile_is_shown_before_it_is_written_over()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato, Suzuki));
        var (mine, theirs) = (await play.SaysAsync(writer, "当番"), await play.SaysAsync(desk, "当番"));
        await desk.PressAsync(theirs, "引き継ぎを残す", Note("断水の問い合わせが続いています。"));

        var asked = await writer.PressAsync(mine, "引き継ぎを残す", Note("電話が混んでいます。"));

        Scenario.Shown(asked).ShouldSatisfyAllConditions(
            words => words.ShouldContain("まだ残していません。"), words => words.ShouldContain("断水の問い合わせが続いています。（鈴木 一郎さんから）"));
        var card = asked.ToCardAnswer().Card!.Value;
        card.GetRawText().ShouldContain("電話が混んでいます。");
        Scenario.Shown(await writer.PressAsync(mine, card, "引き継ぎを残す", Note("断水の問い合わせ。電話が混んでいます。")))
            .ShouldContain("引き継ぎを残しました");
        (await host.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.RosterWeeks))).Note
            .ShouldBe("断水の問い合わせ。電話が混んでいます。");
    }

    [Fact]
    public async Task Each_duty_of_one_person_keeps_a_note_of_its_own()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        await play.EnterAsync(desk, Week("2026-11-16", Suzuki, "", Suzuki));
        var card = await play.SaysAsync(desk, "当番");

        await desk.PressAsync(card, "引き継ぎを残す", new Dictionary<string, string>
        {
            ["noteReply"] = "断水の問い合わせが続いています。", ["noteCheck"] = "観光課の原稿は確認済みです。",
        });

        var notes = await host.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.RosterWeeks));
        notes.Single(week => week.Duty == Duty.Reply).Note.ShouldBe("断水の問い合わせが続いています。");
        notes.Single(week => week.Duty == Duty.Check).Note.ShouldBe("観光課の原稿は確認済みです。");
    }

    [Fact]
    public async Task All_notes_that_were_left_meanwhile_are_shown_before_they_are_written_over()
    {
        await using var host = await BotHost.StartAsync();
        var (play, desk, other) = await BothAsync(host);
        var (mine, theirs) = (await play.SaysAsync(desk, "当番"), await play.SaysAsync(other, "当番"));
        await other.PressAsync(theirs, "引き継ぎを残す", Notes("断水の問い合わせが続いています。", "観光課の原稿は確認済みです。"));

        var asked = Scenario.Shown(await desk.PressAsync(mine, "引き継ぎを残す", Notes("電話が混んでいます。", "防災課の原稿を待っています。")));

        asked.ShouldSatisfyAllConditions(
            words => words.ShouldContain("断水の問い合わせが続いています。（高橋 由美さんから）"),
            words => words.ShouldContain("観光課の原稿は確認済みです。（高橋 由美さんから）"));
    }

    [Fact]
    public async Task A_field_that_was_left_as_it_was_drawn_writes_over_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var (play, desk, other) = await BothAsync(host);
        var (mine, theirs) = (await play.SaysAsync(desk, "当番"), await play.SaysAsync(other, "当番"));
        await other.PressAsync(theirs, "引き継ぎを残す", Notes("断水の問い合わせが続いています。", ""));

        Scenario.Shown(await desk.PressAsync(mine, "引き継ぎを残す", Notes("", "観光課の原稿は確認済みです。"))).ShouldContain("引き継ぎを残しました");

        var notes = await host.ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.RosterWeeks));
        notes.Single(week => week.Duty == Duty.Reply).Note.ShouldBe("断水の問い合わせが続いています。");
        notes.Single(week => week.Duty == Duty.Check).Note.ShouldBe("観光課の原稿は確認済みです。");
    }

    /// <summary>Two people share both duties of the week.</summary>
    private static async Task<(RosterPlay Play, LocalTeams.TeamsClient Desk, LocalTeams.TeamsClient Other)> BothAsync(BotHost host)
    {
        var play = new RosterPlay(host);
        var (desk, other) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("高橋 由美"));
        var week = Week("2026-11-16", Suzuki, RotationPlay.Takahashi, Suzuki);
        week["secondCheck"] = RotationPlay.Takahashi;
        await play.EnterAsync(desk, week);
        return (play, desk, other);
    }

    private static Dictionary<string, string> Notes(string reply, string check) => new() { ["noteReply"] = reply, ["noteCheck"] = check };

    private static Dictionary<string, string> Note(string words) => new() { ["noteReply"] = words };
}
