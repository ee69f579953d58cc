using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Protocol.Tests.Outbound;

public sealed class ThreadTargetTests
{
    [Theory]
    [InlineData("19:c@thread.tacv2", "19:c@thread.tacv2", null)]
    [InlineData("19:c@thread.tacv2;messageid=17", "19:c@thread.tacv2", "17")]
    [InlineData("a:1", "a:1", null)]
    public void A_conversation_id_names_the_channel_and_perhaps_a_thread(string id, string channel, string? root)
    {
        ThreadTarget.Channel(id).ShouldBe(channel);
        ThreadTarget.RootOf(id).ShouldBe(root);
    }

    [Theory]
    [InlineData("19:c@thread.tacv2")]
    [InlineData("19:c@thread.tacv2;messageid=1")]
    public void A_thread_replaces_the_one_already_named(string id) =>
        ThreadTarget.Thread(id, "42").ShouldBe("19:c@thread.tacv2;messageid=42");

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("f:1")]
    [InlineData("42;messageid=1")]
    [InlineData(" 42")]
    public void Only_a_number_can_open_a_thread(string root) => Should.Throw<ArgumentException>(() => ThreadTarget.Thread("19:c", root));
}
