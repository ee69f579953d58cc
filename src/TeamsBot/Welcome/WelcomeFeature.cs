using TeamsBot.Cards;
using TeamsBot.Protocol.Schema;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Welcome;

internal static class WelcomeFeature
{
    public const string HelpVerb = "welcome.help";

    public const string EnglishVerb = "welcome.english";

    public const string JapaneseVerb = "welcome.japanese";

    public static readonly string[] HelpWords = ["ヘルプ", "へるぷ", "使い方", "help"];

    public static readonly string[] EnglishWords = ["英語", "英語で", "english"];

    public static readonly string[] JapaneseWords = ["日本語", "日本語で", "japanese"];

    public static IServiceCollection AddWelcome(this IServiceCollection services) => services
        .AddScoped<Greet>()
        .AddSingleton(
            new MenuEntry("使い方", "できることの一覧を表示します。", HelpWords, HelpVerb, IsEveryday: true)
            {
                English = ("Help", "Everything you can do here."),
            }
        )
        .AddSingleton(
            new MenuEntry("English", "カードとお知らせを英語で表示します。", EnglishWords, EnglishVerb)
            {
                English = ("English", "Shows cards and messages in English from now on."),
            }
        )
        .AddSingleton(
            new MenuEntry("日本語", "カードとお知らせを日本語で表示します。", JapaneseWords, JapaneseVerb)
            {
                English = ("日本語", "Shows cards and messages in Japanese from now on."),
            }
        )
        .AddRoutes(router => router
            .OnCommand(
                EnglishWords,
                To<Greet>((use, turn, cancellationToken) => use.HandleLanguage(turn, CardLanguage.En, cancellationToken)),
                CommandArguments.None
            )
            .OnCommand(
                JapaneseWords,
                To<Greet>((use, turn, cancellationToken) => use.HandleLanguage(turn, CardLanguage.Ja, cancellationToken)),
                CommandArguments.None
            )
            .OnAction(
                EnglishVerb,
                To<Greet>((use, turn, cancellationToken) => use.HandleLanguage(turn, CardLanguage.En, cancellationToken))
            )
            .OnAction(
                JapaneseVerb,
                To<Greet>((use, turn, cancellationToken) => use.HandleLanguage(turn, CardLanguage.Ja, cancellationToken))
            )
            .OnCommand(
                HelpWords,
                To<Greet>((use, turn, cancellationToken) => use.HandleHelp(turn, cancellationToken)),
                CommandArguments.None
            )
            .OnAction(HelpVerb, To<Greet>((use, turn, cancellationToken) => use.HandleHelp(turn, cancellationToken)))
            .OnEvent(
                ActivityTypes.InstallationUpdate,
                To<Greet>((use, turn, cancellationToken) => use.HandleInstalled(turn, cancellationToken))
            )
            .OnEvent(
                ActivityTypes.ConversationUpdate,
                To<Greet>((use, turn, cancellationToken) => use.HandleInstalled(turn, cancellationToken))
            )
            .Otherwise(To<Greet>((use, turn, cancellationToken) => use.HandleUnknown(turn, cancellationToken))));
}
