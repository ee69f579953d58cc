using TeamsBot.Packs;
using TeamsBot.Reminders;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Tasks;

/// <summary>Dated tasks: who has to do what by when, told in office hours, up the chain where it is late. Not in private use.</summary>
internal static class TasksFeature
{
    public static readonly string[] WeekWords = ["今週", "点検", "こんしゅう", "てんけん", "week"];

    public static IServiceCollection AddTasks(this IServiceCollection services, Pack pack) =>
        pack.Mode == UseMode.Private
            ? services
            : services
                .AddSingleton(TaskCatalogue.Load())
                .AddScoped<TaskDays>()
                .AddScoped<TaskAudience>()
                .AddScoped<TaskBook>()
                .AddScoped<ToldToday>()
                .AddScoped<TaskTelling>()
                .AddScoped<TaskTurns>()
                .AddScoped<CallTasks>()
                .AddScoped<OfficeLook>()
                .AddScoped<OpenTask>()
                .AddScoped<ArrangeTask>()
                .AddScoped<ShowWeek>()
                .AddScoped<LateAccounts>()
                .AddSingleton(
                    new ReminderHandler(TaskBook.Due, (provider, reminder, cancellationToken) =>
                        provider.GetRequiredService<CallTasks>().RunAsync(reminder, cancellationToken)
                    )
                )
                .AddSingleton(
                    new MenuEntry("今週", "期限のある用事のうち、あなたがすることを表示します。", WeekWords, TaskVerbs.Week)
                    {
                        English = ("This week", "What you have to do by a date."),
                    }
                )
                .AddRoutes(router => router
                    .OnCommand(
                        WeekWords,
                        To<ShowWeek>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)),
                        CommandArguments.None
                    )
                    .OnAction(TaskVerbs.Week, To<ShowWeek>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
                    .OnAction(TaskVerbs.Open, To<OpenTask>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
                    .OnAction(
                        TaskVerbs.Postpone,
                        To<ArrangeTask>((use, turn, cancellationToken) => use.HandlePostpone(turn, cancellationToken))
                    )
                    .OnAction(
                        TaskVerbs.HandOver,
                        To<ArrangeTask>((use, turn, cancellationToken) => use.HandleHandOver(turn, cancellationToken))
                    ));
}
