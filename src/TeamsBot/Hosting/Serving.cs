using TeamsBot.AbsenceDesk;
using TeamsBot.AccountDesk;
using TeamsBot.Answers;
using TeamsBot.Approvals;
using TeamsBot.Audit;
using TeamsBot.CalendarDesk;
using TeamsBot.Comments;
using TeamsBot.Data;
using TeamsBot.Documents;
using TeamsBot.Handouts;
using TeamsBot.LocalTeams;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.PeopleDesk;
using TeamsBot.Pictures;
using TeamsBot.PrivateUse;
using TeamsBot.Protocol;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;
using TeamsBot.RosterDesk;
using TeamsBot.Rotations;
using TeamsBot.Tasks;
using TeamsBot.Turns;
using TeamsBot.Upkeep;
using TeamsBot.Welcome;
using TeamsBot.OwnWords;
using TeamsBot.WordDesk;

namespace TeamsBot.Hosting;

/// <summary>Puts the program together: what each folder adds, and what is mapped. A table of contents, no logic.</summary>
internal static class Serving
{
    public const string MessagesPath = "/api/messages";

    /// <param name="adjust">Changes for tests: the clock, the wire. Runs last.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // appsettings.json stands at the top of the repository and is copied beside the binary; the project folder holds none.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = UsualEnvironment(args),
            }
        );
        UsualAddress(builder);
        var (services, configuration) = (builder.Services, builder.Configuration);

        services.AddSingleton(TimeProvider.System);
        services.AddBotProtocol(configuration, builder.Environment);
        services.AddBotData(configuration).AddOutbox(configuration).AddAudit(configuration);
        var pack = services.AddPacks(configuration);
        var people = services.AddPeople(configuration, pack);
        services.AddTurns().AddReminders();
        services.AddWording().AddCalendar(pack);
        services.AddHandouts();
        services.AddPictures();
        services.AddDocuments();
        services.AddPeopleDesk(pack);
        services.AddApprovals(pack);
        services.AddWords();
        services.AddPrivateUse(pack);
        services.AddAnswers();
        services.AddComments(pack);
        services.AddAccounts(pack);
        services.AddTasks(pack).AddRotations(pack).AddUpkeep(pack);
        services.AddAbsenceDesk(pack).AddRosterDesk(pack);
        services.AddWelcome();
        services.AddBotHealth();
        services.AddTelemetry(configuration);
        var isLocal = builder.Environment.IsDevelopment() && string.IsNullOrEmpty(configuration["Bot:AppId"]);
        if (isLocal)
            services.AddHostedService<OpeningNotice>().AddLocalTeams(builder.Environment, local => Stage.Fill(local, pack, people));
        adjust?.Invoke(builder);

        var app = builder.Build();
        // Two routes with one name must stop the start, not the first turn.
        app.Services.GetRequiredService<TurnRouter>();
        var pipeline = app.Services.GetRequiredService<TurnPipeline>();
        app.MapBot(MessagesPath, pipeline.RunAsync);
        app.MapBotHealth();
        if (isLocal) app.MapLocalTeams();
        return app;
    }

    /// <summary>Brings the database up to date, then serves until told to stop.</summary>
    public static async Task RunAsync(WebApplication app, CancellationToken cancellationToken = default)
    {
        await app.Services.GetRequiredService<BotDatabase>().PrepareAsync(cancellationToken);
        await app.RunAsync(cancellationToken);
    }

    /// <summary>
    /// A debug build is somebody's checkout and starts in Development where nobody says otherwise, a release build in Production. Not by
    /// launch settings: <c>dotnet run</c> announces those on standard output, into the rows that a command prints.
    /// </summary>
    private static string? UsualEnvironment(string[] args)
    {
#if DEBUG
        var isSaid = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? args.FirstOrDefault(argument => argument.StartsWith("--environment", StringComparison.OrdinalIgnoreCase));
        return isSaid is null ? Environments.Development : null;
#else
        return null;
#endif
    }

    /// <summary>The Bot Framework's usual port, on this machine only, where no address is set.</summary>
    private static void UsualAddress(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (
            settings["urls"] is null
            && settings["http_ports"] is null
            && settings["https_ports"] is null
            && !settings.GetSection("Kestrel:Endpoints").Exists()
        )
        {
            builder.WebHost.UseUrls("http://localhost:3978");
        }
    }
}
