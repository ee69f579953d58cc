using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Tasks;

/// <summary>The two other ways on a task's card: a later day with a reason, or somebody else. Folded away until asked for.</summary>
internal static class TaskParts
{
    private const int MaxTakers = 40;

    /// <summary>Its fields with choices and days, to be read with those of the card it stands in.</summary>
    public static IEnumerable<string> Chosen => [TaskFields.LaterUntil, TaskFields.HandTo];

    /// <summary>Its fields in which people write.</summary>
    public static IEnumerable<(string Field, int Most)> Written =>
        [(TaskFields.LaterReason, DatedTask.MaxReason), (TaskFields.HandReason, DatedTask.MaxReason)];

    /// <param name="takers">Who could take it over; without any the button is not there.</param>
    public static IEnumerable<AdaptiveElement> Ways(DatedTask task, TaskRow row, IReadOnlyList<Person> takers, TaskReader reader)
    {
        if (!task.IsOpen) yield break;
        var say = reader.Language;
        string[] folds = [TaskFields.Later, TaskFields.Hand];
        // Past its limit it cannot be moved any further.
        var mayMove = TaskClock.Latest(row, task.FirstDueOn, reader.Days) > reader.Today;
        if (!mayMove && takers.Count == 0) yield break;
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            mayMove ? CardParts.Unfold(say.Say("延ばす", "Postpone"), TaskFields.Later, folds) : null,
            takers.Count == 0 ? null : CardParts.Unfold(say.Say("引き継ぐ", "Hand over"), TaskFields.Hand, folds)
        );
        if (mayMove)
        {
            var isOpen = IsOpen(reader, TaskFields.Later, TaskFields.LaterReason);
            yield return CardParts.Fold(TaskFields.Later, isOpen, Later(task, row, reader));
        }

        if (takers.Count > 0)
        {
            var isOpen = IsOpen(reader, TaskFields.Hand, TaskFields.HandReason);
            yield return CardParts.Fold(TaskFields.Hand, isOpen, Hand(task, takers, reader));
        }
    }

    private static IEnumerable<AdaptiveElement> Later(DatedTask task, TaskRow row, TaskReader reader)
    {
        var say = reader.Language;
        var latest = TaskWords.Day(TaskClock.Latest(row, task.FirstDueOn, reader.Days), reader);
        yield return new AdaptiveDateInput
        {
            Id = TaskFields.LaterUntil,
            Label = Label(
                TaskFields.LaterUntil, say.Say($"新しい期限（{latest}まで）", $"New due day (until {latest})"), isChoice: true, reader),
            Value = reader.Typed[TaskFields.LaterUntil] is { Length: > 0 } typed
                ? typed
                : TypedDay.Write(TaskClock.Latest(row, task.FirstDueOn, reader.Days)),
        };
        yield return Reason(TaskFields.LaterReason, reader);
        yield return CardParts.Row(AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("期限を延ばす", "Postpone it"), TaskVerbs.Postpone, TaskCards.Data(task)));
    }

    private static IEnumerable<AdaptiveElement> Hand(DatedTask task, IReadOnlyList<Person> takers, TaskReader reader)
    {
        var say = reader.Language;
        yield return CardParts.Choice(
            TaskFields.HandTo,
            Label(
                TaskFields.HandTo, say.Say("引き継ぐ人（このアカウントの保管者）", "Who takes it over (a custodian of the account)"),
                isChoice: true, reader),
            takers.Take(MaxTakers).Select(person => ($"{person.Name}（{person.Title}）", person.ObjectId)),
            reader.Typed[TaskFields.HandTo] is { Length: > 0 } chosen ? chosen : null
        );
        yield return Reason(TaskFields.HandReason, reader);
        yield return CardParts.Row(AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("この人に引き継ぐ", "Hand it over"), TaskVerbs.HandOver, TaskCards.Data(task)));
    }

    private static AdaptiveTextInput Reason(string id, TaskReader reader) => new()
    {
        Id = id,
        Label = Label(id, reader.Language.Say("理由", "Reason"), isChoice: false, reader),
        MaxLength = DatedTask.MaxReason,
        Value = reader.Typed[id],
    };

    /// <summary>Marked where a press lacked it.</summary>
    public static string Label(string id, string label, bool isChoice, TaskReader reader) =>
        reader.Typed.Missing.Contains(id) ? CardParts.Missing(label, isChoice, reader.Language) : label;

    private static bool IsOpen(TaskReader reader, string fold, string reason) =>
        reader.Typed.Unfolded == fold || reader.Typed[reason].Length > 0;
}
