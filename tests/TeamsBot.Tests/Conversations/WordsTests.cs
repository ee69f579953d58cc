using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.OwnWords;

namespace TeamsBot.Tests.Conversations;

/// <summary>The desk keeps its word book: tried first, then in effect; versions, conflicts, refusals (features.md b24).</summary>
public sealed partial class WordsTests
{
    private const string Colleague = "高橋 由美";

    private static readonly Dictionary<string, string> Festival = new()
    {
        ["kind"] = "OfficialName", ["word"] = "図書館まつり", ["instead"] = "ほしみ図書館フェスタ", ["severity"] = "Warn", ["reason"] = "今年から名称が変わったため",
    };

    private static readonly Dictionary<string, string> Hall = new()
    {
        ["kind"] = "Facility",
        ["word"] = "星見南交流プラザ",
        ["address"] = "〒395-0001 長野県星見市南町2-3-4",
        ["phone"] = "0265-22-7788",
        ["severity"] = "Warn",
        ["reason"] = "4月に開館するため",
    };

    [Fact]
    public async Task An_entry_is_tried_first_and_counts_from_the_press_of_the_button_and_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        await using (var host = await BotHost.StartAsync(folder))
        {
            var scenario = await new Scenario(host).InstalledAsync();
            await scenario.ApproveAsync();
            await scenario.ReportAsync();
            var form = await FormAsync(host, scenario.Checker);

            var tried = await scenario.Checker.PressAsync(form.Message, form.Card, "過去の投稿で試す", Festival);
            Scenario.Shown(tried).ShouldContain("最近の投稿1件のうち1件（100%）に当たります。");
            Scenario.Shown(tried).ShouldContain("図書館まつり");
            Scenario.Shown(tried).ShouldContain("試行中（点検に未使用）");
            Words(await DraftAsync(host, scenario.Author, 2)).ShouldNotContain("ほしみ図書館フェスタ");

            var active = await scenario.Checker.PressAsync(form.Message, CardOf(tried), "有効にする");
            Scenario.Shown(active).ShouldContain("有効（第1版）");
            Words(await DraftAsync(host, scenario.Author, 3)).ShouldContain("ほしみ図書館フェスタ");
            var actions = await host.ReadAsync(db =>
                db.AuditEntries.OrderBy(entry => entry.Sequence)
                    .Select(entry => entry.Action)
                    .Where(action => action.StartsWith("words."))
                    .ToListAsync()
            );
            actions.ShouldBe(["words.try", "words.activate"]);
            await host.StopAsync();
        }

        await using (var again = await BotHost.StartAsync(folder))
        {
            Words(await DraftAsync(again, await again.OpenAsync(BotHost.Author), 4)).ShouldContain("ほしみ図書館フェスタ");
            await again.StopAsync();
        }

        TempFolder.Delete(folder);
    }

    [Fact]
    public async Task A_reason_is_short_and_without_passwords()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk);
        Scenario
            .Shown(
                await desk.PressAsync(
                    form.Message,
                    form.Card,
                    "過去の投稿で試す",
                    new Dictionary<string, string>(Festival) { ["reason"] = new string('長', 5_000) }
                )
            )
            .ShouldContain("理由は200字まで");

        await desk.PressAsync(
            form.Message,
            form.Card,
            "過去の投稿で試す",
            new Dictionary<string, string>(Festival) { ["reason"] = "パスワードは Himitsu#2026 です" }
        );

        (
            await host.ReadAsync(db =>
                db.WordingEntries.SelectMany(entry => entry.Versions).Select(version => version.Reason).SingleAsync()
            )
        ).ShouldContain("●●●●●●");
        (await host.ReadAsync(db => db.AuditEntries.Select(entry => entry.Details).ToListAsync())).ShouldAllBe(details =>
            details == null || !details.Contains("Himitsu", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Only_the_desk_sees_the_word_book_and_a_try_of_others_is_written_down()
    {
        await using var host = await BotHost.StartAsync();
        var (author, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await author.SayAsync("用語");
        await host.SeesTextAsync(author.Chat, "広報担当の方です");

        var form = await FormAsync(host, desk);
        // The author presses a button of the desk's card, as somebody could who was sent it.
        (await author.PressAsync(form.Message, form.Card, "過去の投稿で試す", Festival)).ToCardAnswer().Text!.ShouldContain("広報担当の方です");

        (await host.ReadAsync(db => db.WordingEntries.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "words.refused"))).ShouldBe(2);
    }

    [Theory]
    [InlineData("Pattern", "(あ+)+\\1", "使えません")]
    [InlineData("Pattern", ".*", "何もない所にも一致する")]
    [InlineData("Pattern", "[未完", "正規表現として読めません")]
    [InlineData("Pattern", "あ{900}", "繰り返しの回数")]
    [InlineData("Word", "の", "2文字以上")]
    [InlineData("SensitiveDate", "追悼の日", "月と日の数字")]
    [InlineData("OfficialName", "図書館まつり", "正式名称を")]
    public async Task What_cannot_be_used_is_refused_with_the_reason_and_what_was_typed_stays(string kind, string word, string reason)
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var form = await FormAsync(host, desk);

        var answer = await desk.PressAsync(
            form.Message,
            form.Card,
            "過去の投稿で試す",
            new Dictionary<string, string>
            {
                ["kind"] = kind,
                ["word"] = word,
                ["reason"] = "試しに登録するため",
            }
        );

        Scenario.Shown(answer).ShouldContain(reason);
        var card = CardOf(answer).GetRawText();
        card.ShouldContain(
            System
                .Text.Json.JsonEncodedText.Encode(
                    "試しに登録するため",
                    System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
                )
                .Value
        );
        card.ShouldContain($"\"value\":\"{kind}\"");
        (await host.ReadAsync(db => db.WordingEntries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        await using var host = await BotHost.StartAsync();
        var (first, second) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(Colleague));
        var form = await FormAsync(host, first);
        await first.PressAsync(form.Message, form.Card, "過去の投稿で試す", Festival);
        var (cardOfFirst, cardOfSecond) = (await OpenEntryAsync(host, first), await OpenEntryAsync(host, second));

        Scenario
            .Shown(
                await first.PressAsync(
                    cardOfFirst.Message,
                    cardOfFirst.Card,
                    "過去の投稿で試す",
                    new Dictionary<string, string>(Festival) { ["instead"] = "図書館フェスタ" }
                )
            )
            .ShouldContain("図書館フェスタ");
        var late = await second.PressAsync(
            cardOfSecond.Message,
            cardOfSecond.Card,
            "過去の投稿で試す",
            new Dictionary<string, string>(Festival) { ["instead"] = "としょかん祭" }
        );

        Scenario.Shown(late).ShouldContain("鈴木 一郎さんがこの語を変えました");
        CardOf(late).GetRawText().ShouldContain("としょかん祭");
        var entry = await host.ReadAsync(db => db.WordingEntries.Include(one => one.Versions).SingleAsync());
        entry.Versions.Select(version => version.Content.Instead).ShouldBe(["ほしみ図書館フェスタ", "図書館フェスタ"]);
        // The card of the refusal shows the present state: from there it goes on.
        Scenario.Shown(await second.PressAsync(cardOfSecond.Message, CardOf(late), "有効にする")).ShouldContain("有効（第2版）");
    }

    [Fact]
    public async Task An_entry_is_switched_off_with_a_reason_and_an_earlier_version_comes_back()
    {
        await using var host = await BotHost.StartAsync();
        var (desk, author) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author));
        var form = await FormAsync(host, desk);
        var card = CardOf(await desk.PressAsync(form.Message, form.Card, "過去の投稿で試す", Festival));
        card = CardOf(await desk.PressAsync(form.Message, card, "有効にする"));
        card = CardOf(
            await desk.PressAsync(
                form.Message,
                card,
                "過去の投稿で試す",
                new Dictionary<string, string>(Festival) { ["instead"] = "図書館フェスタ" }
            )
        );
        BotHost.Words(card).ShouldContain("有効（第1版。第2版を試行中）");
        card = CardOf(await desk.PressAsync(form.Message, card, "有効にする"));

        var back = await desk.PressAsync(form.Message, card, "第1版に戻す");
        Scenario.Shown(back).ShouldContain("有効（第3版）");
        Words(await DraftAsync(host, author, 1)).ShouldContain("ほしみ図書館フェスタ");

        var unexplained = await desk.PressAsync(form.Message, CardOf(back), "停止する");
        Scenario.Shown(unexplained).ShouldContain("理由を入力してください");
        Scenario
            .Shown(
                await desk.PressAsync(
                    form.Message,
                    CardOf(unexplained),
                    "停止する",
                    new Dictionary<string, string> { ["offReason"] = "もとの名称に戻ったため" }
                )
            )
            .ShouldContain("停止");
        Words(await DraftAsync(host, author, 2)).ShouldNotContain("ほしみ図書館フェスタ");
    }

    private static string Words(ChatMessage card) => BotHost.Words(card.Card!.Value);

    private static System.Text.Json.JsonElement CardOf(LocalTeams.Bot.BotAnswer answer) => answer.ToCardAnswer().Card!.Value;

    private static async Task<ChatMessage> DraftAsync(BotHost host, TeamsClient author, int number)
    {
        await author.SayAsync(Scenario.Text);
        return await host.SeesCardAsync(author, "下書き", number);
    }

    /// <summary>The form as 「用語」 and its button bring it; the message is the list's.</summary>
    private static async Task<(ChatMessage Message, System.Text.Json.JsonElement Card)> FormAsync(BotHost host, TeamsClient desk)
    {
        var list = await ListAsync(host, desk);
        return (list, CardOf(await desk.PressAsync(list, "用語を加える")));
    }

    private static async Task<(ChatMessage Message, System.Text.Json.JsonElement Card)> OpenEntryAsync(BotHost host, TeamsClient desk)
    {
        var list = await ListAsync(host, desk);
        return (list, CardOf(await desk.PressAsync(list, "「図書館まつり」を開く")));
    }

    private static async Task<ChatMessage> ListAsync(BotHost host, TeamsClient desk)
    {
        var before = desk.Chat.FromBot.Count;
        await desk.SayAsync("用語");
        await host.Tenant.WaitForAsync(_ => desk.Chat.FromBot.Count > before);
        return await host.SeesAsync(desk.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("用語", StringComparison.Ordinal)
        );
    }
}
