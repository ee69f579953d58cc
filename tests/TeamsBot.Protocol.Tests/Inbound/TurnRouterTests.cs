using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Tests.Inbound;

public sealed class TurnRouterTests
{
    private static readonly TurnHandler First = (_, _, _) => Task.FromResult(Reply.Say("first"));
    private static readonly TurnHandler Second = (_, _, _) => Task.FromResult(Reply.Say("second"));

    private readonly TurnRouter router = new();

    [Fact]
    public void Two_routes_with_one_name_stop_the_start()
    {
        router
            .OnAction("a.b", First)
            .OnCommand(["一覧", "list"], First)
            .OnText("any", _ => true, First)
            .OnEvent("installationUpdate", First)
            .Otherwise(First);
        Should.Throw<InvalidOperationException>(() => router.OnAction("a.b", Second)).Message.ShouldContain("a.b");
        Should.Throw<InvalidOperationException>(() => router.OnCommand(["ＬＩＳＴ"], Second)).Message.ShouldContain("list");
        Should.Throw<InvalidOperationException>(() => router.OnText("any", _ => false, Second)).Message.ShouldContain("any");
        Should
            .Throw<InvalidOperationException>(() => router.OnEvent("installationUpdate", Second))
            .Message.ShouldContain("installationUpdate");
        Should.Throw<InvalidOperationException>(() => router.Otherwise(Second));
    }

    [Fact]
    public void A_verb_goes_to_its_handler_and_an_unknown_one_to_whoever_takes_the_rest()
    {
        router.OnAction("a.b", First).Otherwise(Second);
        router.Find(Press("a.b")).ShouldBe(First);
        router.Find(Press("A.B")).ShouldBe(Second);
        router.Find(Press("old.verb")).ShouldBe(Second);
    }

    [Theory]
    [InlineData("一覧")]
    [InlineData("list")]
    [InlineData("LIST")]
    [InlineData("ｌｉｓｔ")]
    [InlineData("  list 12")]
    [InlineData("list　12")]
    [InlineData("list\n12")]
    [InlineData("一覧。")]
    [InlineData("一覧12")]
    [InlineData("一覧１２")]
    [InlineData("List!")]
    public void A_command_is_known_in_any_case_and_width(string text)
    {
        router.OnCommand(["一覧", "list"], First).Otherwise(Second);
        router.Find(Say(text)).ShouldBe(First);
    }

    [Theory]
    [InlineData("listen")]
    [InlineData("一覧表")]
    [InlineData("一覧12を公開しました")]
    [InlineData("一覧。 市の施設")]
    [InlineData("")]
    [InlineData("please list")]
    public void A_word_that_only_begins_like_a_command_is_none(string text)
    {
        router.OnCommand(["一覧", "list"], First).Otherwise(Second);
        router.Find(Say(text)).ShouldBe(Second);
    }

    [Theory]
    [InlineData("list 12", "12")]
    [InlineData("ｌｉｓｔ　No.12 ", "No.12")]
    [InlineData("list", "")]
    [InlineData("list１", "１")]
    [InlineData("list12", "12")]
    [InlineData("other 12", "other 12")]
    public void What_follows_the_command_is_its_argument(string text, string argument)
    {
        router.OnCommand(["list"], First);
        router.ArgumentOf(text).ShouldBe(argument);
    }

    [Fact]
    public void Text_routes_are_asked_in_order_and_commands_before_them()
    {
        router
            .OnCommand(["list"], First)
            .OnText("none", _ => false, First)
            .OnText("all", _ => true, Second)
            .OnText("late", _ => true, First);
        router.Find(Say("anything")).ShouldBe(Second);
        router.Find(Say("list")).ShouldBe(First);
    }

    [Fact]
    public void An_event_nobody_wants_asks_for_nothing()
    {
        router.OnEvent("installationUpdate", First).Otherwise(Second);
        router.Find(Of("installationUpdate")).ShouldBe(First);
        router.Find(Of("messageReaction")).ShouldBeNull();
        router.Find(Of("somethingNew")).ShouldBeNull();
    }

    private static ParsedTurn Say(string text) => Of(ActivityTypes.Message, text);

    private static ParsedTurn Press(string verb) =>
        Of(ActivityTypes.Invoke, "", new CardAction(verb, new Dictionary<string, string>(), false, false, null));

    private static ParsedTurn Of(string type, string text = "", CardAction? action = null) =>
        new()
        {
            Activity = new Activity { Type = type },
            Actor = null,
            Conversation = new("s", "c", "t", "b"),
            Text = text,
            Action = action,
        };
}
