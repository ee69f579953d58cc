using TeamsBot.Cards;
using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>What its author takes back or changes meanwhile, and a card in hand through all of it.</summary>
public sealed partial class HandsTests
{
    [Theory]
    [InlineData("取り下げる", "取り下げられました No.1", "起案者の佐藤 花子さんが取り下げました")]
    [InlineData("下書きに戻す", "下書きに戻りました No.1", "起案者の佐藤 花子さんが下書きに戻しました")]
    public async Task Who_is_at_work_on_it_hears_that_the_author_took_it_back(string button, string heading, string sentence)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var decision = await scenario.ReviewAsync();
        await scenario.Head.PressAsync(decision, "差し戻す", Reason("短い"));
        await host.IdleAsync();
        var screens = new Screens(host);
        screens.Begin(scenario.Head, scenario.Checker);

        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), button);
        await host.IdleAsync();

        screens.CountOf(scenario.Head).ShouldBe(new Screens.Count(1, 0));
        screens.CountOf(scenario.Checker).New.ShouldBe(0);
        Notices.Last(scenario.Head).ShouldStartWith(heading);
        Notices.Last(scenario.Head).ShouldContain(sentence);
    }

    [Theory]
    [InlineData("取り下げる", "取り下げられました No.1")]
    [InlineData("下書きに戻す", "下書きに戻りました No.1")]
    public async Task Who_had_not_opened_the_request_of_a_second_round_hears_that_the_author_took_it_back(string button, string heading)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var (second, review, _) = await TwoAskedAsync(host, scenario);
        await scenario.Checker.PressAsync(review, "差し戻す", Reason(Words));
        await host.IdleAsync();
        var own = await host.SeesCardAsync(scenario.Author, "差し戻し");
        var corrected = new Dictionary<string, string>(Scenario.Plan()) { ["text"] = Scenario.Text + "\n中央1-1" };
        await scenario.Author.PressAsync(own, Scenario.HandInAgain, corrected);
        await host.IdleAsync();
        foreach (var client in (TeamsClient[])[scenario.Checker, second])
            Notices.Last(client).ShouldStartWith("直して再申請されました。", customMessage: client.Person.Name);
        var screens = new Screens(host);
        screens.Begin(scenario.Checker, second);

        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), button);
        await host.IdleAsync();

        foreach (var client in (TeamsClient[])[scenario.Checker, second])
        {
            screens.CountOf(client).New.ShouldBe(1, client.Person.Name);
            Notices.Last(client).ShouldStartWith(heading, customMessage: client.Person.Name);
            Notices.Last(client).ShouldContain("することはありません。");
        }
    }

    [Fact]
    public async Task However_often_others_change_something_a_card_is_left_alone_for_a_quarter_of_an_hour_in_all()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(日)", StringComparison.Ordinal));
        await scenario.Author.PressAsync(own, "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        await host.IdleAsync();
        await SaveNoteAsync("出典は主催者の告知文です。");
        host.Time.Advance(CardInHand.LeftAlone - TimeSpan.FromMinutes(3));
        await SaveNoteAsync("出典は主催者の告知文の二枚目です。");
        CardWords(scenario.Head, asked).ShouldNotContain("告知文");

        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.IdleAsync();

        CardWords(scenario.Head, asked).ShouldContain("出典は主催者の告知文の二枚目です。");

        async Task SaveNoteAsync(string note)
        {
            var card = await scenario.CurrentCardAsync(scenario.Author);
            await scenario.Author.PressAsync(card, "保存して点検する", new Dictionary<string, string> { ["note"] = note });
            await host.IdleAsync();
        }
    }

    [Fact]
    public async Task A_heads_reason_about_an_exception_comes_back_when_the_author_withdrew_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(日)", StringComparison.Ordinal));
        await scenario.Author.PressAsync(own, "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        await host.IdleAsync();
        var stale = asked.Card!.Value;
        await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "取り下げる");
        await host.IdleAsync();
        Raw(scenario.Head, asked).ShouldContain("例外として認める");

        var late = await scenario.Head.PressAsync(asked, stale, "認めない", Reason("曜日を直せば足りると考えます。"));

        Passage.CardOf(late)!.Value.GetRawText().ShouldContain("曜日を直せば足りると考えます。");
    }

    [Fact]
    public async Task A_note_that_the_author_adds_takes_no_half_written_answer_away()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync(Scenario.Text.Replace("(土)", "(日)", StringComparison.Ordinal));
        await scenario.Author.PressAsync(own, "所属長に例外を相談", Scenario.PlanWithReason());
        var asked = await host.SeesAsync(scenario.Head.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("例外として確認に回してよいか", StringComparison.Ordinal)
        );
        await host.IdleAsync();
        var (stale, before) = (asked.Card!.Value, Raw(scenario.Head, asked));
        await scenario.Author.PressAsync(
            await scenario.CurrentCardAsync(scenario.Author),
            "保存して点検する",
            new Dictionary<string, string> { ["note"] = "出典は主催者の告知文です。" }
        );
        await host.IdleAsync();
        Raw(scenario.Head, asked).ShouldBe(before);

        var answer = await scenario.Head.PressAsync(asked, stale, "認めない", Reason("曜日を直せば足りると考えます。"));

        Scenario.Shown(answer).ShouldContain("出典は主催者の告知文です。");
        Passage.CardOf(answer)!.Value.GetRawText().ShouldContain("曜日を直せば足りると考えます。");
    }
}
