using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The message a draft was made of is edited or deleted in the chat: a new revision while it is being written, else one sentence.
/// </summary>
public sealed class FollowMessageTests
{
    private const string First = "図書館からのお知らせです。\n12月7日(月)は休館します。";
    private const string Second = "図書館からのお知らせです。\n12月8日(火)は休館します。";

    [Fact]
    [Case("A14")]
    public async Task An_edit_is_a_new_revision_while_the_draft_is_written()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);

        await scenario.Author.EditAsync(said.Message, Second);

        await host.SeesTextAsync(scenario.Author.Chat, "メッセージの編集に合わせて、下書き No.1 の本文を変え");
        var draft = await scenario.DraftAsync();
        draft.Revisions.Select(revision => revision.Text).ShouldBe([First, Second]);
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("12月8日(火)");
        (await scenario.ActionsAsync()).ShouldContain("draft.follow");
    }

    /// <summary>No client says whether something is typed in the card's editor.</summary>
    [Fact]
    public async Task An_edit_leaves_alone_what_is_typed_in_the_card_and_brings_the_text_below()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);
        await host.IdleAsync();
        var inHand = await scenario.CurrentCardAsync(scenario.Author);
        var (before, count) = (inHand.Card!.Value, scenario.Author.Chat.FromBot.Count);

        await scenario.Author.EditAsync(said.Message, Second);
        await host.IdleAsync();

        Raw().ShouldBe(before.GetRawText());
        scenario.Author.Chat.FromBot.Skip(count).Count(message => message.Card is { } card && BotHost.IsOf(card, 1)).ShouldBe(1);
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("12月8日(火)");
        var late = await scenario.Author.PressAsync(
            inHand,
            before,
            "保存して点検する",
            new Dictionary<string, string> { ["text"] = "図書館からのお知らせです。\n書きかけの本文です。" }
        );
        Passage.CardOf(late)!.Value.GetRawText().ShouldContain("書きかけの本文です。");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(Second);
        // Both texts stand there before one of them wins.
        Scenario.Shown(late).ShouldContain("チャットで直した内容が、先に下書きに入っています。");
        Scenario.Shown(late).ShouldContain("12月8日(火)は休館します。");

        string Raw() => scenario.Author.Chat.FromBot.Single(message => message.Id == inHand.Id).Card!.Value.GetRawText();
    }

    /// <summary>Whatever the edit is, the draft follows it and the author is told.</summary>
    [Theory]
    [RelativesOf("A14")]
    [InlineData(First, "図書館からのお知らせです。\n12月7日(月)は休館します。\n返却ポストはお使いいただけます。", null)]
    [InlineData(First, "　図書館からのお知らせです。\n　12月7日(月)は休館します。", null)]
    [InlineData("図書館からのお知らせです。\n12月7日(月)は休館します！", First, null)]
    [InlineData("下書き " + First, "新規 " + Second, Second)]
    [InlineData(First, "一覧 を公開します。\n12月8日(火)は休館します。", null)]
    [InlineData(First, "図書館は休館です。", null)]
    [InlineData(First, "一覧", null)]
    [InlineData(First, "図書館のお知らせ😀\nR&D室は <b>休み</b> です。", null)]
    public async Task Whatever_the_edit_says_is_the_text_of_the_draft(string first, string edit, string? expected)
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host, first);

        await scenario.Author.EditAsync(said.Message, edit);

        await host.SeesTextAsync(scenario.Author.Chat, "メッセージの編集に合わせて、下書き No.1 の本文を変え");
        var draft = await scenario.DraftAsync();
        (draft.Revisions.Count, draft.Current.Text).ShouldBe((2, expected ?? edit));
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    /// <summary>What cannot be a text changes nothing, and the author does not have to guess.</summary>
    [Theory]
    [RelativesOf("A14")]
    [InlineData("", "本文がありません")]
    [InlineData("下書き", "本文がありません")]
    [InlineData("　\n ", "本文がありません")]
    public async Task An_edit_that_leaves_no_text_is_told_and_changes_nothing(string edit, string told)
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);

        await scenario.Author.EditAsync(said.Message, edit);

        await host.SeesTextAsync(scenario.Author.Chat, told);
        (await scenario.DraftAsync()).Current.Text.ShouldBe(First);
    }

    [Fact]
    public async Task A_word_that_asked_for_the_draft_is_left_out_of_the_edit_as_well()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host, "下書き " + First);

        await scenario.Author.EditAsync(said.Message, "下書き " + Second);

        await host.SeesTextAsync(scenario.Author.Chat, "メッセージの編集に合わせて");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(Second);
    }

    [Fact]
    public async Task The_same_edit_twice_and_one_that_says_nothing_new_change_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);
        var edited = await scenario.Author.EditAsync(said.Message, Second);
        var again = System.Text.Json.Nodes.JsonNode.Parse(edited.Message.Activity.GetRawText())!.AsObject();

        (await scenario.Author.DeliverAsync(again)).Status.ShouldBe(202);
        host.Time.Advance(TimeSpan.FromSeconds(5));
        await scenario.Author.EditAsync(said.Message, Second);

        (await scenario.DraftAsync()).Revisions.Count.ShouldBe(2);
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_older_edit_that_comes_late_is_not_taken()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(10));
        var newest = await scenario.Author.EditAsync(said.Message, Second);
        var late = System.Text.Json.Nodes.JsonNode.Parse(newest.Message.Activity.GetRawText())!.AsObject();
        late["text"] = "図書館からの古い文章です。\n12月6日(日)";
        late.Remove("attachments");
        late["timestamp"] = host
            .Time.GetUtcNow()
            .AddSeconds(-5)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

        (await scenario.Author.DeliverAsync(late)).Status.ShouldBe(202);

        (await scenario.DraftAsync()).Current.Text.ShouldBe(Second);
    }

    [Fact]
    public async Task A_text_written_on_the_card_is_not_overwritten()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);
        const string OnCard = "カードで直した文章です。\n12月9日(水)は休館します。";
        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            "保存して点検する",
            new Dictionary<string, string> { ["text"] = OnCard }
        );

        await scenario.Author.EditAsync(said.Message, Second);

        await host.SeesTextAsync(scenario.Author.Chat, "カードで直したものを残しています");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(OnCard);
    }

    [Fact]
    public async Task What_reviewers_look_at_does_not_change_and_the_author_is_told()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var said = await scenario.Author.SayAsync(Scenario.Text);
        await host.HandInAsync(scenario.Author, "city-x");

        await scenario.Author.EditAsync(said.Message, Second);
        await host.SeesTextAsync(scenario.Author.Chat, "下書き No.1 は「確認中」のため、メッセージを編集しても本文は変わりません。変えるときは、カードの「取り下げて直す」を押してください");
        await scenario.Author.DeleteAsync(said.Message);
        await host.SeesTextAsync(scenario.Author.Chat, "元のメッセージは削除されましたが、下書き No.1（確認中）は残っています。やめるときは");

        var draft = await scenario.DraftAsync();
        (draft.Status, draft.Current.Text).ShouldBe((DraftStatus.InReview, Scenario.Text));
    }

    [Fact]
    public async Task Who_reads_english_is_told_in_english_what_became_of_the_edit()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);
        await scenario.Author.SayAsync("English");

        await scenario.Author.EditAsync(said.Message, Second);
        await host.SeesTextAsync(scenario.Author.Chat, "The text of draft No.1 follows your edit and was checked again.");
        await scenario.Author.DeleteAsync(said.Message);

        await host.SeesTextAsync(scenario.Author.Chat, "The message was deleted; draft No.1 (");
    }

    [Fact]
    public async Task An_edit_is_never_a_command_and_a_strangers_edit_or_one_of_a_remark_is_nobodys_business()
    {
        await using var host = await BotHost.StartAsync();
        var (scenario, said) = await SaidAsync(host);
        var remark = await scenario.Author.SayAsync("ありがとう");
        var before = scenario.Author.Chat.FromBot.Count;
        await scenario.Author.EditAsync(remark.Message, "一覧");
        var forged = System
            .Text.Json.Nodes.JsonNode.Parse((await scenario.Checker.SayAsync("了解です")).Message.Activity.GetRawText())!
            .AsObject();
        (forged["type"], forged["id"], forged["text"]) = ("messageUpdate", said.Message.Id, Second);

        (await scenario.Checker.DeliverAsync(forged)).Status.ShouldBe(202);

        (await scenario.DraftAsync()).Current.Text.ShouldBe(First);
        scenario.Author.Chat.FromBot.ShouldAllBe(message =>
            message.Card == null || !BotHost.Words(message.Card.Value).StartsWith("一覧", StringComparison.Ordinal)
        );
        before.ShouldBeGreaterThan(0);
    }

    private static async Task<(Scenario Scenario, Said Said)> SaidAsync(BotHost host, string text = First)
    {
        var scenario = await new Scenario(host).InstalledAsync();
        var said = await scenario.Author.SayAsync(text);
        await host.SeesCardAsync(scenario.Author, "下書き");
        return (scenario, said);
    }
}
