using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Tasks;

/// <summary>The cards that look alike for every task: the short reminder, what stays of an older message, and lists.</summary>
internal static class TaskCards
{
    /// <summary>So many stand in a list with their buttons; the others are counted.</summary>
    private const int MaxRows = 8;

    public static JsonObject Data(DatedTask task) => new()
    {
        [TaskFields.Task] = task.Id.ToString("N"),
        [TaskFields.Stamp] = task.Stamp.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A reminder: what, about what, until when, and the button that turns this message into the card.</summary>
    public static AdaptiveCard Notice(DatedTask task, TaskRow row, string about, TaskReader reader) =>
        CardParts.Card(
            [
                CardParts.Title(TaskWords.Heading(task, row, reader)),
                CardParts.Line(new AdaptiveTextRun { Text = about, Weight = AdaptiveTextWeight.Bolder }),
                CardParts.Field(reader.Language.Say("期限", "Due"), TaskWords.Due(task, reader)),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    TaskWords.In(row.Button, reader.Language), TaskVerbs.Open, Data(task), style: "positive", takesInputs: false)),
            ],
            TaskWords.Request(task, row, about, reader),
            language: reader.Language
        );

    /// <summary>What stays of a message once a newer one came.</summary>
    public static AdaptiveCard Moved(TaskRow row, string about, TaskReader reader) => Bare(row, about, reader, reader.Language.Say(
        "続きは、下の新しいメッセージでお願いします。", "Please go on in the newer message below."));

    /// <summary>What is left of the message of somebody who has nothing to do with it any more.</summary>
    public static AdaptiveCard Gone(TaskRow row, string about, TaskReader reader) => Bare(row, about, reader, reader.Language.Say(
        "この用事は、ほかの方が担当しています。操作は必要ありません。", "Others are in charge of this now. You need not do anything."));

    private static AdaptiveCard Bare(TaskRow row, string about, TaskReader reader, string remark)
    {
        var title = TaskWords.In(row.Title, reader.Language);
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = about, Weight = AdaptiveTextWeight.Bolder }),
                CardParts.Remark(remark),
            ],
            title,
            language: reader.Language
        );
    }

    /// <summary>Several at once: what they have in common on top, each with its button.</summary>
    public static AdaptiveCard List(IReadOnlyList<ListedTask> items, TaskReader reader)
    {
        var count = Count(items.Count);
        var title = TaskWords.IsOneKind(items)
            ? TaskWords.Heading(items[0].Task, items[0].Row, reader) + reader.Language.Say($"（{count}件）", $" ({count})")
            : reader.Language.Say($"すること　{count}件", $"{count} things to do");
        return Of(title, items, TaskWords.ListSummary(items, reader), reader);
    }

    /// <summary>「今週」: what is the person's to do.</summary>
    /// <param name="later">What is due far off, the nearest first.</param>
    /// <param name="others">What other features say of the reader's week.</param>
    public static AdaptiveCard Week(
        IReadOnlyList<ListedTask> items, IReadOnlyList<ListedTask> later, OthersInWeek others, TaskReader reader)
    {
        var (from, to) = WeekOf(reader.Today);
        var days = $"{TaskWords.Day(from, reader)}{reader.Language.Say("〜", " – ")}{TaskWords.Day(to, reader)}";
        var afterwards = later.Count == 0
            ? null
            : reader.Language.Say(
                $"このほか、期限がまだ先のもの {Count(later.Count)}件（いちばん近い期限 {TaskWords.Day(later[0].Task.DueOn, reader)}）",
                $"Due later: {Count(later.Count)}, the first on {TaskWords.Day(later[0].Task.DueOn, reader)}");
        return Of($"{reader.Language.Say("今週", "This week")} {days}", items, days, reader, new(afterwards, others));
    }

    /// <summary>What stands around the tasks of a week.</summary>
    private sealed record Around(string? Remark, OthersInWeek Others);

    private static string Nothing(bool hasLater, CardLanguage language) => hasLater
        ? language.Say("近いうちに期限が来る用事はありません。", "Nothing is due soon.")
        : language.Say("期限のある用事はありません。", "There is nothing with a date to do.");

    private static AdaptiveCard Of(
        string title,
        IReadOnlyList<ListedTask> items,
        string fallback,
        TaskReader reader,
        Around? around = null
    ) =>
        CardParts.Card(
            [
                CardParts.Title(title),
                .. around?.Others.Top ?? [],
                CardParts.Line(
                    new AdaptiveTextRun { Text = $"{reader.Person.Name}{reader.Language.Say("さん　", "　")}", IsSubtle = true },
                    new AdaptiveTextRun
                    {
                        Text = reader.Language.Say($"すること {Count(items.Count)}件", $"{Count(items.Count)} to do"),
                        Weight = AdaptiveTextWeight.Bolder,
                    }
                ),
                .. items.Count == 0 ? [CardParts.Remark(Nothing(around?.Remark is not null, reader.Language))]
                    : Array.Empty<AdaptiveElement>(),
                .. items.Take(MaxRows).Select(item => Row(item, reader)),
                .. items.Count > MaxRows
                    ?
                    [
                        CardParts.Remark(reader.Language.Say(
                            $"ほか{Count(items.Count - MaxRows)}件。済むと、続きが「今週」に出ます。",
                            $"{Count(items.Count - MaxRows)} more; they appear in \"week\" as these are done."
                        )),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. around?.Remark is { } remark ? [CardParts.Remark(remark)] : Array.Empty<AdaptiveElement>(),
                .. around?.Others.Below ?? [],
            ],
            fallback,
            language: reader.Language
        );

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static AdaptiveContainer Row(ListedTask item, TaskReader reader)
    {
        var data = Data(item.Task);
        data[TaskFields.FromList] = "true";
        return new AdaptiveContainer
        {
            Items =
            [
                CardParts.Line(
                    new AdaptiveTextRun
                    {
                        Text = $"{TaskWords.Due(item.Task, reader)}　",
                        Weight = AdaptiveTextWeight.Bolder,
                        Color = TaskWords.IsLate(item.Task, reader) ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
                    },
                    new AdaptiveTextRun { Text = TaskWords.In(item.Row.Title, reader.Language), Weight = AdaptiveTextWeight.Bolder }
                ),
                CardParts.Line(new AdaptiveTextRun { Text = item.About, IsSubtle = true, Size = AdaptiveTextSize.Small }),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    TaskWords.In(item.Row.Button, reader.Language), TaskVerbs.Open, data, takesInputs: false)),
            ],
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
        };
    }

    /// <summary>Monday to Friday.</summary>
    private static (DateOnly From, DateOnly To) WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (monday, monday.AddDays(4));
    }
}

/// <summary>What other features say of a person's week: what cannot wait on top, the rest below.</summary>
internal sealed record OthersInWeek(IReadOnlyList<AdaptiveElement> Top, IReadOnlyList<AdaptiveElement> Below);
