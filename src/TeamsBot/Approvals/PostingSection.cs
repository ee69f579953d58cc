using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals;

/// <summary>What the poster needs after approval. Approving never posts anything; a person does.</summary>
internal static class PostingSection
{
    public static IEnumerable<AdaptiveElement> For(DraftView view)
    {
        if (view.Draft.LikeOf is not null)
        {
            yield return CardParts.Notice(NoticeKind.Info, $"{view.Account} で「いいね」をします。ログイン中のアカウントを確かめてください。");
            yield return new AdaptiveTextBlock { Text = "① URLを開いて「いいね」をする　② ここで報告する", Wrap = true, Spacing = AdaptiveSpacing.Small };
            yield break;
        }

        yield return CardParts.Notice(NoticeKind.Info, $"投稿先は {view.Account} です。ログイン中のアカウントを確かめてから投稿してください。");
        yield return new AdaptiveTextBlock
        {
            Text = "① 本文を受け取って媒体に貼り付け、投稿する　② 投稿のURLと本文をここで報告する", Wrap = true, Spacing = AdaptiveSpacing.Small,
        };
    }

    /// <summary>The report as a card of its own.</summary>
    public static AdaptiveCard ReportCard(DraftView view)
    {
        if (view.Draft.LikeOf is not null) return CardParts.Card([.. DraftSections.Header(view), .. For(view)], $"下書き No.{view.Draft.Number} いいねの報告", [LikeReport(view)]);
        var report = Report(view);
        return CardParts.Card([.. DraftSections.Header(view), .. For(view), .. report.Body], $"下書き No.{view.Draft.Number} 投稿の報告", report.Actions);
    }

    /// <summary>There is no text to compare; the address is the one that was approved.</summary>
    public static AdaptiveExecuteAction LikeReport(DraftView view) => Buttons.Execute("「いいね」をしたと報告する", ApprovalVerbs.Posted, view.Data(), takesInputs: false);

    public static AdaptiveCard Report(DraftView view) => new("1.5")
    {
        Body =
        [
            new AdaptiveTextInput
            {
                Label = "投稿のURL", Id = ApprovalFields.PostedUrl, Style = AdaptiveTextInputStyle.Url, MaxLength = PostDraft.MaxUrl,
                Placeholder = "https://",
            },
            new AdaptiveTextInput
            {
                Label = "投稿した本文（投稿画面からコピー）", Id = ApprovalFields.PostedText, IsMultiline = true, MaxLength = Revision.MaxLength,
                Placeholder = "承認文と同じかどうかを確かめます",
            },
        ],
        Actions = [Buttons.Execute("投稿済みにする", ApprovalVerbs.Posted, view.Data(), style: "positive")],
    };
}
