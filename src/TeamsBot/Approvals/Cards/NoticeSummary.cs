using System.Globalization;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The line a phone shows of a message that asks or tells: the request, the number, the title, then the reason or the person. Of a text
/// that must not be out yet the title stays away, because a lock screen is read by others.
/// </summary>
internal static class NoticeSummary
{
    public const int MaxLength = 45;

    public static string Of(DraftView view, DraftCall call)
    {
        var (draft, say) = (view.Draft, view.Language);
        var last = draft.Events.LastOrDefault(happened => happened.Who.Length > 0);
        var reason = (
            call.Kind is DraftCallKind.Returned or DraftCallKind.Rejected or DraftCallKind.LiftRefused ? last?.Note : null
        )?.ReplaceLineEndings(" ");
        var (request, rest) = call.Kind switch
        {
            DraftCallKind.ReviewAsked when IsAgain(draft) => (say.Say("再確認をお願いします", "Please check again"), Earlier(view)),
            DraftCallKind.ReviewAsked => (say.Say("確認のお願い", "Please check"), $"{From(view)}（{When(view)}）"),
            DraftCallKind.DecisionAsked when IsAgain(draft) => (
                say.Say("再申請の承認をお願いします", "Please decide again"),
                Earlier(view)
            ),
            DraftCallKind.DecisionAsked => (say.Say("決裁のお願い", "Please decide"), $"{From(view)}（{When(view)}）"),
            DraftCallKind.LiftAsked => (say.Say("例外の判断のお願い", "Please judge an exception"), From(view)),
            DraftCallKind.Returned => (say.Say("差し戻し", "Returned"), reason),
            DraftCallKind.Rejected => (say.Say("却下", "Rejected"), reason),
            DraftCallKind.Approved => (
                say.Say("承認", "Approved"),
                last is { Kind: DraftEventKind.Approved, Note.Length: > 0 }
                    ? say.Say("投稿できます（連絡あり）", "ready to post, with a note")
                    : say.Say("投稿できます", "ready to post")
            ),
            DraftCallKind.Expired => (say.Say("期限切れ", "Expired"), NoticeWords.Expired(view)),
            DraftCallKind.Lifted => (say.Say("例外を認めました", "Exception granted"), say.Say("確認に回せます", "you can hand it in")),
            DraftCallKind.LiftRefused => (say.Say("例外を認めませんでした", "Exception refused"), reason),
            DraftCallKind.Rerouted => (say.Say("依頼先が変わりました", "Others were asked"), Open(view)),
            DraftCallKind.StillWaiting => (
                say.Say("まだ返事がありません", "No answer yet"),
                say.Say($"{Open(view)}にもう一度知らせました", $"{Open(view)} was reminded")
            ),
            DraftCallKind.Overtaken => (
                NoticeWords.Heading(view, call).Split(" No.")[0],
                say.Say("書きかけは送られていません", "nothing you were writing was sent")
            ),
            DraftCallKind.TakenBack => (
                NoticeWords.Heading(view, call).Split(" No.")[0],
                say.Say("することはありません", "nothing to do")
            ),
            DraftCallKind.PostedByOther when draft.OpenAlarm == AlarmKind.Account => (
                say.Say("至急 別のアカウントの投稿です", "Urgent: posted from another account"),
                say.Say("内容を確かめてください", "please look")
            ),
            DraftCallKind.PostedByOther when draft.OpenAlarm == AlarmKind.Text => (
                say.Say("至急 投稿文が承認文と違います", "Urgent: not the approved text"),
                say.Say("内容を確かめてください", "please look")
            ),
            DraftCallKind.PostedByOther => (
                say.Say("投稿されました", "Posted"),
                say.Say($"{last?.Who}さんが報告しました", $"reported by {last?.Who}")
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call.Kind, null),
        };
        return Line(view, request, rest ?? "");
    }

    public static string Line(DraftView view, string request, string rest)
    {
        var title = view.Draft.IsEmbargoed ? " " : $"「{DraftTitle.Of(view.Draft)}」";
        return ShortText.Shorten(string.Create(CultureInfo.InvariantCulture, $"{request} No.{view.Draft.Number}{title}{rest}"), MaxLength);
    }

    /// <summary>Reviewers had an earlier text in hand.</summary>
    public static bool IsAgain(Draft draft) => draft.LastRound() is not null;

    /// <summary>They had the very same text.</summary>
    public static bool IsSame(Draft draft) => draft.LastRound() is { } last && last.Text == draft.Current.Text;

    private static string Earlier(DraftView view) => view.Draft.LastReturn()?.Note is { } note
        ? view.Language.Say($"前回の指摘：{note.ReplaceLineEndings(" ")}", $"asked before: {note.ReplaceLineEndings(" ")}")
        : From(view);

    public static string Open(DraftView view) => string.Join(
        view.Language.Say("、", ", "),
        (
            view.Draft.OpenReviews.Any()
                ? view.Draft.OpenReviews.Select(review => review.ReviewerName)
                : view.Draft.LiftReviewers.Select(head => head.Name)
        ).Select(name => view.Language.Say($"{name}さん", name))
    );

    private static string From(DraftView view) => view.Language.Say($"{view.Draft.AuthorName}さん", view.Draft.AuthorName);

    private static string When(DraftView view) => view.Draft.PlannedAt is { } at
        ? view.Language.Say($"{JapaneseTime.Format(at, view.Now)} 希望", $"to be posted {JapaneseTime.Format(at, view.Now)}")
        : view.Language.Say("承認後すぐ投稿", "to be posted when approved");
}
