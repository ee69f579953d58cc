using Microsoft.EntityFrameworkCore;
using TeamsBot.Answers;
using TeamsBot.Guidelines;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>A call for help after it was sent: who may say what it is, how it ends, and where its answers stand.</summary>
public sealed class CallAnswerTests
{
    private const string Lost = "公用のスマホをなくしました。Xもインスタもログインしたままです。すみません";

    [Fact]
    public async Task A_colleague_who_looks_at_other_steps_does_not_change_what_was_sent()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, colleague) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("中村 美咲"));
        var card = await SentAsync(host, Lost, "端末の紛失");

        var shown = Scenario.Shown(await colleague.PressForgedAsync(host.Of(BotHost.Author).Chat.Find(card.Id)!, "乗っ取り"));

        shown.ShouldSatisfyAllConditions(words => words.ShouldContain("乗っ取り：最初の15分"), words => words.ShouldContain("に送りました"));
        await host.IdleAsync();
        RotationPlay.Count(desk, "種類が変わりました").ShouldBe(0);
        (await host.ReadAsync(db => db.Questions.SingleAsync())).CallKind.ShouldBe(TroubleKind.LostDevice);
    }

    [Fact]
    public async Task A_call_that_was_dealt_with_by_phone_leaves_the_lists_by_a_button_and_all_hear_it()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head, play) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head), new RosterPlay(host));
        await SentAsync(host, Lost, "端末の紛失");

        Scenario.Shown(await desk.PressAsync(await play.SaysAsync(desk, "一覧"), "対応済みにする")).ShouldContain("対応済みにしました。");

        const string Told = "鈴木 一郎さんが対応済みにしました。";
        await host.SeesTextAsync(head.Chat, Told);
        await host.SeesTextAsync(host.Of(BotHost.Author).Chat, Told);
        RotationPlay.Count(desk, Told).ShouldBe(0);
        foreach (var called in new[] { desk, head }) Read(await play.SaysAsync(called, "一覧")).ShouldNotContain("至急");
        (await host.ReadAsync(db => db.Questions.SingleAsync())).DeskReply.ShouldBe("対応済み（鈴木 一郎）");
    }

    [Fact]
    public async Task Thanks_from_the_caller_are_settled_by_the_same_button_and_ring_at_the_caller_no_more()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head, play) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head), new RosterPlay(host));
        await SentAsync(host, Lost, "端末の紛失");
        await AnsweredBackAsync(host, desk, "見つかりました。ありがとうございました。");
        var list = await play.SaysAsync(head, "一覧");

        await head.PressAsync(list, "対応済みにする");
        var again = Scenario.Shown(await desk.PressForgedAsync(list, "対応済みにする"));

        again.ShouldContain("すでに");
        await host.SeesTextAsync(desk.Chat, "田中 誠さんが対応済みにしました。");
        RotationPlay.Count(host.Of(BotHost.Author), "対応済みにしました。続きがあるときは、もう一度送ってください。").ShouldBe(1);
        Read(await play.SaysAsync(desk, "一覧")).ShouldNotContain("至急");
    }

    [Fact]
    public async Task One_press_says_that_somebody_is_on_it_to_the_caller_and_to_all_who_were_called()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await SentAsync(host, Lost, "端末の紛失");
        var card = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "至急：端末の紛失"));

        await desk.PressAsync(card, "わたしが対応します", Typed("駅に電話します。"));

        var reply = await host.SeesAsync(host.Of(BotHost.Author).Chat, message => RotationPlay.Says(message, "至急の連絡への回答"));
        Read(reply).ShouldSatisfyAllConditions(
            words => words.ShouldContain("わたしが対応します。"), words => words.ShouldContain("駅に電話します。"),
            words => words.ShouldContain("鈴木 一郎"));
        await host.SeesTextAsync(head.Chat, "鈴木 一郎さんが回答しました。\nわたしが対応します。");
        var theirs = await host.SeesAsync(head.Chat, message => RotationPlay.Says(message, "至急：端末の紛失"));
        Scenario.Shown(await head.PressAsync(theirs, "わたしが対応します", Typed(""))).ShouldContain("すでに鈴木 一郎さんが");
    }

    [Fact]
    public async Task Those_who_are_called_have_the_first_steps_too()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var mine = await SentAsync(host, "垢が乗っ取られた", "乗っ取り");

        var card = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "至急：乗っ取り"));

        var first = Read(mine).Split('\n').First(line => line.StartsWith("1　", StringComparison.Ordinal));
        Read(card).ShouldSatisfyAllConditions(words => words.ShouldContain("最初の手順を見る"), words => words.ShouldContain(first));
    }

    [Fact]
    public async Task Another_sections_head_settles_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, other) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"));
        await SentAsync(host, Lost, "端末の紛失");
        var list = await new RosterPlay(host).SaysAsync(desk, "一覧");

        (await other.PressForgedAsync(list, "対応済みにする")).ToCardAnswer().Text.ShouldNotBeNull().ShouldContain("連絡を受けた所属長だけ");

        (await host.ReadAsync(db => db.Questions.SingleAsync())).DeskReply.ShouldBeNull();
    }

    [Fact]
    public async Task Of_several_calls_the_newest_stands_first_and_the_others_are_counted()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        foreach (var (text, kind) in new[]
                 {
                     (Lost, "端末の紛失"), ("垢が乗っ取られた", "乗っ取り"), ("うちの投稿が炎上しています。どうしよう", "炎上"),
                     ("うちの公式Xが乗っ取られました、どうしよう", "乗っ取り"),
                 })
        {
            await SentAsync(host, text, kind);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var words = Read(await new RosterPlay(host).SaysAsync(desk, "一覧"));

        words.ShouldContain("至急の知らせ　4件");
        words.ShouldContain("ほか1件");
        words.ShouldNotContain("端末の紛失");
        words.IndexOf("うちの公式Xが乗っ取られました", StringComparison.Ordinal)
            .ShouldBeLessThan(words.IndexOf("炎上しています", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_newest_message_of_a_call_is_the_one_that_changes_and_the_older_one_points_to_it()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await SentAsync(host, Lost, "端末の紛失");
        var first = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "至急：端末の紛失"));
        await AnsweredBackAsync(host, head, "駅のベンチです。");
        var newest = await host.SeesAsync(desk.Chat, message =>
            message.Card is not null && RotationPlay.Says(message, "返信がありました。駅のベンチです。"));
        newest.Id.ShouldNotBe(first.Id);

        var theirs = await host.SeesAsync(head.Chat, message => RotationPlay.Says(message, "返信がありました。駅のベンチです。"));
        await head.PressAsync(theirs, "追加の回答を送る", Typed("駅に電話します。"));
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await host.IdleAsync();

        Read(desk.Chat.Find(newest.Id)!).ShouldContain("駅に電話します。");
        Read(desk.Chat.Find(first.Id)!).ShouldSatisfyAllConditions(
            words => words.ShouldContain("下の新しいメッセージ"), words => words.ShouldNotContain("回答を送る"));
    }

    [Fact]
    public async Task The_line_on_the_phone_names_who_added_to_the_reply()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await SentAsync(host, Lost, "端末の紛失");
        await desk.PressAsync(
            await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "至急：端末の紛失")), "回答を送る", Typed("電話します。"));
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await host.IdleAsync();
        await head.PressAsync(
            await host.SeesAsync(head.Chat, message => RotationPlay.Says(message, "（回答済み）")), "追加の回答を送る", Typed("回線を止めます。"));

        var added = await host.SeesAsync(host.Of(BotHost.Author).Chat, message => RotationPlay.Says(message, "回線を止めます。"));

        added.Card!.Value.GetProperty("fallbackText").GetString().ShouldBe("田中 誠さんから回答がありました");
    }

    /// <summary>Somebody who was called replies, and the caller answers back.</summary>
    private static async Task AnsweredBackAsync(BotHost host, TeamsClient by, string answer)
    {
        var author = host.Of(BotHost.Author);
        var card = await host.SeesAsync(by.Chat, message => RotationPlay.Says(message, "至急：端末の紛失"));
        await by.PressAsync(card, "回答を送る", Typed("どこでなくしましたか。"));
        var reply = await host.SeesAsync(author.Chat, message => RotationPlay.Says(message, "至急の連絡への回答"));
        await author.PressAsync(reply, "返信を送る", Typed(answer));
        await host.IdleAsync();
    }

    /// <summary>The caller's card, once the call was sent.</summary>
    private static async Task<ChatMessage> SentAsync(BotHost host, string text, string kind)
    {
        var author = await host.OpenAsync(BotHost.Author);
        var alarm = await new RosterPlay(host).SaysAsync(author, text);
        Read(alarm).ShouldContain($"{kind}：最初の15分");
        await author.PressAsync(alarm, "担当課に送る");
        await host.IdleAsync();
        return alarm;
    }

    private static Dictionary<string, string> Typed(string words) => new() { ["reply"] = words };
}
