using TeamsBot.AccountDesk.Devices;
using TeamsBot.AccountDesk.Life;
using TeamsBot.AccountDesk.Names;
using TeamsBot.AccountDesk.Profiles;
using TeamsBot.AccountDesk.Registry;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.AccountDesk;

/// <summary>
/// The register of official accounts: what their names and profiles must show, who enters what, and the devices they are used on.
/// </summary>
internal static class AccountsFeature
{
    public static readonly string[] ProfileWords = ["プロフィール点検", "ぷろふぃーるてんけん", "profilecheck"];

    public static readonly string[] WriteWords = ["プロフィール作成", "ぷろふぃーるさくせい", "profile"];

    public static readonly string[] NameWords = ["アカウント名", "あかうんとめい", "accountname"];

    public static readonly string[] ListWords = ["アカウント台帳", "台帳", "あかうんとだいちょう", "accounts"];

    public static readonly string[] RegisterWords = ["アカウント登録", "あかうんととうろく", "registeraccount"];

    public static readonly string[] ApplyWords = ["アカウント開設", "あかうんとかいせつ", "openaccount"];

    public static readonly string[] RestWords = ["休止", "きゅうし", "restaccount"];

    public static readonly string[] ResumeWords = ["再開", "さいかい", "resumeaccount"];

    public static readonly string[] ImportWords = ["台帳取込", "台帳取り込み", "だいちょうとりこみ", "importaccounts"];

    public static readonly string[] DeviceWords = ["端末登録", "たんまつとうろく", "device"];

    /// <summary>A pack for private use has no official accounts, hence no register.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Pack pack)
    {
        services.AddScoped<EndingRegister>().AddScoped<AccountRegister>().AddScoped<AccountAccess>();
        services.AddScoped<CredentialRegister>().AddScoped<CustodyRules>();
        services.AddScoped<PolicyBook>().AddScoped<PolicyAudience>().AddScoped<FollowerSeries>().AddScoped<EnteredCustody>();
        if (pack.Mode == UseMode.Private) return services;
        services
            .AddScoped<ProfileTurns>()
            .AddScoped<CheckProfile>()
            .AddScoped<WriteProfile>()
            .AddScoped<AccountNames>()
            .AddScoped<CheckName>();
        services
            .AddScoped<AccountViews>()
            .AddScoped<ShowRegistry>()
            .AddScoped<AccountRules>()
            .AddScoped<AccountLimits>()
            .AddScoped<AccountLife>()
            .AddScoped<LifeTurns>()
            .AddScoped<CatchUp>()
            .AddScoped<ReplyGate>()
            .AddScoped<SettleGate>()
            .AddScoped<RestAccount>()
            .AddScoped<ApplyForAccount>()
            .AddScoped<RegisterAccount>()
            .AddScoped<ImportSource>()
            .AddScoped<ImportEntry>()
            .AddScoped<ImportRules>()
            .AddScoped<ImportFurther>()
            .AddScoped<ImportAccounts>()
            .AddScoped<RegisterDevice>();
        services.AddSingleton(new MenuEntry("アカウント台帳", "公式アカウントの一覧です。広報担当の方は、ここから登録と取込みもできます。", ListWords, AccountVerbs.List)
        {
            English = ("Accounts", "The official accounts; the PR desk registers and imports them here."),
        });
        services.AddSingleton(new MenuEntry("プロフィール点検", "アカウントのプロフィールを確かめます。「プロフィール作成」で文章も作れます。", ProfileWords, AccountVerbs.ProfileForm)
        {
            English = ("Profile check", "Check an account's profile, or have a text for it written."),
        });
        services.AddSingleton(new MenuEntry("アカウント開設", "新しいアカウントを申請し、開設までの手続きを順に進めます。", ApplyWords, AccountVerbs.ApplyForm)
        {
            English = ("New account", "Apply for a new account and see what is still to be settled."),
        });
        services.AddSingleton(new MenuEntry("端末登録", "アカウントに使う端末と保管責任者を登録します。", DeviceWords, AccountVerbs.DeviceForm)
        {
            English = ("Devices", "Register the devices an account is used on and who keeps them."),
        });
        return services.AddPolicies().AddLists().AddRoutes(AddTo);
    }

    private static void AddTo(TurnRouter router) => router
        .OnCommand(
            ProfileWords,
            To<CheckProfile>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Text
        )
        .OnCommand(
            WriteWords,
            To<WriteProfile>((use, turn, _) => use.HandleCommand(router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnCommand(NameWords, To<CheckName>((use, turn, _) => use.HandleCommand(router.ArgumentOf(turn.Text))), CommandArguments.Name)
        .OnCommand(
            ListWords,
            To<ShowRegistry>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnCommand(RegisterWords, To<RegisterAccount>((use, turn, _) => use.HandleForm(turn)), CommandArguments.None)
        .OnCommand(
            ApplyWords,
            To<ApplyForAccount>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnCommand(
            RestWords,
            To<RestAccount>((use, turn, _) => use.HandleRestCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnCommand(
            ResumeWords,
            To<RestAccount>((use, turn, _) => use.HandleResumeCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnCommand(
            ImportWords,
            To<ImportAccounts>((use, turn, cancellationToken) => use.HandleCommand(turn, cancellationToken)),
            CommandArguments.None)
        .OnCommand(
            DeviceWords,
            To<RegisterDevice>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))),
            CommandArguments.Name
        )
        .OnAction(AccountVerbs.List, To<ShowRegistry>((use, turn, _) => use.HandleList(turn)))
        .OnAction(AccountVerbs.Open, To<ShowRegistry>((use, turn, _) => use.HandleOpen(turn)))
        .OnAction(AccountVerbs.Except, To<ShowRegistry>((use, turn, _) => use.HandleExcept(turn)))
        .OnAction(AccountVerbs.Form, To<RegisterAccount>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(AccountVerbs.Save, To<RegisterAccount>((use, turn, _) => use.HandleSave(turn)))
        .OnAction(AccountVerbs.ImportForm, To<ImportAccounts>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(AccountVerbs.Import, To<ImportAccounts>((use, turn, _) => use.HandleImport(turn)))
        .OnAction(AccountVerbs.ApplyForm, To<ApplyForAccount>((use, turn, _) => use.HandleCommand(turn, "")))
        .OnAction(AccountVerbs.Apply, To<ApplyForAccount>((use, turn, _) => use.HandleApply(turn)))
        .OnAction(AccountVerbs.LifeShow, To<SettleGate>((use, turn, _) => use.HandleShow(turn)))
        .OnAction(AccountVerbs.GatePass, To<SettleGate>((use, turn, _) => use.HandlePass(turn)))
        .OnAction(AccountVerbs.GateRefuse, To<SettleGate>((use, turn, _) => use.HandleRefuse(turn)))
        .OnAction(AccountVerbs.Start, To<SettleGate>((use, turn, _) => use.HandleStart(turn)))
        .OnAction(AccountVerbs.RestForm, To<RestAccount>((use, turn, _) => use.HandleRestForm(turn)))
        .OnAction(AccountVerbs.Resume, To<RestAccount>((use, turn, _) => use.HandleResume(turn)))
        .OnAction(AccountVerbs.Rest, To<RestAccount>((use, turn, _) => use.HandleRest(turn)))
        .OnAction(AccountVerbs.RestAllow, To<RestAccount>((use, turn, _) => use.HandleAllow(turn)))
        .OnAction(AccountVerbs.RestRefuse, To<RestAccount>((use, turn, _) => use.HandleRefuse(turn)))
        .OnAction(AccountVerbs.DeviceForm, To<RegisterDevice>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(AccountVerbs.DeviceRegister, To<RegisterDevice>((use, turn, _) => use.HandleRegister(turn)))
        .OnAction(AccountVerbs.DeviceAsk, To<RegisterDevice>((use, turn, _) => use.HandleAsk(turn)))
        .OnAction(
            AccountVerbs.DeviceRemove,
            To<RegisterDevice>((use, turn, cancellationToken) => use.HandleRemove(turn, cancellationToken))
        )
        .OnAction(AccountVerbs.ProfileForm, To<CheckProfile>((use, turn, _) => use.HandleForm(turn)))
        .OnAction(AccountVerbs.ProfileCheck, To<CheckProfile>((use, turn, _) => use.HandleCheck(turn)))
        .OnAction(AccountVerbs.ProfileWrite, To<WriteProfile>((use, turn, _) => use.HandleWrite(turn)))
        .OnAction(AccountVerbs.ProfileHandOut, To<WriteProfile>((use, turn, _) => use.HandleHandOut(turn)))
        .OnAction(AccountVerbs.NameCheck, To<CheckName>((use, turn, _) => use.HandleCheck(turn)));
}
