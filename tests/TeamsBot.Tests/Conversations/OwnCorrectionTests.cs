using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.PrivateUse;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// 「消した」 in private use: deleting is not the end, a correction that names the error is; and nothing of either text is kept.
/// </summary>
public sealed class OwnCorrectionTests
{
    private const string NoError = "先ほどの件、ご迷惑をおかけしました。";

    private const string Correction = "昨日の投稿で、公演は12月5日と書きましたが誤りでした。正しくは12月12日です。お詫びします。";

    [Fact]
    [Clause("private-3-3-2a")]
    public async Task Deleting_alone_cannot_be_closed_and_a_correction_that_names_the_error_can()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = await host.OpenAsync("試用 花子");
        await writer.SayAsync("消した");
        var opened = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("消した投稿の訂正", StringComparison.Ordinal)
        );
        IsCloseEnabled(opened.Card!.Value).ShouldBeFalse();

        // A client that draws it pressable all the same.
        Scenario.Shown(await writer.PressAsync(opened, "投稿したので終える")).ShouldContain("削除しただけでは終えられません");
        var vague = await writer.PressAsync(opened, "文を点検する", Text(NoError));
        Scenario.Shown(vague).ShouldContain("誤っていた内容（誤）");
        IsCloseEnabled(vague.ToCardAnswer().Card!.Value).ShouldBeFalse();
        (await host.ReadAsync(db => db.OwnCorrections.SingleAsync())).ClosedAt.ShouldBeNull();

        var named = await writer.PressAsync(opened, "文を点検する", Text(Correction));
        Scenario.Shown(named).ShouldContain("必要なことが書かれています");
        IsCloseEnabled(named.ToCardAnswer().Card!.Value).ShouldBeTrue();
        Scenario.Shown(await writer.PressAsync(opened, named.ToCardAnswer().Card!.Value, "投稿したので終える")).ShouldStartWith("対応を終えました");
        (await host.ReadAsync(db => db.OwnCorrections.SingleAsync())).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Asked_again_it_shows_the_open_one_and_an_apology_for_an_insult_needs_no_right_version()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = await host.OpenAsync("試用 花子");
        await writer.SayAsync("消した");
        var opened = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("消した投稿の訂正", StringComparison.Ordinal)
        );
        await writer.SayAsync("削除した");
        await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card
            && message.Id != opened.Id
            && BotHost.Words(card).StartsWith("消した投稿の訂正", StringComparison.Ordinal)
        );
        (await host.ReadAsync(db => db.OwnCorrections.CountAsync())).ShouldBe(1);

        var apology = await writer.PressAsync(opened, "文を点検する", Text("昨夜の投稿で、事情を確かめずに強い言い方をしたのは間違いでした。不快な思いをさせた方に、心からお詫びします。"));

        Scenario.Shown(apology).ShouldContain("必要なことが書かれています");
    }

    [Fact]
    [Clause("private-1-1")]
    public async Task Neither_the_correction_nor_what_was_found_in_it_is_in_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        await using var host = await BotHost.StartAsync(folder, settings: "--Pack:Name=private");
        var writer = await host.OpenAsync("試用 花子");
        await writer.SayAsync("消した");
        var opened = await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("消した投稿の訂正", StringComparison.Ordinal)
        );
        await writer.PressAsync(opened, "文を点検する", Text(NoError));
        await writer.PressAsync(opened, "文を点検する", Text(Correction));
        // An older client gets its answer through the outbox, which is part of the file.
        (await writer.PressOnOldClientAsync(opened, "文を点検する", Text(Correction))).Status.ShouldBe(202);
        await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card
            && message.Id != opened.Id
            && BotHost.Words(card).Contains("必要なことが書かれています", StringComparison.Ordinal)
        );

        await host.StopAsync();
        foreach (var file in Directory.EnumerateFiles(folder, "bot.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var words in (string[])["ご迷惑をおかけしました", "公演は12月5日"])
                bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)).ShouldBe(-1, file);
        }

        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    [Fact]
    public async Task Where_posts_are_the_organisations_the_word_means_something_else()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);

        await writer.SayAsync("消した");

        await host.SeesAsync(writer.Chat, message =>
            message.Card is { } card && !BotHost.Words(card).Contains("SNS発信の確認ボットです", StringComparison.Ordinal)
        );
        (await host.ReadAsync(db => db.OwnCorrections.CountAsync())).ShouldBe(0);
    }

    private static Dictionary<string, string> Text(string text) => new() { [PrivateFields.Text] = text };

    private static bool IsCloseEnabled(System.Text.Json.JsonElement card) =>
        card.GetProperty("actions").EnumerateArray().Single(action => action.GetProperty("title").GetString() == "投稿したので終える")
            is var close
        && (!close.TryGetProperty("isEnabled", out var enabled) || enabled.GetBoolean());
}
