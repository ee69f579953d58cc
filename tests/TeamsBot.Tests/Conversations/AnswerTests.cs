using Microsoft.EntityFrameworkCore;
using TeamsBot.Answers;
using TeamsBot.Cards;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Connector;

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

        var card = await host.SeesAsync(client.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("(2)エ", StringComparison.Ordinal)
        );
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
        var answer = await host.SeesAsync(author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("記載が見つかりません", StringComparison.Ordinal)
        );

        var sent = await author.PressAsync(answer, "担当課へ送る", new Dictionary<string, string> { [AnswerFields.Wanted] = "来客用の台数" });
        sent.ToCardAnswer().Text.ShouldBe("担当課へ質問を送りました。回答はこのボットとの個人チャットに届きます。");
        var asked = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("担当課への質問", StringComparison.Ordinal)
        );
        BotHost.Words(asked.Card!.Value).ShouldContain("来客用の台数");
        Scenario
            .Shown(await desk.PressAsync(asked, "回答を送る", new Dictionary<string, string> { ["reply"] = "" }))
            .ShouldContain("回答を入力してください");
        Scenario
            .Shown(await desk.PressAsync(asked, "回答を送る", new Dictionary<string, string> { ["reply"] = "50台です。" }))
            .ShouldContain("回答済み");

        var reply = await host.SeesAsync(author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("担当課からの回答", StringComparison.Ordinal)
        );
        BotHost.Words(reply.Card!.Value).ShouldContain("50台です。");
    }

    [Fact]
    public async Task Of_two_who_write_a_reply_the_second_keeps_the_card_for_a_while_and_gets_the_words_back()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        TeamsClient[] desk = [await host.OpenAsync(BotHost.Checker), await host.OpenAsync("高橋 由美")];
        await author.SayAsync("庁舎の駐車場は何台停められますか？");
        var answer = await host.SeesAsync(author.Chat, message => Says(message, "記載が見つかりません"));
        await author.PressAsync(answer, "担当課へ送る", new Dictionary<string, string> { [AnswerFields.Wanted] = "来客用の台数" });
        foreach (var member in desk) await host.SeesAsync(member.Chat, message => Says(message, "担当課への質問"));
        await host.IdleAsync();

        await desk[0].PressAsync(desk[0].Chat.FromBot[^1], "回答を送る", new Dictionary<string, string> { ["reply"] = "50台です。" });
        await host.IdleAsync();

        var inHand = desk[1].Chat.FromBot[^1];
        Says(inHand, "回答済み").ShouldBeFalse("somebody may be writing in it");
        var late = await desk[1].PressAsync(inHand, "回答を送る", new Dictionary<string, string> { ["reply"] = "来客用は20台です。" });
        Scenario.Shown(late).ShouldContain("すでに鈴木 一郎さんが回答しています。");
        Passage.CardOf(late)!.Value.GetRawText().ShouldContain("来客用は20台です。", customMessage: "in the field, to be sent on");
        author.Chat.FromBot.Count(message => Says(message, "担当課からの回答")).ShouldBe(1);
        var added = new Dictionary<string, string> { ["reply"] = "来客用は20台です。" };
        Scenario.Shown(await desk[1].PressAsync(inHand, Passage.CardOf(late)!.Value, "追加の回答を送る", added)).ShouldContain("回答を送りました。");
        var second = await host.SeesAsync(author.Chat, message => Says(message, "高橋 由美：来客用は20台です。"));
        Notices.Summary(second).ShouldBe("担当課から回答がありました「来客用は20台です。」");

        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();
        Says(desk[1].Chat.FromBot[^1], "回答済み").ShouldBeTrue();
        static bool Says(ChatMessage message, string part) =>
            message.Card is { } card && BotHost.Words(card).Contains(part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_question_had_not_reached_gets_it_with_the_reply()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var (checker, other) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync("高橋 由美"));
        await author.SayAsync("庁舎の駐車場は何台停められますか？");
        var answer = await host.SeesAsync(author.Chat, message => Says(message, "記載が見つかりません"));
        await host.IdleAsync();
        host.Faults.AddLasting(ConnectorFault.Down, other.Chat.Id);
        await author.PressAsync(answer, "担当課へ送る", new Dictionary<string, string> { [AnswerFields.Wanted] = "来客用の台数" });
        var asked = await host.SeesAsync(checker.Chat, message => Says(message, "担当課への質問"));

        await checker.PressAsync(asked, "回答を送る", new Dictionary<string, string> { ["reply"] = "50台です。" });
        host.Faults.Clear();
        host.Time.Advance(CardInHand.LeftAlone);
        await host.IdleAsync();

        other.Chat.FromBot.Any(message => Says(message, "回答済み")).ShouldBeTrue();

        static bool Says(ChatMessage message, string part) =>
            message.Card is { } card && BotHost.Words(card).Contains(part, StringComparison.Ordinal);
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

        var list = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("答えられなかったもの　1件", StringComparison.Ordinal)
        );
        BotHost.Words(list.Card!.Value).ShouldContain("庁舎の駐車場");
    }

    [Fact]
    public async Task In_a_channel_the_list_of_unanswered_questions_names_nobody()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.InstallInTeamAsync();
        await author.SayAsync("庁舎の駐車場は何台停められますか？");
        await host.SeesAsync(author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("記載が見つかりません", StringComparison.Ordinal)
        );

        await desk.SayInChannelAsync("@広報ボット 未回答");

        await host.PassUntilAsync(() => Lists().Any());
        BotHost.Words(Lists().Single()).ShouldNotContain(BotHost.Author);

        IEnumerable<System.Text.Json.JsonElement> Lists() =>
            host
                .Tenant.Channel.FromBot.Where(message =>
                    message.Card is { } card && BotHost.Words(card).Contains("駐車場", StringComparison.Ordinal)
                )
                .Select(message => message.Card!.Value);
    }

    [Fact]
    public async Task A_colleague_who_presses_is_answered_and_the_asker_s_judgement_stays_the_asker_s()
    {
        await using var host = await BotHost.StartAsync();
        var (author, colleague) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        await author.InstallInTeamAsync();
        await author.SayInChannelAsync("@広報ボット パスワードはいつ変える？");
        await host.PassUntilAsync(() => Answers().Any());

        (await colleague.PressAsync(Answers().Single(), "役に立った")).ToCardAnswer().Text!.ShouldStartWith("ありがとうございます。");
        (await host.ReadAsync(db => db.Questions.SingleAsync())).WasUseful.ShouldBeNull();
        (await colleague.PressAsync(Answers().Single(), "担当課へ送る")).ToCardAnswer().Text!.ShouldContain("送りました");

        (await host.ReadAsync(db => db.Questions.SingleAsync(question => question.ForwardedAt != null))).AskerName.ShouldBe(BotHost.Head);

        IEnumerable<LocalTeams.Chats.ChatMessage> Answers() =>
            host.Tenant.Channel.FromBot.Where(message =>
                message.Card is { } card && card.GetRawText().Contains(AnswerVerbs.Feedback, StringComparison.Ordinal)
            );
    }
}
