using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Conversations;

/// <summary>「私的点検」: for the sender alone, nothing kept, consent, pause and reading again.</summary>
public sealed class PrivateUseTests
{
    private const string Mosaic = "今夜 渋谷で 監督と打ち合わせでした。ハチミツ色の夕焼け";

    /// <summary>Words that no rule quotes; they would be found in the file only if the text was kept.</summary>
    private const string Telltale = "ハチミツ色の夕焼け";

    private const string Clean = "夕焼けがきれいでした。";

    [Fact]
    [Clause("private-1-1")]
    public async Task The_result_is_for_the_sender_alone_there_is_no_approval_and_the_text_is_nowhere()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        await using var host = await BotHost.StartAsync(folder);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        var form = await FormAsync(host, writer);

        var result = await writer.PressAsync(form, "点検する", Fields(Mosaic));
        Scenario.Shown(result).ShouldContain("見直してください");
        Scenario.Shown(result).ShouldContain("監督");

        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
        other.Chat.FromBot.ShouldNotContain(message =>
            message.Card != null && BotHost.Words(message.Card.Value).Contains("監督", StringComparison.Ordinal)
        );
        var entry = await host.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "private.check"));
        entry.Details.ShouldContain("mosaic");
        await host.StopAsync();
        foreach (var file in Directory.EnumerateFiles(folder, "bot.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var words in (string[])[Telltale, "渋谷", "監督"])
                bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)).ShouldBe(-1, file);
        }

        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    [Fact]
    [Clause("private-1-1")]
    public async Task The_typed_command_answers_in_the_own_chat_and_its_whole_text_is_not_kept()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);

        await writer.SayAsync($"私的点検 {Mosaic}");

        var card = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("見直してください", StringComparison.Ordinal)
        );
        BotHost.Words(card.Card!.Value).ShouldContain("監督");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.OutboxMessages.ToListAsync())).ShouldNotContain(message => message.Body.Contains(Telltale));
        // The card is in the chat before the row knows it (the outbox keeps a pace, and the clock stands still until it is moved);
        // once it does, not even what the findings quote is left in it.
        var answers = await host.ReadAsync(db => db.OutboxMessages.Where(message => message.IsAnswer).ToListAsync());
        for (var tries = 0; tries < 1_000 && answers.Exists(message => message.Status != OutboxStatus.Sent); tries++)
        {
            // Lets the dispatcher have the processor; on a busy machine a thousand looks are over before it had it once.
            await Task.Delay(2);
            host.Time.Advance(TimeSpan.FromSeconds(1));
            answers = await host.ReadAsync(db => db.OutboxMessages.Where(message => message.IsAnswer).ToListAsync());
        }

        answers.ShouldNotBeEmpty();
        answers.Select(message => $"{message.Status} {message.Body}").ShouldAllBe(state => state == "Sent ");
        (await host.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.Action == "private.check"))).Details.ShouldNotContain("渋谷");
    }

    [Fact]
    [Clause("private-1-1")]
    public async Task In_a_channel_it_is_refused_with_the_way_to_the_own_chat()
    {
        // The real clock: the outbox keeps a pace between what it says in one channel.
        await using var host = await BotHost.StartAsync(adjust: builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System))
        );
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.InstallInTeamAsync();

        await writer.SayInChannelAsync($"@広報ボット 私的点検 {Mosaic}");

        var answer = await host.SeesTextAsync(host.Tenant.Channel, "1対1のチャットだけ");
        answer.Text.ShouldNotContain("渋谷");
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Action == "private.check"))).ShouldBe(0);
    }

    [Fact]
    [Clause("private-1-1")]
    public async Task In_a_pack_for_private_use_the_first_word_is_of_privacy_and_not_of_approval()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = await host.OpenAsync("試用 花子");

        var welcome = await host.SeesAsync(writer.Chat, message => message.Card is not null);

        var words = BotHost.Words(welcome.Card!.Value);
        words.ShouldContain("文章は保存しません");
        words.ShouldNotContain("所属長");
        words.ShouldNotContain("下書きを作る");
    }

    [Fact]
    [Clause("private-2-1-1")]
    public async Task An_angry_text_waits_ten_minutes_and_is_checked_again_then()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);
        const string Angry = "今日はもう最悪、イライラする。";

        var first = await writer.PressAsync(form, "点検する", Fields(Angry));
        Scenario.Shown(first).ShouldContain("10分おいてから");
        host.Time.Advance(TimeSpan.FromMinutes(4));
        Scenario.Shown(await writer.PressAsync(form, CardOf(first), "読み直した（もう一度点検する）")).ShouldContain("あと6分で");
        host.Time.Advance(TimeSpan.FromMinutes(6));
        Scenario.Shown(await writer.PressAsync(form, CardOf(first), "読み直した（もう一度点検する）")).ShouldNotContain("10分おいてから");

        // Two in the afternoon without anger: no such hint.
        Scenario.Shown(await writer.PressAsync(form, "点検する", Fields(Clean))).ShouldNotContain("10分");
    }

    [Theory]
    [InlineData(23, 30, true)]
    [InlineData(4, 59, true)]
    [InlineData(14, 0, false)]
    [Clause("private-2-1-1")]
    public async Task What_is_written_at_night_is_better_read_again(int hour, int minute, bool isHinted)
    {
        await using var host = await BotHost.StartAsync(
            time: new FakeTime(new DateTimeOffset(2026, 11, 20, hour, minute, 0, TimeSpan.FromHours(9)))
        );
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);

        var said = Scenario.Shown(await writer.PressAsync(form, "点検する", Fields(Clean)));

        said.Contains("10分おいてから", StringComparison.Ordinal).ShouldBe(isHinted);
        said.Contains("読み直した（もう一度点検する）", StringComparison.Ordinal).ShouldBe(isHinted);
    }

    [Fact]
    [Clause("private-3-1-2")]
    public async Task A_clean_text_is_ok_only_when_it_was_read_again()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);

        var clean = await writer.PressAsync(form, "点検する", Fields(Clean));
        Scenario.Shown(clean).ShouldStartWith("未読");
        Scenario
            .Shown(await writer.PressAsync(form, CardOf(clean), "確認を終える", new Dictionary<string, string> { ["read"] = "false" }))
            .ShouldStartWith("未読");
        Scenario
            .Shown(await writer.PressAsync(form, CardOf(clean), "確認を終える", new Dictionary<string, string> { ["read"] = "true" }))
            .ShouldStartWith("OK");
    }

    [Fact]
    [Clause("private-3-1-4a")]
    public async Task A_photo_of_others_asks_who_agreed_and_when_and_the_answer_lets_it_pass()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);

        var asked = await writer.PressAsync(form, "点検する", Photo(Clean));
        Scenario.Shown(asked).ShouldStartWith("同意を確かめてください");
        Scenario
            .Shown(await writer.PressAsync(form, CardOf(asked), "もう一度点検する", new Dictionary<string, string> { ["consent"] = "yes" }))
            .ShouldStartWith("同意を確かめてください");
        var given = await writer.PressAsync(form, CardOf(asked), "もう一度点検する", Consent("yes"));

        Scenario.Shown(given).ShouldStartWith("未読");
    }

    [Fact]
    [Clause("private-3-1-4a")]
    public async Task Personal_data_falls_from_a_warning_to_a_hint_with_consent()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);
        const string Named = "同級生の山本太郎さん（32歳）と久しぶりに会いました。";

        var asked = await writer.PressAsync(form, "点検する", Fields(Named));
        Scenario.Shown(asked).ShouldContain("［注意］個人情報");
        Scenario.Shown(await writer.PressAsync(form, CardOf(asked), "もう一度点検する", Consent("yes"))).ShouldContain("［助言］個人情報");
    }

    [Fact]
    [Clause("private-3-1-4a")]
    public async Task Who_cannot_be_recognised_in_a_photo_need_not_be_asked()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);
        var asked = await writer.PressAsync(form, "点検する", Photo(Clean));

        var answer = await writer.PressAsync(
            form,
            CardOf(asked),
            "もう一度点検する",
            new Dictionary<string, string> { ["consent"] = "blur" }
        );

        Scenario.Shown(answer).ShouldStartWith("未読");
        Scenario.Shown(answer).ShouldContain("もう一度見てください");
    }

    [Theory]
    [InlineData("no")]
    [InlineData("")]
    [Clause("private-3-1-4b")]
    public async Task Without_consent_the_answer_is_not_to_post_and_no_ok_is_offered(string consent)
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);
        var asked = await writer.PressAsync(form, "点検する", Photo(Clean));

        var answer = await writer.PressAsync(
            form,
            CardOf(asked),
            "もう一度点検する",
            new Dictionary<string, string> { ["consent"] = consent, ["read"] = "true" }
        );

        Scenario.Shown(answer).ShouldStartWith("投稿しない");
        CardOf(answer).GetRawText().ShouldNotContain("確認を終える");
    }

    [Fact]
    public async Task Own_words_that_tell_where_one_belongs_count_for_one_check_only()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        var form = await FormAsync(host, writer);
        const string Text = "こもれび座の稽古が終わりました。";

        Scenario
            .Shown(
                await writer.PressAsync(form, "点検する", new Dictionary<string, string>(Fields(Text)) { ["traceWords"] = "こもれび座" })
            )
            .ShouldContain("「こもれび座」");
        Scenario.Shown(await writer.PressAsync(form, "点検する", Fields(Text))).ShouldNotContain("「こもれび座」");
    }

    [Fact]
    public async Task In_private_use_a_pasted_text_is_checked_and_becomes_no_draft()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = host.Of(host.Tenant.People[0].Name);
        await writer.InstallAsync();

        await writer.SayAsync(Mosaic + "\n#夕焼け");

        var card = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("見直してください", StringComparison.Ordinal)
        );
        BotHost.Words(card.Card!.Value).ShouldContain("監督");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    private static Dictionary<string, string> Fields(string text) => new() { ["text"] = text };

    private static Dictionary<string, string> Photo(string text) => new() { ["text"] = text, ["photoOfOthers"] = "true" };

    private static Dictionary<string, string> Consent(string answer) =>
        new()
        {
            ["consent"] = answer,
            ["consentWho"] = "山本さん",
            ["consentOn"] = "2026-11-19",
        };

    private static System.Text.Json.JsonElement CardOf(BotAnswer answer) => answer.ToCardAnswer().Card!.Value;

    private static async Task<ChatMessage> FormAsync(BotHost host, TeamsClient writer)
    {
        await writer.SayAsync("私的点検");
        return await host.SeesAsync(writer.Chat, message =>
            message.Card is { } any && BotHost.Words(any).StartsWith("私的点検", StringComparison.Ordinal)
        );
    }
}
