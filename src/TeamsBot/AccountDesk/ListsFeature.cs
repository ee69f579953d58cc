using TeamsBot.AccountDesk.Lists;
using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Handouts;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.AccountDesk;

/// <summary>The register as lists: for the public, for inspection, as a whole, and the series of followers.</summary>
internal static class ListsFeature
{
    public static readonly string[] PublicWords = ["公開一覧", "こうかいいちらん", "publiclist"];

    public static readonly string[] InspectWords = ["台帳点検", "だいちょうてんけん", "inspectaccounts"];

    public static readonly string[] ExportWords = ["台帳書出", "台帳書き出し", "だいちょうかきだし", "exportaccounts"];

    public static readonly string[] FollowerWords = ["フォロワー", "ふぉろわー", "followers"];

    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        services
            .AddScoped<RegisterPeople>()
            .AddScoped<RegisterColumns>()
            .AddScoped<RegisterRows>()
            .AddScoped<SiteList>()
            .AddScoped<SiteListDuty>()
            .AddScoped<StateWatch>()
            .AddScoped<ListFiles>()
            .AddScoped<ShowPublicList>()
            .AddScoped<Measures>()
            .AddScoped<InspectionViews>()
            .AddScoped<InspectAccounts>()
            .AddScoped<ExportRegister>()
            .AddScoped<EnterFollowers>()
            .AddScoped<ITaskKind, SiteListTasks>()
            .AddSingleton(new AfterTurn((provider, turn, cancellationToken) =>
                provider.GetRequiredService<StateWatch>().RunAsync(turn, cancellationToken)))
            .AddSingleton(new FileOwner(ListFiles.Owner, ListFiles.Words, (provider, turn, id, put, _) =>
                provider.GetRequiredService<ListFiles>().GiveAsync(turn, id, put)));
        services.AddSingleton(new MenuEntry("公開一覧", "運用中のアカウントの一覧を、ホームページ用のファイルで受け取ります。", PublicWords, AccountVerbs.PublicList)
        {
            English = ("Public list", "The accounts in use as files for the own site."),
        });
        services.AddSingleton(new MenuEntry("台帳点検", "アカウントごとに、できていることとまだのことを確かめます。", InspectWords, AccountVerbs.Inspect)
        {
            English = ("Inspection", "What is done and still to do for each account, with the clause."),
        });
        services.AddSingleton(new MenuEntry("フォロワー", "月に一度、アカウントのフォロワー数を記録します。", FollowerWords, AccountVerbs.FollowersForm)
        {
            English = ("Followers", "Enter once a month how many follow your accounts."),
        });
        return services.AddRoutes(AddTo);
    }

    private static void AddTo(TurnRouter router) => router
        .OnCommand(PublicWords, To<ShowPublicList>((use, turn, _) => use.Handle(turn)), CommandArguments.None)
        .OnCommand(
            InspectWords,
            To<InspectAccounts>((use, turn, cancellationToken) =>
                use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
            CommandArguments.Name
        )
        .OnCommand(ExportWords, To<ExportRegister>((use, turn, _) => use.Handle(turn)), CommandArguments.None)
        .OnCommand(
            FollowerWords,
            To<EnterFollowers>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnAction(AccountVerbs.PublicList, To<ShowPublicList>((use, turn, _) => use.Handle(turn)))
        .OnAction(AccountVerbs.PublicFile, To<ShowPublicList>((use, turn, _) => use.HandleFile(turn)))
        .OnAction(AccountVerbs.SiteListed, To<ShowPublicList>((use, turn, cancellationToken) => use.HandleListed(turn, cancellationToken)))
        .OnAction(AccountVerbs.Inspect, To<InspectAccounts>((use, turn, cancellationToken) => use.HandleList(turn, cancellationToken)))
        .OnAction(AccountVerbs.InspectOne, To<InspectAccounts>((use, turn, cancellationToken) => use.HandleOne(turn, cancellationToken)))
        .OnAction(AccountVerbs.ExportFile, To<ExportRegister>((use, turn, _) => use.HandleFile(turn)))
        .OnAction(AccountVerbs.FollowersForm, To<EnterFollowers>((use, turn, _) => use.HandleCommand(turn, "")))
        .OnAction(AccountVerbs.FollowersSave, To<EnterFollowers>((use, turn, _) => use.HandleSave(turn)));
}
