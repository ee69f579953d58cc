using System.Globalization;
using System.Text.Json;
using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>The author's side as it is pressed: a refusal loses nothing, the press declares the class, and a card is one card.</summary>
public sealed class AuthorCardTests
{
    [Fact]
    public async Task The_account_of_the_last_post_is_said_to_be_chosen_until_the_author_has_chosen()
    {
        const string Said = "前回と同じ";
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();
        scenario.Author.Chat.FromBot.ShouldAllBe(message => !message.Activity.GetRawText().Contains(Said, StringComparison.Ordinal));

        await scenario.Author.SayAsync(Scenario.Text + "\nお待ちしています。");

        var card = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        BotHost.Words(card.Card!.Value).Split('\n').ShouldContain(line =>
            line.StartsWith("投稿先", StringComparison.Ordinal) && line.EndsWith(Said, StringComparison.Ordinal)
        );
        var other = await scenario.Author.PressAsync(card, "保存して点検する", new Dictionary<string, string> { ["account"] = "city-facebook" });
        Scenario.Shown(other).ShouldNotContain(Said);
    }

    [Fact]
    public async Task A_refusal_stands_above_the_button_with_the_missing_field_and_keeps_the_text_typed_beside_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        var typed = Scenario.Text.Replace("申込みは不要です。", "申込みは要りません。", StringComparison.Ordinal);

        var refused = await scenario.Author.PressAsync(
            own,
            Scenario.HandIn,
            new Dictionary<string, string> { ["text"] = typed, ["note"] = "図書館に確かめました。" }
        );

        var card = Passage.CardOf(refused)!.Value;
        BotHost.Words(card).ShouldContain("▲ 投稿先のアカウント（未選択）");
        Last(card, 2).GetProperty("style").GetString().ShouldBe("attention");
        Last(card, 1).GetProperty("actions")[0].GetProperty("title").GetString().ShouldBe(Scenario.HandIn);
        Input(card, "text").GetProperty("value").GetString().ShouldBe(typed);
        Input(card, "note").GetProperty("value").GetString().ShouldBe("図書館に確かめました。");
        IsOpen(card, "edit").ShouldBeTrue();
        IsOpen(card, "more").ShouldBeTrue();
        IsOpen(card, "settings").ShouldBeFalse();
        (await scenario.DraftAsync()).Current.Text.ShouldBe(typed);
        // What the message shows once everything was sent is what the press answered.
        var shown = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("（未選択）", StringComparison.Ordinal)
        );
        Scenario
            .Shown(await scenario.Author.PressAsync(shown, Scenario.HandIn, new Dictionary<string, string> { ["account"] = "city-x" }))
            .ShouldStartWith("確認中");
    }

    [Fact]
    public async Task A_text_that_cannot_be_taken_stays_in_the_editor()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        await scenario.Author.PressAsync(own, "保存して点検する", new Dictionary<string, string> { ["note"] = "先に変えました。" });

        // The card is older than the draft: nothing of it is taken, and nothing is lost.
        var late = await scenario.Author.PressAsync(
            own,
            Scenario.HandIn,
            new Dictionary<string, string>(Scenario.Plan()) { ["text"] = "書き直した本文です。\n二行目です。" }
        );

        var card = Passage.CardOf(late)!.Value;
        BotHost.Words(card).ShouldContain("カードを開いたあとに");
        BotHost.Words(card).ShouldContain("本文（書き直し中・未保存）");
        Input(card, "text").GetProperty("value").GetString().ShouldBe("書き直した本文です。\n二行目です。");
        Input(card, "account").GetProperty("value").GetString().ShouldBe("city-x");
        Input(card, "plannedTime").GetProperty("value").GetString().ShouldBe("15:00");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(Scenario.Text);
        Scenario.Shown(await scenario.Author.PressAsync(own, card, Scenario.HandIn)).ShouldStartWith("確認中");
        (await scenario.DraftAsync()).Current.Text.ShouldBe("書き直した本文です。\n二行目です。");
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("dismissReason", "短い")]
    [InlineData("liftReason", "短い")]
    [InlineData("plannedDate", "2026-11-24")]
    [InlineData("note", "確かめました。*印*")]
    public async Task What_was_typed_comes_back_from_any_refusal(string field, string value)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(
            Scenario.Text.Replace("(土)", "(金)", StringComparison.Ordinal) + "\n参加者には高齢者らしい方もいます。窓口は大盛況だそうです。"
        );
        var button = field switch { "dismissReason" => "該当しないとする", "liftReason" => "所属長に例外を相談", _ => Scenario.HandIn };
        if (button == "該当しないとする" && !own.Card!.Value.GetRawText().Contains(button, StringComparison.Ordinal)) return;

        var card = Passage
            .CardOf(
                await scenario.Author.PressAsync(own, button, new Dictionary<string, string> { [field] = value, ["account"] = "city-x" })
            )!
            .Value;

        if (value.Length > 0) Input(card, field).GetProperty("value").GetString().ShouldBe(value);
        Last(card, 2).GetProperty("style").GetString().ShouldBe("attention");
    }

    [Fact]
    public async Task The_press_declares_the_class_and_another_choice_is_shown_on_the_button_first()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        Input(own.Card!.Value, "informationClass").TryGetProperty("value", out _).ShouldBeFalse();

        var other = new Dictionary<string, string>(Scenario.Plan()) { ["informationClass"] = "embargoed" };
        var card = Passage.CardOf(await scenario.Author.PressAsync(own, Scenario.HandIn, other))!.Value;

        BotHost.Words(card).ShouldContain("情報の区分を変えました");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Composing);
        Scenario.Shown(await scenario.Author.PressAsync(own, card, "解禁日時ありとして確認に回す")).ShouldStartWith("確認中");
        (await scenario.DraftAsync()).InformationClass.ShouldBe("embargoed");
    }

    [Fact]
    public async Task The_account_used_last_is_preselected_and_a_first_draft_begins_without_one()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();
        await scenario.Author.SayAsync(Scenario.Text);

        var second = await host.SeesCardAsync(scenario.Author, "下書き", 2);

        BotHost.Words(second.Card!.Value).ShouldContain("投稿先　星見市（X）@hoshimi_city");
        BotHost.Words(second.Card!.Value).ShouldContain("決裁　田中 誠");
        (await scenario.DraftAsync(2)).InformationClass.ShouldBeNull();
        Scenario.Shown(await scenario.Author.PressAsync(second, Scenario.HandIn)).ShouldStartWith("確認中");
        (await scenario.DraftAsync(2)).InformationClass.ShouldBe("open");
    }

    [Fact]
    public async Task In_review_the_card_names_who_is_asked_since_when_and_who_is_next_and_can_be_taken_back()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var own = await host.SeesCardAsync(scenario.Author, "確認中");
        var words = BotHost.Words(own.Card!.Value);
        words.ShouldContain("いま　鈴木 一郎さん");
        words.ShouldContain("11/20(金) 10:00から");
        words.ShouldContain("次　　田中 誠さん");

        Scenario.Shown(await scenario.Author.PressAsync(own, "下書きに戻す")).ShouldStartWith("下書き");

        Scenario.Shown(await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldNotContain("決裁待ち No");
        var draft = await scenario.DraftAsync();
        draft.Status.ShouldBe(DraftStatus.Composing);
        draft.OpenReviews.ShouldBeEmpty();
        (await scenario.ActionsAsync()).ShouldContain("draft.takeBack");
    }

    [Fact]
    public async Task The_head_reads_why_an_exception_is_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(金)", StringComparison.Ordinal));
        var plan = Scenario.Plan();

        var card = Passage.CardOf(await scenario.Author.PressAsync(own, "所属長に例外を相談", plan))!.Value;
        BotHost.Words(card).ShouldContain("▲ 例外を相談する理由");
        (await scenario.DraftAsync()).IsLiftAsked.ShouldBeFalse();

        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    own,
                    card,
                    "所属長に例外を相談",
                    new Dictionary<string, string> { ["liftReason"] = "主催者の告知文をそのまま引用しています。" }
                )
            )
            .ShouldContain("例外の判断を依頼しました");
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("例外として認める", StringComparison.Ordinal)
        );
        BotHost.Words(asked.Card!.Value).ShouldContain("主催者の告知文をそのまま引用しています。");
    }

    [Fact]
    public async Task The_form_becomes_the_draft_and_stays_one_card()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync("下書き");
        var form = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("新しい下書き", StringComparison.Ordinal)
        );

        Scenario
            .Shown(await scenario.Author.PressAsync(form, "点検する", new Dictionary<string, string> { ["text"] = Scenario.Text }))
            .ShouldStartWith("下書き");

        (await host.SeesCardAsync(scenario.Author, "下書き")).Id.ShouldBe(form.Id);
        scenario
            .Author.Chat.FromBot.Count(message =>
                message.Card is { } card && BotHost.Words(card).Contains("No.1（", StringComparison.Ordinal)
            )
            .ShouldBe(1);
    }

    [Theory]
    [InlineData("下書き")]
    [InlineData("draft")]
    [InlineData("いいね申請 https://x.com/a/status/1")]
    [InlineData("12月5日(土)午前10時から、星見市立図書館で古本市を開きます。申込みは不要です。どうぞお越しください。")]
    public async Task Who_may_not_write_gets_no_form_but_who_can(string said)
    {
        await using var host = await BotHost.StartAsync();
        var outsider = await host.OpenAsync(BotHost.Outsider);

        await outsider.SayAsync(said);

        var (refusal, whom) =
            said == "draft"
                ? ("Drafts are made by people registered as writers", "To be registered: Public Relations Section (0269-00-2111)")
                : ("下書きを作れるのは、起案者として登録された方です", "登録の相談先：広報課（0269-00-2111）");
        var answer = await host.SeesTextAsync(outsider.Chat, refusal);
        answer.Text.ShouldContain(whom);
        outsider.Chat.FromBot.ShouldAllBe(message =>
            message.Card == null
            || !message.Card.Value.GetRawText().Contains("approvals.start\",\"data\":{}", StringComparison.Ordinal)
            || !message.Card.Value.GetRawText().Contains("\"id\":\"text\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_list_finds_posted_drafts()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");
        await scenario.Author.SayAsync("一覧");
        var list = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("一覧", StringComparison.Ordinal)
        );
        BotHost.Words(list.Card!.Value).ShouldContain("あなたの番 0　返事待ち 0　投稿済み 1");

        var posted = await scenario.Author.PressAsync(list, "投稿済みを見る");

        Scenario.Shown(posted).ShouldContain("投稿済み　1件");
        Scenario.Shown(await scenario.Author.PressAsync(list, Passage.CardOf(posted)!.Value, "No.1 を開く")).ShouldStartWith("投稿済み No.1");
    }

    [Theory]
    [Case("B04")]
    [RelativesOf("B04")]
    [InlineData(20, 200)]
    [InlineData(1, 4_000)]
    [InlineData(40, 100)]
    [InlineData(100, 40)]
    [InlineData(200, 20)]
    [InlineData(12, 800)]
    public async Task A_long_text_changed_in_every_line_reaches_its_reviewer(int lines, int length)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var filling = string.Concat(Enumerable.Repeat("市立図書館では本と雑誌をゆっくり読めます。", 1 + (length / 20)));
        var text = string.Join(
            '\n',
            Enumerable
                .Range(0, lines)
                .Select(line => string.Create(CultureInfo.InvariantCulture, $"本館の棚{line}、") + filling[..(length - 8)])
        );
        await scenario.Author.SayAsync(text);
        (await host.HandInAsync(scenario.Author, "city-facebook")).ShouldStartWith("確認中");
        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["reason"] = "日を確かめて直してください。" });
        await host.SeesCardAsync(scenario.Author, "差し戻し");
        var inputs = Scenario.Plan("city-facebook");
        inputs["text"] = text.Replace("本館", "別館", StringComparison.Ordinal);
        await scenario.Author.PressAsync(await host.CurrentCardAsync(scenario.Author), "保存して点検する", inputs);
        var own = await host.CurrentCardAsync(scenario.Author);
        inputs = Scenario.Plan("city-facebook");
        foreach (var key in Scenario.AnswerFields(own)) inputs[key] = "担当課に確認しました。";

        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandInAgain, inputs)).ShouldStartWith("確認中");

        await host.SeesCardAsync(scenario.Checker, "確認中");
        foreach (
            var message in scenario.Checker.Chat.FromBot.Concat(scenario.Author.Chat.FromBot).Where(message => message.Card is not null)
        )
        {
            message.Activity.GetRawText().Length.ShouldBeLessThan(24 * 1024);
        }
    }

    [Theory]
    [Case("B03")]
    [RelativesOf("B03")]
    [InlineData("桜が咲きました😀。", "桜が咲きました😁。")]
    [InlineData("講師は𠮷野さんです。", "講師は𠮟野さんです。")]
    [InlineData("家族👨‍👩‍👧の日です。", "家族👨‍👩‍👦の日です。")]
    [InlineData("国旗🇯🇵を飾ります。", "国旗🇯🇲を飾ります。")]
    [InlineData("拍手👏🏻を送ります。", "拍手👏🏿を送ります。")]
    [InlineData("😀😀😀が三つです。", "😀😁😀が三つです。")]
    public async Task A_changed_character_stands_whole_on_the_reviewers_card(string before, string after)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync($"{Scenario.Text}\n{before}");
        (await host.HandInAsync(scenario.Author, "city-facebook")).ShouldStartWith("確認中");
        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        await scenario.Checker.PressAsync(review, "差し戻す", new Dictionary<string, string> { ["reason"] = "末尾の行を見直してください。" });
        await host.SeesCardAsync(scenario.Author, "差し戻し");
        var inputs = Scenario.Plan("city-facebook");
        inputs["text"] = $"{Scenario.Text}\n{after}";

        Scenario
            .Shown(await scenario.Author.PressAsync(await host.CurrentCardAsync(scenario.Author), Scenario.HandInAgain, inputs))
            .ShouldStartWith("確認中");

        var words = BotHost.Words((await host.CurrentCardAsync(scenario.Checker)).Card!.Value);
        words.ShouldContain("前回から変わったところ");
        words.ShouldContain(after);
        words.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
    }

    [Theory]
    [Case("B02")]
    [RelativesOf("B02")]
    [InlineData("*図書館*まつりを12月7日(月)10:00に開きます。")]
    [InlineData("[詳細](https://www.city.hoshimi.lg.jp/)を見て12月7日(月)に来てください。")]
    [InlineData("__12月7日(月)__に古本市を開きます。")]
    [InlineData("~~12月6日(日)~~ 12月7日(月)に開きます。")]
    [InlineData("**大切** 12月7日(月)は定員30名です。")]
    [InlineData("`12月7日(月)` 午前10時から受け付けます。")]
    public async Task A_fact_line_stands_as_it_was_written_and_its_tick_has_words_of_ours(string line)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (author, checker) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));

        (await host.HandInAsync(author, line, host.FirstOnX().Id)).ShouldStartWith("確認中");

        var card = (await host.SeesCardAsync(checker, "確認中")).Card!.Value;
        BotHost.Words(card).Split('\n').ShouldContain(shown => shown.Replace('\u00A0', ' ') == line);
        Elements(card)
            .Where(element => element.GetProperty("type").GetString() == "Input.Toggle")
            .Select(toggle => toggle.GetProperty("title").GetString()!)
            .ShouldAllBe(title =>
                !title.Contains('*') && !title.Contains('[') && !title.Contains('_') && !title.Contains('~') && !title.Contains('`')
            );
        Elements(card).Where(element => element.GetProperty("type").GetString() == "Input.Toggle").ShouldNotBeEmpty();
    }

    /// <summary>From the end of the card's body, counted from 1.</summary>
    private static JsonElement Last(JsonElement card, int at) => card.GetProperty("body").EnumerateArray().Reverse().ElementAt(at - 1);

    private static JsonElement Input(JsonElement card, string id) =>
        Elements(card)
            .Single(element =>
                element.GetProperty("type").GetString()!.StartsWith("Input.", StringComparison.Ordinal)
                && element.GetProperty("id").GetString() == id
            );

    private static IEnumerable<JsonElement> Elements(JsonElement element) =>
        ((string[])["body", "items"])
            .Where(name => element.TryGetProperty(name, out _))
            .SelectMany(name => element.GetProperty(name).EnumerateArray())
            .SelectMany(child => Elements(child).Prepend(child));

    private static bool IsOpen(JsonElement card, string fold)
    {
        var container = card.GetProperty("body")
            .EnumerateArray()
            .Single(element => element.TryGetProperty("id", out var id) && id.GetString() == fold);
        return !container.TryGetProperty("isVisible", out var visible) || visible.GetBoolean();
    }
}
