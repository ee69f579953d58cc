using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Turns;

namespace TeamsBot.Welcome;

/// <summary>First contact, help, and the answer to a text nobody understood: what can be done here, each with its button.</summary>
internal static class WelcomeCard
{
    /// <summary>Teams draws six buttons of a row at most and leaves out the rest.</summary>
    private const int MaxButtons = 6;

    /// <summary>Four lines (features.md c): what it does, what it keeps, whom to ask, how to begin.</summary>
    public static AdaptiveCard First(Pack pack, IReadOnlyList<MenuEntry> menu) => pack.Mode == UseMode.Private ? FirstOfPrivateUse(menu) : Menu(
        "SNS発信の確認ボットです",
        [
            CardParts.Line("投稿する文章をこのチャットに貼り付けると、日付・名称・電話番号・個人情報などを確かめ、確認者と所属長の承認までお手伝いします。"),
            CardParts.Line("残るもの：下書きの本文、画像の情報（画像そのものは残りません）、確認・決裁の記録、投稿の記録。パスワードは預かりません。送らないでください。"),
            .. Desk(pack),
            CardParts.Line("はじめ方：投稿する文章をそのまま送ってください。"),
        ],
        Everyday(menu));

    /// <summary>Nobody approves a private post and nothing of it stays (private-1-1).</summary>
    private static AdaptiveCard FirstOfPrivateUse(IReadOnlyList<MenuEntry> menu) => Menu(
        "私的なSNS投稿の点検ボットです",
        [
            CardParts.Line("投稿する前の文章をこのチャットに貼り付けると、気になる点をあなただけにお知らせします。承認や報告は行いません。"),
            CardParts.Line("残るもの：どの点検に当たったかの記録だけです。文章は保存しません。パスワードは送らないでください。"),
            CardParts.Line("はじめ方：投稿する文章をそのまま送ってください。"),
        ],
        Everyday(menu));

    /// <summary>Everything there is: what is used every day, then the rest.</summary>
    public static AdaptiveCard Help(Pack pack, IReadOnlyList<MenuEntry> menu)
    {
        var (everyday, rest) = (Everyday(menu).Where(entry => entry.Verb != WelcomeFeature.HelpVerb).ToList(), menu.Where(entry => !entry.IsEveryday).ToList());
        return CardParts.Card(
            [
                CardParts.Title("使い方"),
                .. Desk(pack),
                CardParts.Heading("よく使うもの"),
                .. Entries(everyday, ""),
                .. rest.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Heading("そのほか") },
                .. Entries(rest, ""),
            ],
            "使い方");
    }

    public static AdaptiveCard Guesses(string text, IReadOnlyList<MenuEntry> guesses) => Menu(
        "ご用件を選んでください",
        [CardParts.Line(new AdaptiveTextRun { Text = $"「{text}」", Highlight = true }, new AdaptiveTextRun { Text = " をどうしますか。" })],
        guesses,
        text);

    private static AdaptiveCard Menu(string title, IReadOnlyList<AdaptiveElement> lines, IReadOnlyList<MenuEntry> entries, string text = "") => CardParts.Card(
        [
            CardParts.Title(title),
            .. lines,
            .. Entries(entries, text),
        ],
        title);

    private static List<MenuEntry> Everyday(IReadOnlyList<MenuEntry> menu) => [.. menu.Where(entry => entry.IsEveryday)];

    /// <summary>A line each, then their buttons.</summary>
    private static IEnumerable<AdaptiveElement> Entries(IReadOnlyList<MenuEntry> entries, string text) =>
    [
        .. entries.Select(entry => CardParts.Line(
            new AdaptiveTextRun { Text = $"{entry.Title}　", Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = entry.Explanation },
            new AdaptiveTextRun
            {
                Text = entry.Words[0] == entry.Title ? "" : $"　「{entry.Words[0]}」", IsSubtle = true, Size = AdaptiveTextSize.Small,
            })),
        .. entries.Chunk(MaxButtons).Select(some => new AdaptiveActionSet { Actions = [.. some.Select(entry => Button(entry, text))] }),
    ];

    private static AdaptiveExecuteAction Button(MenuEntry entry, string text) =>
        Buttons.Execute(entry.Title, entry.Verb, entry.TakesText && text.Length > 0 ? new JsonObject { ["text"] = text } : null);

    private static IEnumerable<AdaptiveElement> Desk(Pack pack) =>
        pack.Desks is [var desk, ..] ? [CardParts.Field("相談先", $"{desk.Name}{(desk.Phone is { } phone ? $"（{phone}）" : "")}")] : [];
}
