using TeamsBot.Packs;

namespace TeamsBot.Rosters;

/// <summary>Who is on duty, for whoever has to know. Not in private use.</summary>
internal static class RostersFeature
{
    public static IServiceCollection AddRosters(this IServiceCollection services, Pack pack) =>
        pack.Mode == UseMode.Private
            ? services
            : services.AddScoped<DutyRoster>().AddScoped<RosterGaps>().AddScoped<StandIns>().AddScoped<DutyCount>();
}
