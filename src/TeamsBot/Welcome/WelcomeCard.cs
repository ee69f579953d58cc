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

    /// <summary>
    /// Four lines (features.md c): what it does, what it keeps, whom to ask, how to begin. In a channel it hears only who calls it by name.
    /// </summary>
    public static AdaptiveCard First(Pack pack, IReadOnlyList<MenuEntry> menu, CardLanguage language, bool isPersonal) =>
        pack.Mode == UseMode.Private
            ? FirstOfPrivateUse(menu, language)
            : Menu(
                language.Say("SNS発信の確認ボットです", "I check posts for official accounts"),
                [
                    CardParts.Line(
                        language.Say(
                            $"投稿する文章を{(isPersonal ? "このチャットに貼り付ける" : "送る")}と、日付・名称・電話番号・個人情報などを確かめ、確認者と所属長の承認までお手伝いします。",
                            "Send me a text and I check dates, names, phone numbers, personal data and more, and take it through the "
                                + "review and the head's approval."
                        )
                    ),
                    CardParts.Line(
                        language.Say(
                            "残るもの：下書きの本文、画像の情報（画像そのものは残りません）、確認・決裁の記録、投稿の記録。パスワードは預かりません。送らないでください。",
                            "Kept: the draft's text, facts about pictures (not the pictures), the record of review, decision and posting. "
                                + "No passwords; please never send one."
                        )
                    ),
                    .. Desk(pack, language),
                    CardParts.Line(
                        isPersonal
                            ? language.Say(
                                "はじめ方：投稿する文章をそのまま送ってください。",
                                "To begin: send the text of the post as it is."
                            )
                            : language.Say(
                                "はじめ方：このチャネルでは、@でこのボットを呼んでから文章や質問を送ってください。下書きの内容は個人チャットに届き、ここには状態だけが出ます。",
                                "To begin: in this channel mention me with @ and add your text or question. Drafts go to your personal "
                                    + "chat; only their state is shown here."
                            )
                    ),
                ],
                Everyday(menu),
                language
            );

    /// <summary>Nobody approves a private post and nothing of it stays (private-1-1).</summary>
    private static AdaptiveCard FirstOfPrivateUse(IReadOnlyList<MenuEntry> menu, CardLanguage language) => Menu(
        language.Say("私的なSNS投稿の点検ボットです", "I check your private posts"),
        [
            CardParts.Line(language.Say(
                "投稿する前の文章をこのチャットに貼り付けると、気になる点をあなただけにお知らせします。承認や報告は行いません。",
                "Paste a text before you post it, and I tell you alone what to look at. Nothing is approved or reported.")),
            CardParts.Line(language.Say(
                "残るもの：どの点検に当たったかの記録だけです。文章は保存しません。パスワードは送らないでください。",
                "Kept: only which checks found something. Your text is not stored. Please never send a password.")),
            CardParts.Line(language.Say("はじめ方：投稿する文章をそのまま送ってください。", "To begin: send the text of the post as it is.")),
        ],
        Everyday(menu),
        language);

    /// <summary>Everything there is: what cannot wait, what is used every day, then the rest, folded away on a phone's height.</summary>
    public static AdaptiveCard Help(Pack pack, IReadOnlyList<MenuEntry> menu, CardLanguage language)
    {
        var (urgent, everyday, rest) = (
            menu.Where(entry => entry.ComesFirstFor is not null).ToList(),
            Everyday(menu).Where(entry => entry.Verb != WelcomeFeature.HelpVerb).ToList(),
            menu.Where(entry => !entry.IsEveryday && entry.ComesFirstFor is null).ToList()
        );
        var title = language.Say("使い方", "Help");
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. Desk(pack, language),
                .. urgent.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Heading(language.Say("急ぐとき", "In trouble")) },
                .. Entries(urgent, "", language),
                CardParts.Heading(language.Say("よく使うもの", "Used every day")),
                .. Entries(everyday, "", language),
                .. rest.Count == 0 ? [] : Rest(rest, language),
            ],
            title,
            language: language);
    }

    private static IEnumerable<AdaptiveElement> Rest(IReadOnlyList<MenuEntry> rest, CardLanguage language) =>
    [
        CardParts.Row(AdaptiveSpacing.Medium, CardParts.Unfold(language.Say("そのほかを表示", "Show more"), More)),
        CardParts.Fold(More, isOpen: false, Entries(rest, "", language)),
    ];

    /// <param name="pack">Whose desk can be phoned; null where the text is about nothing that cannot wait.</param>
    public static AdaptiveCard Guesses(string text, IReadOnlyList<MenuEntry> guesses, CardLanguage language, Pack? pack) => Menu(
        language.Say("ご用件を選んでください", "What would you like to do?"),
        [
            CardParts.Line(
                new AdaptiveTextRun { Text = $"「{text}」", Highlight = true },
                new AdaptiveTextRun { Text = language.Say(" をどうしますか。", " – what is it for?") }
            ),
            .. pack is null ? [] : Desk(pack, language),
        ],
        guesses,
        language,
        text);

    private static AdaptiveCard Menu(
        string title,
        IReadOnlyList<AdaptiveElement> lines,
        IReadOnlyList<MenuEntry> entries,
        CardLanguage language,
        string text = ""
    ) => CardParts.Card([CardParts.Title(title), .. lines, .. Entries(entries, text, language)], title, language: language);

    private const string More = "more";

    private static List<MenuEntry> Everyday(IReadOnlyList<MenuEntry> menu) => [.. menu.Where(entry => entry.IsEveryday)];

    /// <summary>A line each, then their buttons.</summary>
    private static IEnumerable<AdaptiveElement> Entries(IReadOnlyList<MenuEntry> entries, string text, CardLanguage language) =>
    [
        .. entries.Select(entry =>
            CardParts.Line([
                new AdaptiveTextRun { Text = $"{entry.TitleIn(language)}　", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun { Text = entry.ExplanationIn(language) },
                .. Word(entry, language),
            ])
        ),
        .. entries
            .Chunk(MaxButtons)
            .Select(some => new AdaptiveActionSet { Actions = [.. some.Select(entry => Button(entry, text, language))] }),
    ];

    /// <summary>The word to type, where the title does not say it.</summary>
    private static IEnumerable<AdaptiveTextRun> Word(MenuEntry entry, CardLanguage language)
    {
        var word = entry.WordIn(language);
        if (string.Equals(word, entry.TitleIn(language), StringComparison.OrdinalIgnoreCase)) yield break;
        yield return new AdaptiveTextRun
        {
            Text = language.Say($"　「{word}」", $"  type: {word}"),
            IsSubtle = true,
            Size = AdaptiveTextSize.Small,
        };
    }

    private static AdaptiveExecuteAction Button(MenuEntry entry, string text, CardLanguage language) =>
        Buttons.Execute(
            entry.TitleIn(language),
            entry.Verb,
            entry.TakesText && text.Length > 0 ? new JsonObject { ["text"] = text } : null
        );

    private static IEnumerable<AdaptiveElement> Desk(Pack pack, CardLanguage language) =>
        pack.Desks is [var desk, ..]
            ?
            [
                CardParts.Field(
                    language.Say("相談先", "Contact"),
                    language.Say(desk.Name, desk.NameEn ?? desk.Name)
                        + (desk.Phone is { } phone ? language.Say($"（{phone}）", $" ({phone})") : "")
                ),
            ]
            : [];
}
