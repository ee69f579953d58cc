using System.Text.Json.Nodes;
using TeamsBot.Answers;
using static TeamsBot.Tests.Conversations.RosterPlay;

namespace TeamsBot.Tests.Conversations;

/// <summary>A call for help stands on top of the lists of everybody called until somebody answers it, and only they answer it.</summary>
public sealed class OpenCallTests
{
    private const string Call = "公用のスマホをなくしました。Xもインスタもログインしたままです。すみません";

    [Theory]
    [InlineData("一覧", "あなたの番")]
    [InlineData("今週", "すること")]
    public async Task It_stands_on_top_of_the_lists_of_desk_and_heads_until_it_is_answered(string list, string below)
    {
        await using var host = await BotHost.StartAsync();
        var (desk, head, other) = (
            await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head), await host.OpenAsync("加藤 学"));
        await SentAsync(host);
        var play = new RosterPlay(host);

        foreach (var called in new[] { desk, head })
        {
            var words = Read(await play.SaysAsync(called, list));
            words.ShouldContain("答えを待っている至急の知らせ　1件");
            words.ShouldContain("至急：端末の紛失　佐藤 花子（広報課）");
            words.IndexOf("至急：端末の紛失", StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf(below, StringComparison.Ordinal));
        }

        Read(await play.SaysAsync(other, list)).ShouldNotContain("至急");
        Read(await play.SaysAsync(host.Of(BotHost.Author), list)).ShouldNotContain("至急");
        var opened = await desk.PressAsync(await play.SaysAsync(desk, list), "至急の知らせを開く");
        Scenario.Shown(opened).ShouldContain("公用のスマホをなくしました");
        var message = desk.Chat.FromBot[^1];
        await desk.PressAsync(message, opened.ToCardAnswer().Card!.Value, "回答を送る", Reply("電話します。"));
        await host.IdleAsync();
        foreach (var called in new[] { desk, head }) Read(await play.SaysAsync(called, list)).ShouldNotContain("至急");
    }

    [Fact]
    public async Task Another_sections_head_neither_opens_nor_answers_it()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, other) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"));
        await SentAsync(host);
        var card = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "至急：端末の紛失"));

        (await other.PressForgedAsync(card, "回答を送る", ("reply", "見ました。"))).ToCardAnswer().Text.ShouldNotBeNull()
            .ShouldContain("回答できるのは");
        var open = new JsonObject
        {
            ["type"] = "Action.Execute", ["verb"] = AnswerVerbs.OpenCall, ["data"] = Forgery.ActionOf(card, "回答を送る")["data"]!.DeepClone(),
        };
        (await other.ExecuteAsync(await new RosterPlay(host).SaysAsync(other, "一覧"), open, "manual")).ToCardAnswer().Text.ShouldNotBeNull()
            .ShouldContain("連絡を受けた所属長だけ");
    }

    [Fact]
    public async Task A_plain_question_is_no_call_whatever_a_card_says()
    {
        await using var host = await BotHost.StartAsync();
        var (author, desk, head) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await author.SayAsync("質問 火星に支所を置いてもよいですか");
        var answer = await host.SeesAsync(author.Chat, message => message.Card is not null
            && message.Card.Value.GetRawText().Contains(AnswerVerbs.Forward, StringComparison.Ordinal));
        var title = Notices.Buttons(answer.Card!.Value).First(button => button.Verb == AnswerVerbs.Forward).Title;
        await author.PressAsync(answer, title);
        var asked = await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, "担当課への質問"));

        var forged = await head.PressForgedAsync(asked, "回答を送る", ("urgent", "true"), ("reply", "置けます。"));

        forged.ToCardAnswer().Text.ShouldNotBeNull().ShouldContain("回答できるのは");
        await host.IdleAsync();
        author.Chat.FromBot.ShouldNotContain(message => RotationPlay.Says(message, "置けます。"));
        Read(await new RosterPlay(host).SaysAsync(head, "一覧")).ShouldNotContain("至急");
    }

    [Fact]
    public async Task What_the_head_answers_does_not_come_as_the_desks()
    {
        await using var host = await BotHost.StartAsync();
        var head = await host.OpenAsync(BotHost.Head);
        await SentAsync(host);
        var card = await host.SeesAsync(head.Chat, message => RotationPlay.Says(message, "至急：端末の紛失"));
        await head.PressAsync(card, "回答を送る", Reply("どこでなくしましたか。"));

        var reply = await host.SeesAsync(host.Of(BotHost.Author).Chat, message => RotationPlay.Says(message, "どこでなくしましたか。"));

        Read(reply).ShouldStartWith("至急の連絡への回答");
        Read(reply).ShouldContain("回答者　田中 誠");
        Notices.Summary(reply).ShouldStartWith("田中 誠さんから回答がありました");
    }

    /// <summary>Where some steps are stated and some are not, each says it; where none is, once is enough.</summary>
    [Fact]
    public async Task That_no_step_stands_in_the_guideline_is_said_once()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync(Call);

        var words = Read(await host.SeesAsync(author.Chat, message => RotationPlay.Says(message, "最初の15分")));

        words.Split("ガイドラインにない手順").Length.ShouldBe(2);
        words.IndexOf("ガイドラインにない手順", StringComparison.Ordinal)
            .ShouldBeLessThan(words.IndexOf("1　", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("公式のXにログインできなくなった どうしよう")]
    [InlineData("不審なメールのURLを開いてパスワードを入れてしまいました")]
    public async Task Who_is_locked_out_or_gave_a_password_away_gets_steps_and_the_telephone(string text)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        var words = Read(await new RosterPlay(host).SaysAsync(author, text));

        words.ShouldContain("最初の15分");
        words.ShouldContain("0269-00-2111");
    }

    private static async Task SentAsync(BotHost host)
    {
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync(Call);
        var alarm = await host.SeesAsync(author.Chat, message => RotationPlay.Says(message, "端末の紛失：最初の15分"));
        await author.PressAsync(alarm, "担当課に送る");
        await host.IdleAsync();
    }

    private static Dictionary<string, string> Reply(string words) => new() { ["reply"] = words };
}
