using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>「不在」 says what is true: of the days that were meant, of people who decide nothing, and of where there is nothing.</summary>
public sealed class AbsenceWordingTests
{
    [Theory]
    [InlineData("不在 明日〜明後日", "11/21(土)〜11/22(日)")]
    [InlineData("不在 今日から明日まで", "11/20(金)〜11/21(土)")]
    [InlineData("absence today to tomorrow", "Fri 20 Nov – Sat 21 Nov")]
    [InlineData("不在 12/30〜1/3", "12/30(水)〜2027/1/3(日)")]
    public async Task Words_for_days_count_from_today_on_both_ends(string typed, string period)
    {
        await using var host = await BotHost.StartAsync();
        Read(await new RosterPlay(host).SaysAsync(await host.OpenAsync(BotHost.Head), typed)).ShouldContain(period);
    }

    [Fact]
    public async Task Of_somebody_who_decides_nothing_no_word_is_said_of_decisions()
    {
        await using var host = await BotHost.StartAsync();
        var (play, writer) = (new RosterPlay(host), await host.OpenAsync(BotHost.Author));

        var alone = Read(await play.SaysAsync(writer, "不在 12/1"));
        alone.ShouldContain("佐藤 花子さんの不在（12/1(火)）を登録しました。");
        var deputed = Read(await play.SaysAsync(writer, "不在 12/3 代理 鈴木"));
        deputed.ShouldContain("この間の代わりは、鈴木 一郎さんです。");

        foreach (var words in new[] { alone, deputed })
            words.ShouldSatisfyAllConditions(
                said => said.ShouldNotContain("決裁"), said => said.ShouldNotContain("代決"), said => said.ShouldNotContain("決める方"),
                said => said.ShouldNotContain("依頼は"));
    }

    [Fact]
    public async Task A_reviewer_is_asked_for_no_check_meanwhile()
    {
        await using var host = await BotHost.StartAsync();
        var words = Read(await new RosterPlay(host).SaysAsync(await host.OpenAsync("小林 健"), "不在 12/1"));

        words.ShouldContain("この間、確認の依頼は届きません。");
        words.ShouldNotContain("決裁の依頼");
    }

    [Theory]
    [InlineData("不在 取り消し")]
    [InlineData("不在 取り消したい")]
    public async Task Where_nothing_is_entered_there_is_nothing_to_cancel_and_it_says_how_to_enter(string typed)
    {
        await using var host = await BotHost.StartAsync();

        var words = Read(await new RosterPlay(host).SaysAsync(await host.OpenAsync(BotHost.Head), typed));

        words.ShouldContain("取り消せる不在はありません。登録するときは、下の欄で日を選ぶか、「不在 12/1〜12/5 代決 名前」と送ってください。");
        words.ShouldNotContain("その日の");
    }

    [Fact]
    public async Task A_person_sees_also_the_absence_that_comes_from_the_list_of_people()
    {
        using var folder = new TempFolder();
        var people = Path.Combine(folder.Path, "people.yaml");
        await File.WriteAllTextAsync(people, $$"""
            persons:
              - {id: {{RotationPlay.Sato}}, name: 佐藤 花子, section: 広報課, title: 主事, roles: [writer]}
              - {id: {{RotationPlay.Suzuki}}, name: 鈴木 一郎, section: 広報課, title: 係長, roles: [reviewer, desk]}
              - {id: a0000000-0000-4000-8000-000000000003, name: 田中 誠, section: 広報課, title: 課長, roles: [head, prHead]}
            deputies:
              - {for: a0000000-0000-4000-8000-000000000003, by: {{RotationPlay.Suzuki}}, from: 2026-12-01, to: 2026-12-05}
            """);
        await using var host = await BotHost.StartAsync(settings: $"--People:File={people}");
        var play = new RosterPlay(host);

        var shown = Read(await play.SaysAsync(await host.OpenAsync(BotHost.Head), "不在"));
        shown.ShouldContain("12/1(火)〜12/5(土)　田中 誠　代決 鈴木 一郎");
        shown.ShouldContain("職員の一覧から読んだ不在です");
        shown.ShouldNotContain("登録されている不在はありません");
        Read(await play.SaysAsync(await host.OpenAsync(BotHost.Checker), "不在")).ShouldContain("田中 誠");
        Read(await play.SaysAsync(await host.OpenAsync(BotHost.Author), "不在")).ShouldNotContain("田中 誠");

        var cancelled = Read(await play.SaysAsync(host.Of(BotHost.Head), "不在 12/2 取り消し"));
        cancelled.ShouldContain("12/1(火)〜12/5(土)の不在は職員の一覧にあり、ここでは取り消せません。");
        cancelled.ShouldNotContain("取り消せる不在はありません");
        Read(await play.SaysAsync(host.Of(BotHost.Head), "不在 12/9 取り消し")).ShouldContain("取り消せる不在はありません");
    }
}
