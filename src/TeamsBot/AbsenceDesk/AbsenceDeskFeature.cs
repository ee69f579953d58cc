using TeamsBot.Packs;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.AbsenceDesk;

/// <summary>Who is away when, and who decides instead, entered in chat. Not in private use: there nobody decides for another.</summary>
internal static class AbsenceDeskFeature
{
    public const string ShowVerb = "absence.show";
    public const string SaveVerb = "absence.save";
    public const string CancelVerb = "absence.cancel";

    /// <summary>Longest name that is looked for.</summary>
    public const int MostName = 60;

    public static readonly string[] Words = ["不在", "ふざい", "absence"];

    public static IServiceCollection AddAbsenceDesk(this IServiceCollection services, Pack pack) =>
        pack.Mode == UseMode.Private
            ? services
            : services
                .AddScoped<EditAbsence>()
                .AddSingleton(
                    new MenuEntry("不在", "休みや出張の日と、その間に代わりに決める方を登録します（例：不在 12/1〜12/5 代決 乙）。", Words, ShowVerb)
                    {
                        English = ("Absence", "Enter days on which you are away and who decides instead (absence 12/1-12/5 deputy X)."),
                    }
                )
                .AddRoutes(router => router
                    .OnCommand(
                        Words, To<EditAbsence>((use, turn, _) => use.HandleCommand(turn, router.ArgumentOf(turn.Text))), AbsenceText.Takes)
                    .OnAction(ShowVerb, To<EditAbsence>((use, turn, _) => use.HandleCommand(turn, "")))
                    .OnAction(SaveVerb, To<EditAbsence>((use, turn, _) => use.HandleSave(turn)))
                    .OnAction(CancelVerb, To<EditAbsence>((use, turn, cancellationToken) => use.HandleCancel(turn, cancellationToken))));
}
