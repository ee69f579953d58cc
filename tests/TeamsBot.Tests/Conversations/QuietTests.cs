using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>Accounts that fall silent, and accounts that rest: who is asked what, and how often.</summary>
public sealed class QuietTests
{
    private static readonly DateTimeOffset Begin = RotationPlay.At(2026, 11, 20);

    [Fact]
    public async Task After_thirty_days_without_a_post_its_custodians_are_asked_what_is_planned_and_why_it_matters()
    {
        await using var later = new Later("--Pack:Name=asaka", "--Upkeep:AsksSilent=true");
        await later.AtAsync(Begin, async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2026-10-01");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
            (await play.Host.ReadAsync(db => db.AccountActivities.SingleAsync(one => one.AccountId == "city-x"))).KnownSince
                .ShouldBe(new DateOnly(2026, 11, 24));
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 24, 8, 31), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.SweepAsync();
            RotationPlay.Count(writer, "しばらく投稿がありません").ShouldBe(0);
            await play.GoToAsync(RotationPlay.At(2026, 12, 25, 8, 31));
            var card = await play.SeesAsync(writer, "しばらく投稿がありません");
            BotHost.Words(card.Card!.Value).ShouldSatisfyAllConditions(
                words => words.ShouldContain("なりすましの予防"), words => words.ShouldContain("休止を相談する"), words => words.ShouldContain("根拠："));
            (await writer.PressAsync(card, "この日までに投稿する", Day("planDay", ""))).ToCardAnswer().Card!.Value.GetRawText()
                .ShouldContain("▲ 投稿する予定の日（未選択）");
            Scenario.Shown(await writer.PressAsync(card, "この日までに投稿する", Day("planDay", "2027-03-01")))
                .ShouldContain("までの日を選んでください");
            Scenario.Shown(await writer.PressAsync(card, "この日までに投稿する", Day("planDay", "2027-01-04")))
                .ShouldContain("までに投稿すると記録しました");
        });
        await later.AtAsync(RotationPlay.At(2027, 1, 4, 12), async play =>
        {
            var writer = await play.Host.OpenAsync(BotHost.Author);
            await play.SweepAsync();
            RotationPlay.Count(writer, "しばらく投稿がありません").ShouldBe(0);
            // Nothing was posted by the day that was named: asked again, and answered by a post without the bot.
            await play.GoToAsync(RotationPlay.At(2027, 1, 5, 8, 31));
            var again = await play.SeesAsync(writer, "しばらく投稿がありません");
            Scenario.Shown(await writer.PressAsync(again, "投稿した日を記録する", Day("postedDay", "2027-01-06")))
                .ShouldContain("今日までの日を選んでください");
            Scenario.Shown(await writer.PressAsync(again, "投稿した日を記録する", Day("postedDay", "2027-01-05")))
                .ShouldContain("投稿した日を記録しました");
            (await play.Host.ReadAsync(db => db.DatedTasks.Where(task => task.AccountId == "city-x").ToListAsync()))
                .ShouldAllBe(task => !task.IsOpen);
        });
    }

    [Fact]
    [Clause("tochigi-5-4-2")]
    public async Task After_ninety_days_the_head_decides_and_is_asked_every_week_until_then()
    {
        await using var later = new Later("--Pack:Name=tochigi", "--Upkeep:AsksSilent=true");
        await later.AtAsync(Begin, async play =>
        {
            await play.Host.OpenAsync("加藤 学");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2027, 2, 19, 8, 31), async play =>
        {
            var (writer, head) = (await play.Host.OpenAsync(BotHost.Author), await play.Host.OpenAsync("加藤 学"));
            await play.SweepAsync();
            RotationPlay.Count(head, "再開するか、廃止するかを決めてください").ShouldBe(0);
            // The ninetieth day is the 22nd of February, a Monday.
            await play.GoToAsync(RotationPlay.At(2027, 2, 22, 8, 31));
            var card = await play.SeesAsync(head, "再開するか、廃止するかを決めてください");
            BotHost.Words(card.Card!.Value).ShouldSatisfyAllConditions(
                words => words.ShouldContain("この日までに再開する"), words => words.ShouldContain("廃止の手続きを開く"));
            await AskedWeeklyAsync(play, writer, head);
        });
    }

    private static async Task AskedWeeklyAsync(RotationPlay play, LocalTeams.TeamsClient writer, LocalTeams.TeamsClient head)
    {
        var before = head.Chat.FromBot.Count;
        await play.GoToAsync(RotationPlay.At(2027, 2, 26, 12));
        RotationPlay.Since(head, before).ShouldBeEmpty();
        await play.GoToAsync(RotationPlay.At(2027, 3, 1, 8, 31));
        RotationPlay.Since(head, before).ShouldHaveSingleItem().ShouldContain("再開か廃止かの決定がまだです　栃木県危機管理課（X）");
        await play.GoToAsync(RotationPlay.At(2027, 3, 8, 8, 31));
        RotationPlay.Since(head, before).Count.ShouldBe(2);
        await writer.SayAsync("台帳");
        BotHost.Words((await play.SeesAsync(writer, "アカウント台帳")).Card!.Value).ShouldContain("栃木県危機管理課（X）　要対応");

        var reminder = head.Chat.FromBot[^1];
        var opened = (await head.PressAsync(reminder, "決める")).ToCardAnswer().Card!.Value;
        Scenario.Shown(await head.PressAsync(reminder, opened, "この日までに再開する", Day("planDay", "2027-03-12")))
            .ShouldContain("3/12(金)までに投稿すると記録しました");
        await play.GoToAsync(RotationPlay.At(2027, 3, 12, 12));
        RotationPlay.Since(head, before).Count.ShouldBe(2);
        await play.GoToAsync(RotationPlay.At(2027, 3, 15, 8, 31));
        RotationPlay.Since(head, before).Count.ShouldBe(3);
        (await head.PressAsync(head.Chat.FromBot[^1], "廃止の手続きを開く")).ToCardAnswer().Card!.Value.GetRawText()
            .ShouldContain("廃止の手続きを始める");
    }

    [Fact]
    public async Task A_post_that_nobody_reported_ends_also_the_silence_that_the_head_was_asked_about()
    {
        await using var later = new Later("--Pack:Name=tochigi", "--Upkeep:AsksSilent=true");
        await later.AtAsync(Begin, async play =>
        {
            await play.Host.OpenAsync("加藤 学");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2027, 2, 22, 8, 31), async play =>
        {
            var head = await play.Host.OpenAsync("加藤 学");
            await play.SweepAsync();
            var card = await play.SeesAsync(head, "再開するか、廃止するかを決めてください");
            BotHost.Words(card.Card!.Value).ShouldContain("すでに投稿した");
            Scenario.Shown(await head.PressAsync(card, "投稿した日を記録する", Day("postedDay", "2027-02-10"))).ShouldContain("投稿した日を記録しました");
            (await play.Host.ReadAsync(db => db.AccountActivities.SingleAsync(one => one.AccountId == "kiki-x"))).LastPostOn
                .ShouldBe(new DateOnly(2027, 2, 10));
        });
    }

    [Fact]
    public async Task Of_a_section_without_a_head_the_desk_hears_and_decides()
    {
        await using var later = new Later("--Upkeep:AsksSilent=true");
        await later.AtAsync(Begin, async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await desk.SayAsync("再開 library-instagram");
            await play.Host.SeesTextAsync(desk.Chat, "再開しました");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2027, 2, 22, 8, 31), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.SweepAsync();
            var card = await play.SeesAsync(desk, "再開するか、廃止するかを決めてください");
            BotHost.Words(card.Card!.Value).ShouldContain("星見市図書館（Instagram）");
            Scenario.Shown(await desk.PressAsync(card, "この日までに再開する", Day("planDay", "2027-03-12"))).ShouldContain("3/12(金)までに投稿すると記録しました");
        });
    }

    [Fact]
    public async Task A_reported_post_ends_the_silence()
    {
        await using var host = await BotHost.StartAsync(settings: "--Upkeep:AsksSilent=true");
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync(Scenario.Plan());
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");

        (await host.ReadAsync(db => db.AccountActivities.SingleAsync(one => one.AccountId == "city-x"))).LastPostOn
            .ShouldBe(JapaneseDay(host));
    }

    [Fact]
    public async Task A_resting_account_is_logged_in_to_every_fourteen_days_and_trouble_leads_to_the_first_steps()
    {
        await using var later = new Later();
        // The library's account rests in the pack of the sample.
        await later.AtAsync(Begin, async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.EntrustAsync(desk, "library-instagram", RotationPlay.Suzuki, "2026-10-01");
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
            (await DueAsync(play.Host)).ShouldBe([new DateOnly(2026, 12, 8)]);
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 8, 8, 31), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.SweepAsync();
            var card = await play.SeesAsync(desk, "休止中のアカウントに入り、異常がないかを確かめてください");
            Scenario.Shown(await desk.PressAsync(card, "異常なし", Note(""))).ShouldContain("異常なしと記録しました");
            await play.GoToAsync(RotationPlay.At(2026, 12, 9, 8, 31));
            (await DueAsync(play.Host)).ShouldBe([new DateOnly(2026, 12, 22)]);
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 22, 8, 31), async play =>
        {
            var desk = await play.Host.OpenAsync(BotHost.Checker);
            await play.SweepAsync();
            var card = await play.SeesAsync(desk, "休止中のアカウントに入り、異常がないかを確かめてください");
            Scenario.Shown(await desk.PressAsync(card, "異常あり", Note(""))).ShouldContain("気付いたことを入力してください");
            var trouble = await desk.PressAsync(card, "異常あり", Note("知らない投稿がある"));
            Scenario.Shown(trouble).ShouldContain("異常ありと記録し、所属長と広報担当に知らせました");
            var first = await desk.PressAsync(card, trouble.ToCardAnswer().Card!.Value, "最初にすることを見る");
            Scenario.Shown(first).ShouldContain("乗っ取り：最初の15分");
        });
    }

    [Fact]
    public async Task Two_missed_login_checks_are_told_to_the_head()
    {
        await using var later = new Later("--Pack:Name=tochigi");
        await later.AtAsync(Begin, async play =>
        {
            var (other, head) = (await play.Host.OpenAsync("中村 美咲"), await play.Host.OpenAsync("加藤 学"));
            await play.EntrustAsync(other, "kiki-x", RotationPlay.Nakamura, "2026-10-01");
            await other.SayAsync("休止 kiki-x");
            await other.PressAsync(await play.SeesAsync(other, "アカウントの休止"), "所属長に休止の承認を依頼する", Reason("庁舎の移転のため"));
            await head.PressAsync(await play.SeesAsync(head, "休止の承認の依頼"), "休止を認める", new Dictionary<string, string>());
            await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        });
        await later.AtAsync(RotationPlay.At(2026, 12, 22, 8, 31), async play =>
        {
            var head = await play.Host.OpenAsync("加藤 学");
            await play.Host.OpenAsync("中村 美咲");
            await play.SweepAsync();
            RotationPlay.Count(head, "休止中のログイン確認").ShouldBe(0);
            await play.GoToAsync(RotationPlay.At(2026, 12, 23, 8, 31));
            await play.SeesAsync(head, "休止中のログイン確認がまだです");
        });
    }

    private static DateOnly JapaneseDay(BotHost host) => Checks.Dates.JapanTime.DateOf(host.Time.GetUtcNow());

    private static Task<List<DateOnly>> DueAsync(BotHost host) => host.ReadAsync(db => db.DatedTasks
        .Where(task => task.Key == "dormant-login" && task.State == TaskState.Open).Select(task => task.DueOn).ToListAsync());

    private static Dictionary<string, string> Day(string field, string day) => new() { [field] = day };

    private static Dictionary<string, string> Note(string note) => new() { ["note"] = note };

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };
}
