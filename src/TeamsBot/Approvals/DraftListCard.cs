using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals;

/// <summary>「一覧」: what waits for me, what is mine, what waits to be posted, what expired; with counts, and each can be opened again (features.md b22).</summary>
internal static class DraftListCard
{
    /// <summary>Rows drawn of each part; the rest is counted.</summary>
    public const int MaxRows = 5;

    public static AdaptiveCard For(IReadOnlyList<DraftListPart> parts, DateTimeOffset now) => CardParts.Card(
        [
            CardParts.Title("一覧"),
            .. parts.SelectMany(part => Part(part, now)),
        ],
        "一覧",
        [Buttons.Execute("新しい下書き", ApprovalVerbs.New), Buttons.Execute("更新", ApprovalVerbs.List)]);

    private static IEnumerable<AdaptiveElement> Part(DraftListPart part, DateTimeOffset now)
    {
        yield return CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"{part.Title}　{part.Count}件"));
        if (part.Count == 0) yield return CardParts.Remark(part.WhenEmpty);
        foreach (var row in part.Rows) yield return new AdaptiveContainer { Items = [.. Row(row, now)], Separator = true, Spacing = AdaptiveSpacing.Small };
        if (part.Count > part.Rows.Count)
        {
            yield return CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{part.Count - part.Rows.Count}件。「履歴 番号」で開けます。"));
        }
    }

    private static IEnumerable<AdaptiveElement> Row(DraftListRow row, DateTimeOffset now)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = string.Create(CultureInfo.InvariantCulture, $"No.{row.Number}　"), Weight = AdaptiveTextWeight.Bolder,
            },
            new AdaptiveTextRun { Text = row.Status.Word(), Color = row.Status.Color(), Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = $"　{row.Account}", IsSubtle = true });
        yield return new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun { Text = row.Beginning }], Spacing = AdaptiveSpacing.None };
        yield return new AdaptiveRichTextBlock
        {
            Inlines =
                [new AdaptiveTextRun { Text = $"{row.AuthorName}　{(row.PlannedAt is { } at ? $"希望 {JapaneseTime.Format(at, now)}" : $"更新 {JapaneseTime.Format(row.ChangedAt, now)}")}", IsSubtle = true, Size = AdaptiveTextSize.Small }],
            Spacing = AdaptiveSpacing.None,
        };
        var data = new JsonObject { ["draft"] = row.Number.ToString(CultureInfo.InvariantCulture) };
        yield return new AdaptiveActionSet
        {
            Actions = [Buttons.Execute(string.Create(CultureInfo.InvariantCulture, $"No.{row.Number} を開く"), ApprovalVerbs.Show, data)],
            Spacing = AdaptiveSpacing.Small,
        };
    }
}

/// <summary>One part of the list: all that belong are counted, the newest are shown.</summary>
internal sealed record DraftListPart(string Title, string WhenEmpty, int Count, IReadOnlyList<DraftListRow> Rows);

internal sealed record DraftListRow(
    int Number, DraftStatus Status, string Account, string AuthorName, string Beginning, DateTimeOffset? PlannedAt, DateTimeOffset ChangedAt);
