using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Turns;

/// <summary>A first word that happens to be a command does not swallow a text.</summary>
public sealed class CommandArgumentsTests
{
    private const string Command = "command";
    private const string Text = "text";

    [Theory]
    [InlineData("一覧", Command)]
    [InlineData(" 一覧 ", Command)]
    [InlineData("一覧 お願いします", Command)]
    [InlineData("list please", Command)]
    [InlineData("ヘルプ 下書き", Command)]
    [InlineData("一覧 を公開\nhttps://www.city.hoshimi.lg.jp/", Text)]
    [InlineData("ヘルプ マークを知っていますか。図書館の窓口で配っています。", Text)]
    [InlineData("LIST of events in December", Text)]
    [InlineData("list of events", Text)]
    [InlineData("リスト を更新しました", Text)]
    [InlineData("一覧\n図書館の新刊", Text)]
    [InlineData("一覧 図書館は12月7日(月)に休館します。", Text)]
    public void Of_a_command_that_takes_nothing(string typed, string expected) =>
        Heard(typed, ["一覧", "list", "リスト", "ヘルプ"], CommandArguments.None).ShouldBe(expected);

    [Theory]
    [InlineData("履歴 12", Command)]
    [InlineData("履歴　No.１２", Command)]
    [InlineData("履歴", Command)]
    [InlineData("history of our city\nA new exhibition", Text)]
    [InlineData("history of our city", Text)]
    [InlineData("履歴 をたどる展示を12月7日から開催します。", Text)]
    [InlineData("履歴 書の書き方講座を12月7日(月)に開きます。", Text)]
    public void Of_one_that_takes_a_number(string typed, string expected) =>
        Heard(typed, ["履歴", "history"], CommandArguments.Number).ShouldBe(expected);

    [Theory]
    [InlineData("台帳 星見市公式", Command)]
    [InlineData("台帳", Command)]
    [InlineData("台帳 の縦覧を行います。", Text)]
    [InlineData("台帳 の縦覧\n期間：12月7日から", Text)]
    [InlineData("台帳 閲覧の受付を12月7日から始めます。", Text)]
    [InlineData("台帳 を公開します", Text)]
    public void Of_one_that_takes_a_name(string typed, string expected) => Heard(typed, ["台帳"], CommandArguments.Name).ShouldBe(expected);

    [Theory]
    [InlineData("質問 パスワードはいつ変える？", Command)]
    [InlineData("質問 パスワード", Command)]
    [InlineData("質問 12月7日に投稿してもいいですか", Command)]
    [InlineData("質問 コーナーを始めます\n毎週月曜日に答えます。", Text)]
    [InlineData("質問 コーナーを始めます。", Text)]
    [InlineData("質問 を受け付けています。", Text)]
    [InlineData("質問 募集は12月7日までです。", Text)]
    public void Of_a_question(string typed, string expected) => Heard(typed, ["質問"], CommandArguments.Question).ShouldBe(expected);

    [Theory]
    [InlineData("いいね申請 https://x.com/a/status/1", Command)]
    [InlineData("like", Command)]
    [InlineData("like a bird\nflying over the city", Text)]
    [InlineData("like the sea of flowers in our park", Text)]
    public void Of_one_that_takes_an_address(string typed, string expected) =>
        Heard(typed, ["いいね申請", "like"], CommandArguments.Address).ShouldBe(expected);

    [Theory]
    [InlineData("声 を聞かせてください\n図書館", Text)]
    [InlineData("声 職員の対応がよかった\n二行目", Command)]
    [InlineData("コメント ありがとうの声が届きました", Command)]
    public void Of_one_that_takes_a_text(string typed, string expected) =>
        Heard(typed, ["声", "コメント"], CommandArguments.Text).ShouldBe(expected);

    [Theory]
    [InlineData("下書き 図書館から\n　二行目", "図書館から\n　二行目")]
    [InlineData("下書き\n　図書館から\n　二行目", "　図書館から\n　二行目")]
    [InlineData("下書き　図書館から", "図書館から")]
    [InlineData("下書き\n\n\n図書館から\n", "図書館から")]
    [InlineData("下書き  ", "")]
    [InlineData("ほかの文章", "ほかの文章")]
    public void The_argument_keeps_its_shape(string typed, string expected) =>
        new TurnRouter().OnCommand(["下書き"], Say(Command)).ArgumentOf(typed).ShouldBe(expected);

    private static string Heard(string typed, string[] words, Func<string, bool> takes)
    {
        var router = new TurnRouter().OnCommand(words, Say(Command), takes).OnText(Text, _ => true, Say(Text));
        var turn = new ParsedTurn
        {
            Activity = new() { Type = "message" },
            Actor = null,
            Conversation = new("https://smba.trafficmanager.net/", "a:1", "t", "28:b"),
            Text = typed,
        };
        return router.Find(turn)!(null!, turn, CancellationToken.None).Result.Text!;
    }

    private static TurnHandler Say(string text) => (_, _, _) => Task.FromResult(Reply.Say(text));
}
