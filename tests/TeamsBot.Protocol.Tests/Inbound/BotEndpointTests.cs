using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>What the service hears about a turn (protocol.md 1.10, 3.5, 4.3 rule 8).</summary>
public sealed class BotEndpointTests : IDisposable
{
    private readonly BotHost bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("message")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("messageReaction")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("somethingNew")]
    public async Task Whatever_is_no_invoke_is_accepted_with_202_and_no_body(string type)
    {
        bot.Process = (_, _) => Task.FromResult<InvokeResponse?>(InvokeResponses.Message("not for a message"));
        (await bot.PostAsync(Samples.Event(type))).ShouldBe(new HttpAnswer(202, "", null, ""));
        bot.Turns.Single().Activity.Type.ShouldBe(type);
    }

    [Fact]
    public async Task A_turn_that_failed_is_answered_500_so_that_it_comes_again()
    {
        bot.Process = (_, _) => throw new InvalidOperationException("秘密の下書き");
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(500);
        bot.Logs.All.ShouldContain("System.InvalidOperationException");
        bot.Logs.All.ShouldNotContain("秘密");
    }

    [Fact]
    public async Task An_answered_invoke_has_status_and_body_of_the_answer()
    {
        bot.Process = (_, _) =>
            Task.FromResult<InvokeResponse?>(
                InvokeResponses.Card(new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock { Text = "REQ-17: approved", Wrap = true }] })
            );
        var answer = await bot.PostAsync(Samples.Execute());
        (answer.Status, answer.ContentType).ShouldBe((200, "application/json; charset=utf-8"));
        JsonNode.Parse(answer.Body)!["value"]!["body"]![0]!["text"]!.GetValue<string>().ShouldBe("REQ-17: approved");
    }

    [Theory]
    [InlineData("adaptiveCard/action", 200, "application/vnd.microsoft.activity.message")]
    [InlineData("task/fetch", 501, null)]
    [InlineData("composeExtension/query", 501, null)]
    [InlineData("tab/fetch", 501, null)]
    [InlineData("signin/verifyState", 501, null)]
    [InlineData("something/new", 501, null)]
    [InlineData(null, 200, null)]
    public async Task An_invoke_that_nobody_handles(string? name, int status, string? type)
    {
        var answer = await bot.PostAsync(name == "adaptiveCard/action" ? Samples.Execute("unknown") : Samples.Invoke(name));
        answer.Status.ShouldBe(status);
        if (type is null) answer.Body.ShouldBe("");
        else JsonNode.Parse(answer.Body)!["type"]!.GetValue<string>().ShouldBe(type);
    }

    [Theory]
    [InlineData("adaptiveCard/action", 200, "もう一度")]
    [InlineData("task/submit", 200, "もう一度")]
    [InlineData("something/new", 500, "")]
    [InlineData(null, 500, "")]
    public async Task An_invoke_that_failed(string? name, int status, string text)
    {
        bot.Process = (_, _) => throw new InvalidOperationException("秘密");
        var answer = await bot.PostAsync(name == "adaptiveCard/action" ? Samples.Execute(trigger: "automatic") : Samples.Invoke(name));
        answer.Status.ShouldBe(status);
        answer.Body.ShouldContain(text);
        answer.Body.ShouldNotContain("秘密");
        if (text.Length == 0) answer.Body.ShouldBe("");
    }

    [Fact]
    public async Task The_app_may_say_it_in_its_own_words()
    {
        var troubles = new List<TurnTrouble>();
        bot.Neutral = (_, trouble) =>
        {
            troubles.Add(trouble);
            return trouble == TurnTrouble.Failed ? null : InvokeResponses.Message("own words");
        };
        (await bot.PostAsync(Samples.Execute())).Body.ShouldContain("own words");
        bot.Process = (_, _) => throw new InvalidOperationException();
        (await bot.PostAsync(Samples.Execute())).Body.ShouldContain("もう一度");
        troubles.ShouldBe([TurnTrouble.Unhandled, TurnTrouble.Failed]);
    }

    [Fact]
    public async Task A_slow_invoke_is_answered_neutrally_while_its_work_goes_on()
    {
        var finish = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        bot.Process = async (_, _) =>
        {
            await finish.Task;
            done.SetResult();
            return null;
        };
        var answering = bot.PostAsync(Samples.Execute());
        await bot.Time.WhenWaiting(2);
        bot.Time.Advance(TimeSpan.FromSeconds(4));
        var answer = await answering;
        (answer.Status, answer.Body.Contains("受け付けました", StringComparison.Ordinal)).ShouldBe((200, true));
        bot.Logs.Lines.ShouldContain(line => line.Id == 1201);

        var stopping = bot.Get<TurnRunner>().StopAsync(default);
        stopping.IsCompleted.ShouldBeFalse();
        finish.SetResult();
        await done.Task;
        await stopping;
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_does_not_hold_the_answer_up()
    {
        using var release = new ManualResetEventSlim();
        bot.Process = (_, _) =>
        {
            release.Wait(CancellationToken.None);
            return Task.FromResult<InvokeResponse?>(null);
        };
        var answering = Task.Run(() => bot.PostAsync(Samples.Execute()));
        await bot.Time.WhenWaiting(2);
        bot.Time.Advance(TimeSpan.FromSeconds(4));
        (await answering).Status.ShouldBe(200);
        release.Set();
        await bot.Get<TurnRunner>().StopAsync(default);
    }

    [Fact]
    public async Task A_turn_has_its_own_time_limit()
    {
        bot.Process = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, bot.Time, token);
            return null;
        };
        var answering = bot.PostAsync(Samples.Message());
        await bot.Time.WhenWaiting(1);
        bot.Time.Advance(TimeSpan.FromSeconds(15));
        (await answering).Status.ShouldBe(500);
        bot.Logs.All.ShouldContain("time limit reached: True");
    }

    [Fact]
    public async Task The_service_hanging_up_does_not_stop_the_work()
    {
        using var hangUp = new CancellationTokenSource();
        var finish = new TaskCompletionSource();
        var begun = new TaskCompletionSource<CancellationToken>();
        bot.Process = async (_, token) =>
        {
            begun.SetResult(token);
            await finish.Task;
            return null;
        };
        var answering = bot.PostAsync(System.Text.Encoding.UTF8.GetBytes(Samples.Message().ToJsonString()), context =>
        {
            context.Request.Headers.Authorization = "Bearer " + bot.Token();
            context.RequestAborted = hangUp.Token;
        });
        var seen = await begun.Task;
        await hangUp.CancelAsync();
        seen.IsCancellationRequested.ShouldBeFalse();
        finish.SetResult();
        (await answering).Status.ShouldBe(202);
    }

    [Fact]
    public async Task Refusals_are_logged_ten_times_a_minute_and_the_rest_is_counted()
    {
        for (var attempt = 0; attempt < 25; attempt++) await bot.PostAsync(Samples.Message(), [null]);
        bot.Logs.Lines.Count(line => line.Id == 1100).ShouldBe(RefusalLog.PerMinute);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.PostAsync(Samples.Message(), [null]);
        bot.Logs.Lines.Last().Text.ShouldContain("15 alike not logged");
    }
}
