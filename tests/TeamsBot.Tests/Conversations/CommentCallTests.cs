using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>Who hears of a comment: a reminder rings also at whoever has its card already, and danger to people reaches somebody.</summary>
public sealed class CommentCallTests
{
    private const string Text = "街灯が切れたままです。いつ直りますか。";

    private const string Reminder = "返信がまだのコメントがあります";

    [Fact]
    public async Task A_reminder_rings_also_at_whoever_was_given_the_comment_and_the_older_card_points_there()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-20", RotationPlay.Suzuki));
        await play.EnterAsync(desk, Week("2026-11-23", RotationPlay.Suzuki));
        await LogAsync(host, writer, "koho-x", Text);
        var given = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "街灯が切れたまま"));
        await host.IdleAsync();
        var before = desk.Chat.FromBot.Count;

        await clock.GoToAsync(RotationPlay.At(2026, 11, 24, 10, 1));

        RotationPlay.Since(desk, before).ShouldContain(Reminder);
        var reminder = desk.Chat.FromBot.Last(message => Notices.Summary(message) == Reminder);
        reminder.Id.ShouldNotBe(given.Id);
        // What is written on the old card is kept from it for a while; then it only points to the new one.
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await host.IdleAsync();
        Read(desk.Chat.Find(given.Id)!).ShouldContain("下の新しいメッセージ");
        Scenario.Shown(await desk.PressAsync(reminder, "返信した")).ShouldStartWith("返信済み");
        await host.IdleAsync();
        Read(desk.Chat.Find(given.Id)!).ShouldNotContain("返信した");
    }

    [Fact]
    public async Task A_reminder_names_whose_it_is_now()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await play.EnterAsync(desk, Week("2026-11-20", RotationPlay.Suzuki));
        await play.EnterAsync(desk, Week("2026-11-23", RotationPlay.Takahashi));
        await LogAsync(host, writer, "koho-x", Text);

        await clock.GoToAsync(RotationPlay.At(2026, 11, 24, 10, 1));

        var reminder = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "返信の記録がありません"));
        Read(reminder).ShouldContain("返信の担当　高橋 由美");
        Read(reminder).ShouldNotContain("返信の担当　鈴木 一郎");
    }

    [Fact]
    public async Task What_was_written_on_a_card_that_a_reminder_overtook_stays()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (play, clock) = (new RosterPlay(host), new RotationPlay(host));
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await play.EnterAsync(desk, Week("2026-11-20", RotationPlay.Suzuki));
        await LogAsync(host, writer, "koho-x", Text);
        var given = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "街灯が切れたまま"));
        var card = given.Card!.Value;
        await clock.GoToAsync(RotationPlay.At(2026, 11, 24, 10, 1));

        var left = await desk.PressAsync(
            given, card, "返信しないと記録する", new Dictionary<string, string> { ["reason"] = "道路課の窓口で答えました。" });
        left.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("道路課の窓口で答えました。");
        var held = await desk.PressAsync(given, card, "この文で伝えた", new Dictionary<string, string>
        {
            ["holdingText"] = "道路課に確かめています。", ["promisedFor"] = "2026-12-01",
        });
        held.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("道路課に確かめています。");
    }

    [Theory]
    [InlineData("明日、市役所に火をつけてやる")]
    [InlineData("もう死にたいです。誰も助けてくれません")]
    [InlineData("公園の遊具に子どもが挟まっています 助けて")]
    public async Task Danger_to_people_on_an_account_without_replies_reaches_who_keeps_it(string text)
    {
        await using var host = await BotHost.StartAsync();
        var (desk, writer, keeper) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await new RotationPlay(host).EntrustAsync(desk, "city-x", RotationPlay.Takahashi, "2026-11-01");

        Scenario.Shown(await LogAsync(host, writer, "city-x", text))
            .ShouldContain("人の身に危険が及ぶおそれがある内容のため、高橋 由美さんに知らせました。");

        var told = await host.SeesAsync(keeper.Chat, message => RotationPlay.Says(message, text[..6]));
        Notices.Summary(told).ShouldBe("至急：人の身に危険が及ぶおそれがあるコメントです");
        Read(told).ShouldContain("110番・119番");
    }

    [Fact]
    public async Task Where_nobody_keeps_the_account_the_desk_hears_of_danger_and_of_nothing_else()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await LogAsync(host, writer, "city-x", "花火大会はとても楽しかったです。殺到する人出でした");
        await host.IdleAsync();
        RotationPlay.Count(desk, "花火").ShouldBe(0);

        Scenario.Shown(await LogAsync(host, writer, "city-x", "庁舎を爆破する")).ShouldContain("鈴木 一郎さん、高橋 由美さんに知らせました。");
        await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "庁舎を爆破する"));
    }

    [Fact]
    public async Task Whoever_is_to_answer_sees_at_once_that_it_speaks_of_danger()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await new RosterPlay(host).EnterAsync(desk, Week("2026-11-20", RotationPlay.Suzuki));

        await LogAsync(host, writer, "koho-x", "県庁を爆破します");

        var told = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "県庁を爆破します"));
        Notices.Summary(told).ShouldBe("至急：人の身に危険が及ぶおそれがあるコメントです");
        Read(told).ShouldContain("110番・119番");
    }

    [Fact]
    public async Task Danger_reaches_the_desk_where_its_writer_is_on_reply_duty_and_so_is_the_only_one_who_has_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await new RosterPlay(host).EnterAsync(desk, Week("2026-11-20", RotationPlay.Sato));

        Scenario.Shown(await LogAsync(host, writer, "koho-x", "県庁を爆破します")).ShouldContain("鈴木 一郎さん、高橋 由美さんに知らせました。");

        var told = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "県庁を爆破します"));
        Read(told).ShouldContain("110番・119番");
        await host.SeesAsync(writer.Chat, message => RotationPlay.Says(message, "県庁を爆破します") && message.Card is not null);
    }

    [Fact]
    public async Task Danger_reaches_the_desk_where_its_writer_alone_keeps_the_account()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (desk, writer) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        await new RotationPlay(host).EntrustAsync(desk, "koho-x", RotationPlay.Sato, "2026-11-01");

        await LogAsync(host, writer, "koho-x", "もう死にたいです");

        await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "もう死にたいです"));
    }

    [Fact]
    public async Task A_card_in_which_a_colleague_may_be_writing_is_left_alone_for_a_while_when_somebody_else_settles_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (desk, writer, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await new RotationPlay(host).EntrustAsync(
            desk, "koho-x", $"{RotationPlay.Suzuki},{RotationPlay.Takahashi}", "2026-11-01");
        await LogAsync(host, writer, "koho-x", Text);
        var mine = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "街灯が切れたまま"));
        var theirs = await host.SeesAsync(other.Chat, message => RotationPlay.Says(message, "街灯が切れたまま"));

        await desk.PressAsync(mine, "返信した");
        await host.IdleAsync();

        Read(desk.Chat.Find(mine.Id)!).ShouldStartWith("返信済み");
        Read(other.Chat.Find(theirs.Id)!).ShouldStartWith("未対応");
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await host.IdleAsync();
        Read(other.Chat.Find(theirs.Id)!).ShouldStartWith("返信済み");
    }

    private static async Task<BotAnswer> LogAsync(BotHost host, TeamsClient writer, string account, string text)
    {
        var form = await new RosterPlay(host).SaysAsync(writer, "コメント記録");
        return await writer.PressAsync(form, "記録する", new Dictionary<string, string> { ["account"] = account, ["text"] = text });
    }
}
