using Microsoft.EntityFrameworkCore;
using TeamsBot.Rosters;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>「交代」「代わりを探す」: nothing changes until somebody takes the week over; the first counts.</summary>
public sealed class RosterSwapTests
{
    private const string Sato = RotationPlay.Sato;
    private const string Suzuki = RotationPlay.Suzuki;
    private const string Takahashi = RotationPlay.Takahashi;

    [Fact]
    public async Task The_asked_colleague_takes_it_and_both_are_told()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-30", Sato));
        var form = await play.SaysAsync(writer, "交代 鈴木");

        Scenario.Shown(await writer.PressAsync(form, "交代を頼む", Ask(Suzuki))).ShouldContain("鈴木 一郎さんに頼みました");
        var request = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        Notices.Summary(request).ShouldBe("佐藤 花子さんから：11/30(月)の週の返信の当番を代わってほしい");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).MainId.ShouldBe(Sato);

        Scenario.Shown(await desk.PressAsync(request, "引き受ける")).ShouldContain("11/30(月)の週の返信の当番を引き受けました。佐藤 花子さんに知らせました");
        await host.SeesTextAsync(writer.Chat, "鈴木 一郎さんが、11/30(月)の週の返信の当番を引き受けました。");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).MainId.ShouldBe(Suzuki);
    }

    [Fact]
    public async Task Asked_for_by_the_section_the_first_has_it_and_the_second_is_told_who()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        var head = await host.OpenAsync(BotHost.Head);
        await play.EnterAsync(desk, Week("2026-11-30", Sato));
        var form = await play.SaysAsync(writer, "代わりを探す");

        Scenario.Shown(await writer.PressAsync(form, "代わりを探す", Ask(""))).ShouldContain("鈴木 一郎さん、高橋 由美さんに頼みました");
        var first = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        var second = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        var stale = second.Card!.Value;
        Scenario.Shown(await other.PressAsync(second, "引き受ける")).ShouldContain("引き受けました");

        Scenario.Shown(await desk.PressAsync(first, stale, "引き受ける")).ShouldContain("高橋 由美さんが引き受けました。");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).MainId.ShouldBe(Takahashi);
        await host.IdleAsync();
        Read(desk.Chat.Find(first.Id)!).ShouldContain("高橋 由美さんが引き受けました。");
        desk.Chat.Find(first.Id)!.Card!.Value.GetRawText().ShouldNotContain("roster.take");
        RotationPlay.Count(head, "代わってほしい").ShouldBe(0, "a head does not reply");
    }

    [Theory]
    [InlineData("a0000000-0000-4000-8000-000000000003", "田中 誠さんには、広報課の起案者か確認者の役割がありません。代われるのは、高橋 由美さんです。")]
    [InlineData(RotationPlay.Nakamura, "中村 美咲さんには、広報課の起案者か確認者の役割がありません。代われるのは、高橋 由美さんです。")]
    [InlineData(RotationPlay.Suzuki, "鈴木 一郎さんは、この当番の当番か副です。代われるのは、高橋 由美さんです。")]
    [InlineData(RotationPlay.Sato, "ご自身には頼めません。代われるのは、高橋 由美さんです。")]
    [InlineData("", "頼む相手を選んでください")]
    public async Task Whoever_cannot_take_it_is_not_asked_and_it_is_said_who_could(string to, string said)
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-30", Sato, Suzuki));
        var form = await play.SaysAsync(writer, "交代");

        Scenario.Shown(await writer.PressAsync(form, "交代を頼む", Ask(to))).ShouldContain(said);

        (await host.ReadAsync(db => db.Set<TeamsBot.RosterDesk.DutySwap>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_past_week_is_neither_asked_for_nor_taken()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-16", Sato));
        await play.EnterAsync(desk, Week("2026-11-30", Sato));
        var form = await play.SaysAsync(writer, "交代");
        await writer.PressAsync(form, "交代を頼む", Ask(Suzuki, "Reply 2026-11-16"));
        var request = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        await new RotationPlay(host).GoToAsync(RotationPlay.At(2026, 11, 24));

        Scenario.Shown(await desk.PressAsync(request, "引き受ける")).ShouldContain("過ぎた週の当番は交代できません");
        Scenario.Shown(await writer.PressAsync(form, form.Card!.Value, "代わりを探す", Ask("", "Reply 2026-11-16")))
            .ShouldContain("過ぎた週の当番は交代できません");
        (await host.ReadAsync(db => db.RosterWeeks.Select(week => week.MainId).ToListAsync())).ShouldAllBe(id => id == Sato);
    }

    [Fact]
    public async Task Declined_or_taken_back_the_duty_stays_as_it_is()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-30", Sato));
        var form = await play.SaysAsync(writer, "交代");
        await writer.PressAsync(form, "交代を頼む", Ask(Suzuki));
        var request = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        Scenario.Shown(await desk.PressAsync(request, "引き受けられない")).ShouldContain("当番は変わりません");
        await host.SeesTextAsync(writer.Chat, "鈴木 一郎さんは、11/30(月)の週の返信の当番を引き受けられません。");

        var asked = await writer.PressAsync(form, form.Card!.Value, "交代を頼む", Ask(Takahashi));
        var other = await host.OpenAsync("高橋 由美");
        var second = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        // What the asker takes back is not for the asked to take back.
        (await other.PressAsync(second, asked.ToCardAnswer().Card!.Value, "頼むのをやめる")).ToCardAnswer().Text.ShouldNotBeNull()
            .ShouldContain("見つからないか、ほかの方への依頼です");
        Scenario.Shown(await writer.PressAsync(form, asked.ToCardAnswer().Card!.Value, "頼むのをやめる")).ShouldContain("頼むのをやめました");
        Scenario.Shown(await other.PressAsync(second, second.Card!.Value, "引き受ける")).ShouldContain("この依頼は取り下げられました");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).MainId.ShouldBe(Sato);
    }

    [Fact]
    public async Task Only_those_who_could_are_offered_and_one_of_several_may_say_no()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RosterPlay(host);
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await play.EnterAsync(desk, Week("2026-11-30", Sato));
        var form = await play.SaysAsync(writer, "交代");
        form.Card!.Value.GetRawText().ShouldSatisfyAllConditions(
            card => card.ShouldContain(Suzuki), card => card.ShouldContain(Takahashi),
            card => card.ShouldNotContain("a0000000-0000-4000-8000-000000000003", Case.Sensitive, "a head does not reply"));

        await writer.PressAsync(form, "代わりを探す", Ask(""));
        var first = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        var second = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "代わってほしい方がいます"));
        var answer = await desk.PressAsync(first, "引き受けられない");
        Scenario.Shown(answer).ShouldSatisfyAllConditions(
            words => words.ShouldContain("ほかの方には、引き続き尋ねています"), words => words.ShouldContain("操作は必要ありません"));
        (await host.ReadAsync(db => db.Set<TeamsBot.RosterDesk.DutySwap>().SingleAsync())).IsOpen.ShouldBeTrue();
        await other.PressAsync(second, "引き受けられない");
        await host.SeesTextAsync(writer.Chat, "代われる方がいませんでした");
        (await host.ReadAsync(db => db.RosterWeeks.SingleAsync())).MainId.ShouldBe(Sato);
    }

    private static Dictionary<string, string> Ask(string to, string row = "Reply 2026-11-30") => new() { ["row"] = row, ["to"] = to };
}
