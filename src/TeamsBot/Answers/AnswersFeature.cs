using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Answers;

internal static class AnswersFeature
{
    public static readonly string[] AskWords = ["質問", "しつもん", "ask", "question"];

    public static readonly string[] UnansweredWords = ["未回答", "みかいとう", "unanswered"];

    public static readonly string[] HereWords = ["窓口にする", "deskhere"];

    public static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton<GuidelineShelf>()
        .AddHostedService<GuidelineShelfStart>()
        .AddScoped<AskGuideline>().AddScoped<AskDesk>()
        .AddSingleton(new MenuEntry("ガイドラインに質問", "「パスワードはいつ変える？」のように、ふだんの言葉で聞けます。", AskWords, AnswerVerbs.Ask, TakesText: true, IsEveryday: true))
        .AddRoutes(router => router
            .OnCommand(AskWords, To<AskGuideline>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)), CommandArguments.Question)
            .OnCommand(UnansweredWords, To<AskDesk>((use, turn, cancellationToken) => use.HandleUnanswered(turn, cancellationToken)), CommandArguments.None)
            .OnCommand(HereWords, To<AskDesk>((use, turn, cancellationToken) => use.HandleHere(turn, cancellationToken)), CommandArguments.None)
            .OnAction(AnswerVerbs.Ask, To<AskGuideline>((use, turn, cancellationToken) => use.HandleButton(turn, cancellationToken)))
            .OnAction(AnswerVerbs.Clause, To<AskGuideline>((use, turn, cancellationToken) => use.HandleClause(turn, cancellationToken)))
            .OnAction(AnswerVerbs.Incident, (_, turn, _) => AskGuideline.HandleIncident(turn))
            .OnAction(AnswerVerbs.Feedback, To<AskDesk>((use, turn, cancellationToken) => use.HandleFeedback(turn, cancellationToken)))
            .OnAction(AnswerVerbs.Forward, To<AskDesk>((use, turn, cancellationToken) => use.HandleForward(turn, cancellationToken)))
            .OnAction(AnswerVerbs.DeskReply, To<AskDesk>((use, turn, cancellationToken) => use.HandleReply(turn, cancellationToken)))
            .OnAction(AnswerVerbs.Unanswered, To<AskDesk>((use, turn, cancellationToken) => use.HandleUnanswered(turn, cancellationToken)))
            .OnText("answers.ask", QuestionLikeText.Is, To<AskGuideline>((use, turn, cancellationToken) => use.HandleText(turn, cancellationToken))));
}
