using TeamsBot.Cards;
using TeamsBot.Guidelines.Alarms;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Answers;

internal static class AnswersFeature
{
    public static readonly string[] AskWords = ["質問", "しつもん", "ask", "question"];

    public static readonly string[] UnansweredWords = ["未回答", "みかいとう", "unanswered"];

    public static readonly string[] HereWords = ["窓口にする", "deskhere"];

    public static IServiceCollection AddAnswers(this IServiceCollection services) =>
        services
            .AddSingleton<GuidelineShelf>()
            .AddHostedService<GuidelineShelfStart>()
            .AddScoped<AskGuideline>()
            .AddScoped<AskDesk>()
            .AddScoped<AnswerBack>()
            .AddScoped<HearAlarm>()
            .AddSingleton<TroubleDesk>()
            .AddScoped<DeskRecipients>()
            .AddScoped<DeskCalls>()
            .AddScoped<SendCall>()
            .AddScoped<PressedCall>()
            .AddScoped<OpenCalls>()
            .AddScoped<SettleCall>()
            .AddSingleton(new ListTop((provider, turn, cancellationToken) =>
                provider.GetRequiredService<OpenCalls>().DrawAsync(turn, cancellationToken)))
            .AddSingleton(
                new MenuEntry(
                    "ガイドラインに質問",
                    "「パスワードはいつ変える？」のように、ふだんの言葉で聞けます。",
                    AskWords,
                    AnswerVerbs.Ask,
                    TakesText: true,
                    IsEveryday: true
                )
                {
                    English = ("Ask the guideline", "Ask in everyday words, for example: When do we change the password?"),
                }
            )
            .AddSingleton(
                new MenuEntry(
                    TroubleTalk.Title(CardLanguage.Ja),
                    "すぐにすることと電話番号を出します。",
                    TroubleTalk.Words,
                    AnswerVerbs.Alarm,
                    TakesText: true
                )
                {
                    English = (TroubleTalk.Title(CardLanguage.En), "Shows what to do at once and whom to phone."),
                    ComesFirstFor = TroubleTalk.Is,
                }
            )
            .AddRoutes(router =>
                router
                    .OnUrgentText(
                        "answers.alarm",
                        turn => IsAlarm(turn, router),
                        To<HearAlarm>((use, turn, cancellationToken) => use.HandleText(turn, cancellationToken))
                    )
                    .OnCommand(
                        AskWords,
                        To<AskGuideline>(
                            (use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)
                        ),
                        CommandArguments.Question
                    )
                    .OnCommand(TroubleTalk.Words, To<HearAlarm>((use, turn, _) => use.HandleWord(turn)), CommandArguments.None)
                    .OnCommand(
                        UnansweredWords,
                        To<AskDesk>((use, turn, cancellationToken) => use.HandleUnanswered(turn, cancellationToken)),
                        CommandArguments.None
                    )
                    .OnCommand(
                        HereWords,
                        To<AskDesk>((use, turn, cancellationToken) => use.HandleHere(turn, cancellationToken)),
                        CommandArguments.None
                    )
                    .OnAction(
                        AnswerVerbs.Ask,
                        To<AskGuideline>((use, turn, cancellationToken) => use.HandleButton(turn, cancellationToken))
                    )
                    .OnAction(
                        AnswerVerbs.Clause,
                        To<AskGuideline>((use, turn, cancellationToken) => use.HandleClause(turn, cancellationToken))
                    )
                    .OnAction(AnswerVerbs.Alarm, To<HearAlarm>((use, turn, cancellationToken) => use.HandleButton(turn, cancellationToken)))
                    .OnAction(AnswerVerbs.Incident, To<HearAlarm>((use, turn, _) => use.HandleIncident(turn)))
                    .OnAction(
                        AnswerVerbs.Feedback,
                        To<AskDesk>((use, turn, cancellationToken) => use.HandleFeedback(turn, cancellationToken))
                    )
                    .OnAction(
                        AnswerVerbs.Forward,
                        To<AskDesk>((use, turn, cancellationToken) => use.HandleForward(turn, cancellationToken))
                    )
                    .OnAction(AnswerVerbs.SendCall, To<SendCall>((use, turn, cancellationToken) => use.HandleSend(turn, cancellationToken)))
                    .OnAction(AnswerVerbs.OpenCall, To<SendCall>((use, turn, cancellationToken) => use.HandleOpen(turn, cancellationToken)))
                    .OnAction(
                        AnswerVerbs.SettleCall,
                        To<SettleCall>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
                    )
                    .OnAction(
                        AnswerVerbs.DeskReply,
                        To<AskDesk>((use, turn, cancellationToken) => use.HandleReply(turn, cancellationToken))
                    )
                    .OnAction(
                        AnswerVerbs.AnswerBack,
                        To<AnswerBack>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
                    )
                    .OnAction(
                        AnswerVerbs.Unanswered,
                        To<AskDesk>((use, turn, cancellationToken) => use.HandleUnanswered(turn, cancellationToken))
                    )
                    .OnText(
                        "answers.ask",
                        QuestionLikeText.Is,
                        To<AskGuideline>((use, turn, cancellationToken) => use.HandleText(turn, cancellationToken)),
                        isSpoken: true
                    )
            );

    /// <summary>
    /// A Japanese command word with a blank behind it begins no ordinary sentence; an English one may ("new fake account found with our
    /// logo"), but then nothing is asked back. The same where a picture comes along: in doubt it is the picture of a post.
    /// </summary>
    private static bool IsAlarm(ParsedTurn turn, TurnRouter router)
    {
        if (turn.Activity.Type != ActivityTypes.Message || turn.Action is not null || Courtesy.Is(turn.Text)) return false;
        var command = router.CommandOf(turn.Text);
        if (
            command.Length > 0
            && (
                command.Any(c => !char.IsAscii(c))
                || command.Length == turn.Text.Trim().Length
                || AskWords.Contains(command, StringComparer.OrdinalIgnoreCase)
            )
        )
            return false;
        var verdict = AlarmOfTurn.Of(turn).Verdict;
        return verdict == AlarmVerdict.Alarm || (
            verdict == AlarmVerdict.Unclear && command.Length == 0 && turn.Files.Count == 0 && !PostLikeText.IsBareHeading(turn.Text)
        );
    }
}

internal static class AnswerVerbs
{
    public const string Ask = "answers.ask";
    public const string Clause = "answers.clause";
    public const string Alarm = "answers.alarm";
    public const string Feedback = "answers.feedback";
    public const string Forward = "answers.forward";
    public const string SendCall = "answers.sendCall";
    public const string OpenCall = "answers.openCall";
    public const string SettleCall = "answers.settleCall";
    public const string DeskReply = "answers.deskReply";
    public const string AnswerBack = "answers.answerBack";
    public const string Incident = "answers.incident";
    public const string Unanswered = "answers.unanswered";
}

/// <summary>The names of this feature's card fields and of what its buttons carry.</summary>
internal static class AnswerFields
{
    /// <summary>A reply was seen, and this is one more.</summary>
    public const string Adds = "adds";

    /// <summary>Whoever presses takes it on; what is typed goes with it.</summary>
    public const string Takes = "takes";
    public const string Question = "question";
    public const string Kind = "kind";

    /// <summary>
    /// That of the answer a follow-up question stands under, which may not be the asker's usual one; absent for Japanese.
    /// </summary>
    public const string Language = "language";

    public const string Text = "text";
    public const string Useful = "useful";
    public const string Wanted = "wrongWhat";
}
