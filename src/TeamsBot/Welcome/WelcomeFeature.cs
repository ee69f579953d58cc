using TeamsBot.Protocol.Schema;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Welcome;

internal static class WelcomeFeature
{
    public const string HelpVerb = "welcome.help";

    public static readonly string[] HelpWords = ["ヘルプ", "へるぷ", "使い方", "help"];

    public static IServiceCollection AddWelcome(this IServiceCollection services) => services
        .AddScoped<Greet>()
        .AddSingleton(new MenuEntry("使い方", "できることの一覧を表示します。", HelpWords, HelpVerb, IsEveryday: true)
        {
            English = ("Help", "Everything you can do here."),
        })
        .AddRoutes(router => router
            .OnCommand(HelpWords, To<Greet>((use, turn, cancellationToken) => use.HandleHelp(turn, cancellationToken)), CommandArguments.None)
            .OnAction(HelpVerb, To<Greet>((use, turn, cancellationToken) => use.HandleHelp(turn, cancellationToken)))
            .OnEvent(ActivityTypes.InstallationUpdate, To<Greet>((use, turn, cancellationToken) => use.HandleInstalled(turn, cancellationToken)))
            .OnEvent(ActivityTypes.ConversationUpdate, To<Greet>((use, turn, cancellationToken) => use.HandleInstalled(turn, cancellationToken)))
            .Otherwise(To<Greet>((use, turn, cancellationToken) => use.HandleUnknown(turn, cancellationToken))));
}
