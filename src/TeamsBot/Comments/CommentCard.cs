using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Comments;

/// <summary>One comment: how it stands, until when something is due, its words, and the three ways to deal with it.</summary>
internal static class CommentCard
{
    private const int MaxLines = 40;

    /// <summary>Enough of a comment to know it by.</summary>
    private const int MostOfMoved = 40;

    /// <param name="account">The account as cards name it.</param>
    /// <param name="hold">What the fields of the holding message hold now.</param>
    public static AdaptiveCard For(
        Comment comment,
        string account,
        HoldingDraft hold,
        DateTimeOffset now,
        AdaptiveContainer? notice = null
    ) =>
        CardParts.Card(
            [
                CardParts.Title($"{comment.State.Word()}　利用者のコメント"),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Field("アカウント", account),
                CardParts.Field("記録", $"{JapaneseTime.Format(comment.LoggedAt, now)}　{comment.LoggedByName}"),
                .. comment.AssignedToName.Length > 0 && !comment.IsDone
                    ? [CardParts.Field("返信の担当", comment.AssignedToName)]
                    : Array.Empty<AdaptiveElement>(),
                .. comment.PromisedFor is { } day
                    ? [CardParts.Field("回答の予定", $"{JapaneseTime.Format(day, now.ToOffset(JapaneseTime.Offset).Year)}まで")]
                    : Array.Empty<AdaptiveElement>(),
                .. comment.DueAt is { } due && due > now
                    ? [CardParts.Field("次のお知らせ", JapaneseTime.Format(due, now))]
                    : Array.Empty<AdaptiveElement>(),
                .. comment.DoneByName.Length > 0
                    ? [CardParts.Field("対応", $"{comment.DoneByName}{(comment.Remark.Length > 0 ? $"（{comment.Remark}）" : "")}")]
                    : Array.Empty<AdaptiveElement>(),
                new AdaptiveContainer
                {
                    Items = [.. Lines(comment.Text).Select(line => CardParts.Line(line.Length > 0 ? line : " "))],
                    Style = AdaptiveContainerStyle.Emphasis,
                    Spacing = AdaptiveSpacing.Medium,
                },
            ],
            $"利用者のコメント：{comment.State.Word()}",
            comment.IsDone ? null : [.. Actions(comment, hold)]
        );

    /// <summary>What stays of an older message once a reminder came.</summary>
    public static AdaptiveCard Moved(Comment comment, string account) => CardParts.Card(
        [
            CardParts.Title("利用者のコメント"),
            CardParts.Field("アカウント", account),
            CardParts.Line(ShortText.Shorten(comment.Text.ReplaceLineEndings(" "), MostOfMoved)),
            CardParts.Remark("続きは、下の新しいメッセージでお願いします。"),
        ],
        "利用者のコメント");

    private static IEnumerable<AdaptiveAction> Actions(Comment comment, HoldingDraft hold)
    {
        yield return Buttons.Execute("返信した", CommentVerbs.Answered, Data(comment), style: "positive", takesInputs: false);
        yield return new AdaptiveShowCardAction
        {
            Title = "時間がかかると伝える",
            Card = new AdaptiveCard("1.5")
            {
                Body =
                [
                    new AdaptiveDateInput { Label = "いつまでに答えるか", Id = CommentFields.PromisedFor, Value = hold.PromisedFor },
                    new AdaptiveTextInput
                    {
                        Label = "伝える文（この文を写して、アカウントから返信してください）", Id = CommentFields.HoldingText, Value = hold.Text, IsMultiline = true,
                        MaxLength = Comment.MaxLength,
                    },
                ],
                Actions =
                [
                    hold.Seen is { } seen
                        ? Buttons.Execute("このまま伝えた", CommentVerbs.Hold, Data(comment, (CommentFields.Seen, seen)))
                        : Buttons.Execute("この文で伝えた", CommentVerbs.Hold, Data(comment)),
                ],
            },
        };
        yield return new AdaptiveShowCardAction
        {
            Title = "返信しない",
            Card = new AdaptiveCard("1.5")
            {
                Body =
                [
                    new AdaptiveTextInput
                    {
                        Label = "返信しない理由",
                        Id = CommentFields.Reason,
                        MaxLength = Comment.MaxReason,
                        Value = hold.Reason,
                        Placeholder = "例：運用ポリシーで返信しないこととしているため",
                    },
                ],
                Actions = [Buttons.Execute("返信しないと記録する", CommentVerbs.Leave, Data(comment))],
            },
        };
    }

    /// <summary>
    /// Line by line; what comes after many short ones stands in the last, because each line weighs more than its words and a card has a
    /// limit.
    /// </summary>
    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return lines.Length <= MaxLines
            ? lines
            : [.. lines.Take(MaxLines - 1), string.Join(' ', lines.Skip(MaxLines - 1).Where(line => line.Length > 0))];
    }

    private static JsonObject Data(Comment comment, params (string Name, string Value)[] more)
    {
        var data = new JsonObject
        {
            [CommentFields.Comment] = comment.Id.ToString("N"),
            [CommentFields.Stamp] = comment.Stamp.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in more) data[name] = value;
        return data;
    }

    public static string Word(this CommentState state) => state switch
    {
        CommentState.Open => "未対応",
        CommentState.Holding => "回答待ち",
        CommentState.Answered => "返信済み",
        CommentState.LeftAlone => "返信しない",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>The holding message as its fields stand.</summary>
/// <param name="PromisedFor">As a date field writes it, <c>yyyy-MM-dd</c>.</param>
/// <param name="Seen">Hash of the text whose findings were shown; null where nothing was found or nothing was checked yet.</param>
/// <param name="Reason">Why nobody replies, as its field stands: the other way to deal with a comment.</param>
internal sealed record HoldingDraft(string PromisedFor, string Text, string? Seen = null, string Reason = "");
