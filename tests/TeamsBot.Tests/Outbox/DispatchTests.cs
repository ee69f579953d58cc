using System.Net;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Outbox;

public sealed class DispatchTests : IDisposable
{
    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task What_is_said_arrives_once_and_in_order()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox =>
        {
            foreach (var number in Enumerable.Range(1, 5)) outbox.Say(OutboxBench.Person("sato"), $"{number}");
        });
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        bench.Sent.ShouldBe(Enumerable.Range(1, 5).Select(number => $"POST a:sato {number}"));
        (await bench.StatusesAsync()).ShouldAllBe(status => status == OutboxStatus.Sent);
    }

    [Fact]
    public async Task The_service_is_not_asked_faster_than_it_allows()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox =>
        {
            foreach (var number in Enumerable.Range(1, 20)) outbox.Say(OutboxBench.Person("sato"), $"{number}");
        });
        await bench.PumpAsync();
        bench.Sent.Count().ShouldBe(5);
        await bench.PassAsync(TimeSpan.FromSeconds(30));
        bench.Sent.ShouldBe(Enumerable.Range(1, 20).Select(number => $"POST a:sato {number}"));
    }

    [Fact]
    public async Task The_first_version_of_a_card_is_posted_and_later_ones_change_it()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        await bench.PumpAsync();
        await ShowAsync(2);
        await bench.PumpAsync();
        bench.Wire.Calls.Select(call => $"{call.Method} {call.Path} {call.Says}").ShouldBe(
        [
            "POST /teams/v3/conversations/a:sato/activities v1",
            "PUT /teams/v3/conversations/a:sato/activities/m1 v2",
        ]);
    }

    [Fact]
    public async Task A_version_that_comes_while_the_first_is_under_way_changes_that_message()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        bench.Wire.Answer = async _ =>
        {
            bench.Wire.Accept();
            await ShowAsync(2);
            return null;
        };
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v1", "PUT a:sato v2"]);
    }

    [Fact]
    public async Task Versions_that_queued_up_are_dropped_for_the_newest()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        await ShowAsync(2);
        await ShowAsync(3);
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v3"]);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Superseded, OutboxStatus.Superseded, OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_version_older_than_what_is_shown_is_dropped()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(5);
        await bench.PumpAsync();
        await ShowAsync(4);
        await ShowAsync(5);
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v5"]);
    }

    [Fact]
    public async Task A_card_that_is_there_already_is_changed_and_not_posted_again()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.CardIsAt(OutboxBench.Person("sato"), "draft:1", "a:sato", "m77"));
        await ShowAsync(1);
        await bench.PumpAsync();
        bench.Wire.Calls.Select(call => $"{call.Method} {call.Path}").ShouldBe(["PUT /teams/v3/conversations/a:sato/activities/m77"]);
    }

    [Fact]
    public async Task A_card_whose_message_was_deleted_is_posted_anew()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        await bench.PumpAsync();
        bench.Wire.AnswerFirst(() => FakeConnector.Refusal(HttpStatusCode.NotFound, "ActivityNotFoundInConversation"));
        await ShowAsync(2);
        await bench.PumpAsync();
        await ShowAsync(3);
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v1", "PUT a:sato v2", "POST a:sato v2", "PUT a:sato v3"]);
    }

    [Fact]
    public async Task A_card_that_was_accepted_without_an_id_is_posted_anew_when_it_changes()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AnswerFirst(() => new HttpResponseMessage(HttpStatusCode.Accepted));
        await ShowAsync(1);
        await bench.PumpAsync();
        await ShowAsync(2);
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v1", "POST a:sato v2"]);
    }

    [Fact]
    public async Task A_message_for_later_waits_and_does_not_hold_up_others()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "later", notBefore: bench.Time.GetUtcNow().AddHours(3)));
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "now"));
        await bench.PassAsync(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        bench.Sent.ShouldBe(["POST a:sato now"]);
        await bench.PassAsync(TimeSpan.FromSeconds(1));
        bench.Sent.ShouldBe(["POST a:sato now", "POST a:sato later"]);
    }

    [Fact]
    public async Task Fifty_conversations_each_keep_their_order()
    {
        foreach (var person in Enumerable.Range(0, 50)) await bench.WritesAsync($"p{person}");
        foreach (var number in Enumerable.Range(0, 6))
        {
            await bench.CommitAsync(outbox =>
            {
                foreach (var person in Enumerable.Range(0, 50)) outbox.Say(OutboxBench.Person($"p{person}"), $"{number}");
            });
        }

        await bench.PassAsync(TimeSpan.FromMinutes(1));
        foreach (var person in Enumerable.Range(0, 50))
        {
            bench
                .Wire.Calls.Where(call => call.To == $"a:p{person}")
                .Select(call => call.Says)
                .ShouldBe(Enumerable.Range(0, 6).Select(number => $"{number}"));
        }
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_ends_alone()
    {
        await bench.WritesAsync("sato");
        await bench.WritesAsync("ito");
        await ShowAsync(1);
        bench.Database.Tamper("UPDATE OutboxMessages SET Body = 'no card'");
        await bench.CommitAsync(outbox =>
        {
            outbox.Say(OutboxBench.Person("sato"), "after");
            outbox.Say(OutboxBench.Person("ito"), "other");
        });
        await bench.PumpAsync();
        bench.Sent.Order().ShouldBe(["POST a:ito other", "POST a:sato after"]);
        var messages = await bench.MessagesAsync();
        (messages[0].Status, messages[0].LastFailure).ShouldBe((OutboxStatus.Dead, FailureCodes.Unreadable));
    }

    [Fact]
    public async Task An_adoption_that_cannot_be_read_ends_alone()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.CardIsAt(OutboxBench.Person("sato"), "draft:1", "a:sato", "m77"));
        bench.Database.Tamper("UPDATE OutboxMessages SET Body = 'nowhere'");
        await ShowAsync(1);
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato v1"]);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Dead, OutboxStatus.Sent]);
    }

    [Fact]
    public async Task What_was_sent_leaves_no_copy_of_its_text_in_the_outbox()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "unpublished"));
        await ShowAsync(1);
        await ShowAsync(2);
        await bench.PumpAsync();
        bench.Sent.Count().ShouldBe(2);
        (await bench.MessagesAsync()).ShouldAllBe(message => message.Body == "");
    }

    [Fact]
    public async Task Somebody_met_in_a_channel_only_gets_a_chat_of_their_own()
    {
        await bench.ReceiveAsync(
            OutboxBench.Inbound("sato", conversationId: "19:pr@thread.tacv2;messageid=5", kind: ConversationTypes.Channel)
        );
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        await bench.PumpAsync();
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "again"));
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["CREATE", "POST a:created hello", "POST a:created again"]);
    }

    [Fact]
    public async Task A_thread_is_spoken_to_in_the_thread()
    {
        await bench.ReceiveAsync(
            OutboxBench.Inbound("sato", conversationId: "19:pr@thread.tacv2;messageid=5", kind: ConversationTypes.Channel)
        );
        await bench.CommitAsync(outbox =>
            outbox.Say(Address.Conversation(OutboxBench.Tenant, "19:pr@thread.tacv2;messageid=9"), "in a thread")
        );
        await bench.CommitAsync(outbox =>
            outbox.Say(Address.Conversation(OutboxBench.Tenant, "19:other@thread.tacv2"), "a new post in a neighbour")
        );
        await bench.PumpAsync();
        bench
            .Sent.Order()
            .ShouldBe(["POST 19:other@thread.tacv2 a new post in a neighbour", "POST 19:pr@thread.tacv2;messageid=9 in a thread"]);
    }

    [Fact]
    public async Task A_card_whose_message_was_deleted_is_posted_anew_also_where_a_newer_version_overtakes_the_one_that_found_out()
    {
        await bench.WritesAsync("sato");
        await ShowAsync(1);
        await bench.PumpAsync();
        bench.Wire.Answer = async _ =>
        {
            bench.Wire.Accept();
            await ChangeAsync(3);
            return FakeConnector.Refusal(HttpStatusCode.NotFound, "ActivityNotFoundInConversation");
        };
        await ChangeAsync(2);
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        bench.Sent.ShouldBe(["POST a:sato v1", "PUT a:sato v2", "POST a:sato v3"]);
    }

    [Fact]
    public async Task A_change_of_a_card_that_never_came_is_dropped_with_it()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await ShowAsync(1);
        await bench.PumpAsync();
        await ChangeAsync(2);
        await ChangeAsync(3);
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(5));
        bench.Sent.ShouldBe(["POST a:sato v1"]);
    }

    private Task ChangeAsync(long version) =>
        bench.CommitAsync(outbox =>
            outbox.Change(OutboxBench.Person("sato"), "draft:1", version, TestCards.Saying($"v{version}"), "a draft", "draft:1")
        );

    private Task ShowAsync(long version) =>
        bench.CommitAsync(outbox =>
            outbox.Show(OutboxBench.Person("sato"), "draft:1", version, TestCards.Saying($"v{version}"), "a draft")
        );
}
