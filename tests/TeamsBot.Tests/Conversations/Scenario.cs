using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>The main job step by step, as its people do it. Each step waits until the cards it changes have arrived.</summary>
internal sealed class Scenario(BotHost host)
{
    public const string Text = "【図書館まつり】12月5日(土)午前10時から、星見市立図書館で開催します。申込みは不要です。\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    public TeamsClient Author { get; } = host.Of(BotHost.Author);

    public TeamsClient Checker { get; } = host.Of(BotHost.Checker);

    public TeamsClient Head { get; } = host.Of(BotHost.Head);

    public static Dictionary<string, string> Plan(string account = "city-x", string date = "2026-11-24", string time = "15:00") => new()
    {
        ["account"] = account, ["informationClass"] = "open", ["plannedDate"] = date, ["plannedTime"] = time,
    };

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

    public async Task<ChatMessage> SubmitAsync()
    {
        var card = await PasteAsync();
        Shown(await Author.PressAsync(card, "確認に回す", Plan())).ShouldStartWith("確認中");
        return await host.SeesCardAsync(Checker, "確認中");
    }

    public async Task<ChatMessage> ReviewAsync()
    {
        var card = await SubmitAsync();
        Shown(await Checker.PressAsync(card, "承認する", Ticks)).ShouldStartWith("決裁待ち");
        return await host.SeesCardAsync(Head, "決裁待ち");
    }

    public async Task<ChatMessage> ApproveAsync()
    {
        var card = await ReviewAsync();
        Shown(await Head.PressAsync(card, "承認する", Ticks)).ShouldStartWith("承認済");
        return await host.SeesCardAsync(Author, "承認済");
    }

    public async Task<BotAnswer> ReportAsync(string? text = null, string url = "https://x.com/hoshimi_city/status/1")
    {
        var card = await host.SeesCardAsync(Author, "承認済");
        return await Author.PressAsync(card, "投稿済みにする", new Dictionary<string, string> { ["postedUrl"] = url, ["postedText"] = text ?? Text });
    }

    /// <summary>What the presser's card says after the press.</summary>
    public static string Shown(BotAnswer answer)
    {
        answer.Status.ShouldBe(200);
        var shown = answer.ToCardAnswer();
        shown.Kind.ShouldBe(CardAnswerKind.Card, shown.Text);
        return BotHost.Words(shown.Card!.Value);
    }
}
