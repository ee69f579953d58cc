using TeamsBot.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What stands against a day or a tick of a closing, as a sentence with what to do next. Pure.</summary>
internal static class ClosingObjection
{
    /// <summary>An end further ahead is no plan yet.</summary>
    private const int MostDaysAhead = 370;

    /// <summary>Against the day on which the account is to be gone; null where it holds.</summary>
    public static string? ToEnd(DateOnly day, ClosingView view)
    {
        var (say, today) = (view.Reader.Language, view.Reader.Today);
        var first = today.AddDays(Math.Max(view.NoticeDays, 1));
        return day <= today ? say.Say("廃止する日が過ぎています。これからの日を選んでください。", "That day has passed. Choose a day to come.")
            : day < first ? say.Say(
                $"お知らせの期間（{view.NoticeDays}日）が必要です。{TaskWords.Day(first, view.Reader)}以降の日を選んでください。",
                $"The notices have to stand for {view.NoticeDays} days. Choose {TaskWords.Day(first, view.Reader)} or later.")
            : day > today.AddDays(MostDaysAhead) ? say.Say("廃止する日は、1年以内の日を選んでください。", "Choose a day within a year.")
            : null;
    }

    /// <summary>Against saying that something was done; null where it can be recorded.</summary>
    /// <param name="step">What was chosen; null where nothing of the list was.</param>
    public static (string Said, string Field)? ToTick(ClosingStep? step, DateOnly? day, ClosingView view)
    {
        var say = view.Reader.Language;
        if (step is null or { Tick: not null }) return (say.Say("済んだことを選んでください。", "Choose what was done."), UpkeepFields.Step);
        if (step.Waits is { } wait) return (Waits(step, wait, view), "");
        if (day is not { } on) return (say.Say("済んだ日を選んでください。", "Choose the day."), UpkeepFields.Day);
        if (ToDay(step, on, view) is { } objection) return (objection, "");
        return view.Typed[UpkeepFields.Proof].Length > 0 ? null : (
            say.Say("確かめたこと（URL、保存先など）を入力してください。", "Please enter the proof (address, place of the copy)."), UpkeepFields.Proof);
    }

    private static string Waits(ClosingStep step, ClosingWait wait, ClosingView view)
    {
        var say = view.Reader.Language;
        return wait switch
        {
            { Until: { } from } => NotBefore(step, from, view),
            { First: ClosingSteps.Notice } => say.Say("先に、すべてのお知らせを出してください。", "Publish all notices first."),
            { First: ClosingSteps.Archive } => say.Say("先に、投稿を保存してください。", "Keep a copy of the posts first."),
            _ => say.Say("先に、アカウントの削除を記録してください。", "Record the deletion first."),
        };
    }

    /// <summary>What is recorded late was still done in its order: no day before that of what it waits for.</summary>
    private static string? ToDay(ClosingStep step, DateOnly day, ClosingView view)
    {
        var (say, reader, closing) = (view.Reader.Language, view.Reader, view.Closing!);
        if (day > reader.Today) return say.Say("済んだ日が先の日付です。", "That day has not come yet.");
        if (day < JapaneseTime.DateOf(closing.PlannedAt))
            return say.Say("済んだ日は、廃止の手続きを始めた日以降を選んでください。", "Choose a day since the closing was begun.");
        if (step.Id == ClosingSteps.Deletion && ClosingSteps.UnlockedOn(closing) is { } unlocked && day < unlocked)
            return NotBefore(step, unlocked, view);
        return ClosingSteps.After(closing, step.Id) is not { } before || day >= before.Day ? null
            : before.Step == ClosingSteps.Archive ? say.Say(
                $"投稿を保存した{TaskWords.Day(before.Day, reader)}より前の日は選べません。",
                $"No day before {TaskWords.Day(before.Day, reader)}, when the posts were kept.")
            : say.Say(
                $"アカウントを削除した{TaskWords.Day(before.Day, reader)}より前の日は選べません。",
                $"No day before {TaskWords.Day(before.Day, reader)}, when the account was deleted.");
    }

    private static string NotBefore(ClosingStep step, DateOnly from, ClosingView view)
    {
        var (say, day) = (view.Reader.Language, TaskWords.Day(from, view.Reader));
        return from <= view.Closing!.ClosesOn
            ? say.Say($"「{step.Ja}」は、廃止する日の{day}からできます。", $"{step.En}: possible from {day}, the day of the end.")
            : say.Say($"「{step.Ja}」は、お知らせの期間が過ぎる{day}からできます。", $"{step.En}: possible from {day}, when the notice period is over.");
    }
}
