using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.OwnWords;

namespace TeamsBot.Tests.Conversations;

/// <summary>「該当しない」: remembered for the account, the rule and the phrase, shown to the desk, taken back (features.md b10).</summary>
public sealed class DismissTests
{
    /// <summary>The ambiguous time word earns a hint or warning with its place.</summary>
    private const string Text =
        "図書館まつりは12月5日(土)午前10時から開催します。詳しくは後日お知らせします。なるはやでお申し込みください。\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html";

    [Fact]
    public async Task A_finding_that_does_not_apply_is_not_said_again_for_the_account_until_the_desk_takes_it_back()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await PasteAsync(host, scenario, 1);
        var finding = await DismissibleAsync(host, 1);

        var refused = await scenario.Author.PressAsync(card, "該当しないとする", With(finding.Key, "短い"));
        Scenario.Shown(refused).ShouldContain("理由を5字以上");
        var answer = await scenario.Author.PressAsync(
            card,
            refused.ToCardAnswer().Card!.Value,
            "該当しないとする",
            With(finding.Key, "窓口での決まった言い方です")
        );
        Scenario.Shown(answer).ShouldContain("1件を「該当しない」としました。");
        (await FindingsAsync(host, 1)).ShouldNotContain(found => found.RuleId == finding.RuleId && found.Quote == finding.Quote);

        await PasteAsync(host, scenario, 2);
        var second = await host.SeesCardAsync(scenario.Author, "下書き", 2);
        await scenario.Author.PressAsync(second, "保存して点検する", Scenario.Plan());
        (await FindingsAsync(host, 2)).ShouldNotContain(found => found.RuleId == finding.RuleId && found.Quote == finding.Quote);

        await scenario.Checker.SayAsync("用語");
        var list = await host.SeesAsync(scenario.Checker.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("窓口での決まった言い方です", StringComparison.Ordinal)
        );
        BotHost.Words(list.Card!.Value).ShouldContain($"{finding.Label} 1回");
        Scenario.Shown(await scenario.Checker.PressAsync(list, $"「{finding.Quote}」をまた表示する")).ShouldContain("元に戻しました");
        var third = await PasteAsync(host, scenario, 3);
        await scenario.Author.PressAsync(third, "保存して点検する", Scenario.Plan());
        (await FindingsAsync(host, 3)).ShouldContain(found => found.RuleId == finding.RuleId && found.Quote == finding.Quote);
    }

    [Fact]
    public async Task The_reviewer_reads_what_was_marked_and_why()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await PasteAsync(host, scenario, 1);
        var finding = await DismissibleAsync(host, 1);

        Scenario
            .Shown(await scenario.Author.PressAsync(card, "該当しないとする", With(finding.Key, "窓口での決まった言い方です")))
            .ShouldContain("窓口での決まった言い方です");

        var draft = await host.ReadAsync(db => db.Set<DraftEvent>().SingleAsync(happened => happened.Kind == DraftEventKind.Dismissed));
        draft.Note!.ShouldContain(finding.Quote);
    }

    [Fact]
    public async Task A_block_is_never_dismissed_whatever_the_card_says()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SayAsync("【取扱注意】機密性2の資料です。担当の携帯は090-1234-5678です。\n" + Text);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");
        var block = (await FindingsAsync(host, 1)).First(found => found.Severity >= Severity.Block);

        var forged = With(block.Key, "該当しないと思います");
        var answer = await scenario.Author.PressAsync(card, "該当しないとする", forged);

        Scenario.Shown(answer).ShouldContain("「該当しない」にできません");
        (await host.ReadAsync(db => db.DismissedFindings.CountAsync())).ShouldBe(0);
        (await FindingsAsync(host, 1)).ShouldContain(found => found.Key == block.Key);
    }

    private static Dictionary<string, string> With(string key, string reason) =>
        new(Scenario.Plan()) { ["dismissed"] = key, ["dismissReason"] = reason };

    private static async Task<ChatMessage> PasteAsync(BotHost host, Scenario scenario, int number)
    {
        await scenario.Author.SayAsync(Text);
        return await host.SeesCardAsync(scenario.Author, "下書き", number);
    }

    private static async Task<DraftFinding> DismissibleAsync(BotHost host, int number) =>
        (await FindingsAsync(host, number)).First(Draft.MayDismiss);

    private static Task<IReadOnlyList<DraftFinding>> FindingsAsync(BotHost host, int number) =>
        host.ReadAsync(async db =>
            (
                await db.Set<Revision>()
                    .Where(revision => revision.DraftNumber == number)
                    .OrderByDescending(revision => revision.Number)
                    .FirstAsync()
            ).Findings
        );
}
