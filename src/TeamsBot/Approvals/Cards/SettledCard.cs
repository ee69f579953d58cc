using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>For those who were told of a post that differs: it is put right, and there is nothing to do.</summary>
internal static class SettledCard
{
    private const string DifferedPart = "differed";

    private const int MostAlarms = 3;

    public static AdaptiveCard For(DraftView view)
    {
        var (draft, say, report) = (view.Draft, view.Language, view.Draft.Report!);
        var (isOfAccount, isOpen) = (draft.LastAlarm == AlarmKind.Account, draft.Strays().Count > 0);
        AdaptiveElement[] body =
        [
            isOpen
                ? ReviewParts.Heading(view, say.Say("正しい投稿先に投稿されました", "Posted to the right account"))
                : ReviewParts.Heading(view, say.Say("解消しました", "Settled"), AdaptiveTextColor.Good),
            ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(draft)), ReviewParts.Plain($"　{view.Account}")),
            CardParts.Notice(
                NoticeKind.Done,
                (isOfAccount
                    ? say.Say("正しい投稿先への投稿が報告されました。", "The post of the right account was reported.")
                    : say.Say(
                        "投稿文が承認文と違うというお知らせは、解消しました。",
                        "The posted text no longer differs from the approved one."))
                    + (isOpen
                        ? say.Say(
                            "別のアカウントに出た投稿の扱いは、先に届いた「至急」のカードで記録してください。",
                            " Record what becomes of the other post on the urgent card you have.")
                        : say.Say("することはありません。", " There is nothing to do."))
            ),
            ReviewParts.Line(
                ReviewParts.Subtle(say.Say("報告　", "Reported by　")),
                ReviewParts.Plain($"{report.By}　{JapaneseTime.Format(report.At, view.Now, say)}")
            ),
            ReviewParts.Line(ReviewParts.Small(PostedWords.Proof(draft, say))),
            ReviewParts.Line(ReviewParts.Plain(report.Url)),
            .. Differed(view),
        ];
        return CardParts.Card(body, Summary(view), language: say);
    }

    /// <summary>
    /// What had stood in public for a while: the head may have to answer for it later. Folded, because nothing is to be done about it.
    /// </summary>
    private static IEnumerable<AdaptiveElement> Differed(DraftView view)
    {
        var (say, alarms) = (view.Language, view.Draft.Differences().Where(alarm => alarm.Note is not null).ToList());
        if (alarms.Count == 0) yield break;
        yield return CardParts.Row(AdaptiveSpacing.Small, ReviewParts.Unfold(say.Say("違っていたところを見る", "Show what differed"), DifferedPart));
        yield return ReviewParts.Folded(DifferedPart, false, alarms.TakeLast(MostAlarms).SelectMany(alarm => (AdaptiveElement[])
        [
            ReviewParts.Line(
                ReviewParts.Subtle(
                    say.Say(
                        $"{JapaneseTime.Format(alarm.At, view.Now, say)}の報告（承認文 → 投稿文）",
                        $"Reported {JapaneseTime.Format(alarm.At, view.Now, say)} (approved → posted)"
                    )
                )
            ),
            .. alarm.Note!.Split('\n').Select(place => CardParts.Line(ShownText.Of(place))),
        ]), AdaptiveContainerStyle.Emphasis);
    }

    public static string Summary(DraftView view) => view.Draft.Strays().Count > 0
        ? view.Language.Say(
            $"No.{view.Draft.Number} 正しい投稿先に投稿されました。別の投稿の扱いを決めてください。",
            $"No.{view.Draft.Number} is posted to the right account. Please settle the other post.")
        : view.Draft.LastAlarm == AlarmKind.Account
        ? view.Language.Say(
            $"解消しました No.{view.Draft.Number} 正しい投稿先に投稿されました。",
            $"Settled: No.{view.Draft.Number} is posted to the right account.")
        : view.Language.Say(
            $"解消しました No.{view.Draft.Number} 投稿文は承認文と一致しています。",
            $"Settled: No.{view.Draft.Number} is posted as approved.");
}
