using TeamsBot.AccountDesk.Policies;
using TeamsBot.Handouts;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.AccountDesk;

/// <summary>The operation policies of the accounts, from the form to the printed page.</summary>
internal static class PoliciesFeature
{
    public static readonly string[] PolicyWords = ["運用ポリシー", "うんようぽりしー", "policy"];

    public static readonly string[] BlankWords = ["方針様式", "方針作成", "ほうしんようしき", "policyform"];

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services
            .AddScoped<PolicyFit>()
            .AddScoped<PolicyRules>()
            .AddScoped<PolicyFormCard>()
            .AddScoped<PolicyViews>()
            .AddScoped<PolicyDuties>()
            .AddScoped<ShowPolicy>()
            .AddScoped<WritePolicy>()
            .AddScoped<SettlePolicy>()
            .AddScoped<PolicyFiles>()
            .AddScoped<ITaskKind, PolicyTasks>()
            .AddSingleton(new FileOwner(PolicyFiles.Owner, PolicyFiles.Words, (provider, turn, id, put, _) =>
                provider.GetRequiredService<PolicyFiles>().GiveAsync(turn, id, put)));
        services.AddSingleton(new MenuEntry("運用ポリシー", "アカウントの運用ポリシーを作り、ページや様式のファイルを受け取ります。", PolicyWords, AccountVerbs.PolicyShow)
        {
            English = ("Account policy", "Write an account's operation policy and receive it as a page or a form."),
        });
        return services.AddRoutes(AddTo);
    }

    private static void AddTo(TurnRouter router) => router
        .OnCommand(
            PolicyWords,
            To<ShowPolicy>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnCommand(BlankWords, To<ShowPolicy>((use, turn, _) => use.HandleBlank(turn)), CommandArguments.None)
        .OnAction(AccountVerbs.PolicyShow, To<ShowPolicy>((use, turn, _) => use.HandleShow(turn)))
        .OnAction(AccountVerbs.PolicyForm, To<ShowPolicy>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(AccountVerbs.PolicySave, To<WritePolicy>((use, turn, cancellationToken) => use.HandleSave(turn, cancellationToken)))
        .OnAction(AccountVerbs.PolicySplit, To<WritePolicy>((use, turn, _) => use.HandleSplit(turn)))
        .OnAction(AccountVerbs.PolicyFile, To<PolicyFiles>((use, turn, _) => use.HandleOffer(turn)))
        .OnAction(
            AccountVerbs.PolicyPublish, To<SettlePolicy>((use, turn, cancellationToken) => use.HandlePublish(turn, cancellationToken)))
        .OnAction(
            AccountVerbs.PolicyReceive, To<SettlePolicy>((use, turn, cancellationToken) => use.HandleReceive(turn, cancellationToken)))
        .OnAction(
            AccountVerbs.PolicyRead, To<SettlePolicy>((use, turn, cancellationToken) => use.HandleRead(turn, cancellationToken)));
}
