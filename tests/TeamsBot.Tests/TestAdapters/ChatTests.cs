using TeamsBot.Approvals.Model;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.TestAdapters;

/// <summary>What people type, as flows of the SDK's own kind.</summary>
public sealed class ChatTests
{
    [Theory]
    [InlineData("ヘルプ", "使い方")]
    [InlineData("help", "Help")]
    [InlineData("ＨＥＬＰ", "Help")]
    [InlineData("一覧", "一覧")]
    [InlineData("list", "List")]
    [InlineData("台帳", "アカウント台帳")]
    public async Task A_typed_command_is_answered_with_its_card(string typed, string start)
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        await author.Flow().Send(typed).AssertReply(reply => TestPerson.Words(reply).ShouldStartWith(start), timeout: TestPerson.NoTimer)
            .PlayAsync();
    }

    [Fact]
    public async Task A_question_is_answered_with_the_clause()
    {
        await using var office = await TestOffice.StartAsync("--Pack:Name=tochigi");
        var asker = office.Host.Tenant.People[0];
        var person = await office.OpenAsync(asker.Name);
        await person.Flow().Send("担当が異動したらパスワードは変える？")
            .AssertReply(reply => TestPerson.Words(reply).ShouldContain("(2)エ"), timeout: TestPerson.NoTimer).PlayAsync();
    }

    [Fact]
    public async Task Two_commands_are_answered_in_their_order()
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        await author.Flow()
            .Send("一覧").AssertReply(reply => TestPerson.Words(reply).ShouldContain("今することはありません"), timeout: TestPerson.NoTimer)
            .Send("ヘルプ").AssertReply(reply => TestPerson.Words(reply).ShouldStartWith("使い方"), timeout: TestPerson.NoTimer)
            .PlayAsync();
    }

    [Fact]
    public async Task What_nobody_understands_is_not_left_unanswered()
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        await author
            .Flow()
            .Send("ほげ")
            .AssertReply(reply => TestPerson.Words(reply).ShouldNotBeEmpty(), timeout: TestPerson.NoTimer)
            .PlayAsync();
    }

    [Fact]
    public async Task A_second_installation_does_not_greet_again()
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        await author.Flow()
            .Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add" })
            .SendConversationUpdate()
            .Send("一覧").AssertReply(reply => TestPerson.Words(reply).ShouldStartWith("一覧"), timeout: TestPerson.NoTimer)
            .PlayAsync();
    }

    [Fact]
    public async Task Somebody_whom_nobody_knows_is_told_to_sign_in_and_nothing_is_stored()
    {
        await using var office = await TestOffice.StartAsync();
        var stranger = office.Of("名無し", objectId: "");
        await stranger.Flow().Send(Scenario.Text)
            .AssertReply(reply => TestPerson.Words(reply).ShouldContain("どなたからの操作か"), timeout: TestPerson.NoTimer).PlayAsync();
        (await office.Host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task In_a_channel_the_draft_goes_to_the_personal_chat_and_only_its_state_to_the_thread()
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        var thread = office.InChannel(BotHost.Author);
        var mention = new Mention { Type = "mention", Text = "<at>広報ボット</at>", Mentioned = new ChannelAccount("28:bot", "広報ボット") };
        var entity = new Entity();
        entity.SetAs(mention);
        await thread.Flow().Send(new Activity(ActivityTypes.Message) { Text = "<at>広報ボット</at> " + Scenario.Text, Entities = [entity] })
            .PlayAsync();
        await author.SeesCardAsync("下書き", "No.1（");
        TestPerson.Words(await thread.SeesAsync(message => TestPerson.Words(message).Contains("下書き", StringComparison.Ordinal)))
            .ShouldNotContain("図書館");
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_has_no_answer_of_the_bot()
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        await author.Flow()
            .Send(new Activity(ActivityTypes.Invoke) { Name = "composeExtension/query" })
            .Send("一覧").AssertReply(reply => reply.Type.ShouldBe(ActivityTypes.Message), timeout: TestPerson.NoTimer)
            .PlayAsync();
    }

    [Fact]
    public async Task A_middleware_of_the_framework_runs_before_the_bot()
    {
        await using var office = await TestOffice.StartAsync();
        var author = await office.OpenAsync(BotHost.Author);
        author.Adapter.Use(new Shorthand());
        await author.Flow().Send("？").AssertReply(reply => TestPerson.Words(reply).ShouldStartWith("使い方"), timeout: TestPerson.NoTimer)
            .PlayAsync();
    }

    /// <summary>An office's own abbreviation.</summary>
    private sealed class Shorthand : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Text == "？") turnContext.Activity.Text = "ヘルプ";
            return next(cancellationToken);
        }
    }
}
