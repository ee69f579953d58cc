using System.Net;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Outbox;

public sealed class DispatchFailureTests : IDisposable
{
    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.PreconditionFailed, "PreconditionFailed")]
    [InlineData(HttpStatusCode.TooManyRequests, "Throttled")]
    [InlineData(HttpStatusCode.ServiceUnavailable, null)]
    [InlineData(HttpStatusCode.InternalServerError, "ServiceError")]
    [InlineData(HttpStatusCode.Unauthorized, null)]
    [InlineData(HttpStatusCode.Forbidden, null)]
    [InlineData(HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData(HttpStatusCode.RequestTimeout, null)]
    [InlineData(HttpStatusCode.Conflict, null)]
    [InlineData(HttpStatusCode.Found, null)]
    [InlineData(HttpStatusCode.BadRequest, "UnknownGeo")]
    public async Task A_passing_failure_is_tried_again_before_anything_else_is_said(HttpStatusCode status, string? code)
    {
        await bench.WritesAsync("sato");
        bench.Wire.AnswerFirst(() => FakeConnector.Refusal(status, code));
        await SayAsync("first", "second");
        await bench.PassAsync(TimeSpan.FromSeconds(10));
        bench.Sent.ShouldBe(["POST a:sato first", "POST a:sato first", "POST a:sato second"]);
        (await bench.StatusesAsync()).ShouldAllBe(status => status == OutboxStatus.Sent);
    }

    [Fact]
    public async Task The_wait_the_service_asks_for_is_kept()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AnswerFirst(() => FakeConnector.Refusal(HttpStatusCode.TooManyRequests, "Throttled", TimeSpan.FromSeconds(120)));
        await SayAsync("hello");
        await bench.PassAsync(TimeSpan.FromSeconds(119));
        bench.Sent.Count().ShouldBe(1);
        await bench.PassAsync(TimeSpan.FromSeconds(2));
        bench.Sent.Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_text_that_may_have_arrived_is_repeated_once_after_half_a_minute_and_never_again()
    {
        await bench.WritesAsync("sato");
        bench.Wire.Answer = call => Task.FromResult(call.IsQuestion ? null : FakeConnector.Refusal(HttpStatusCode.BadGateway));
        await SayAsync("hello");
        await bench.PassAsync(TimeSpan.FromSeconds(29));
        bench.Sent.Count().ShouldBe(1);
        await bench.PassAsync(TimeSpan.FromHours(2));
        bench.Sent.Count().ShouldBe(2);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Dead]);
    }

    [Fact]
    public async Task A_time_out_counts_as_perhaps_arrived()
    {
        await bench.WritesAsync("sato");
        bench.Wire.Answer = _ => throw new TaskCanceledException("time-out");
        await SayAsync("hello");
        await bench.PassAsync(TimeSpan.FromSeconds(29));
        bench.Wire.Accept();
        bench.Sent.Count().ShouldBe(1);
        await bench.PassAsync(TimeSpan.FromSeconds(2));
        bench.Sent.Count().ShouldBe(2);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_card_that_may_have_arrived_is_not_repeated_when_a_newer_version_waits()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AnswerFirst(() => FakeConnector.Refusal(HttpStatusCode.BadGateway));
        await ShowAsync(1);
        await bench.PumpAsync();
        await ShowAsync(2);
        await bench.PassAsync(TimeSpan.FromMinutes(2));
        bench.Sent.ShouldBe(["POST a:sato v1", "POST a:sato v2"]);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Superseded, OutboxStatus.Sent]);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "BadSyntax")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig")]
    [InlineData(HttpStatusCode.Forbidden, "NotEnoughPermissions")]
    public async Task A_refusal_for_good_is_not_repeated_and_the_next_message_goes_out(HttpStatusCode status, string? code)
    {
        await bench.WritesAsync("sato");
        bench.Wire.AnswerFirst(() => FakeConnector.Refusal(status, code));
        await SayAsync("first", "second");
        await bench.PassAsync(TimeSpan.FromMinutes(10));
        bench.Sent.ShouldBe(["POST a:sato first", "POST a:sato second"]);
        var messages = await bench.MessagesAsync();
        (messages[0].Status, messages[0].LastFailure).ShouldBe((OutboxStatus.Dead, code ?? "409"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "ConversationBlockedByUser")]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster")]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound")]
    public async Task Who_cannot_be_reached_gets_everything_that_still_matters_when_they_write_again(HttpStatusCode status, string code)
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(status, code);
        await SayAsync("hello");
        await ShowAsync(1);
        await bench.PassAsync(TimeSpan.FromHours(1));
        await ShowAsync(2);
        await bench.PassAsync(TimeSpan.FromHours(1));
        bench.Sent.ShouldBe(["POST a:sato hello"]);
        (await bench.StatusesAsync()).ShouldAllBe(state => state == OutboxStatus.Unreachable);

        bench.Wire.Accept();
        await bench.WritesAsync("sato");
        await bench.PassAsync(TimeSpan.FromSeconds(5));
        bench.Sent.ShouldBe(["POST a:sato hello", "POST a:sato hello", "POST a:sato v2"]);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent, OutboxStatus.Superseded, OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_refusal_that_was_under_way_when_the_person_wrote_is_the_older_news()
    {
        await bench.WritesAsync("sato");
        bench.Wire.Answer = async _ =>
        {
            bench.Wire.Accept();
            bench.Time.Advance(TimeSpan.FromMinutes(2));
            await bench.WritesAsync("sato");
            return FakeConnector.Refusal(HttpStatusCode.Forbidden, "ConversationBlockedByUser");
        };
        await SayAsync("hello");
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato hello", "POST a:sato hello"]);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_turn_that_read_before_a_refusal_is_run_again_and_opens_the_chat()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.Forbidden, "ConversationBlockedByUser");
        await SayAsync("hello");
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        using var turn = bench.Database.CreateDbContext();
        await RememberConversation.FromAsync(turn, OutboxBench.Inbound("sato"), bench.Time.GetUtcNow(), default);
        await bench.PumpAsync();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => new CommitGate(bench.Gate, bench.Signal, TimeProvider.System).SaveAsync(turn, default));
        bench.Wire.Accept();
        await bench.WritesAsync("sato");
        await bench.PassAsync(TimeSpan.FromSeconds(5));
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task Who_was_never_seen_gets_the_message_when_they_install_the_bot()
    {
        await SayAsync("hello");
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        (await bench.MessagesAsync()).Single().LastFailure.ShouldBe(FailureCodes.NeverSeen);
        await bench.ReceiveAsync(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "add"));
        await bench.PassAsync(TimeSpan.FromSeconds(5));
        bench.Sent.ShouldBe(["POST a:sato hello"]);
    }

    [Fact]
    public async Task Who_removed_the_bot_is_not_spoken_to()
    {
        await bench.WritesAsync("sato");
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.ReceiveAsync(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "remove"));
        await SayAsync("hello");
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        bench.Sent.ShouldBeEmpty();
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Unreachable]);
    }

    [Fact]
    public async Task A_text_that_waited_a_week_is_not_said_any_more()
    {
        await SayAsync("今日の会議は15時からです");
        await bench.PassAsync(TimeSpan.FromDays(8));
        await bench.WritesAsync("sato");
        await bench.PassAsync(TimeSpan.FromSeconds(5));
        bench.Sent.ShouldBeEmpty();
        (await bench.MessagesAsync()).Single().LastFailure.ShouldBe(FailureCodes.Expired);
    }

    [Fact]
    public async Task A_place_that_refuses_and_was_never_seen_is_not_asked_again_and_again()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        await bench.CommitAsync(outbox => outbox.Say(Address.Conversation(OutboxBench.Tenant, "19:closed@thread.tacv2"), "hello"));
        await bench.PassAsync(TimeSpan.FromHours(1));
        bench.Sent.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_whose_chat_cannot_be_opened_is_not_asked_again_and_again()
    {
        await bench.ReceiveAsync(OutboxBench.Inbound("sato", conversationId: "19:pr@thread.tacv2", kind: ConversationTypes.Channel));
        bench.Wire.AlwaysAnswer(HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        await SayAsync("hello");
        await bench.PassAsync(TimeSpan.FromHours(1));
        bench.Sent.ShouldBe(["CREATE"]);
        bench.Wire.Accept();
        await bench.ReceiveAsync(OutboxBench.Inbound("sato", conversationId: "19:pr@thread.tacv2", kind: ConversationTypes.Channel));
        await bench.PassAsync(TimeSpan.FromSeconds(5));
        bench.Sent.ShouldBe(["CREATE", "CREATE", "POST a:created hello"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData(HttpStatusCode.InternalServerError, 1)]
    [InlineData(HttpStatusCode.BadGateway, 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 20)]
    [InlineData(HttpStatusCode.InternalServerError, 20)]
    [InlineData(HttpStatusCode.BadGateway, 20)]
    public async Task A_connector_that_is_dead_for_an_hour_costs_no_message(HttpStatusCode status, int people)
    {
        foreach (var person in Enumerable.Range(0, people)) await bench.WritesAsync($"p{person}");
        bench.Wire.AlwaysAnswer(status);
        await bench.CommitAsync(outbox =>
        {
            foreach (var person in Enumerable.Range(0, people)) outbox.Say(OutboxBench.Person($"p{person}"), $"to {person}");
        });
        await bench.PassAsync(TimeSpan.FromHours(1));
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(10));
        (await bench.StatusesAsync()).ShouldAllBe(state => state == OutboxStatus.Sent);
    }

    [Fact]
    public async Task A_dead_connector_does_not_hold_up_another()
    {
        await bench.WritesAsync("sato");
        bench.Wire.Answer = call =>
            Task.FromResult(
                call.Path.Contains("a:sato", StringComparison.Ordinal) ? FakeConnector.Refusal(HttpStatusCode.ServiceUnavailable) : null
            );
        await SayAsync("1", "2", "3");
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        await bench.WritesAsync("ito");
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("ito"), "hello"));
        await bench.PassAsync(TimeSpan.FromSeconds(90));
        bench.Sent.ShouldContain("POST a:ito hello");
    }

    private Task SayAsync(params string[] texts) => bench.CommitAsync(outbox =>
    {
        foreach (var text in texts) outbox.Say(OutboxBench.Person("sato"), text);
    });

    private Task ShowAsync(long version) =>
        bench.CommitAsync(outbox =>
            outbox.Show(OutboxBench.Person("sato"), "draft:1", version, TestCards.Saying($"v{version}"), "a draft")
        );
}
