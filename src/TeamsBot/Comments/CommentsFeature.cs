using TeamsBot.Packs;
using TeamsBot.Reminders;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Comments;

/// <summary>
/// Residents' comments are written down, answered, or told when the answer comes [tochigi-6-2-1, ward-4-10]. Not in private use.
/// </summary>
internal static class CommentsFeature
{
    public static readonly string[] LogWords = ["コメント記録", "コメント", "声", "comment"];

    public static readonly string[] ListWords = ["コメント一覧", "comments"];

    public static IServiceCollection AddComments(this IServiceCollection services, Pack pack) =>
        pack.Mode == UseMode.Private
            ? services
            : services
                .AddScoped<CommentClock>()
                .AddScoped<CommentTurns>()
                .AddScoped<CommentDuty>()
                .AddScoped<LogComment>()
                .AddScoped<SettleComment>()
                .AddScoped<ListComments>()
                .AddScoped<CommentReminders>()
                .AddSingleton(
                    new ReminderHandler(CommentTurns.Due, (provider, reminder, cancellationToken) =>
                        provider.GetRequiredService<CommentReminders>().RemindAsync(reminder, cancellationToken)
                    )
                )
                .AddSingleton(
                    new MenuEntry("コメント一覧", "利用者のコメントを記録し、返信がまだのものを確かめます。", ListWords, CommentVerbs.List)
                    {
                        English = ("Comments", "Record residents' comments and see which wait for a reply."),
                    }
                )
                .AddRoutes(router =>
                    router
                        .OnCommand(
                            LogWords,
                            To<LogComment>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
                            CommandArguments.Text
                        )
                        .OnCommand(
                            ListWords,
                            To<ListComments>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)),
                            CommandArguments.None
                        )
                        .OnAction(CommentVerbs.Form, To<LogComment>((use, turn, _) => use.HandleForm(turn)))
                        .OnAction(
                            CommentVerbs.Log,
                            To<LogComment>((use, turn, cancellationToken) => use.HandleLog(turn, cancellationToken))
                        )
                        .OnAction(
                            CommentVerbs.List,
                            To<ListComments>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
                        )
                        .OnAction(
                            CommentVerbs.Show,
                            To<SettleComment>((use, turn, cancellationToken) => use.HandleShow(turn, cancellationToken))
                        )
                        .OnAction(
                            CommentVerbs.Answered,
                            To<SettleComment>((use, turn, cancellationToken) => use.HandleAnswered(turn, cancellationToken))
                        )
                        .OnAction(
                            CommentVerbs.Hold,
                            To<SettleComment>((use, turn, cancellationToken) => use.HandleHold(turn, cancellationToken))
                        )
                        .OnAction(
                            CommentVerbs.Leave,
                            To<SettleComment>((use, turn, cancellationToken) => use.HandleLeave(turn, cancellationToken))
                        )
                );
}
