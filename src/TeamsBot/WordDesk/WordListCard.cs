using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.WordDesk;

/// <summary>
/// The desk's word book at a glance: each entry with state and version; below, what writers marked 該当しない, counted by rule.
/// </summary>
internal static class WordListCard
{
    public const int MaxEntries = 12;

    private const int MaxDismissed = 8;

    /// <summary>How much is drawn, fullest first; the first that fits the limit of a card is shown (protocol.md 3.10).</summary>
    private static readonly (int Entries, int Dismissed)[] Details = [(MaxEntries, MaxDismissed), (8, 4), (5, 3), (3, 1)];

    private const int MaxShownText = 40;

    /// <param name="count">All entries; the card shows the latest changed.</param>
    /// <param name="accountName">Names an account for people.</param>
    public static AdaptiveCard For(
        IReadOnlyList<WordingEntry> entries,
        int count,
        IReadOnlyList<DismissedFinding> dismissed,
        Func<string, string> accountName,
        DateTimeOffset now,
        AdaptiveContainer? notice
    )
    {
        var cards = Details.Select(detail =>
            Of([.. entries.Take(detail.Entries)], count, dismissed, detail.Dismissed, accountName, now, notice)
        );
        return cards.FirstOrDefault(CardSize.Fits) ?? cards.Last();
    }

    private static AdaptiveCard Of(
        IReadOnlyList<WordingEntry> entries,
        int count,
        IReadOnlyList<DismissedFinding> dismissed,
        int most,
        Func<string, string> accountName,
        DateTimeOffset now,
        AdaptiveContainer? notice
    ) =>
        CardParts.Card(
            [
                CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"用語　{count}件")),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. entries.Count == 0
                    ?
                    [
                        CardParts.Remark(
                            "広報担当が加えた語はまだありません。はじめから入っている用語は、これとは別に点検に使われています。"
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. entries.SelectMany(Entry),
                .. count > entries.Count ? [CardParts.Remark("最近変えたものから表示しています。")] : Array.Empty<AdaptiveElement>(),
                .. Dismissed(dismissed, most, accountName, now),
            ],
            "用語の一覧",
            [Buttons.Execute("用語を加える", WordsVerbs.New, style: "positive")]
        );

    public static string State(WordingEntry entry) => entry.ActiveVersion switch
    {
        null when entry.Latest.EffectiveAt is null => "試行中（点検に未使用）",
        null => "停止",
        _ when entry.ActiveVersion == entry.LatestVersion => string.Create(CultureInfo.InvariantCulture, $"有効（第{entry.ActiveVersion}版）"),
        _ => string.Create(CultureInfo.InvariantCulture, $"有効（第{entry.ActiveVersion}版。第{entry.LatestVersion}版を試行中）"),
    };

    public static string Short(string text) => text.Length <= MaxShownText ? text : text[..MaxShownText] + "…";

    private static IEnumerable<AdaptiveElement> Entry(WordingEntry entry)
    {
        var content = (entry.Active ?? entry.Latest).Content;
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = $"{State(entry)}　", Weight = AdaptiveTextWeight.Bolder,
                Color = entry.ActiveVersion is null ? AdaptiveTextColor.Default : AdaptiveTextColor.Good,
            },
            new AdaptiveTextRun { Text = Short(content.Text), Highlight = true },
            new AdaptiveTextRun
            {
                Text =
                    content.Instead.Length > 0 ? $" → {Short(content.Instead)}"
                    : content.Day.Length > 0 ? $"（{WordingForm.DayOf(content)}）"
                    : "",
            },
            new AdaptiveTextRun
            {
                Text = $"　{WordingForm.WordOf(content.Kind)}・{WordingForm.WordOf(content.Severity)}", IsSubtle = true,
                Size = AdaptiveTextSize.Small,
            });
        yield return new AdaptiveActionSet
        {
            Actions =
            [
                Buttons.Execute($"「{Short(content.Text)}」を開く", WordsVerbs.Open, new JsonObject { ["entry"] = entry.Id.ToString("N") }),
            ],
            Spacing = AdaptiveSpacing.None,
        };
    }

    private static IEnumerable<AdaptiveElement> Dismissed(
        IReadOnlyList<DismissedFinding> all,
        int most,
        Func<string, string> accountName,
        DateTimeOffset now
    )
    {
        yield return CardParts.Heading("「該当しない」とされたもの");
        if (all.Count == 0)
        {
            yield return CardParts.Remark("まだありません。");
            yield break;
        }

        // What is marked often is a rule to be tuned; one that was taken back was marked all the same.
        var byRule = all.GroupBy(one => (one.RuleId, one.Label))
            .Select(group => (group.Key.Label, Times: group.Sum(one => one.Times)))
            .OrderByDescending(rule => rule.Times)
            .Take(5);
        yield return CardParts.Line(
            string.Join("　", byRule.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Label} {rule.Times}回")))
        );
        foreach (var one in all.Where(one => !one.IsTakenBack).Take(most))
        {
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{one.Label}「{Short(one.Phrase)}」", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun
                {
                    Text = $"　{accountName(one.AccountId)}　{one.By} {JapaneseTime.Format(one.At, now)}　理由：{Short(one.Reason)}",
                    Size = AdaptiveTextSize.Small,
                });
            yield return new AdaptiveActionSet
            {
                Actions =
                [
                    Buttons.Execute(
                        $"「{Short(one.Phrase)}」をまた表示する",
                        WordsVerbs.TakeBack,
                        new JsonObject
                        {
                            ["dismissed"] = one.Id.ToString("N"),
                            ["times"] = one.Times.ToString(CultureInfo.InvariantCulture),
                        }
                    ),
                ],
                Spacing = AdaptiveSpacing.None,
            };
        }
    }
}
