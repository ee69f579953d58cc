using Microsoft.EntityFrameworkCore;
using TeamsBot.Comments;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A resident's comment from the moment somebody writes it down: reminded after an opening day, told that it takes time, answered or left
/// alone.
/// </summary>
public sealed class CommentTests
{
    private const string Words = "通学路の街灯が切れたままです。いつ直りますか。";

    [Fact]
    [Clause("tochigi-6-2-1")]
    public async Task Unanswered_for_an_opening_day_it_comes_back_with_a_holding_message_to_its_writer_and_a_day_later_to_the_head()
    {
        await using var host = await StartAsync();
        var (writer, head) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        await LogAsync(host, writer);

        // Friday 10:00; the next opening day is Tuesday, because Monday 23 November is a holiday.
        (await DueAsync(host)).ShouldBe(At(24, 10, 0));
        host.Time.Advance(TimeSpan.FromDays(4));

        var reminder = await SeesAsync(host, writer, "返信の記録がありません");
        BotHost.Words(reminder.Card!.Value).ShouldContain("記録から1開庁日たちました");
        reminder.Card!.Value.GetRawText().ShouldContain(HoldingText.For(new DateOnly(2026, 11, 27)));
        head.Chat.FromBot.ShouldNotContain(message =>
            message.Card != null && BotHost.Words(message.Card.Value).Contains("街灯", StringComparison.Ordinal)
        );

        (await DueAsync(host)).ShouldBe(At(25, 10, 0));
        host.Time.Advance(TimeSpan.FromDays(1));
        await SeesAsync(host, head, "所属長にもお知らせしています");
        (await DueAsync(host)).ShouldBeNull();
    }

    [Fact]
    [Clause("tochigi-6-2-1")]
    public async Task A_holding_message_moves_the_clock_to_the_day_it_names()
    {
        await using var host = await StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await LogAsync(host, writer);

        var held = await writer.PressAsync(
            form.Message,
            form.Card,
            "この文で伝えた",
            Holding("ご意見をありがとうございます。12月1日（火）までに改めてお知らせします。", "2026-12-01")
        );
        Scenario.Shown(held).ShouldStartWith("回答待ち");
        Scenario.Shown(held).ShouldContain("記録しました。12/1(火) 08:30に、もう一度お知らせします。");

        (await DueAsync(host)).ShouldBe(new DateTimeOffset(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(9)));
        // Over what was due on Tuesday, and on to the promised day.
        host.Time.Advance(TimeSpan.FromDays(4));
        host.Time.Advance(TimeSpan.FromDays(7));
        await SeesAsync(host, writer, "答えると伝えた日になりました");
        writer.Chat.FromBot.ShouldNotContain(message =>
            message.Card != null && BotHost.Words(message.Card.Value).Contains("記録から1開庁日", StringComparison.Ordinal)
        );
    }

    [Fact]
    [Clause("tochigi-6-2-1")]
    public async Task A_holding_message_that_argues_is_shown_its_findings_and_not_recorded_at_once()
    {
        await using var host = await StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await LogAsync(host, writer);
        var arguing = Holding("それはあなたが誤解しているだけです。12月1日までに説明します。", "2026-12-01");

        var first = await writer.PressAsync(form.Message, form.Card, "この文で伝えた", arguing);

        Scenario.Shown(first).ShouldContain("まだ記録していません");
        (await host.ReadAsync(db => db.Comments.SingleAsync())).State.ShouldBe(CommentState.Open);
        var second = first.ToCardAnswer().Card!.Value;
        // Another text than the one whose findings were seen is checked anew.
        Scenario
            .Shown(
                await writer.PressAsync(
                    form.Message,
                    second,
                    "このまま伝えた",
                    Holding("それはあなたが誤解しているだけです。", "2026-12-01")
                )
            )
            .ShouldContain("まだ記録していません");
        Scenario.Shown(await writer.PressAsync(form.Message, second, "このまま伝えた", arguing)).ShouldStartWith("回答待ち");
    }

    [Fact]
    public async Task A_holding_message_longer_than_its_field_is_cut_and_its_card_can_be_sent()
    {
        await using var host = await StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await LogAsync(host, writer, string.Join('\n', Enumerable.Repeat("あ", 500)));

        var asked = await writer.PressAsync(form.Message, form.Card, "この文で伝えた", Holding(new string('長', 20_000), "2030-01-01"));

        Scenario.Shown(asked).ShouldContain("今日から1年以内の日を選んでください");
        System
            .Text.Encoding.UTF8.GetByteCount(asked.ToCardAnswer().Card!.Value.GetRawText())
            .ShouldBeLessThan(TeamsBot.Protocol.Cards.CardSize.MaxBytes);
    }

    [Fact]
    public async Task Answered_or_left_alone_with_a_reason_it_is_done_and_leaves_the_list()
    {
        await using var host = await StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var first = await LogAsync(host, writer);
        Scenario.Shown(await writer.PressAsync(first.Message, first.Card, "返信した")).ShouldStartWith("返信済み");
        // Later than a second delivery of the same press could be.
        host.Time.Advance(TimeSpan.FromMinutes(11));
        Scenario.Shown(await writer.PressAsync(first.Message, first.Card, "返信した")).ShouldContain("すでに「返信済み」");

        var second = await LogAsync(host, writer, "広報紙の配布について");
        Scenario.Shown(await writer.PressAsync(second.Message, second.Card, "返信しないと記録する")).ShouldContain("理由を入力してください");
        await writer.SayAsync("コメント一覧");
        await SeesAsync(host, writer, "対応がまだのコメント　1件");
        Scenario
            .Shown(
                await writer.PressAsync(
                    second.Message,
                    second.Card,
                    "返信しないと記録する",
                    new Dictionary<string, string> { ["reason"] = "別の窓口に案内済みのため" }
                )
            )
            .ShouldContain("別の窓口に案内済み");
        await writer.SayAsync("コメント一覧");
        await SeesAsync(host, writer, "対応がまだのコメント　0件");
        (await host.ReadAsync(db => db.Comments.Select(comment => comment.DueAt).ToListAsync())).ShouldAllBe(due => due == null);
    }

    [Fact]
    public async Task A_password_in_a_comment_is_hidden_and_nothing_is_recorded_without_an_account()
    {
        await using var host = await StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);
        Scenario
            .Shown(await writer.PressAsync(form, "記録する", new Dictionary<string, string> { ["account"] = "", ["text"] = Words }))
            .ShouldContain("アカウントが選ばれていません");
        Scenario
            .Shown(
                await writer.PressAsync(
                    form,
                    "記録する",
                    new Dictionary<string, string> { ["account"] = "koho-x", ["text"] = new string('あ', 1_001) }
                )
            )
            .ShouldContain("1,000字まで");
        Scenario
            .Shown(
                await writer.PressAsync(
                    form,
                    "記録する",
                    new Dictionary<string, string> { ["account"] = "koho-x", ["text"] = "パスワードは Himitsu#2026 です" }
                )
            )
            .ShouldNotContain("Himitsu");
        (await host.ReadAsync(db => db.Comments.SingleAsync())).Text.ShouldNotContain("Himitsu");
    }

    [Fact]
    public async Task Another_section_neither_sees_nor_settles_it()
    {
        await using var host = await StartAsync();
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        var form = await LogAsync(host, writer);

        var pressed = await other.PressAsync(form.Message, form.Card, "返信した");

        pressed.ToCardAnswer().Text.ShouldNotBeNull().ShouldContain("見つからないか、別の所属のものです");
        (await host.ReadAsync(db => db.Comments.SingleAsync())).State.ShouldBe(CommentState.Open);
        await other.SayAsync("コメント一覧");
        await SeesAsync(host, other, "対応がまだのコメント　0件");
    }

    private static Task<BotHost> StartAsync() => BotHost.StartAsync(settings: "--Pack:Name=tochigi");

    private static Dictionary<string, string> Holding(string text, string day) => new() { ["holdingText"] = text, ["promisedFor"] = day };

    private static async Task<ChatMessage> FormAsync(BotHost host, TeamsClient writer)
    {
        await writer.SayAsync("コメント記録");
        return await SeesAsync(host, writer, "コメントの記録");
    }

    private static async Task<(ChatMessage Message, System.Text.Json.JsonElement Card)> LogAsync(
        BotHost host,
        TeamsClient writer,
        string text = Words
    )
    {
        var form = await FormAsync(host, writer);
        var logged = await writer.PressAsync(form, "記録する", new Dictionary<string, string> { ["account"] = "koho-x", ["text"] = text });
        Scenario.Shown(logged).ShouldStartWith("未対応");
        Scenario.Shown(logged).ShouldContain("1開庁日のうちに");
        return (form, logged.ToCardAnswer().Card!.Value);
    }

    private static Task<ChatMessage> SeesAsync(BotHost host, TeamsClient client, string part) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(part, StringComparison.Ordinal));

    private static Task<DateTimeOffset?> DueAsync(BotHost host) =>
        host.ReadAsync(db => db.Comments.Select(comment => comment.DueAt).SingleAsync());

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(9));
}
