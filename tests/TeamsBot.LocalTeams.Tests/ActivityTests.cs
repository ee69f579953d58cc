using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Tests.Hosting;
using TeamsBot.Tests;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>What the bot is sent has the shapes of protocol.md 3 and appendix A; each is an approved file.</summary>
public sealed partial class ActivityTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync() => host = await LocalTeamsHost.StartAsync(new SteppedTime());

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_in_a_personal_chat()
    {
        await Sato.SayAsync("案です。\n2行目 <b> & @広報ボット");
        ShouldBeApproved("personal-message");
    }

    [Fact]
    public async Task A_message_with_a_mention_in_a_channel()
    {
        await Sato.SayInChannelAsync("@広報ボット 状況 42");
        ShouldBeApproved("channel-message");
    }

    [Fact]
    public async Task A_reply_in_a_thread_names_the_thread_and_has_an_own_id()
    {
        var root = await Sato.SayInChannelAsync("まず人だけに");
        await Sato.SayInChannelAsync("@広報ボット 返信です", root.Message.Id);

        ShouldBeApproved("thread-reply");
        var reply = host.Bot.Received.Single();
        reply.GetProperty("conversation").GetProperty("id").GetString().ShouldEndWith($";messageid={root.Message.Id}");
        reply.GetProperty("id").GetString().ShouldNotBe(root.Message.Id);
    }

    [Fact]
    public async Task A_channel_message_without_a_mention_does_not_reach_the_bot()
    {
        var said = await Sato.SayInChannelAsync("みなさんへ");
        said.Answer.ShouldBeNull();
        host.Bot.Received.ShouldBeEmpty();
        host.Tenant.Channel.Messages.Single().Text.ShouldBe("みなさんへ");
    }

    [Fact]
    public async Task An_edited_message()
    {
        var said = await Sato.SayAsync("直す前");
        await Sato.EditAsync(said.Message, "直した後");
        ShouldBeApproved("edited-message", which: 1);
        host.Tenant.ChatOf(Sato.Person).Find(said.Message.Id)!.History.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_pressed_button()
    {
        var card = await CardAsync();
        await Sato.PressAsync(card, "差し戻しを送る", new Dictionary<string, string> { ["reason"] = "日付が違います" });
        ShouldBeApproved("execute", which: 1);
    }

    [Fact]
    public async Task A_button_without_inputs_sends_only_its_own_data()
    {
        var card = await CardAsync();
        await Sato.PressAsync(card, "質問する");
        host.Bot.Received.ElementAt(1)
            .GetProperty("value")
            .GetProperty("action")
            .GetProperty("data")
            .GetRawText()
            .ShouldBe("""{"id":"0"}""");
    }

    [Fact]
    public async Task A_button_sends_the_inputs_of_its_own_card_and_of_those_around_it()
    {
        var card = await CardAsync();
        await Sato.PressAsync(card, "取り下げを送る", new Dictionary<string, string> { ["why"] = "中止" });
        host.Bot.Received.ElementAt(1)
            .GetProperty("value")
            .GetProperty("action")
            .GetProperty("data")
            .EnumerateObject()
            .Select(value => value.Name)
            .ShouldBe(["seen", "kind", "why"]);
    }

    [Fact]
    public async Task The_same_button_on_an_old_client_is_a_message_with_a_value()
    {
        var card = await CardAsync();
        await Sato.PressOnOldClientAsync(card, "承認する");
        ShouldBeApproved("submit-fallback", which: 1);
    }

    [Fact]
    public async Task A_refresh_says_that_nobody_pressed()
    {
        var chat = host.Tenant.ChatOf(Sato.Person);
        await host.Bot.SendAsync(host.ServiceUrl, chat.Id, TinyBot.CardMessage(TinyCard.Refreshing(Sato.Person.UserId)));
        await Sato.RefreshAsync(chat.FromBot.Single());
        ShouldBeApproved("refresh");
    }

    [Fact]
    public async Task The_first_opening_installs_the_bot_for_everybody_and_in_the_team_once()
    {
        for (var opening = 0; opening < 2; opening++)
        {
            using var opened = await host.Http.GetAsync("/local/page/state?as=sato");
            opened.EnsureSuccessStatusCode();
        }

        await host.WaitForBotAsync(12);
        ShouldBeApproved("installation-personal", which: 0);
        ShouldBeApproved("bot-added-personal", which: 1);
        ShouldBeApproved("installation-team", which: 10);
        ShouldBeApproved("bot-added-team", which: 11);
        host.Bot.Received.Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_bot_that_refuses_is_told_to_the_person_and_not_hidden()
    {
        host.Bot.AnswerWith = 500;
        var said = await Sato.SayAsync("届かない");
        said.Answer!.Status.ShouldBe(500);
        host.Tenant.ChatOf(Sato.Person).Messages.Single().Problem.ShouldBe("HTTP 500");
    }

    private TeamsClient Sato => host.Clients.Of("sato");

    private async Task<ChatMessage> CardAsync()
    {
        await Sato.SayAsync("カードを見せて");
        return host.Tenant.ChatOf(Sato.Person).FromBot.Single();
    }

    private void ShouldBeApproved(string name, int which = 0)
    {
        var text = JsonSerializer
            .Serialize(host.Bot.Received.ElementAt(which), Readable)
            .Replace(host.Address.ToString(), "http://localhost:3978/", StringComparison.Ordinal);
        Approved.Match(EventId().Replace(text, "f:00000000-0000-0000-0000-000000000000"), name, "json");
    }

    [GeneratedRegex("f:[0-9a-f-]{36}", RegexOptions.NonBacktracking)]
    private static partial Regex EventId();
}
