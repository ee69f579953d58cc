using TeamsBot.Conversations;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Outbox;

public sealed class ConversationTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_installation_told_several_times_is_welcomed_once()
    {
        var conversation = Conversation.FirstSeen(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "add"), Start);
        conversation.Seen(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "add"), Start.AddSeconds(1));
        conversation.Seen(Member(added: true), Start.AddSeconds(2));
        (conversation.TryWelcome(), conversation.TryWelcome()).ShouldBe((true, false));
    }

    [Fact]
    public void Who_installs_again_after_a_removal_is_welcomed_again()
    {
        var conversation = Conversation.FirstSeen(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "add"), Start);
        conversation.TryWelcome();
        conversation.Seen(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "remove"), Start.AddDays(1));
        conversation.IsReachable.ShouldBeFalse();
        conversation.Seen(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "add"), Start.AddDays(2));
        (conversation.IsReachable, conversation.TryWelcome()).ShouldBe((true, true));
    }

    [Fact]
    public void An_old_removal_delivered_late_changes_nothing()
    {
        var conversation = Conversation.FirstSeen(OutboxBench.Inbound("sato"), Start);
        conversation.Seen(OutboxBench.Inbound("sato", ActivityTypes.InstallationUpdate, "remove"), Start.AddDays(-1));
        conversation.IsReachable.ShouldBeTrue();
    }

    [Theory]
    [InlineData(ActivityTypes.Message, true)]
    [InlineData(ActivityTypes.Invoke, true)]
    [InlineData(ActivityTypes.MessageReaction, false)]
    [InlineData(ActivityTypes.ConversationUpdate, false)]
    public void Only_what_a_person_says_or_presses_opens_a_blocked_chat_again(string type, bool isReachable)
    {
        var conversation = Conversation.FirstSeen(OutboxBench.Inbound("sato"), Start);
        conversation.Blocked(Start.AddHours(1));
        conversation.Seen(OutboxBench.Inbound("sato", type), Start.AddHours(2));
        conversation.IsReachable.ShouldBe(isReachable);
    }

    [Fact]
    public void A_channel_is_one_conversation_whatever_the_thread()
    {
        var conversation = Conversation.FirstSeen(
            OutboxBench.Inbound("sato", conversationId: "19:pr@thread.tacv2;messageid=7", kind: ConversationTypes.Channel),
            Start
        );
        (conversation.ConversationId, conversation.Kind, conversation.AadObjectId).ShouldBe(
            ("19:pr@thread.tacv2", ConversationKind.Channel, null)
        );
    }

    [Fact]
    public void The_language_is_that_of_what_the_person_writes_and_not_of_what_they_press()
    {
        var contact = Contact.FirstSeen(OutboxBench.Inbound("sato").Actor!, Speaking("invoke", "en-US"), Start);
        contact.Locale.ShouldBe("en-US");
        contact.Seen(OutboxBench.Inbound("sato").Actor!, Speaking("message", "ja-JP"), Start.AddDays(2));
        contact.Seen(OutboxBench.Inbound("sato").Actor!, Speaking("invoke", "en-US"), Start.AddDays(3));
        contact.Locale.ShouldBe("ja-JP");
    }

    [Fact]
    public void An_address_says_again_what_it_was_made_of()
    {
        var person = Address.Person("11111111-AAAA", "22222222-BBBB");
        (person.TenantId, person.ObjectId, person.ConversationId).ShouldBe(("11111111-aaaa", "22222222-bbbb", null));
        var thread = Address.Conversation("t", "19:Ab/c:d@thread.tacv2;messageid=1");
        (thread.TenantId, thread.ObjectId, thread.ConversationId).ShouldBe(("t", null, "19:Ab/c:d@thread.tacv2;messageid=1"));
        Address.Parse(thread.ToString()).ShouldBe(thread);
        Address.Person("T", "P").ShouldBe(Address.Person("t", "p"));
    }

    private static TeamsBot.Protocol.Inbound.ParsedTurn Member(bool added)
    {
        var turn = OutboxBench.Inbound("sato", ActivityTypes.ConversationUpdate);
        ChannelAccount[] bot = [new() { Id = "28:bot" }];
        return new()
        {
            Activity = turn.Activity with { Recipient = bot[0], MembersAdded = added ? bot : null },
            Actor = null,
            Conversation = turn.Conversation,
        };
    }

    private static TeamsBot.Protocol.Inbound.ParsedTurn Speaking(string type, string locale)
    {
        var turn = OutboxBench.Inbound("sato", type);
        return new()
        {
            Activity = turn.Activity with { Entities = [new Entity { Type = "clientInfo", Locale = locale }] },
            Actor = turn.Actor,
            Conversation = turn.Conversation,
        };
    }
}
