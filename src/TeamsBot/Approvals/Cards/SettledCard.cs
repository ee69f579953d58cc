using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>For those who were told of a post that differs: it is put right, and there is nothing to do.</summary>
internal static class SettledCard
{
    public static AdaptiveCard For(DraftView view)
    {
        var (draft, say, report) = (view.Draft, view.Language, view.Draft.Report!);
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(view, say.Say("解消しました", "Settled"), AdaptiveTextColor.Good),
            ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(draft)), ReviewParts.Plain($"　{view.Account}")),
            CardParts.Notice(NoticeKind.Done, say.Say(
                "投稿文が承認文と違うというお知らせは、解消しました。することはありません。", "The posted text no longer differs from the approved one. There is nothing to do.")),
            ReviewParts.Line(ReviewParts.Subtle(say.Say("報告　", "Reported by　")), ReviewParts.Plain($"{report.By}　{JapaneseTime.Format(report.At, view.Now, say)}")),
            ReviewParts.Line(ReviewParts.Small(PostedWords.Proof(draft, say))),
            ReviewParts.Line(ReviewParts.Plain(report.Url)),
        ];
        return CardParts.Card(body, Summary(view), language: say);
    }

    public static string Summary(DraftView view) => view.Language.Say(
        $"解消しました No.{view.Draft.Number} 投稿文は承認文と一致しています。", $"Settled: No.{view.Draft.Number} is posted as approved.");
}
