using TeamsBot.Accounts.Names;
using TeamsBot.Accounts.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Accounts;

/// <summary>The register of official accounts: what their names and profiles must show, who enters what, and the devices they are used on.</summary>
internal static class AccountsFeature
{
    public static readonly string[] ProfileWords = ["プロフィール点検", "ぷろふぃーるてんけん", "profilecheck"];

    public static readonly string[] WriteWords = ["プロフィール作成", "ぷろふぃーるさくせい", "profile"];

    public static readonly string[] NameWords = ["アカウント名", "あかうんとめい", "accountname"];

    /// <summary>A pack for private use has no official accounts, hence no register.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Pack pack)
    {
        services.AddScoped<AccountRegister>().AddScoped<AccountAccess>();
        if (pack.Mode == UseMode.Private) return services;
        services.AddScoped<ProfileTurns>().AddScoped<CheckProfile>().AddScoped<WriteProfile>().AddScoped<AccountNames>().AddScoped<CheckName>();
        services.AddSingleton(new MenuEntry("プロフィール点検", "アカウントのプロフィールに必要なことが書かれているかを確かめます。", ProfileWords, AccountVerbs.ProfileForm));
        return services.AddRoutes(AddTo);
    }

    private static void AddTo(TurnRouter router) => router
        .OnCommand(ProfileWords, To<CheckProfile>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))))
        .OnCommand(WriteWords, To<WriteProfile>((use, turn, _) => use.HandleCommand(router.ArgumentOf(turn.Text))))
        .OnCommand(NameWords, To<CheckName>((use, turn, _) => use.HandleCommand(router.ArgumentOf(turn.Text))))
        .OnAction(AccountVerbs.ProfileForm, To<CheckProfile>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(AccountVerbs.ProfileCheck, To<CheckProfile>((use, turn, _) => use.HandleCheck(turn)))
        .OnAction(AccountVerbs.ProfileWrite, To<WriteProfile>((use, turn, _) => use.HandleWrite(turn)))
        .OnAction(AccountVerbs.ProfileHandOut, To<WriteProfile>((use, turn, _) => use.HandleHandOut(turn)))
        .OnAction(AccountVerbs.NameCheck, To<CheckName>((use, turn, _) => use.HandleCheck(turn)));
}
