using TeamsBot.Packs;
using TeamsBot.Tables;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.PeopleDesk;

/// <summary>What administrators do with the people the bot knows. Where nobody approves there is nobody to enter.</summary>
internal static class PeopleDeskFeature
{
    public const string FormVerb = "people.form";
    public const string TableVerb = "people.table";
    public const string ConfirmVerb = "people.confirm";

    public static readonly string[] ImportWords = ["職員取込", "職員取り込み", "しょくいんとりこみ", "importpeople"];

    /// <summary>In English two words, <c>import people</c>; a command is one.</summary>
    private const string English = "import";

    private const string Of = "people";

    public static IServiceCollection AddPeopleDesk(this IServiceCollection services, Pack pack) => pack.Mode == UseMode.Private ? services : services
        .AddSingleton<TableFiles>()
        .AddScoped<ImportPeople>()
        .AddRoutes(router => router
            .OnCommand(
                ImportWords, To<ImportPeople>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
                IsTable)
            .OnCommand(
                [English], To<ImportPeople>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text)[Of.Length..], cancellationToken)),
                argument => argument.StartsWith(Of, StringComparison.OrdinalIgnoreCase) && IsTable(argument[Of.Length..]))
            .OnAction(FormVerb, To<ImportPeople>((use, turn, cancellationToken) => use.HandleCommand(turn, "", cancellationToken)))
            .OnAction(TableVerb, To<ImportPeople>((use, turn, cancellationToken) => use.HandleTable(turn, cancellationToken)))
            .OnAction(ConfirmVerb, To<ImportPeople>((use, turn, cancellationToken) => use.HandleConfirm(turn, cancellationToken)))
            .OnText("people.file", ImportPeople.Accepts, To<ImportPeople>((use, turn, cancellationToken) => use.HandleFile(turn, cancellationToken))));

    /// <summary>Nothing more, or a table on the lines below.</summary>
    private static bool IsTable(string argument) => CommandArguments.None(argument) || argument.StartsWith('\n');
}
