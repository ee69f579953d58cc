using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Answers;

/// <summary>What the desk sees: a question that was passed on, the field for the reply, and the list of questions the guideline did not answer.</summary>
internal static class DeskCard
{
    public const string ReplyField = "reply";

    public const int MaxReply = 2_000;

    public static AdaptiveCard For(Question question, DateTimeOffset now, CardLanguage language, AdaptiveContainer? notice = null, string typed = "")
    {
        var title = question.DeskReply is null
            ? language.Say("担当課への質問", "A question for the desk")
            : language.Say("担当課への質問（回答済み）", "A question for the desk (answered)");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Field(language.Say("質問者", "Asked by"), question.AskerName),
                CardParts.Field(language.Say("受付", "Received"), JapaneseTime.Format(question.AskedAt, now)),
                .. Lines(question.Text),
                .. question.Wanted is { } wanted ? [CardParts.Field(language.Say("知りたかったこと", "What was missing"), wanted)] : Array.Empty<AdaptiveElement>(),
                .. question.DeskReply is null
                    ? [new AdaptiveTextInput { Label = language.Say("回答", "Reply"), Id = ReplyField, Value = typed, IsMultiline = true, MaxLength = MaxReply }]
                    : new AdaptiveElement[] { CardParts.Field(language.Say("回答", "Reply"), question.DeskReply), CardParts.Field(language.Say("回答者", "Replied by"), question.DeskReplyBy ?? "") },
                .. notice is null ? [] : new AdaptiveElement[] { notice },
            ],
            title,
            question.DeskReply is null
                ? [Buttons.Execute(language.Say("回答を送る", "Send the reply"), AnswerVerbs.DeskReply, new JsonObject { [AnswerFields.Question] = question.Id.ToString("N") }, style: "positive")]
                : null,
            language);
    }

    /// <summary>The reply as its asker reads it.</summary>
    public static AdaptiveCard Reply(Question question, CardLanguage language) => CardParts.Card(
        [
            CardParts.Title(language.Say("担当課からの回答", "The desk's reply")),
            CardParts.Line(new AdaptiveTextRun { Text = language.Say("ご質問　", "You asked: "), IsSubtle = true }, new AdaptiveTextRun { Text = question.Text }),
            .. Lines(question.DeskReply!),
            CardParts.Field(language.Say("回答者", "Replied by"), question.DeskReplyBy ?? ""),
        ],
        language.Say("担当課から回答がありました", "The desk has replied"),
        language: language);

    /// <param name="showsNames">Not where others read along.</param>
    public static AdaptiveCard Unanswered(IReadOnlyList<Question> questions, DateTimeOffset now, CardLanguage language, bool showsNames) => CardParts.Card(
        [
            CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"{language.Say("最近の質問で答えられなかったもの　", "Recent questions without an answer: ")}{questions.Count}{language.Say("件", "")}")),
            .. questions.Count == 0
                ? [CardParts.Remark(language.Say("この30日間に、答えられなかった質問はありません。", "There was none in the last 30 days."))]
                : Array.Empty<AdaptiveElement>(),
            .. questions.SelectMany(question => new AdaptiveElement[]
            {
                CardParts.Line(question.Text),
                CardParts.Line(new AdaptiveTextRun
                {
                    Text = string.Join('　', ((string[])[JapaneseTime.Format(question.AskedAt, now), showsNames ? question.AskerName : "", State(question, language)]).Where(part => part.Length > 0)),
                    IsSubtle = true, Size = AdaptiveTextSize.Small,
                }),
            }),
        ],
        language.Say("答えられなかった質問", "Questions without an answer"),
        language: language);

    private static IEnumerable<AdaptiveElement> Lines(string text) => text.Split('\n').Select(line => CardParts.Line(line.Length > 0 ? line : "\u00a0"));

    private static string State(Question question, CardLanguage language) => question switch
    {
        { DeskReply: not null } => language.Say("担当課が回答済み", "answered by the desk"),
        { ForwardedAt: not null } => language.Say("担当課へ転送済み", "passed on to the desk"),
        { Found: true } => language.Say("回答が違うとの声", "answer said to be wrong"),
        _ => language.Say("記載なし", "not in the guideline"),
    };
}
