using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.Packs;

namespace TeamsBot.Tasks;

/// <summary>A task in a list, with what it takes to name it.</summary>
internal sealed record ListedTask(DatedTask Task, TaskRow Row, string About);

/// <summary>The short sentences of tasks: what a phone shows of one, how it stands, until when.</summary>
internal static class TaskWords
{
    public static string In(Bilingual text, CardLanguage language) => language.Say(text.Ja, text.En);

    /// <summary>The request as a phone's line has it: what, about what, until when.</summary>
    public static string Request(DatedTask task, TaskRow row, string about, TaskReader reader)
    {
        var (say, title) = (reader.Language, In(row.Title, reader.Language));
        if (!task.IsOpen) return $"{State(task, reader)}　{title}　{about}";
        return IsLate(task, reader)
            ? say.Say($"{title}がまだです　{about}", $"Overdue: {title}, {about}")
            : say.Say($"{title}　{about}　{Day(task.DueOn, reader)}まで", $"{title}, {about}, by {Day(task.DueOn, reader)}");
    }

    /// <summary>What its card is about: that it is time, that it is late, or, before the first notice, that it is the next one.</summary>
    public static string Heading(DatedTask task, TaskRow row, TaskReader reader)
    {
        var (say, title) = (reader.Language, In(row.Title, reader.Language));
        if (IsLate(task, reader)) return say.Say($"{title}がまだです", $"Overdue: {title}");
        // A first notice that moved to the opening day before comes earlier than its days say.
        return !row.AtOnce && task.Calls == 0 && row.Notices is { Count: > 0 } notices && task.DueOn > reader.Today.AddDays(notices.Max())
            ? say.Say($"次の{title}", $"Next: {title}")
            : In(row.Heading, say);
    }

    public static string ListSummary(IReadOnlyList<ListedTask> items, TaskReader reader) => reader.Language.Say(
        string.Create(CultureInfo.InvariantCulture, $"すること{items.Count}件：{items[0].Row.Title.Ja}{(IsOneKind(items) ? "" : "など")}"),
        string.Create(CultureInfo.InvariantCulture, $"{items.Count} to do: {items[0].Row.Title.En}{(IsOneKind(items) ? "" : " …")}"));

    public static bool IsOneKind(IReadOnlyList<ListedTask> items) => items.All(item => item.Row.Key == items[0].Row.Key);

    /// <summary>12/8(火)まで（あと6開庁日）, or since when it is late.</summary>
    public static string Due(DatedTask task, TaskReader reader)
    {
        var (say, day) = (reader.Language, Day(task.DueOn, reader));
        if (IsLate(task, reader)) return say.Say($"{day}（過ぎています）", $"{day} (overdue)");
        if (task.DueOn == reader.Today) return say.Say($"{day}（今日）", $"{day} (today)");
        var left = TaskClock.OpeningDaysUntil(task.DueOn, reader.Today, reader.Days);
        return string.Create(CultureInfo.InvariantCulture, $"{day}{say.Say($"（あと{left}開庁日）", $" ({left} working days left)")}");
    }

    public static bool IsLate(DatedTask task, TaskReader reader) => task.IsOpen && task.DueOn < reader.Today;

    public static string State(DatedTask task, TaskReader reader) => task.State switch
    {
        TaskState.Done => reader.Language.Say("完了", "Done"),
        TaskState.Dropped => reader.Language.Say("取りやめ", "No longer needed"),
        TaskState.Postponed => reader.Language.Say("延期", "Postponed"),
        TaskState.HandedOver => reader.Language.Say("引き継ぎ済み", "Handed over"),
        _ => reader.Language.Say("未対応", "Open"),
    };

    public static string Day(DateOnly day, TaskReader reader) => JapaneseTime.Format(day, reader.Today.Year, reader.Language);
}
