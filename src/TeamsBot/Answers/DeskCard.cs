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

    public static AdaptiveCard For(Question question, DateTimeOffset now, AdaptiveContainer? notice = null, string typed = "") => CardParts.Card(
        [
            CardParts.Title(question.DeskReply is null ? "担当課への質問" : "担当課への質問（回答済み）"),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            CardParts.Field("質問者", question.AskerName),
            CardParts.Field("受付", JapaneseTime.Format(question.AskedAt, now)),
            CardParts.Line(question.Text),
            .. question.DeskReply is null
                ? [new AdaptiveTextInput { Label = "回答", Id = ReplyField, Value = typed, IsMultiline = true, MaxLength = MaxReply }]
                : new AdaptiveElement[] { CardParts.Field("回答", question.DeskReply), CardParts.Field("回答者", question.DeskReplyBy ?? "") },
        ],
        "担当課への質問",
        question.DeskReply is null ? [Buttons.Execute("回答を送る", AnswerVerbs.DeskReply, new JsonObject { ["question"] = question.Id.ToString("N") }, style: "positive")] : null);

    /// <summary>The reply as its asker reads it.</summary>
    public static AdaptiveCard Reply(Question question) => CardParts.Card(
        [
            CardParts.Title("担当課からの回答"),
            CardParts.Line(new AdaptiveTextRun { Text = "質問　", IsSubtle = true }, new AdaptiveTextRun { Text = question.Text }),
            .. question.DeskReply!.Split('\n').Select(line => CardParts.Line(line.Length > 0 ? line : " ")),
            CardParts.Field("回答者", question.DeskReplyBy ?? ""),
        ],
        "担当課から回答がありました");

    public static AdaptiveCard Unanswered(IReadOnlyList<Question> questions, DateTimeOffset now) => CardParts.Card(
        [
            CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"最近の質問で答えられなかったもの　{questions.Count}件")),
            .. questions.Count == 0 ? [CardParts.Remark("この30日間に、答えられなかった質問はありません。")] : Array.Empty<AdaptiveElement>(),
            .. questions.SelectMany(question => new AdaptiveElement[]
            {
                CardParts.Line(question.Text),
                CardParts.Line(new AdaptiveTextRun { Text = $"{JapaneseTime.Format(question.AskedAt, now)}　{question.AskerName}　{State(question)}", IsSubtle = true, Size = AdaptiveTextSize.Small }),
            }),
        ],
        "答えられなかった質問");

    private static string State(Question question) => question switch
    {
        { DeskReply: not null } => "担当課が回答済み",
        { ForwardedAt: not null } => "担当課へ転送済み",
        { Found: true } => "回答が違うとの声",
        _ => "記載なし",
    };
}
