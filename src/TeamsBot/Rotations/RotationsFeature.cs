using TeamsBot.Packs;
using TeamsBot.Reminders;
using TeamsBot.Tasks;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Rotations;

/// <summary>
/// Passwords of official accounts: who keeps them, when they were changed, and that they are changed when the pack says so. Nothing of a
/// password itself. Not in private use.
/// </summary>
internal static class RotationsFeature
{
    public static readonly string[] ChangeWords = ["パスワード変更", "ぱすわーどへんこう", "password"];

    public static readonly string[] CustodyWords = ["保管者", "ほかんしゃ", "custodians"];

    public static readonly string[] MoveWords = ["異動", "担当変更", "move"];

    public static IServiceCollection AddRotations(this IServiceCollection services, Pack pack)
    {
        if (pack.Mode == UseMode.Private) return services;
        AddKind(services);
        if (pack.Password is null) return services;
        services
            .AddScoped<RotationTurns>()
            .AddScoped<CustodyNews>()
            .AddScoped<CustodyByList>()
            .AddSingleton(new AfterTurn((provider, turn, cancellationToken) =>
                provider.GetRequiredService<CustodyByList>().RunAsync(turn, cancellationToken)))
            .AddScoped<OpenRotation>()
            .AddScoped<CompleteRotation>()
            .AddScoped<EditCustody>()
            .AddScoped<MoveCustodian>()
            .AddSingleton(new RepeatedLook(RotationPlan.Daily, (provider, cancellationToken) =>
                provider.GetRequiredService<OfficeLook>().ScheduleAsync(RotationPlan.Daily, "", cancellationToken)));
        services.AddSingleton(
            new MenuEntry("パスワード変更", "アカウントのパスワードを変えたことを記録します。パスワードは書きません。", ChangeWords, RotationVerbs.Form)
            {
                English = ("Password change", "Record that an account's password was changed; never the password itself."),
            }
        );
        return services.AddRoutes(router => AddTo(router, pack));
    }

    /// <summary>What stored tasks need, also where the pack speaks of passwords no more: they are dropped by their next look.</summary>
    private static void AddKind(IServiceCollection services)
    {
        services.AddOptions<RotationOptions>().BindConfiguration("Rotations");
        services
            .AddScoped<RotationViews>()
            .AddScoped<RotationTasks>()
            .AddScoped<ITaskKind>(provider => provider.GetRequiredService<RotationTasks>())
            .AddScoped<RotationPlan>()
            .AddSingleton(
                new ReminderHandler(RotationPlan.Daily, (provider, _, cancellationToken) =>
                    provider.GetRequiredService<RotationPlan>().RunAsync(cancellationToken)
                )
            );
    }

    private static void AddTo(Protocol.Inbound.TurnRouter router, Pack pack) => router
        .OnCommand(
            ChangeWords,
            To<OpenRotation>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
            argument => OpenRotation.Takes(argument, pack)
        )
        .OnCommand(
            CustodyWords,
            To<EditCustody>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
            CommandArguments.Name
        )
        .OnCommand(
            MoveWords,
            To<MoveCustodian>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
            CommandArguments.Name
        )
        .OnAction(RotationVerbs.Form, To<OpenRotation>((use, turn, cancellationToken) => use.HandleCommand(turn, "", cancellationToken)))
        .OnAction(RotationVerbs.Open, To<OpenRotation>((use, turn, cancellationToken) => use.HandleOpen(turn, cancellationToken)))
        .OnAction(RotationVerbs.Complete, To<CompleteRotation>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
        .OnAction(RotationVerbs.Custody, To<EditCustody>((use, turn, cancellationToken) => use.HandleShow(turn, cancellationToken)))
        .OnAction(RotationVerbs.CustodyForm, To<EditCustody>((use, turn, cancellationToken) => use.HandleForm(turn, cancellationToken)))
        .OnAction(RotationVerbs.CustodySave, To<EditCustody>((use, turn, cancellationToken) => use.HandleSave(turn, cancellationToken)))
        .OnAction(RotationVerbs.Move, To<MoveCustodian>((use, turn, cancellationToken) => use.HandleMove(turn, cancellationToken)));
}
