using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.WordDesk;

/// <summary>The desk keeps its own word book: add, try on past posts, switch on and off, go back (features.md b24).</summary>
internal static class WordsFeature
{
    public static readonly string[] ListWords = ["用語", "ようご", "words"];

    public static IServiceCollection AddWords(this IServiceCollection services) => services
        .AddScoped<WordsTurns>().AddScoped<ShowWords>().AddScoped<TryWord>().AddScoped<SwitchWord>().AddScoped<WordTrial>()
        .AddSingleton(new MenuEntry("用語", "広報担当の方が、点検する語・正式名称・配慮する日を登録します。", ListWords, WordsVerbs.List)
        {
            English = ("Words", "The PR desk keeps the words, names and days the checks use."),
        })
        .AddRoutes(router => router
            .OnCommand(
                ListWords,
                To<ShowWords>((use, turn, cancellationToken) => use.HandleList(turn, cancellationToken)),
                CommandArguments.None
            )
            .OnAction(WordsVerbs.List, To<ShowWords>((use, turn, cancellationToken) => use.HandleList(turn, cancellationToken)))
            .OnAction(WordsVerbs.New, To<ShowWords>((use, turn, _) => use.HandleNew(turn)))
            .OnAction(WordsVerbs.Open, To<ShowWords>((use, turn, cancellationToken) => use.HandleOpen(turn, cancellationToken)))
            .OnAction(WordsVerbs.TakeBack, To<ShowWords>((use, turn, cancellationToken) => use.HandleTakeBack(turn, cancellationToken)))
            .OnAction(WordsVerbs.Try, To<TryWord>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(WordsVerbs.Activate, To<SwitchWord>((use, turn, cancellationToken) => use.HandleActivate(turn, cancellationToken)))
            .OnAction(WordsVerbs.SwitchOff, To<SwitchWord>((use, turn, cancellationToken) => use.HandleOff(turn, cancellationToken)))
            .OnAction(WordsVerbs.RollBack, To<SwitchWord>((use, turn, cancellationToken) => use.HandleRollBack(turn, cancellationToken))));
}
