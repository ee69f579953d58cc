using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Comments;

/// <summary>The comments that wait for an answer, the most urgent first.</summary>
internal static class CommentListCard
{
    public const int MaxRows = 8;

    private const int BeginningLength = 40;

    /// <param name="count">All that are open; <paramref name="comments"/> are those drawn.</param>
    public static AdaptiveCard For(IReadOnlyList<Comment> comments, int count, Func<Comment, string> account, DateTimeOffset now) =>
        CardParts.Card(
            [
                CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"対応がまだのコメント　{count}件")),
                .. count == 0 ? [CardParts.Remark("対応がまだのコメントはありません。")] : Array.Empty<AdaptiveElement>(),
                .. comments.Select(comment => new AdaptiveContainer
                {
                    Items = [.. Row(comment, account(comment), now)],
                    Separator = true,
                    Spacing = AdaptiveSpacing.Small,
                }),
                .. count > comments.Count
                    ?
                    [
                        CardParts.Remark(
                            string.Create(CultureInfo.InvariantCulture, $"ほか{count - comments.Count}件。上のものから対応してください。")
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
            ],
            "対応がまだのコメント",
            [Buttons.Execute("コメントを記録する", CommentVerbs.Form), Buttons.Execute("更新", CommentVerbs.List)]
        );

    private static IEnumerable<AdaptiveElement> Row(Comment comment, string account, DateTimeOffset now)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = comment.State.Word(), Weight = AdaptiveTextWeight.Bolder,
                Color = comment.DueAt <= now ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
            },
            new AdaptiveTextRun { Text = $"　{account}", IsSubtle = true });
        yield return new AdaptiveRichTextBlock
        {
            Inlines = [new AdaptiveTextRun { Text = ShortText.Shorten(comment.Text.ReplaceLineEndings(" "), BeginningLength) }],
            Spacing = AdaptiveSpacing.None,
        };
        yield return new AdaptiveRichTextBlock
        {
            Inlines = [new AdaptiveTextRun { Text = When(comment, now), IsSubtle = true, Size = AdaptiveTextSize.Small }],
            Spacing = AdaptiveSpacing.None,
        };
        yield return new AdaptiveActionSet
        {
            Actions = [Buttons.Execute("開く", CommentVerbs.Show, new JsonObject { [CommentFields.Comment] = comment.Id.ToString("N") })],
            Spacing = AdaptiveSpacing.Small,
        };
    }

    private static string When(Comment comment, DateTimeOffset now) =>
        $"記録 {JapaneseTime.Format(comment.LoggedAt, now)}　{comment.LoggedByName}"
        + (comment.PromisedFor is { } day ? $"　{JapaneseTime.Format(day, now.ToOffset(JapaneseTime.Offset).Year)}までに回答" : "");
}
