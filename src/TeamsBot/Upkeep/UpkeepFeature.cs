using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;
using TeamsBot.Tasks;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Upkeep;

/// <summary>
/// The later life of official accounts: changed terms and features of their media, silence, rest, stops, and their end. Not in private use.
/// </summary>
internal static class UpkeepFeature
{
    public static readonly string[] CloseWords = ["廃止", "閉鎖", "はいし", "closeaccount"];

    public static readonly string[] StopWords = ["緊急停止", "きんきゅうていし", "stopaccount"];

    public static readonly string[] LiftWords = ["停止解除", "ていしかいじょ", "liftstop"];

    public static readonly string[] TermsWords = ["規約変更", "きやくへんこう", "termschange"];

    public static readonly string[] FeatureWords = ["機能変更", "きのうへんこう", "featurechange"];

    public static IServiceCollection AddUpkeep(this IServiceCollection services, Pack pack)
    {
        if (pack.Mode == UseMode.Private) return services;
        services.AddOptions<UpkeepOptions>().BindConfiguration("Upkeep");
        services
            .AddScoped<UpkeepTurns>()
            .AddScoped<UpkeepTasks>()
            .AddScoped<ITaskKind>(provider => provider.GetRequiredService<UpkeepTasks>())
            .AddScoped<UpkeepPlan>()
            .AddScoped<AskedAccount>()
            .AddScoped<ClosingViews>()
            .AddScoped<ClosingTurns>()
            .AddScoped<PlanClosing>()
            .AddScoped<FollowClosing>()
            .AddScoped<EndClosing>()
            .AddScoped<StopViews>()
            .AddScoped<StopAccount>()
            .AddScoped<LiftStop>()
            .AddScoped<ChangeMedium>()
            .AddScoped<ReviewChange>()
            .AddScoped<AnswerTask>()
            .AddSingleton(new RepeatedLook(UpkeepPlan.Daily, (provider, cancellationToken) =>
                provider.GetRequiredService<OfficeLook>().ScheduleAsync(UpkeepPlan.Daily, "", cancellationToken)))
            .AddSingleton(
                new ReminderHandler(UpkeepPlan.Daily, (provider, _, cancellationToken) =>
                    provider.GetRequiredService<UpkeepPlan>().RunAsync(cancellationToken)
                )
            );
        services.AddSingleton(new MenuEntry("廃止", "アカウントを廃止する手続きを、お知らせから順に進めます。", CloseWords, UpkeepVerbs.Closing)
        {
            English = ("Close an account", "Close an account step by step, beginning with the notices."),
        });
        services.AddSingleton(new MenuEntry("緊急停止", "乗っ取りなどのとき、アカウントの投稿をすぐに止めます。", StopWords, UpkeepVerbs.StopForm)
        {
            English = ("Stop an account", "Stop an account's posts at once, after a hijack for example."),
        });
        services.AddSingleton(new MenuEntry("規約変更", "媒体の規約や機能（「機能変更」）が変わったときに、保管者へ確認を依頼します。", TermsWords, UpkeepVerbs.ChangeForm)
        {
            English = ("Changed terms", "Have custodians review changed terms or features of a medium."),
        });
        return services.AddSingleton<HeardAccounts>().AddSingleton(provider =>
            new TurnRoutes(router => AddTo(router, provider.GetRequiredService<HeardAccounts>())));
    }

    private static void AddTo(TurnRouter router, HeardAccounts heard)
    {
        AddCommands(router, heard);
        router
            .OnAction(UpkeepVerbs.Closing, To<PlanClosing>((use, turn, stop) => use.HandleOpen(turn, stop)))
            .OnAction(UpkeepVerbs.ClosingPlan, To<PlanClosing>((use, turn, stop) => use.HandlePlan(turn, stop)))
            .OnAction(UpkeepVerbs.ClosingTick, To<FollowClosing>((use, turn, stop) => use.HandleTick(turn, stop)))
            .OnAction(UpkeepVerbs.ClosingTakeBack, To<EndClosing>((use, turn, stop) => use.HandleTakeBack(turn, stop)))
            .OnAction(UpkeepVerbs.ClosingEnd, To<EndClosing>((use, turn, stop) => use.HandleEnd(turn, stop)))
            .OnAction(UpkeepVerbs.ClosingNotices, To<FollowClosing>((use, turn, stop) => use.HandleNotices(turn, stop)))
            .OnAction(UpkeepVerbs.StopForm, To<StopAccount>((use, turn, stop) => use.HandleForm(turn, stop)))
            .OnAction(UpkeepVerbs.LiftForm, To<LiftStop>((use, turn, stop) => use.HandleForm(turn, stop)))
            .OnAction(UpkeepVerbs.Stop, To<StopAccount>((use, turn, stop) => use.HandleStop(turn, stop)))
            .OnAction(UpkeepVerbs.Lift, To<LiftStop>((use, turn, stop) => use.HandleLift(turn, stop)))
            .OnAction(UpkeepVerbs.ChangeForm, To<ChangeMedium>((use, turn, stop) => use.HandleForm(turn, stop)))
            .OnAction(UpkeepVerbs.Change, To<ChangeMedium>((use, turn, stop) => use.HandleChange(turn, stop)))
            .OnAction(UpkeepVerbs.ChangeEnd, To<ChangeMedium>((use, turn, stop) => use.HandleEnd(turn, stop)))
            .OnAction(UpkeepVerbs.Review, To<ReviewChange>((use, turn, stop) => use.Handle(turn, stop)))
            .OnAction(UpkeepVerbs.QuietPlan, To<AnswerTask>((use, turn, stop) => use.HandlePlan(turn, stop)))
            .OnAction(UpkeepVerbs.QuietPosted, To<AnswerTask>((use, turn, stop) => use.HandlePosted(turn, stop)))
            .OnAction(UpkeepVerbs.QuietResume, To<AnswerTask>((use, turn, stop) => use.HandleResume(turn, stop)))
            .OnAction(UpkeepVerbs.LoginNormal, To<AnswerTask>((use, turn, stop) => use.HandleNormal(turn, stop)))
            .OnAction(UpkeepVerbs.LoginTrouble, To<AnswerTask>((use, turn, stop) => use.HandleTrouble(turn, stop)))
            .OnAction(UpkeepVerbs.ClosingRepeat, To<AnswerTask>((use, turn, stop) => use.HandleRepeat(turn, stop)));
    }

    private static void AddCommands(TurnRouter router, HeardAccounts heard) => router
        .OnCommand(
            CloseWords,
            To<PlanClosing>((use, turn, stop) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), stop)),
            heard.Names
        )
        .OnCommand(
            StopWords,
            To<StopAccount>((use, turn, stop) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), stop)),
            // Whoever types this is in a hurry: only what goes on as a sentence, or below the word, is a text.
            argument => CommandArguments.Line(argument) || heard.Begins(argument)
        )
        .OnCommand(
            LiftWords,
            To<LiftStop>((use, turn, stop) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), stop)),
            heard.Names
        )
        .OnCommand(
            TermsWords,
            To<ChangeMedium>((use, turn, stop) =>
                use.HandleCommand(turn, router.ArgumentOf(turn.Text), MediumChangeKind.Terms, stop)),
            IsChange
        )
        .OnCommand(
            FeatureWords,
            To<ChangeMedium>((use, turn, stop) =>
                use.HandleCommand(turn, router.ArgumentOf(turn.Text), MediumChangeKind.Feature, stop)),
            IsChange
        );

    /// <summary>A line that begins with a medium.</summary>
    private static bool IsChange(string argument)
    {
        var line = argument.TrimStart('\n');
        return CommandArguments.Name(line)
            || (line.Length <= MostLine && !line.Contains('\n', StringComparison.Ordinal)
                && ChangeWords.Find(line.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries)[0]) is not null);
    }

    private const int MostLine = 300;
}
