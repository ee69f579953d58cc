using TeamsBot.Cards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Answers;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Calls for help in a chat: the first steps and the telephone number at once, never a draft without a word.</summary>
public sealed class AlarmTests
{
    [Theory]
    [InlineData("垢が乗っ取られた", "乗っ取り：最初の15分", "ログインできるとき：すぐパスワードを変える（保管者）")]
    [InlineData("うちのロゴ使った偽アカウントがフォロワーにDM送ってるみたいです。どうしたらいいですか", "なりすまし：最初の15分", "画面の写しとURLを残し、広報課に報告する")]
    [InlineData("公用のスマホをなくしました。Xもインスタもログインしたままです。すみません", "端末の紛失：最初の15分", "その端末で使っていたアカウントのパスワードを別の端末から変える")]
    [InlineData("what do I do if the account is hijacked", "Hijack: the first 15 minutes", "If login works: Change the password at once (custodian)")]
    [InlineData("質問 アカウントが乗っ取られたらどうする", "乗っ取り：最初の15分", "ログインできるとき：すぐパスワードを変える（保管者）")]
    public async Task A_call_for_help_is_answered_with_the_first_steps_and_the_telephone(string text, string title, string first)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync(text);

        var words = BotHost.Words((await AlarmAsync(host, author, title)).Card!.Value);
        words.ShouldContain("0269-00-2111");
        words.ShouldContain(first);
        words.ShouldNotContain("対応を始める");
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_clauses_stand_whole_in_the_fold_of_the_loaded_document()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("垢が乗っ取られた");

        var words = BotHost.Words((await AlarmAsync(host, author, "乗っ取り：最初の15分")).Card!.Value);

        words.ShouldContain("条文を見る");
        words.ShouldContain("入れないときは、サービスの運営会社に停止を求める。");
        words.ShouldContain("ホームページで、乗っ取られたことを知らせる。");
    }

    [Fact]
    public async Task Where_both_are_possible_it_asks_and_the_text_becomes_the_draft_or_the_steps()
    {
        const string Text = "市公式Xが乗っ取られました。DMのURLは開かないでください。";
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync(Text);
        var asked = await AlarmAsync(host, author, "どちらですか");

        Scenario.Shown(await author.PressAsync(asked, "いま起きていることの相談")).ShouldContain("最初の15分");
        Scenario.Shown(await author.PressAsync(asked, "住民に知らせる投稿")).ShouldContain(Text[..12]);

        (await host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!.Current.Text.ShouldBe(Text);
    }

    [Fact]
    public async Task What_warns_residents_becomes_a_draft()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.SayAsync("【ご注意ください】市の公式Xを装ったアカウントが確認されています。似た名前のアカウントからDMが届いても、返信せずブロックしてください。");

        await host.SeesCardAsync(author, "下書き");
    }

    [Fact]
    public async Task Another_kind_a_draft_and_the_guideline_are_a_press_away_and_the_desk_can_be_sent_it()
    {
        await using var host = await BotHost.StartAsync();
        var (author, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await author.SayAsync("垢が乗っ取られた");
        var alarm = await AlarmAsync(host, author, "乗っ取り：最初の15分");

        Scenario.Shown(await author.PressAsync(alarm, "炎上")).ShouldContain("慌てて消さず、まず課長に報告する");
        Scenario.Shown(await author.PressAsync(alarm, "ガイドラインへの質問として調べる")).ShouldContain("出典");
        Scenario.Shown(await author.PressAsync(alarm, "担当課に送る")).ShouldContain("送りました");
        await host.SeesAsync(desk.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("垢が乗っ取られた", StringComparison.Ordinal)
        );

        Scenario.Shown(await author.PressAsync(alarm, "投稿の下書きにする")).ShouldContain("垢が乗っ取られた");
    }

    [Fact]
    public async Task A_call_that_was_sent_says_so_on_the_card_itself_and_an_old_button_says_when()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(Evening));
        var author = await host.OpenAsync(BotHost.Author);
        await host.OpenAsync(BotHost.Checker);
        await author.SayAsync("公用のスマホをなくしました。Xもインスタもログインしたままです。すみません");
        var alarm = await AlarmAsync(host, author, "端末の紛失：最初の15分");
        alarm.Card!.Value.GetRawText().ShouldContain(AnswerVerbs.SendCall);

        Scenario.Shown(await author.PressAsync(alarm, "担当課に送る"))
            .ShouldContain($"✔ 20:18 鈴木 一郎さんに送りました。高橋 由美さん、{BotHost.Head}さんにはまだ届きません。電話で知らせてください");

        var kept = await host.SeesAsync(author.Chat, message =>
            message.Id == alarm.Id && BotHost.Words(message.Card!.Value).Contains("20:18 鈴木 一郎さん", StringComparison.Ordinal)
        );
        kept.Card!.Value.GetRawText().ShouldNotContain(AnswerVerbs.SendCall);
        host.Time.Advance(TimeSpan.FromHours(1));
        Scenario.Shown(await author.PressAsync(alarm, "担当課に送る")).ShouldContain("20:18 鈴木 一郎さん");
        Scenario.Shown(await author.PressAsync(alarm, "情報の漏えい")).ShouldContain("20:18 鈴木 一郎さん");
    }

    [Fact]
    public async Task A_call_that_nobody_can_get_yet_does_not_look_heard()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(Evening));
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("垢が乗っ取られた");
        var alarm = await AlarmAsync(host, author, "乗っ取り：最初の15分");

        Scenario.Shown(await author.PressAsync(alarm, "担当課に送る")).ShouldContain("！ 20:18 まだだれにも届いていません");
    }

    [Fact]
    public async Task The_desk_and_the_heads_see_at_once_that_it_is_urgent_also_at_night()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(Evening));
        var (author, desk, head) = (
            await host.OpenAsync(BotHost.Author),
            await host.OpenAsync(BotHost.Checker),
            await host.OpenAsync(BotHost.Head)
        );
        await author.SayAsync("公用のスマホをなくしました。Xもインスタもログインしたままです。すみません");
        await author.PressAsync(await AlarmAsync(host, author, "端末の紛失：最初の15分"), "担当課に送る");

        var (asked, told) = (await AlarmAsync(host, desk, "至急：端末の紛失"), await AlarmAsync(host, head, "至急：端末の紛失"));

        Notices.Summary(asked).ShouldStartWith("至急：端末の紛失");
        foreach (var part in (string[])["佐藤 花子（広報課）", "11/20(金) 20:18", "公用のスマホをなくしました", "0269-00-2111"])
            BotHost.Words(asked.Card!.Value).ShouldContain(part);
        BotHost.Words(asked.Card!.Value).ShouldNotContain("所属長として、お知らせしています。");
        BotHost.Words(told.Card!.Value).ShouldContain("広報を所管する所属長として、お知らせしています。担当課にも届いています。");
        told.Card!.Value.GetRawText().ShouldContain(AnswerVerbs.DeskReply);
        Scenario
            .Shown(await desk.PressAsync(asked, "回答を送る", new Dictionary<string, string> { ["reply"] = "電話します。" }))
            .ShouldStartWith("至急：端末の紛失（回答済み）");
        // Once, and to those who were called alone: the asker gets the reply itself.
        await host.SeesAsync(head.Chat, message => SaysWhoAnswered(message.Text) && message.Text.Contains("電話します。", StringComparison.Ordinal));
        await host.IdleAsync();
        head.Chat.FromBot.Count(message => SaysWhoAnswered(message.Text)).ShouldBe(1);
        // The head may be writing too: the card itself follows when its time alone is over.
        host.Time.Advance(CardInHand.LeftAlone);
        BotHost.Words((await AlarmAsync(host, head, "至急：端末の紛失（回答済み）")).Card!.Value).ShouldContain("電話します。");
        foreach (var other in new[] { desk, author }) other.Chat.FromBot.Where(message => SaysWhoAnswered(message.Text)).ShouldBeEmpty();

        static bool SaysWhoAnswered(string text) => text.Contains("の連絡に、鈴木 一郎さんが回答しました。", StringComparison.Ordinal);
    }

    /// <summary>What to do next comes before anything that is only looked at.</summary>
    [Fact]
    public async Task Sending_it_to_the_desk_stands_right_below_the_first_steps()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("垢が乗っ取られた");

        var raw = (await AlarmAsync(host, author, "乗っ取り：最初の15分")).Card!.Value.GetRawText();

        At("担当課に送る\"").ShouldBeLessThan(At("条文を見る"));
        At("担当課に送る\"").ShouldBeLessThan(At("これは違う"));

        int At(string words)
        {
            var at = raw.IndexOf(words, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(0);
            return at;
        }
    }

    /// <summary>A head may be the only one who hears it; the caller can answer what either of them writes.</summary>
    [Fact]
    public async Task A_head_who_was_called_can_reply_and_the_caller_can_answer()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(Evening));
        var (author, desk, head) = (
            await host.OpenAsync(BotHost.Author),
            await host.OpenAsync(BotHost.Checker),
            await host.OpenAsync(BotHost.Head)
        );
        await author.SayAsync("公用のスマホをなくしました。Xもインスタもログインしたままです。すみません");
        await author.PressAsync(await AlarmAsync(host, author, "端末の紛失：最初の15分"), "担当課に送る");
        var told = await AlarmAsync(host, head, "至急：端末の紛失");

        await head.PressAsync(told, "回答を送る", new Dictionary<string, string> { ["reply"] = "どこでなくしましたか。" });
        var reply = await AlarmAsync(host, author, "至急の連絡への回答");
        BotHost.Words(reply.Card!.Value).ShouldContain("どこでなくしましたか。");
        Scenario.Shown(await author.PressAsync(reply, "返信を送る", Typed(""))).ShouldContain("返信を入力してください。");
        Scenario.Shown(await author.PressAsync(reply, "返信を送る", Typed("駅のベンチです。"))).ShouldContain("返信を送りました。");

        foreach (var called in (TeamsClient[])[desk, head])
        {
            var news = await AlarmAsync(host, called, "佐藤 花子さんから返信がありました。駅のベンチです。");
            BotHost.Words(news.Card!.Value).ShouldStartWith("至急：端末の紛失（返信あり）");
            // It waits for an answer again, and the answer is written where the news stands.
            await called.SayAsync("一覧");
            await AlarmAsync(host, called, "答えを待っている至急の知らせ　1件");
        }

        BotHost.Words(author.Chat.Find(reply.Id)!.Card!.Value).ShouldContain("返信を送りました。");
        var asked = await AlarmAsync(host, desk, "（返信あり）");
        Scenario.Shown(await desk.PressAsync(asked, "追加の回答を送る", Typed("駅に電話します。"))).ShouldContain("（回答済み）");

        var colleague = await host.OpenAsync("中村 美咲");
        await colleague.PressForgedAsync(reply, "返信を送る", Forgery.With(Typed("別の人の返信です。")));
        await host.IdleAsync();
        head.Chat.FromBot.ShouldNotContain(message => message.Text.Contains("別の人の返信です。", StringComparison.Ordinal));

        static Dictionary<string, string> Typed(string words) => new() { ["reply"] = words };
    }

    /// <summary>Those who were called have steps for what they were called about.</summary>
    [Fact]
    public async Task A_kind_that_is_corrected_after_it_was_sent_reaches_those_who_were_called()
    {
        await using var host = await BotHost.StartAsync();
        var (author, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await author.SayAsync("公用のスマホをなくしました。Xもインスタもログインしたままです。すみません");
        var card = await AlarmAsync(host, author, "端末の紛失：最初の15分");
        await author.PressAsync(card, "担当課に送る");
        await host.IdleAsync();

        await author.PressAsync(author.Chat.Find(card.Id)!, "乗っ取り");
        await host.IdleAsync();

        // Also when the chat is opened again, where the answer to the press is gone.
        BotHost.Words(author.Chat.Find(card.Id)!.Card!.Value).ShouldContain("乗っ取り：最初の15分");
        desk.Chat.FromBot[^1].Text.ShouldContain("の連絡の種類が変わりました。いまは「至急：乗っ取り」です。");
        // A card with a reply begun in it is left alone for a while.
        ShowsKind().ShouldBeFalse();
        host.Time.Advance(TimeSpan.FromMinutes(16));
        await host.IdleAsync();
        ShowsKind().ShouldBeTrue();

        bool ShowsKind() => desk.Chat.FromBot.Any(message => message.Card is { } shown
            && BotHost.Words(shown).StartsWith("至急：乗っ取り", StringComparison.Ordinal));
    }

    /// <summary>Also of somebody who asked for Japanese: one English message is answered in English that once.</summary>
    [Fact]
    public async Task A_call_in_english_is_answered_in_english_also_after_japanese_was_chosen()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("日本語");
        await host.SeesTextAsync(author.Chat, "これからカードとお知らせを日本語で表示します。");

        await author.SayAsync("our account got hacked, what should we do");
        await AlarmAsync(host, author, "Hijack");
        await author.SayAsync("垢が乗っ取られた");
        await AlarmAsync(host, author, "乗っ取り：最初の15分");
    }

    [Fact]
    public async Task The_head_of_the_caller_s_own_section_is_told_too()
    {
        await using var host = await BotHost.StartAsync();
        var (author, head) = (await host.OpenAsync("中村 美咲"), await host.OpenAsync("加藤 学"));
        await author.SayAsync("垢が乗っ取られた");

        Scenario.Shown(await author.PressAsync(await AlarmAsync(host, author, "乗っ取り：最初の15分"), "担当課に送る")).ShouldContain("加藤 学さん");

        BotHost.Words((await AlarmAsync(host, head, "至急：乗っ取り")).Card!.Value).ShouldContain("中村 美咲（防災課）");
    }

    /// <summary>Cards of an earlier version carry the button of a case.</summary>
    [Fact]
    public async Task An_old_button_for_a_case_still_answers()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("ヘルプ");
        var help = await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("使い方", StringComparison.Ordinal)
        );

        var action = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = AnswerVerbs.Incident,
            ["data"] = new System.Text.Json.Nodes.JsonObject { ["kind"] = "Hijack" },
        };
        (await author.ExecuteAsync(help, action, "manual")).ToCardAnswer().Text!.ShouldContain("まだ使えません");
    }

    [Fact]
    public async Task A_secret_in_a_call_for_help_is_hidden_and_named()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("公式Xが乗っ取られた。パスワードは Hoshimi#2026 なのに入れません、助けて");

        var card = await AlarmAsync(host, author, "最初の15分");

        card.Card!.Value.GetRawText().ShouldNotContain("Hoshimi#2026");
        (await host.ReadAsync(db => db.Questions.SingleAsync())).Text.ShouldNotContain("Hoshimi#2026");
    }

    private static DateTimeOffset Evening => BotHost.Morning.AddHours(10).AddMinutes(18);

    private static Task<ChatMessage> AlarmAsync(BotHost host, TeamsClient client, string words) =>
        host.SeesAsync(client.Chat, message => message.Card is { } card && BotHost.Words(card).Contains(words, StringComparison.Ordinal));
}
