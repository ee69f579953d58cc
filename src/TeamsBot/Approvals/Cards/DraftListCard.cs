using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// 「一覧」: what waits for me, what waits for others, and, one press away, what was posted; each can be opened again (features.md b22).
/// </summary>
internal static class DraftListCard
{
    /// <summary>Rows drawn of each part; a button leads to the rest.</summary>
    public const int MaxRows = 5;

    public static AdaptiveCard For(DraftList list, DateTimeOffset now, CardLanguage language = CardLanguage.Ja) => CardParts.Card(
        [
            CardParts.Title(list.IsPosted ? language.Say("一覧　投稿済み", "List: posted") : language.Say("一覧", "List")),
            .. list.Top,
            .. list.Said.Length > 0 ? [CardParts.Notice(NoticeKind.Info, list.Said)] : Array.Empty<AdaptiveElement>(),
            Counts(list, language),
            .. list.Parts.SelectMany(part => Part(part, now, language)),
            CardParts.Row(AdaptiveSpacing.Medium, Actions(list, language)),
        ],
        language.Say("一覧", "List"),
        language: language);

    private static AdaptiveRichTextBlock Counts(DraftList list, CardLanguage language)
    {
        var line = CardParts.Line(list.Counts.Index().SelectMany(count => (AdaptiveTextRun[])
        [
            new() { Text = count.Index == 0 ? "" : "　" },
            new()
            {
                Text = string.Create(CultureInfo.InvariantCulture, $"{count.Item.Title.In(language)} {count.Item.Count}"),
                Weight = count.Index == 0 ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default, IsSubtle = count.Index > 0,
            },
        ]).ToArray());
        line.Spacing = AdaptiveSpacing.None;
        return line;
    }

    private static IEnumerable<AdaptiveElement> Part(DraftListPart part, DateTimeOffset now, CardLanguage language)
    {
        yield return CardParts.Heading(
            language.Say(
                string.Create(CultureInfo.InvariantCulture, $"{part.Title.Ja}　{part.Count}件"),
                string.Create(CultureInfo.InvariantCulture, $"{part.Title.En}: {part.Count}")
            )
        );
        if (part.Count == 0) yield return CardParts.Remark(part.WhenEmpty.In(language));
        foreach (var row in part.Rows)
            yield return new AdaptiveContainer
            {
                Items = [.. Row(row, now, language)],
                Separator = true,
                Spacing = AdaptiveSpacing.Medium,
            };
        if (part.Left == 0) yield break;
        var data = new JsonObject
        {
            [ApprovalFields.Filter] = part.Filter,
            [ApprovalFields.After] = part.Shown.ToString(CultureInfo.InvariantCulture),
        };
        yield return CardParts.Row(AdaptiveSpacing.Medium, Buttons.Execute(
            language.Say(
                string.Create(CultureInfo.InvariantCulture, $"続きを見る（あと{part.Left}件）"),
                string.Create(CultureInfo.InvariantCulture, $"Go on ({part.Left} more)")
            ),
            ApprovalVerbs.List,
            data,
            takesInputs: false
        ));
    }

    private static IEnumerable<AdaptiveElement> Row(DraftListRow row, DateTimeOffset now, CardLanguage language)
    {
        yield return new AdaptiveRichTextBlock
        {
            Inlines =
            [
                new AdaptiveTextRun
                {
                    Text = string.Create(CultureInfo.InvariantCulture, $"No.{row.Number}　"),
                    Weight = AdaptiveTextWeight.Bolder,
                },
                new AdaptiveTextRun { Text = row.Beginning, Weight = AdaptiveTextWeight.Bolder },
            ],
            Spacing = AdaptiveSpacing.None,
        };
        var when = row.PlannedAt is { } at
            ? language.Say($"希望 {JapaneseTime.Format(at, now)}", $"planned {JapaneseTime.Format(at, now, language)}")
            : language.Say($"更新 {JapaneseTime.Format(row.ChangedAt, now)}", $"changed {JapaneseTime.Format(row.ChangedAt, now, language)}");
        yield return new AdaptiveRichTextBlock
        {
            Inlines =
            [
                new AdaptiveTextRun
                {
                    Text = row.Alarm switch
                    {
                        _ when row.HasStray =>
                            language.Say("別のアカウントの投稿が未処理です", "The post under another account is open"),
                        AlarmKind.Account => language.Say("正しい投稿先への投稿待ちです", "The post of the right account is to come"),
                        AlarmKind.Text => language.Say("投稿文が承認文と違います", "The posted text differs"),
                        _ when row.HasUnfitAddress => language.Say("投稿先と合わないURLです", "The address is not the account's"),
                        _ => row.Status.Word(language),
                    },
                    Color =
                        row.Alarm != AlarmKind.None || row.HasStray || row.HasUnfitAddress
                            ? AdaptiveTextColor.Attention
                            : row.Status.Color(),
                    Weight = AdaptiveTextWeight.Bolder,
                },
                new AdaptiveTextRun { Text = $"　{row.AuthorName}　{row.Account}　{when}", IsSubtle = true, Size = AdaptiveTextSize.Small },
            ],
            Spacing = AdaptiveSpacing.None,
        };
        var data = new JsonObject { ["draft"] = row.Number.ToString(CultureInfo.InvariantCulture) };
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(
                string.Create(CultureInfo.InvariantCulture, $"No.{row.Number} {Verb(row, language)}"),
                ApprovalVerbs.Show,
                data,
                takesInputs: false
            )
        );
    }

    /// <summary>What opening it is for. The number comes first, because a screen reader may read the buttons alone.</summary>
    private static string Verb(DraftListRow row, CardLanguage language) => row switch
    {
        { IsMyReview: true, Status: DraftStatus.AwaitingDecision } => language.Say("を決裁する", "decide"),
        { IsMyReview: true, Status: DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired } =>
            language.Say("の例外を判断する", "judge the exception"),
        { IsMyReview: true } => language.Say("を確認する", "review"),
        { HasStray: true } => language.Say("の投稿を確かめる", "look after it"),
        { Alarm: AlarmKind.Account } => language.Say("の投稿先を直す", "put the account right"),
        { Alarm: AlarmKind.Text } => language.Say("の違いを直す", "put right"),
        { HasUnfitAddress: true } => language.Say("のURLを確かめる", "check the address"),
        { Status: DraftStatus.Approved } => language.Say("の投稿に進む", "post it"),
        { Status: DraftStatus.Returned } => language.Say("を直す", "change it"),
        { Status: DraftStatus.Composing or DraftStatus.Expired } => language.Say("の続きを書く", "go on"),
        _ => language.Say("を開く", "open"),
    };

    private static IEnumerable<AdaptiveAction> Actions(DraftList list, CardLanguage language)
    {
        if (list.MayWrite) yield return Buttons.Execute(language.Say("新しい下書き", "New draft"), ApprovalVerbs.New, takesInputs: false);
        yield return list.IsPosted || list.IsPage
            ? Buttons.Execute(language.Say("一覧に戻る", "Back to the list"), ApprovalVerbs.List, takesInputs: false)
            : Buttons.Execute(
                language.Say("投稿済みを見る", "Show posted ones"),
                ApprovalVerbs.List,
                new JsonObject { [ApprovalFields.Filter] = ApprovalFields.PostedOnly },
                takesInputs: false
            );
        if (!list.IsPosted && !list.IsPage)
            yield return Buttons.Execute(language.Say("更新", "Refresh"), ApprovalVerbs.List, takesInputs: false);
    }
}

/// <param name="Counts">What there is, in the words of the parts; also of parts that are not shown.</param>
internal sealed record DraftList(
    IReadOnlyList<DraftListPart> Parts,
    IReadOnlyList<(ListWords Title, int Count)> Counts,
    bool IsPosted,
    bool MayWrite
)
{
    /// <summary>A part is gone through, beyond its first rows.</summary>
    public bool IsPage { get; init; }

    /// <summary>What cannot wait, of other features.</summary>
    public IReadOnlyList<AdaptiveElement> Top { get; init; } = [];

    /// <summary>Why it comes, where nobody asked for it by its name.</summary>
    public string Said { get; init; } = "";
}

/// <summary>One part of the list: all that belong are counted, some are shown, and a button leads to the next.</summary>
/// <param name="Filter">Names it, on the button.</param>
/// <param name="After">How many stand before its rows.</param>
internal sealed record DraftListPart(
    ListWords Title,
    ListWords WhenEmpty,
    int Count,
    IReadOnlyList<DraftListRow> Rows,
    string Filter = "",
    int After = 0
)
{
    /// <summary>How many stand on this card and before it.</summary>
    public int Shown => After + Rows.Count;

    public int Left => Rows.Count == 0 ? 0 : Count - Shown;
}

internal sealed record ListWords(string Ja, string En)
{
    public string In(CardLanguage language) => language.Say(Ja, En);
}

/// <param name="IsMyReview">The reader is asked to review, to decide, or for an exception.</param>
internal sealed record DraftListRow(
    int Number,
    DraftStatus Status,
    string Account,
    string AuthorName,
    string Beginning,
    DateTimeOffset? PlannedAt,
    DateTimeOffset ChangedAt,
    bool IsMyReview = false
)
{
    /// <summary>What was reported as posted is not what was approved, or not where.</summary>
    public AlarmKind Alarm { get; init; }

    /// <summary>A post under another account is open: nobody said what became of it.</summary>
    public bool HasStray { get; init; }

    /// <summary>The address that was entered is another account's, and nobody has said which of both is wrong.</summary>
    public bool HasUnfitAddress { get; init; }
}
