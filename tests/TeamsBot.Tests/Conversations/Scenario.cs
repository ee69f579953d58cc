using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>The main job step by step, as its people do it. Each step waits until the cards it changes have arrived.</summary>
internal sealed class Scenario(BotHost host)
{
    public const string TenantId = "aaaaaaaa-0000-4000-8000-000000000001";

    public const string Text = "【図書館まつり】12月5日(土)午前10時から、星見市立図書館で開催します。申込みは不要です。\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    /// <summary>Hands in: the press declares the class of information.</summary>
    public const string HandIn = "公開可として確認に回す";

    public const string HandInAgain = "公開可として再申請する";

    public TeamsClient Author { get; } = host.Of(BotHost.Author);

    public TeamsClient Checker { get; } = host.Of(BotHost.Checker);

    public TeamsClient Head { get; } = host.Of(BotHost.Head);

    public static Dictionary<string, string> Plan(string account = "city-x", string date = "2026-11-24", string time = "15:00") => new()
    {
        ["account"] = account, ["informationClass"] = "open", ["plannedDate"] = date, ["plannedTime"] = time,
    };

    /// <summary>The plan, and why the head should allow an exception.</summary>
    public static Dictionary<string, string> PlanWithReason() => new(Plan()) { ["liftReason"] = "報道発表が今日のため、例外をお願いします。" };

    public static Dictionary<string, string> Ticks => new()
    {
        ["item1"] = "true", ["item2"] = "true", ["item3"] = "true", ["item4"] = "true", ["item5"] = "true", ["confirmed"] = "true",
    };

    /// <summary>Everybody has the bot, so that everybody can be reached.</summary>
    public async Task<Scenario> InstalledAsync()
    {
        foreach (var client in (TeamsClient[])[Author, Checker, Head]) await client.InstallAsync();
        return this;
    }

    public async Task<ChatMessage> PasteAsync(string text = Text)
    {
        (await Author.SayAsync(text)).Answer!.Status.ShouldBe(202);
        return await host.SeesCardAsync(Author, "下書き");
    }

    public async Task<ChatMessage> SubmitAsync(Dictionary<string, string>? plan = null)
    {
        var card = await PasteAsync();
        var answer = await Author.PressAsync(card, HandIn, plan ?? Plan());
        // Another class than the button said is shown on the button first.
        if (Shown(answer).Contains("情報の区分を変えました", StringComparison.Ordinal))
            answer = await Author.PressAsync(card, answer.ToCardAnswer().Card!.Value, "解禁日時ありとして確認に回す");
        Shown(answer).ShouldStartWith("確認中");
        return await host.SeesCardAsync(Checker, "確認中");
    }

    public async Task<ChatMessage> ReviewAsync(Dictionary<string, string>? plan = null)
    {
        var card = await SubmitAsync(plan);
        Shown(await Checker.PressAsync(card, "確認済みにする", Ticks)).ShouldStartWith("決裁待ち");
        return await host.SeesCardAsync(Head, "決裁待ち");
    }

    public async Task<ChatMessage> ApproveAsync(Dictionary<string, string>? plan = null)
    {
        var card = await ReviewAsync(plan);
        Shown(await Head.PressAsync(card, "承認する", Ticks)).ShouldStartWith("承認済");
        return await host.SeesCardAsync(Author, "承認済");
    }

    public async Task<BotAnswer> ReportAsync(string? text = null, string url = "https://x.com/hoshimi_city/status/1")
    {
        var card = await host.SeesCardAsync(Author, "承認済");
        var title = BotHost.Words(card.Card!.Value).StartsWith("投稿文が承認文と違います", StringComparison.Ordinal) ? "もう一度照合する" : "投稿を報告する";
        return await Author.PressAsync(card, title, new Dictionary<string, string> { ["postedUrl"] = url, ["postedText"] = text ?? Text });
    }

    /// <summary>The author's card of the draft, whatever it says now.</summary>
    public static ChatMessage CardOf(TeamsClient client, int number = 1) =>
        client.Chat.FromBot.Last(message => message.Card is { } card && BotHost.IsOf(card, number));

    /// <summary>The person's card, once it is the one of the draft as it is now.</summary>
    public Task<ChatMessage> CurrentCardAsync(TeamsClient client, int number = 1) => host.CurrentCardAsync(client, number);

    /// <summary>The ids of the fields in which the card wants warnings answered.</summary>
    public static IReadOnlyList<string> AnswerFields(ChatMessage message) =>
        [.. message.Card!.Value.GetRawText().Split('"').Where(word => word.StartsWith("answer:", StringComparison.Ordinal)).Distinct()];

    /// <summary>The plan, and an answer to every warning of the author's card.</summary>
    public static Dictionary<string, string> Answered(TeamsClient author, string account)
    {
        var inputs = Plan(account);
        foreach (var key in AnswerFields(CardOf(author))) inputs[key] = "担当課に確認しました。";
        return inputs;
    }

    /// <summary>The story of the draft as the database has it.</summary>
    public Task<List<string>> ActionsAsync() =>
        host.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());

    public async Task<Draft> DraftAsync(int number = 1) => (await host.ReadAsync(db => db.FindDraftAsync(number, TenantId, default)))!;

    /// <summary>What the presser's card says after the press.</summary>
    public static string Shown(BotAnswer answer)
    {
        answer.Status.ShouldBe(200);
        var shown = answer.ToCardAnswer();
        shown.Kind.ShouldBe(CardAnswerKind.Card, shown.Text);
        return CardState.Words(shown.Card!.Value);
    }
}
