using Microsoft.EntityFrameworkCore;
using TeamsBot.Answers;
using TeamsBot.Approvals;

namespace TeamsBot.Tests.Conversations;

/// <summary>A password typed into a chat is hidden before anything keeps it.</summary>
public sealed class SecretTests
{
    private const string Secret = "Hoshimi2026!x";

    [Fact]
    public async Task A_password_in_a_pasted_draft_is_hidden_and_nowhere_in_the_file()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync($"【会議室のWi-Fi】パスワード：{Secret} をお使いください。\nhttps://www.city.hoshimi.lg.jp/wifi.html");

        var card = await host.SeesCardAsync(author, "下書き");
        BotHost.Words(card.Card!.Value).ShouldContain("●●●●●●");
        BotHost.Words(card.Card!.Value).ShouldNotContain(Secret);
        (await host.ReadAsync(db => db.FindDraftAsync(1, "aaaaaaaa-0000-4000-8000-000000000001", default)))!.Current.Text.ShouldNotContain(Secret);
        await NowhereAsync(host);
    }

    [Theory]
    [InlineData("パスワードは " + Secret)]
    [InlineData("質問 パスワードは " + Secret + " でいいですか？")]
    public async Task A_password_in_a_remark_or_question_is_not_kept_either(string text)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var before = author.Chat.FromBot.Count;

        await author.SayAsync(text);

        await host.Tenant.WaitForAsync(_ => author.Chat.FromBot.Count > before);
        author.Chat.FromBot[^1].Activity.GetRawText().ShouldNotContain(Secret);
        (await host.ReadAsync(db => db.Questions.Select(question => question.Text).ToListAsync())).ShouldAllBe(kept => !kept.Contains(Secret, StringComparison.Ordinal));
        await NowhereAsync(host);
    }

    /// <summary>The bytes of the database and its log, as somebody with the file would read them.</summary>
    private static async Task NowhereAsync(BotHost host)
    {
        var secret = System.Text.Encoding.UTF8.GetBytes(Secret);
        foreach (var file in Directory.EnumerateFiles(host.Folder, "bot.db*").Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            bytes.AsSpan().IndexOf(secret).ShouldBe(-1, file);
        }
    }
}
