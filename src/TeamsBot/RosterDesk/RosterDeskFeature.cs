using TeamsBot.Packs;
using TeamsBot.Reminders;
using TeamsBot.Rosters;
using TeamsBot.Tasks;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.RosterDesk;

/// <summary>Who is on duty, week by week: entered by desk and heads, swapped by those on duty. Not in private use.</summary>
internal static class RosterDeskFeature
{
    public static readonly string[] ShowWords = ["当番", "とうばん", "今日の当番", "今日の当番は", "今日の当番は？", "当番は？", "duty", "roster"];

    public static readonly string[] SwapWords = ["交代", "こうたい", "代わりを探す", "swap", "cover"];

    public static IServiceCollection AddRosterDesk(this IServiceCollection services, Pack pack)
    {
        if (pack.Mode == UseMode.Private) return services;
        services
            .AddRosters(pack)
            .AddScoped<RosterTurns>()
            .AddScoped<ShowRoster>()
            .AddScoped<LeaveNote>()
            .AddScoped<EditRoster>()
            .AddScoped<AskForCover>()
            .AddScoped<SettleSwap>()
            .AddScoped<SwapNews>()
            .AddScoped<RosterNews>()
            .AddScoped<RosterPlan>()
            .AddScoped<RosterStart>()
            .AddScoped<ITaskKind, RosterTasks>()
            .AddScoped<RosterWeekPart>()
            .AddSingleton(new WeekPart((provider, tenant, reader) => provider.GetRequiredService<RosterWeekPart>().Draw(tenant, reader)))
            .AddSingleton(
                new ReminderHandler(RosterPlan.Daily, (provider, reminder, cancellationToken) =>
                    provider.GetRequiredService<RosterPlan>().RunAsync(reminder, cancellationToken)
                )
                {
                    // Tasks of the same morning make room for whose week begins, and can do so only after it.
                    ComesFirst = true,
                }
            )
            .AddSingleton(
                new MenuEntry("当番", "返信・緊急・確認の今日の当番を表示します。交代を頼み、当番を決めることもできます。", ShowWords, RosterVerbs.Show)
                {
                    English = ("Duty", "Who is on duty today for replies, emergencies and checking; ask for cover, enter the duty."),
                }
            );
        return services.AddRoutes(AddTo);
    }

    private static void AddTo(Protocol.Inbound.TurnRouter router) => router
        .OnCommand(
            ShowWords, To<ShowRoster>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))), CommandArguments.Name)
        .OnCommand(
            SwapWords, To<AskForCover>((use, turn, _) => use.HandleForm(turn, router.ArgumentOf(turn.Text))), CommandArguments.Name)
        .OnAction(RosterVerbs.Show, To<ShowRoster>((use, turn, _) => use.HandleCommand(turn, "")))
        .OnAction(RosterVerbs.Note, To<LeaveNote>((use, turn, _) => use.Handle(turn)))
        .OnAction(RosterVerbs.Form, To<EditRoster>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(RosterVerbs.Save, To<EditRoster>((use, turn, cancellationToken) => use.HandleSave(turn, cancellationToken)))
        .OnAction(RosterVerbs.Continue, To<EditRoster>((use, turn, cancellationToken) => use.HandleContinue(turn, cancellationToken)))
        .OnAction(RosterVerbs.Swap, To<AskForCover>((use, turn, _) => use.HandleForm(turn, "")))
        .OnAction(
            RosterVerbs.Ask, To<AskForCover>((use, turn, cancellationToken) => use.HandleAsk(turn, asksAll: false, cancellationToken)))
        .OnAction(
            RosterVerbs.AskAll, To<AskForCover>((use, turn, cancellationToken) => use.HandleAsk(turn, asksAll: true, cancellationToken)))
        .OnAction(RosterVerbs.AskFor, To<AskForCover>((use, turn, cancellationToken) => use.HandleFor(turn, cancellationToken)))
        .OnAction(RosterVerbs.Open, To<SettleSwap>((use, turn, cancellationToken) => use.HandleOpen(turn, cancellationToken)))
        .OnAction(RosterVerbs.Take, To<SettleSwap>((use, turn, cancellationToken) => use.HandleTake(turn, cancellationToken)))
        .OnAction(RosterVerbs.Decline, To<SettleSwap>((use, turn, cancellationToken) => use.HandleDecline(turn, cancellationToken)))
        .OnAction(RosterVerbs.Withdraw, To<SettleSwap>((use, turn, cancellationToken) => use.HandleWithdraw(turn, cancellationToken)));
}
