using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Files;
using TeamsBot.Tests.Documents;

namespace TeamsBot.Tests.Conversations;

/// <summary>A Word or PDF file is offered as a draft and becomes one by a press; other files get a sentence that says what to do.</summary>
public sealed class DocumentTests
{
    private static readonly LocalFile Press = new(
        "原稿.docx",
        Made.Word(Made.Line("　図書館からのお知らせです。"), Made.Line("12月7日(月)は休館します。")),
        LocalFileKind.Shared
    );

    [Theory]
    [InlineData("")]
    [InlineData("確認お願いします")]
    public async Task The_text_of_a_Word_file_becomes_the_draft_after_a_question(string remark)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.Author.SendAsync(remark, [Press]);
        var offer = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("ファイルの文章", StringComparison.Ordinal)
        );

        BotHost.Words(offer.Card!.Value).ShouldContain("「原稿.docx」の文章");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0, "nothing is made before the press");
        Scenario.Shown(await scenario.Author.PressAsync(offer, "この文章で下書きを作る")).ShouldStartWith("下書き");
        (await scenario.DraftAsync()).Current.Text.ShouldBe("　図書館からのお知らせです。\n12月7日(月)は休館します。");
    }

    [Fact]
    public async Task Beside_a_post_a_document_is_left_out_with_a_sentence()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.Author.SendAsync(Scenario.Text, [Press]);

        await host.SeesCardAsync(scenario.Author, "下書き");
        await host.SeesTextAsync(scenario.Author.Chat, "「原稿.docx」は下書きに入れていません");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(Scenario.Text);
    }

    [Theory]
    [InlineData("名簿.xlsx", "「名簿.xlsx」は読み取れません")]
    [InlineData("動画.mp4", "「動画.mp4」は読み取れません")]
    [InlineData("原稿.doc", "Word（.docx）とPDFは、ファイルを送ると文章を読み取れます")]
    [InlineData("壊れた.docx", "「壊れた.docx」：WordやPDFのファイルではないようです")]
    [InlineData("壊れた.pdf", "「壊れた.pdf」：WordやPDFのファイルではないようです")]
    public async Task Other_files_get_a_sentence_and_no_draft(string name, string expected)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.Author.SendAsync("", [new LocalFile(name, [1, 2, 3, 4], LocalFileKind.Shared)]);

        await host.SeesTextAsync(scenario.Author.Chat, expected);
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_write_is_told_so_before_anything_is_fetched()
    {
        await using var host = await BotHost.StartAsync();
        var outsider = await host.OpenAsync(BotHost.Outsider);

        await outsider.SendAsync("", [Press]);

        await host.SeesTextAsync(outsider.Chat, "下書きを作れるのは、起案者として登録された方です");
    }
}
