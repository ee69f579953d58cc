using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Profiles;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Profiles and names of accounts, checked and written with the pack of the guideline that demands it.</summary>
public sealed class ProfileTests
{
    private const string Policy = "https://www.pref.tochigi.lg.jp/sns/policy.html";

    [Fact]
    [Clause("tochigi-5-1-2a")]
    public async Task A_profile_without_a_mode_fails_with_two_ready_sentences_and_the_chosen_one_is_stored()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var author = await host.OpenAsync(BotHost.Author);
        var card = await CheckAsync(host, author, "koho-x", $"栃木県広報課の公式アカウントです。県の情報をお届けします。\n{Policy}");
        var shown = BotHost.Words(card.Card!.Value);
        shown.ShouldContain("発信専用か、交流の場づくりを目指すかが分かりません");
        shown.ShouldContain("→ このアカウントは情報の発信専用です。");
        shown.ShouldContain("→ 皆さまとの交流の場づくりを目指しています。");
        shown.ShouldContain("根拠：ガイドライン ５(1)イ");

        var chosen = await author.PressAsync(card, "交流の場にする", Fields(("policyUrl", Policy), ("text", TextOf(card.Card.Value))));

        Scenario.Shown(chosen).ShouldStartWith("プロフィール　合格");
        TextOf(CardOf(chosen)).ShouldContain("皆さまとの交流の場づくりを目指しています。");
        (await RecordAsync(host, "koho-x")).ReplyMode.ShouldBe(ReplyMode.Community);

        // Chosen anew from the card: the other sentence takes the place of the first.
        var other = await author.PressAsync(card, card.Card.Value, "発信専用にする", Fields(("text", TextOf(CardOf(chosen)))));
        Scenario.Shown(other).ShouldStartWith("プロフィール　合格");
        TextOf(CardOf(other)).ShouldNotContain("交流の場");
        (await RecordAsync(host, "koho-x")).ReplyMode.ShouldBe(ReplyMode.Inform);
        (
            await host.ReadAsync(db =>
                db.AuditEntries.CountAsync(entry => entry.Action == "accounts.replyMode" && entry.Subject == "account:koho-x")
            )
        ).ShouldBe(2);
    }

    [Fact]
    [Clause("tochigi-5-1-2b")]
    public async Task A_profile_without_the_registered_policys_address_fails_with_the_address_to_paste_and_passes_with_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var author = await host.OpenAsync(BotHost.Author);
        const string Text = "栃木県広報課の公式アカウントです。発信専用です。";
        var asked = await CheckAsync(host, author, "koho-x", Text);
        BotHost.Words(asked.Card!.Value).ShouldContain("運用方針のURLが台帳にありません");
        Scenario
            .Shown(await author.PressAsync(asked, "もう一度点検する", Fields(("text", Text), ("policyUrl", "https://example.com/policy"))))
            .ShouldContain("公式ホームページ（pref.tochigi.lg.jp）のページ");

        var missing = await author.PressAsync(asked, "もう一度点検する", Fields(("text", Text), ("policyUrl", Policy)));
        Scenario.Shown(missing).ShouldContain("直すところ1件");
        Scenario.Shown(missing).ShouldContain($"{Policy} を貼り付けてください");

        Scenario.Shown(await author.PressAsync(asked, CardOf(missing), "足りない文を加える", Fields(("text", Text)))).ShouldStartWith("プロフィール　合格");
        Scenario
            .Shown(await author.PressAsync(asked, CardOf(missing), "もう一度点検する", Fields(("text", $"{Text} {Policy}"))))
            .ShouldStartWith("プロフィール　合格");
        var record = await RecordAsync(host, "koho-x");
        (record.PolicyUrl, record.ReplyMode).ShouldBe((Policy, ReplyMode.Inform));
        record.ProfilePassedAt.ShouldNotBeNull();
    }

    [Fact]
    [Clause("tochigi-7-1-1")]
    public async Task A_profile_without_the_sections_name_fails_naming_it_and_with_it_and_the_word_official_that_point_passes()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var author = await host.OpenAsync(BotHost.Author);

        var missing = BotHost.Words((await CheckAsync(host, author, "kiki-x", "災害に備える情報をお届けします。")).Card!.Value);
        missing.ShouldContain("運用する所属名「危機管理課」がありません");
        missing.ShouldContain("「公式」と書いてください");
        missing.ShouldContain("７(1)ア");

        var named = BotHost.Words((await CheckAsync(host, author, "kiki-x", "栃木県危機管理課の公式アカウントです。災害に備える情報をお届けします。", 2)).Card!.Value);
        named.ShouldNotContain("所属名");
        named.ShouldNotContain("「公式」");
    }

    [Theory]
    [InlineData("区の広報戦略です。", "「広報戦略」ではなく、台帳にある所属名「広報戦略課」")]
    [InlineData("広報戦略室が運用しています。", "「広報戦略室」ではなく、台帳にある所属名「広報戦略課」")]
    [InlineData("区からのお知らせです。", "所属名「広報戦略課」がありません")]
    [InlineData("広報戦略課が運用しています。", null)]
    [Clause("ward-5-5-2")]
    public async Task Only_the_sections_exact_name_passes(string text, string? problem)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=ward");
        var author = await host.OpenAsync(BotHost.Author);

        var shown = BotHost.Words((await CheckAsync(host, author, "ward-x", text)).Card!.Value);

        shown.ShouldStartWith(problem is null ? "プロフィール　合格" : "プロフィール　直すところ1件");
        if (problem is not null) shown.ShouldContain(problem);
    }

    [Fact]
    public async Task Others_may_check_and_store_nothing()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var (author, outsider) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        var card = await CheckAsync(host, author, "koho-x", "栃木県広報課の公式アカウントです。");
        var own = await CheckAsync(host, outsider, "koho-x", "栃木県広報課の公式アカウントです。");
        BotHost.Words(own.Card!.Value).ShouldContain("点検だけできます");
        own.Card.Value.GetRawText().ShouldNotContain("policyUrl");

        // A button of somebody else's card.
        Scenario.Shown(await outsider.PressAsync(card, "発信専用にする", Fields(("text", "広報課")))).ShouldContain("広報課の担当者と広報担当です");

        (await host.ReadAsync(db => db.AccountRecords.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "accounts.refused"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("ﾌﾟﾛﾌｨｰﾙ点検", "プロフィール点検")]
    [InlineData("プロフィール点検 いないアカウント", "台帳にありません")]
    [InlineData("ProfileCheck koho-x", "プロフィール点検")]
    [InlineData("プロフィール作成", "プロフィール作成")]
    public async Task The_typed_words_bring_the_form(string words, string shown)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync(words);
        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card
            && BotHost.Words(card).Contains(shown, StringComparison.Ordinal)
            && BotHost.Words(card).StartsWith("プロフィール", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_password_in_a_profile_is_neither_shown_again_nor_kept()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("プロフィール点検 koho-x\n広報課です。パスワード：Tochigi-2026!x");

        var card = await host.SeesAsync(author.Chat, message =>
            message.Card is { } shown
            && BotHost.Words(shown).Contains("パスワードや暗証番号は入力しないでください", StringComparison.Ordinal)
        );

        card.Card!.Value.GetRawText().ShouldNotContain("Tochigi-2026!x");
    }

    [Fact]
    [Clause("yamaguchi-4-1-5b")]
    public async Task A_profile_is_written_with_organisation_purpose_and_policy_link_within_the_limit_of_x()
    {
        const string YamaguchiPolicy = "https://www.pref.yamaguchi.lg.jp/soshiki/sns/unyou-hoshin.html";
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=yamaguchi");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("プロフィール作成 koho-x");
        var card = await host.SeesAsync(author.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).StartsWith("プロフィール作成", StringComparison.Ordinal)
        );
        BotHost.Words(card.Card!.Value).ShouldContain("上限160字");

        var written = await author.PressAsync(card, "この内容で作り直す", Fields(("purpose", "県政情報をお届けします。"), ("policyUrl", YamaguchiPolicy)));
        TextOf(CardOf(written)).ShouldBe($"山口県広報広聴課の公式アカウントです。\n県政情報をお届けします。\n運用方針：{YamaguchiPolicy}");
        var record = await RecordAsync(host, "koho-x");
        (record.Purpose, record.PolicyUrl).ShouldBe(("県政情報をお届けします。", YamaguchiPolicy));

        Scenario
            .Shown(await author.PressAsync(card, CardOf(written), "コピー用に受け取る", Fields(("text", TextOf(CardOf(written))))))
            .ShouldContain("次のメッセージが文章です");
        await host.SeesTextAsync(author.Chat, $"山口県広報広聴課の公式アカウントです。\n県政情報をお届けします。\n運用方針：{YamaguchiPolicy}");
    }

    [Fact]
    [Clause("yamaguchi-4-1-5b")]
    public async Task An_overlong_name_shortens_the_link_and_never_the_organisation()
    {
        const string YamaguchiPolicy = "https://www.pref.yamaguchi.lg.jp/soshiki/sns/unyou-hoshin.html";
        var section = new string('長', 80) + "課";
        using var packs = new TempFolder();
        PackCopy.Of("yamaguchi", packs, text => text.Replace("広報広聴課", section, StringComparison.Ordinal));
        await using var host = await BotHost.StartAsync(settings: ["--Pack:Name=yamaguchi", $"--Packs:Folder={packs.Path}"]);
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("プロフィール作成 koho-x");
        var card = await host.SeesAsync(author.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).StartsWith("プロフィール作成", StringComparison.Ordinal)
        );

        var written = TextOf(
            CardOf(
                await author.PressAsync(
                    card,
                    "この内容で作り直す",
                    Fields(("purpose", "県政情報をお届けします。"), ("policyUrl", YamaguchiPolicy))
                )
            )
        );

        written.Length.ShouldBeLessThanOrEqualTo(160);
        written.ShouldStartWith($"山口県{section}の公式アカウントです。");
        written.ShouldContain("pref.yamaguchi.lg.jp/soshiki/sns/unyou-hoshin.html");
        written.ShouldNotContain("https://");
    }

    [Theory]
    [InlineData("朝霞市環境推進課", "合格", "名前の定めに沿っています")]
    [InlineData("環境推進課あさか", "使えません", "「朝霞市」で始めます")]
    [InlineData("朝霞市ぼぼたん", "理由が必要です", "例外とする理由が必要です")]
    [Clause("asaka-4-4")]
    public async Task A_name_passes_is_held_back_or_needs_a_reason(string name, string verdict, string why)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync($"アカウント名　{name}");

        var card = await host.SeesAsync(author.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).StartsWith("アカウント名", StringComparison.Ordinal)
        );

        var shown = BotHost.Words(card.Card!.Value);
        shown.ShouldStartWith($"アカウント名　{verdict}");
        shown.ShouldContain(why);
        if (verdict != "合格") shown.ShouldContain("根拠：マニュアル 4④");
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);

    private static System.Text.Json.JsonElement CardOf(BotAnswer answer) => answer.ToCardAnswer().Card!.Value;

    /// <summary>What stands in the field with the profile's text.</summary>
    private static string TextOf(System.Text.Json.JsonElement card) => card.GetProperty("body").EnumerateArray()
        .Single(element => element.TryGetProperty("id", out var id) && id.GetString() == "text").GetProperty("value").GetString()!;

    private static async Task<ChatMessage> CheckAsync(BotHost host, TeamsClient client, string account, string text, int times = 1)
    {
        await client.SayAsync($"プロフィール点検 {account}\n{text}");
        await host.Tenant.WaitForAsync(_ => client.Chat.FromBot.Count(Is) >= times);
        return client.Chat.FromBot.Last(Is);
        static bool Is(ChatMessage message) =>
            message.Card is { } card && BotHost.Words(card).StartsWith("プロフィール　", StringComparison.Ordinal);
    }

    private static Task<AccountRecord> RecordAsync(BotHost host, string account) =>
        host.ReadAsync(db => db.AccountRecords.SingleAsync(record => record.AccountId == account));
}
