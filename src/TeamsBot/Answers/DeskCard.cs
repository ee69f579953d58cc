using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Answers;

/// <summary>
/// What the desk sees: a question that was passed on, the field for the reply, and the list of questions the guideline did not answer.
/// </summary>
internal static class DeskCard
{
    public const string ReplyField = "reply";

    public const int MaxReply = 2_000;

    /// <summary>UTF-16 units of one answer of the asker to the desk.</summary>
    public const int MaxAnswer = 500;

    private const int MaxLines = 40;

    /// <summary>Names the question among all things the bot speaks of, and its card with everybody it was sent to.</summary>
    public static string Subject(Question question) => $"question:{question.Id:N}";

    /// <summary>The message of it that is newest with everybody: each answer of the asker's comes in one of its own.</summary>
    public static string KeyOf(Question question) => CardKeys.Of(Subject(question), question.AnswersBack());

    /// <param name="call">For a call for help; null for a plain question.</param>
    /// <param name="why">For a reader outside the desk: why they have it; empty for the desk.</param>
    public static AdaptiveCard For(
        Question question,
        DateTimeOffset now,
        CardLanguage language,
        DeskCall? call = null,
        AdaptiveContainer? notice = null,
        string typed = "",
        string why = ""
    )
    {
        var title = (call?.Title(language) ?? language.Say("担当課への質問", "A question for the desk"))
            + (question.DeskReply is null ? ""
                : question.IsAskedBack ? language.Say("（返信あり）", " (answered back)")
                : language.Say("（回答済み）", " (answered)"));
        return CardParts.Card(
            [
                Heading(title, call is not null && (question.DeskReply is null || question.IsAskedBack)),
                .. why.Length > 0 ? [CardParts.Remark(why)] : Array.Empty<AdaptiveElement>(),
                .. Asker(question, call, language),
                CardParts.Field(language.Say("受付", "Received"), JapaneseTime.Format(question.AskedAt, now, language)),
                .. Lines(question.Text),
                .. question.Wanted is { } wanted
                    ? [CardParts.Field(language.Say("知りたかったこと", "What was missing"), wanted)]
                    : Array.Empty<AdaptiveElement>(),
                .. question.DeskReply is { } replied
                    ?
                    [
                        CardParts.Field(language.Say("回答", "Reply"), replied),
                        CardParts.Field(language.Say("回答者", "Replied by"), question.DeskReplyBy ?? ""),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. question.DeskReply is not { Length: > MostBesideSteps } && call?.StepsIn(language) is { Steps.Count: > 0 } steps
                    ? FirstSteps(steps, language)
                    : [],
                ReplyInput(question, typed, language),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
            ],
            call?.Summary(question, language) ?? title,
            [.. Ways(question, language)],
            language);
    }

    /// <summary>What the caller was told to do: whoever phones back need not look it up.</summary>
    private static IEnumerable<AdaptiveElement> FirstSteps(AlarmSteps steps, CardLanguage language) =>
    [
        CardParts.Row(AdaptiveSpacing.Small, CardParts.Unfold(language.Say("最初の手順を見る", "See the first steps"), StepsFold)),
        CardParts.Fold(StepsFold, isOpen: false, AlarmStepLines.Of(steps, language)),
    ];

    /// <summary>UTF-16 units of replies beside which there is room for the steps; by then they were taken.</summary>
    private const int MostBesideSteps = 2_000;

    private const string StepsFold = "steps";

    /// <summary>Of a call that nobody has answered two presses say enough: that somebody is on it, and that it is over.</summary>
    private static IEnumerable<AdaptiveAction> Ways(Question question, CardLanguage language)
    {
        yield return Send(question, language);
        if (question is { IsCall: true, DeskReply: null })
        {
            var data = Data(question);
            data[AnswerFields.Takes] = "true";
            yield return Buttons.Execute(Takes(language).TrimEnd('。', '.'), AnswerVerbs.DeskReply, data);
        }

        if (question.WaitsForAnswer()) yield return Settle(question, language);
    }

    /// <summary>What the caller and the others read of it.</summary>
    public static string Takes(CardLanguage language) => language.Say("わたしが対応します。", "I am on it.");

    /// <summary>Also on the lists of what waits: a call that was dealt with by phone would stand there for ever.</summary>
    public static AdaptiveExecuteAction Settle(Question question, CardLanguage language) => Buttons.Execute(
        language.Say("対応済みにする", "It is dealt with"), AnswerVerbs.SettleCall, Data(question));

    /// <summary>The card that a newer message of the same question has overtaken.</summary>
    public static AdaptiveCard Moved(Question question, CardLanguage language, DeskCall? call)
    {
        var title = call?.Title(language) ?? language.Say("担当課への質問", "A question for the desk");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(question.Quoted()),
                CardParts.Remark(language.Say("続きは、下の新しいメッセージでお願いします。", "Please go on in the newer message below.")),
            ],
            title,
            language: language);
    }

    private static AdaptiveTextInput ReplyInput(Question question, string typed, CardLanguage language) => new()
    {
        Label = question.DeskReply is null ? language.Say("回答", "Reply") : language.Say("追加の回答（必要なとき）", "More to say, if anything"),
        Id = ReplyField,
        Value = typed,
        IsMultiline = true,
        MaxLength = MaxReply,
    };

    /// <summary>The button says what its presser has seen: a first reply that comes second is not sent as if it were the first.</summary>
    private static AdaptiveExecuteAction Send(Question question, CardLanguage language)
    {
        var data = Data(question);
        if (question.DeskReply is null)
            return Buttons.Execute(language.Say("回答を送る", "Send the reply"), AnswerVerbs.DeskReply, data, style: "positive");
        data[AnswerFields.Adds] = "true";
        return Buttons.Execute(language.Say("追加の回答を送る", "Send this too"), AnswerVerbs.DeskReply, data);
    }

    public static JsonObject Data(Question question) => new() { [AnswerFields.Question] = question.Id.ToString("N") };

    private static AdaptiveTextBlock Heading(string title, bool isUrgent)
    {
        var heading = CardParts.Title(title);
        if (isUrgent) heading.Color = AdaptiveTextColor.Attention;
        return heading;
    }

    private static IEnumerable<AdaptiveElement> Asker(Question question, DeskCall? call, CardLanguage language)
    {
        if (call is null)
        {
            yield return CardParts.Field(language.Say("質問者", "Asked by"), question.AskerName);
            yield break;
        }

        yield return CardParts.Field(
            language.Say("連絡した人", "From"),
            question.AskerName + (call.Section.Length > 0 ? language.Say($"（{call.Section}）", $" ({call.Section})") : "")
        );
        if (call.Phone is { } phone) yield return CardParts.Field(language.Say("所属の電話", "Section's phone"), phone);
    }

    /// <summary>The reply as its asker reads it, with a field to answer: who replies often asks something.</summary>
    /// <param name="by">Who replied just now: not always whoever replied first.</param>
    public static AdaptiveCard Reply(
        Question question,
        CardLanguage language,
        DeskCall? call = null,
        AdaptiveContainer? notice = null,
        string typed = "",
        string? by = null
    ) => CardParts.Card(
        [
            CardParts.Title(call is null
                ? language.Say("担当課からの回答", "The desk's reply")
                : language.Say("至急の連絡への回答", "The reply to your urgent call")),
            CardParts.Line(
                new AdaptiveTextRun { Text = language.Say("送った内容　", "You wrote: "), IsSubtle = true },
                new AdaptiveTextRun { Text = question.Text }
            ),
            .. Lines(question.DeskReply!),
            CardParts.Field(language.Say("回答者", "Replied by"), question.DeskReplyBy ?? ""),
            new AdaptiveTextInput
            {
                Label = language.Say("返信（必要なとき）", "Your answer, if any"),
                Id = ReplyField,
                Value = typed,
                IsMultiline = true,
                MaxLength = MaxAnswer,
                Spacing = AdaptiveSpacing.Medium,
            },
            .. notice is null ? [] : new AdaptiveElement[] { notice },
        ],
        ReplySummary(call is null ? null : by ?? question.DeskReplyBy, language),
        [Buttons.Execute(language.Say("返信を送る", "Send the answer"), AnswerVerbs.AnswerBack, Data(question))],
        language);

    /// <param name="by">Who replied to a call for help: the desk is not the only one called. Null for a plain question.</param>
    public static string ReplySummary(string? by, CardLanguage language) => by is null
        ? language.Say("担当課から回答がありました", "The desk has replied")
        : language.Say($"{by}さんから回答がありました", $"{by} has replied");

    /// <param name="showsNames">Not where others read along.</param>
    public static AdaptiveCard Unanswered(IReadOnlyList<Question> questions, DateTimeOffset now, CardLanguage language, bool showsNames) =>
        CardParts.Card(
            [
                CardParts.Title(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{language.Say("最近の質問で答えられなかったもの　", "Recent questions without an answer: ")}{questions.Count}"
                            + $"{language.Say("件", "")}"
                    )
                ),
                .. questions.Count == 0
                    ?
                    [
                        CardParts.Remark(
                            language.Say("この30日間に、答えられなかった質問はありません。", "There was none in the last 30 days.")
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. questions.SelectMany(question =>
                    new AdaptiveElement[]
                    {
                        CardParts.Line(question.Text),
                        CardParts.Line(
                            new AdaptiveTextRun
                            {
                                Text = string.Join(
                                    '　',
                                    (
                                        (string[])
                                            [
                                                JapaneseTime.Format(question.AskedAt, now),
                                                showsNames ? question.AskerName : "",
                                                State(question, language),
                                            ]
                                    ).Where(part => part.Length > 0)
                                ),
                                IsSubtle = true,
                                Size = AdaptiveTextSize.Small,
                            }
                        ),
                    }
                ),
            ],
            language.Say("答えられなかった質問", "Questions without an answer"),
            language: language
        );

    /// <summary>
    /// A line each, so that blank ones keep their height; very many together, or they would fill the card by their number.
    /// </summary>
    private static IEnumerable<AdaptiveElement> Lines(string text) =>
        text.Split('\n') is { Length: <= MaxLines } lines
            ? lines.Select(line => CardParts.Line(line.Length > 0 ? line : "\u00a0"))
            : [CardParts.Line(text)];

    private static string State(Question question, CardLanguage language) => question switch
    {
        { DeskReply: not null } => language.Say("担当課が回答済み", "answered by the desk"),
        { ForwardedAt: not null } => language.Say("担当課へ転送済み", "passed on to the desk"),
        { Found: true } => language.Say("回答が違うとの声", "answer said to be wrong"),
        _ => language.Say("記載なし", "not in the guideline"),
    };
}
