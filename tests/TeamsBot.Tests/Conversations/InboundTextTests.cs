using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What people send, as it was seen from Teams (the samples' inputs), and what becomes of it: the draft holds the author's text.
/// </summary>
public sealed class InboundTextTests
{
    private const string Notice = "図書館からのお知らせです。\n12月7日(月)は休館します。";

    public static TheoryData<string, string> Samples => new()
    {
        { "A01", "桜が見ごろです🌸 図書館へどうぞ。12月7日(月)は休館します。" },
        { "A04", "図書館まつりの申込みは申込みフォーム（https://www.city.hoshimi.lg.jp/form）からどうぞ。\n12月7日(月)から受け付けます。" },
        { "A06", "田中 誠 " + Notice },
        { "A08", Notice },
        { "A12", "　図書館からのお知らせです。\n　二行目も字下げします。\n日時\t場所\n  ・上履き  と  水筒" },
        { "A13", Notice },
    };

    [SharedTheory]
    [Case("A01", "A04", "A06", "A08", "A12", "A13")]
    [MemberData(nameof(Samples))]
    public async Task The_draft_holds_the_authors_text(string id, string expected)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        (await author.DeliverAsync(await CaseFile.ActivityAsync(author, id))).Status.ShouldBe(202);

        await host.SeesCardAsync(author, "下書き");
        var draft = await new Scenario(host).DraftAsync();
        draft.Current.Text.ShouldBe(expected);
        draft.Pictures.ShouldBeEmpty();
        author.Chat.FromBot.ShouldAllBe(message => !message.Text.Contains("画像", StringComparison.Ordinal));
    }

    [SharedFact]
    [Case("A02")]
    public async Task A_command_behind_a_quotation_is_a_command()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.DeliverAsync(await CaseFile.ActivityAsync(author, "A02"));

        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("今することはありません", StringComparison.Ordinal)
        );
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [RelativesOf("A13")]
    [InlineData("新規 会員を募集\n詳しくは図書館へ", "会員を募集\n詳しくは図書館へ")]
    [InlineData("NEW 図書館の新刊\n12月7日から", "図書館の新刊\n12月7日から")]
    [InlineData("下書き\n　図書館から\n　二行目", "　図書館から\n　二行目")]
    [InlineData("質問 コーナーを始めます\n毎週月曜日に答えます。", "質問 コーナーを始めます\n毎週月曜日に答えます。")]
    [InlineData("一覧 を公開\nhttps://www.city.hoshimi.lg.jp/", "一覧 を公開\nhttps://www.city.hoshimi.lg.jp/")]
    [InlineData("台帳 の縦覧を12月7日から行います。", "台帳 の縦覧を12月7日から行います。")]
    [InlineData("用語 の解説\n図書館", "用語 の解説\n図書館")]
    [InlineData("ヘルプ マークを図書館の窓口で配っています。", "ヘルプ マークを図書館の窓口で配っています。")]
    [InlineData(
        "LIST of events this weekend: a concert in the park. https://www.city.hoshimi.lg.jp/",
        "LIST of events this weekend: a concert in the park. https://www.city.hoshimi.lg.jp/"
    )]
    [InlineData("history of our city\nA new exhibition", "history of our city\nA new exhibition")]
    [InlineData(
        "like a bird\nOur park from above, photographed this morning. Visit us this weekend!",
        "like a bird\nOur park from above, photographed this morning. Visit us this weekend!"
    )]
    [InlineData("コメント一覧 を公開しました\n図書館", "コメント一覧 を公開しました\n図書館")]
    [InlineData("声 を聞かせてください\n図書館", "声 を聞かせてください\n図書館")]
    [InlineData("図書館は12月7日(月)に休館します。", "図書館は12月7日(月)に休館します。")]
    public async Task A_first_word_does_not_swallow_a_text(string typed, string expected)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.Author.SayAsync(typed);

        await host.SeesCardAsync(scenario.Author, "下書き");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(expected);
        if (typed.StartsWith("NEW", StringComparison.Ordinal)) await host.SeesTextAsync(scenario.Author.Chat, "先頭の「NEW」は");
    }

    [Theory]
    [Case("B06")]
    [RelativesOf("B06")]
    [InlineData("2026-12-15", "3:00 PM", "2026-12-15T15:00+09:00")]
    [InlineData("2026/12/15", "24:00", "2026-12-16T00:00+09:00")]
    [InlineData("12/15/2026", "１５：００", "2026-12-15T15:00+09:00")]
    [InlineData("令和8年12月15日", "午後3時半", "2026-12-15T15:30+09:00")]
    [InlineData("12月15日", "15時", "2026-12-15T15:00+09:00")]
    [InlineData("2/3/2027", "15:00", null)]
    [InlineData("2026-12-15", "午後12時", null)]
    [InlineData("来週の水曜", "夕方", null)]
    public async Task A_date_is_read_however_it_is_typed_or_the_author_is_told(string date, string time, string? expected)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();

        var shown = Scenario.Shown(await scenario.Author.PressAsync(card, "保存して点検する", Scenario.Plan(date: date, time: time)));

        var draft = await scenario.DraftAsync();
        draft.PlannedAt.ShouldBe(
            expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)
        );
        draft.AccountId.ShouldBe("city-x", "the rest is kept");
        shown.Contains("書き方を読み取れませんでした", StringComparison.Ordinal).ShouldBe(expected is null);
        if (expected is null) shown.ShouldContain($"「{date} {time}」");
    }
}
