using TeamsBot.OfficeDays;
using TeamsBot.Packs;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.CalendarDesk;

/// <summary>
/// The organisation's opening days: computed holidays, the pack's hours, and a table that the desk and administrators keep in chat.
/// </summary>
internal static class CalendarFeature
{
    public const string ShowVerb = "calendar.show";
    public const string SetVerb = "calendar.set";
    public const string RemoveVerb = "calendar.remove";

    public static readonly string[] ShowWords = ["開庁日", "かいちょうび", "祝日", "calendar"];

    public static IServiceCollection AddCalendar(this IServiceCollection services, Pack pack)
    {
        services.AddScoped<OfficeCalendar>();
        return pack.Mode == UseMode.Private ? services : services
            .AddScoped<EditCalendar>()
            .AddSingleton(new MenuEntry("開庁日", "これからの祝日と、臨時に閉庁・開庁する日を確かめます。", ShowWords, ShowVerb)
            {
                English = ("Calendar", "Coming holidays and the days the office closes or opens out of turn."),
            })
            .AddRoutes(router => router
                .OnCommand(
                    ShowWords,
                    To<EditCalendar>((use, turn, cancellationToken) => use.HandleShow(turn, cancellationToken)),
                    CommandArguments.None
                )
                .OnAction(ShowVerb, To<EditCalendar>((use, turn, cancellationToken) => use.HandleShow(turn, cancellationToken)))
                .OnAction(SetVerb, To<EditCalendar>((use, turn, cancellationToken) => use.HandleSet(turn, cancellationToken)))
                .OnAction(RemoveVerb, To<EditCalendar>((use, turn, cancellationToken) => use.HandleRemove(turn, cancellationToken))));
    }
}
