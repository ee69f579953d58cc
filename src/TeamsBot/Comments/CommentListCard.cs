using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Cards;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Comments;

/// <summary>The comments that wait for an answer, the most urgent first.</summary>
internal static class CommentListCard
{
    public const int MaxRows = 8;

    private const int BeginningLength = 40;

    /// <param name="count">All that are open; <paramref name="comments"/> are those drawn.</param>
    public static AdaptiveCard For(IReadOnlyList<Comment> comments, int count, Func<Comment, string> account, DateTimeOffset now) => CardParts.Card(
        [
            CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"対応がまだのコメント　{count}件")),
            .. count == 0 ? [CardParts.Remark("対応がまだのコメントはありません。")] : Array.Empty<CardElement>(),
            .. comments.Select(comment => new Container([.. Row(comment, account(comment), now)]) { Separator = true, Spacing = "Small" }),
            .. count > comments.Count ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{count - comments.Count}件。上のものから対応してください。"))] : Array.Empty<CardElement>(),
        ],
        "対応がまだのコメント",
        [new ExecuteAction("コメントを記録する", CommentVerbs.Form), new ExecuteAction("更新", CommentVerbs.List)]);

    private static IEnumerable<CardElement> Row(Comment comment, string account, DateTimeOffset now)
    {
        yield return CardParts.Line(
            new TextRun(comment.State.Word()) { Weight = "Bolder", Color = comment.DueAt <= now ? "Attention" : "Default" },
            new TextRun($"　{account}") { IsSubtle = true });
        yield return new RichTextBlock([new TextRun(ShortText.Shorten(comment.Text.ReplaceLineEndings(" "), BeginningLength))]) { Spacing = "None" };
        yield return new RichTextBlock([new TextRun(When(comment, now)) { IsSubtle = true, Size = "Small" }]) { Spacing = "None" };
        yield return new ActionSet([new ExecuteAction("開く", CommentVerbs.Show, new JsonObject { [CommentFields.Comment] = comment.Id.ToString("N") })]) { Spacing = "Small" };
    }

    private static string When(Comment comment, DateTimeOffset now) =>
        $"記録 {JapaneseTime.Format(comment.LoggedAt, now)}　{comment.LoggedByName}"
        + (comment.PromisedFor is { } day ? $"　{JapaneseTime.Format(day, now.ToOffset(JapaneseTime.Offset).Year)}までに回答" : "");
}
