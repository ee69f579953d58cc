using Microsoft.EntityFrameworkCore;
using TeamsBot.Answers;

namespace TeamsBot.Tests.Conversations;

/// <summary>Questions in chat: the clause with its place, "not in the guideline", and the way to the desk and back.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("担当が異動したらパスワードは変える？")]
    [InlineData("質問 担当が異動したらパスワードは変える？")]
    [InlineData("The person in charge moved. Do we change the password?")]
    public async Task A_question_is_answered_with_the_clause_and_its_place(string question)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var asker = host.Tenant.People[0];
        var client = host.Of(asker.Name);
        await client.InstallAsync();

        await client.SayAsync(question);

        var card = await host.SeesAsync(client.Chat, message => message.Card is { } any && BotHost.Words(any).Contains("(2)エ", StringComparison.Ordinal));
        (await host.ReadAsync(db => db.Questions.SingleAsync())).ClauseId.ShouldBe("tochigi-7-2-4");
        card.Card!.Value.GetRawText().ShouldContain(AnswerVerbs.Feedback);
    }

    [Fact]
    public async Task What_the_guideline_does_not_say_is_said_to_be_not_there_and_goes_to_the_desk_and_back()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var desk = await host.OpenAsync(BotHost.Checker);
        await author.SayAsync("庁舎の駐車場は何台停められますか？");
        var answer = await host.SeesAsync(author.Chat, message => message.Card is { } any && BotHost.Words(any).Contains("記載が見つかりません", StringComparison.Ordinal));

        (await author.PressAsync(answer, "担当課へ質問")).ToCardAnswer().Text.ShouldBe("担当課へ質問を送りました。回答はこのチャットに届きます。");
        var asked = await host.SeesAsync(desk.Chat, message => message.Card is { } any && BotHost.Words(any).Contains("担当課への質問", StringComparison.Ordinal));
        Scenario.Shown(await desk.PressAsync(asked, "回答を送る", new Dictionary<string, string> { ["reply"] = "" })).ShouldContain("回答を入力してください");
        Scenario.Shown(await desk.PressAsync(asked, "回答を送る", new Dictionary<string, string> { ["reply"] = "50台です。" })).ShouldContain("回答済み");

        var reply = await host.SeesAsync(author.Chat, message => message.Card is { } any && BotHost.Words(any).Contains("担当課からの回答", StringComparison.Ordinal));
        BotHost.Words(reply.Card!.Value).ShouldContain("50台です。");
    }

    [Fact]
    public async Task The_list_of_unanswered_questions_is_for_the_desk_alone()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var desk = await host.OpenAsync(BotHost.Checker);
        await author.SayAsync("庁舎の駐車場は何台停められますか？");

        await author.SayAsync("未回答");
        await host.SeesTextAsync(author.Chat, "担当課の方だけ");
        await desk.SayAsync("未回答");

        var list = await host.SeesAsync(desk.Chat, message => message.Card is { } any && BotHost.Words(any).Contains("答えられなかったもの　1件", StringComparison.Ordinal));
        BotHost.Words(list.Card!.Value).ShouldContain("庁舎の駐車場");
    }

    [Fact]
    public async Task An_alarm_without_a_question_mark_gets_first_steps()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var client = host.Of(host.Tenant.People[0].Name);
        await client.InstallAsync();

        await client.SayAsync("公式アカウントが乗っ取られた");

        var card = await host.SeesAsync(client.Chat, message => message.Card is { } any && BotHost.Words(any).Contains("証拠", StringComparison.Ordinal));
        var words = BotHost.Words(card.Card!.Value);
        words.ShouldContain("所属長に知らせてください");
        words.ShouldContain("対応を始める");
        (await client.PressAsync(card, "対応を始める")).ToCardAnswer().Text!.ShouldContain("まだ使えません");
    }
}
