using TeamsBot.Conversations;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

public sealed class OutboxQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 1, 0, 0, TimeSpan.Zero);
    private readonly OutboxQueue queue = new();

    [Fact]
    public void An_address_gets_its_next_message_only_when_the_last_has_left()
    {
        queue.Enter(Text(1, "a"));
        queue.Enter(Text(2, "a"));
        var first = queue.Next(Now)!.Message;
        queue.Next(Now).ShouldBeNull();
        queue.Leave(first);
        queue.Next(Now)!.Message.Id.ShouldBe(2);
    }

    [Fact]
    public void Addresses_take_turns_however_much_one_has_waiting()
    {
        foreach (var id in Enumerable.Range(1, 5)) queue.Enter(Text(id, "a"));
        queue.Enter(Text(6, "b"));
        var order = new List<long>();
        while (queue.Next(Now) is { } next)
        {
            order.Add(next.Message.Id);
            queue.Leave(next.Message);
        }

        order.ShouldBe([1, 6, 2, 3, 4, 5]);
    }

    [Fact]
    public void Who_waits_for_an_answer_goes_before_notices_to_others()
    {
        foreach (var id in Enumerable.Range(1, 5)) queue.Enter(Text(id, $"p{id}"));
        queue.Enter(Text(6, "asking") with { IsAnswer = true });
        queue.Next(Now)!.Message.Id.ShouldBe(6);
    }

    [Fact]
    public void A_message_being_retried_holds_up_its_address_until_its_time()
    {
        queue.Enter(Text(1, "a"));
        queue.Enter(Text(2, "a"));
        queue.Retry(queue.Next(Now)!.Message, Now.AddSeconds(30));
        queue.Next(Now).ShouldBeNull();
        queue.NextWake.ShouldBe(Now.AddSeconds(30));
        queue.Next(Now.AddSeconds(30))!.Message.Id.ShouldBe(1);
    }

    [Fact]
    public void Rests_end_when_the_connector_is_back_and_retries_keep_their_time()
    {
        queue.Enter(Text(1, "resting"));
        queue.Enter(Text(2, "retrying"));
        queue.Return(queue.Next(Now)!.Message, Now.AddMinutes(1));
        queue.Retry(queue.Next(Now)!.Message, Now.AddMinutes(1));
        queue.Next(Now).ShouldBeNull();
        queue.EndRests();
        queue.Next(Now)!.Message.Id.ShouldBe(1);
        queue.Next(Now).ShouldBeNull();
    }

    [Fact]
    public void Old_versions_are_handed_over_to_be_dropped_and_other_cards_keep_their_place()
    {
        queue.Enter(Card(1, "x", 1));
        queue.Enter(Card(2, "y", 1));
        queue.Enter(Card(3, "x", 2));
        queue.Enter(Card(4, "x", 3));
        var picked = queue.Next(Now)!;
        (picked.Message.Id, picked.Dropped.Single().Id).ShouldBe((2, 1));
        queue.Leave(picked.Message);
        picked = queue.Next(Now)!;
        (picked.Message.Id, picked.Dropped.Single().Id).ShouldBe((4, 3));
        queue.Leave(picked.Message);
        (queue.Next(Now), queue.Count).ShouldBe((null, 0));
    }

    [Fact]
    public void A_version_for_later_does_not_drop_the_one_for_now()
    {
        queue.Enter(Card(1, "x", 1));
        queue.Enter(Card(2, "x", 2) with { NextAttemptAt = Now.AddHours(1) });
        var picked = queue.Next(Now)!;
        (picked.Message.Id, picked.Dropped.Count).ShouldBe((1L, 0));
    }

    private static QueuedMessage Text(long id, string person)
        => new(id, Address.Person("t", person), IsCard: false, "", 0, IsAnswer: false, IsRetried: false, Now);

    private static QueuedMessage Card(long id, string key, long version)
        => new(id, Address.Person("t", "a"), IsCard: true, key, version, IsAnswer: false, IsRetried: false, Now);
}
