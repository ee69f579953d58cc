using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tables;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.PeopleDesk;

/// <summary>What administrators do with the people the bot knows. Where nobody approves there is nobody to enter.</summary>
internal static class PeopleDeskFeature
{
    public const string ShowVerb = "people.show";
    public const string FormVerb = "people.form";
    public const string TableVerb = "people.table";
    public const string ConfirmVerb = "people.confirm";

    public static readonly string[] ShowWords = ["職員", "しょくいん", "people"];

    public static readonly string[] ImportWords = ["職員取込", "職員取り込み", "しょくいんとりこみ", "importpeople"];

    /// <summary>In English two words, <c>import people</c>; a command is one.</summary>
    private const string English = "import";

    private const string Of = "people";

    /// <summary>After the people; where they come from Graph they are read from there from now on.</summary>
    public static IServiceCollection AddPeopleDesk(this IServiceCollection services, Pack pack)
    {
        if (pack.Mode == UseMode.Private) return services;
        services.AddSingleton<TableFiles>().AddScoped<ImportPeople>().AddScoped<ShowPeople>();
        if (services.Any(service => service.ServiceType == typeof(GraphOptions)))
            services.AddSingleton<ToldNotes>().AddSingleton<InstallTries>().AddScoped<PeopleNotices>().AddScoped<AppInstalls>()
                .AddSingleton<GraphRefresh>().AddHostedService(provider => provider.GetRequiredService<GraphRefresh>());
        services.AddSingleton(new MenuEntry("職員", "職員の登録の状態を確かめます。管理者の方は、ここから取込みもできます。", ShowWords, ShowVerb)
        {
            English = ("People", "How the people are entered; administrators import them here."),
        });
        return services.AddRoutes(router => router
            .OnCommand(ShowWords, To<ShowPeople>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)),
                CommandArguments.None)
            .OnAction(ShowVerb, To<ShowPeople>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnCommand(
                ImportWords, To<ImportPeople>((use, turn, cancellationToken) =>
                    use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
                IsTable)
            .OnCommand(
                [English], To<ImportPeople>((use, turn, cancellationToken) =>
                    use.HandleCommand(turn, router.ArgumentOf(turn.Text)[Of.Length..], cancellationToken)),
                argument => argument.StartsWith(Of, StringComparison.OrdinalIgnoreCase) && IsTable(argument[Of.Length..]))
            .OnAction(FormVerb, To<ImportPeople>((use, turn, cancellationToken) => use.HandleCommand(turn, "", cancellationToken)))
            .OnAction(TableVerb, To<ImportPeople>((use, turn, cancellationToken) => use.HandleTable(turn, cancellationToken)))
            .OnAction(ConfirmVerb, To<ImportPeople>((use, turn, cancellationToken) => use.HandleConfirm(turn, cancellationToken)))
            .OnText("people.file", ImportPeople.Accepts,
                To<ImportPeople>((use, turn, cancellationToken) => use.HandleFile(turn, cancellationToken))));
    }

    /// <summary>Nothing more, or a table on the lines below.</summary>
    private static bool IsTable(string argument) => CommandArguments.None(argument) || argument.StartsWith('\n');
}
