using System.Globalization;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Tasks;

/// <summary>Who is told of a task.</summary>
internal enum TaskReaders
{
    /// <summary>Those in charge of what it is about; for a credential its custodians.</summary>
    Custodians,

    /// <summary>The head of the section.</summary>
    Head,

    /// <summary>広報担当.</summary>
    Desk,
}

/// <summary>One link of the chain: who is told, and how long after the due day.</summary>
/// <param name="AfterDays">Days of the calendar; a closed day moves to the next opening day.</param>
internal sealed record TaskStep(TaskReaders To, int? AfterOpenDays, int? AfterDays)
{
    private static readonly Words<TaskReaders> Readers = new(
        ("custodians", TaskReaders.Custodians, "保管者", "custodians"),
        ("head", TaskReaders.Head, "所属長", "section head"),
        ("desk", TaskReaders.Desk, "広報担当", "PR desk"));

    public static TaskStep Read(MapReader from) =>
        new(from.Word("to", Readers), from.OptionalNumber("after_open_days", 0, 60), from.OptionalNumber("after_days", 0, 365));
}

/// <summary>A row of the reminder catalogue (rules.md 4): when a task is due and told, and to whom. Data, with its clauses.</summary>
/// <param name="ShiftsToNext">An "after" task: a due day on a closed day moves to the next opening day instead of the one before.</param>
/// <param name="DueOpenDays">Opening days from the cause to the due day; null where the cause itself names the day.</param>
internal sealed record TaskRow(
    string Key,
    Bilingual Title,
    Bilingual Heading,
    Bilingual Button,
    bool ShiftsToNext,
    int? DueOpenDays,
    bool AtOnce,
    IReadOnlyList<int> Notices,
    IReadOnlyList<TaskStep> Chain,
    int PostponeDays,
    bool IsUrgent,
    Basis Basis
)
{
    /// <summary>After the last link of the chain that one is told again every so many days, until something is done; null: never.</summary>
    public int? RepeatDays { get; init; }

    private static readonly Words<bool> Shifts = new(
        ("previous", false, "前の開庁日", "previous opening day"), ("next", true, "次の開庁日", "next opening day"));

    private static readonly Bilingual Nothing = new("", "");

    public static TaskRow Read(MapReader from) =>
        new(
            from.Text("key"),
            from.RequiredMap("title", Bilingual.Read) ?? Nothing,
            from.RequiredMap("heading", Bilingual.Read) ?? Nothing,
            from.RequiredMap("button", Bilingual.Read) ?? Nothing,
            from.Word("shift", Shifts),
            from.OptionalNumber("due_open_days", 0, 60),
            from.Flag("at_once", false),
            ReadNotices(from),
            ReadChain(from),
            from.OptionalNumber("postpone_days", 0, 60) ?? 0,
            from.Flag("urgent", false),
            Basis.Read(from)
        )
        {
            RepeatDays = from.OptionalNumber("repeat_days", 1, 60),
        };

    private static List<int> ReadNotices(MapReader from)
    {
        var days = new List<int>();
        foreach (var text in from.Texts("notices"))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day)) days.Add(day);
            else from.Refuse("notices", "日数を書いてください。", "Write numbers of days.");
        }

        return days;
    }

    private static IReadOnlyList<TaskStep> ReadChain(MapReader from)
    {
        var chain = from.Maps("chain", TaskStep.Read);
        if (chain.Count == 0) from.Refuse("chain", "知らせる相手を一つ以上書いてください。", "State at least one to be told.");
        return chain;
    }
}
