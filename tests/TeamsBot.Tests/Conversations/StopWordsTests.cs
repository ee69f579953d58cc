namespace TeamsBot.Tests.Conversations;

/// <summary>「緊急停止」 is typed in a hurry: it is heard however the rest is written, and nothing of the rest is lost.</summary>
public sealed class StopWordsTests
{
    [Theory]
    [InlineData("緊急停止 本日9時ごろから、市民の皆さんに身に覚えのない投稿が届いています")]
    [InlineData("緊急停止 乗っ取られました。すぐに止めてください")]
    [InlineData("緊急停止 星見市公園課 12月1日から様子がおかしいので止めます")]
    public async Task Without_an_account_that_is_known_it_asks_which_and_keeps_what_was_typed(string typed)
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync(typed);
        var asked = await play.SeesAsync(writer, "どのアカウントを停止しますか");

        var form = await writer.PressAsync(asked, "星見市（X）");
        var card = form.ToCardAnswer().Card!.Value;
        card.GetRawText().ShouldContain(typed["緊急停止 ".Length..]);
        Scenario.Shown(await writer.PressAsync(asked, card, "今すぐ停止する")).ShouldContain("停止し、関係する方に知らせました");
    }

    [Fact]
    public async Task Below_the_account_the_reason_may_stand_on_lines_of_its_own()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync("緊急停止 city-x\n乗っ取られた。\n10時に気付いた");
        BotHost.Words((await play.SeesAsync(writer, "停止し、関係する方に知らせました")).Card!.Value).ShouldContain("乗っ取られた。 10時に気付いた");
    }

    [Theory]
    [InlineData("緊急停止 hoshimi_yt\n乗っ取られた。\n10時に気付いた", "停止し、関係する方に知らせました")]
    [InlineData("停止解除 hoshimi_yt 設定を直し、異常がないことを確かめました。投稿を再開します。", "は、いま停止していません。")]
    [InlineData("廃止 hoshimi_yt 来年度から別のアカウントにまとめて案内します。お知らせは県と市のページに載せます。", "廃止の手続きを始める")]
    public async Task An_account_that_was_entered_in_chat_is_heard_as_one_of_the_pack_is(string typed, string said)
    {
        await using var host = await BotHost.StartAsync();
        var (play, desk) = (new RotationPlay(host), await host.OpenAsync(BotHost.Checker));
        await PolicyPlay.ImportAsync(host, desk, "媒体\t所属\tアカウント名\tID\nYouTube\t広報課\t星見市広報課\t@hoshimi_yt");

        await desk.SayAsync(typed);

        await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, said));
    }

    [Fact]
    public async Task A_sentence_that_begins_with_the_word_stays_a_text()
    {
        await using var host = await BotHost.StartAsync();
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync("緊急停止 のお知らせ\n12月5日(土)、市民プールのボイラーが停止したため休館します。");
        await host.SeesCardAsync(writer, "下書き");
    }
}
