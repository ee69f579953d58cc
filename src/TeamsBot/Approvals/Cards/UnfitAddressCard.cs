using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// For head and desk: the address that was entered as the post of an approved draft is another account's, and nobody has said for a while
/// whether it was pasted or posted wrongly. And the warning of it on the poster's card.
/// </summary>
internal static class UnfitAddressCard
{
    public static AdaptiveCard For(DraftView view, DraftEvent entered)
    {
        var (say, draft) = (view.Language, view.Draft);
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(
                view,
                say.Say("投稿先と合わないURLです。確かめてください", "The address is not the account's: please check"),
                AdaptiveTextColor.Attention
            ),
            ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(draft))),
            ReviewParts.Line(ReviewParts.Subtle(say.Say("承認した投稿先　", "Approved for　")), ReviewParts.Bold(view.Account ?? "")),
            ReviewParts.Line(
                ReviewParts.Subtle(say.Say("入力　", "Entered by　")),
                ReviewParts.Plain($"{entered.Who}　{JapaneseTime.Format(entered.At, view.Now, say)}")
            ),
            ReviewParts.Line(ReviewParts.Plain(entered.Note ?? "")),
            .. PostAddress.Kept(entered.Note ?? "") is { } address
                ?
                [
                    CardParts.Row(
                        AdaptiveSpacing.Small,
                        new AdaptiveOpenUrlAction { Title = say.Say("その投稿を見る", "Open that post"), Url = address }
                    ),
                ]
                : Array.Empty<AdaptiveElement>(),
            CardParts.Notice(
                NoticeKind.Info,
                say.Say(
                    $"URLの貼り間違いか、違うアカウントへの投稿かが、まだ分かっていません。{entered.Who}さんに確かめてください。違うアカウントへの投稿でしたら、消す前に、どうするかを決めます。",
                    "Nobody has said yet whether the address was pasted wrongly or the post went to another account. "
                        + $"Please ask {entered.Who}. If it went to another account, decide what to do before it is deleted."
                )
            ),
        ];
        return CardParts.Card(body, Summary(view), language: say);
    }

    /// <summary>What a phone shows of the message.</summary>
    public static string Summary(DraftView view) =>
        view.Language.Say(
            $"No.{view.Draft.Number} 投稿先と合わないURLです。確かめてください。",
            $"No.{view.Draft.Number}: the address is not the account's. Please check."
        );

    /// <summary>What stays of the message: which of both it was. There is nothing to do, or the urgent message says what.</summary>
    public static AdaptiveCard Settled(DraftView view)
    {
        var (say, alarm) = (view.Language, view.Draft.OpenAlarm);
        return CardParts.Card(
            [
                ReviewParts.Heading(view, say.Say("投稿先と合わないURLの件", "The address that was not the account's"), AdaptiveTextColor.Default),
                ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(view.Draft))),
                CardParts.Notice(
                    alarm == AlarmKind.None ? NoticeKind.Done : NoticeKind.Attention,
                    alarm switch
                    {
                        AlarmKind.Account => say.Say(
                            "違うアカウントへの投稿でした。続きは、「至急」の新しいメッセージでお願いします。",
                            "It was posted to another account. Please go on in the urgent message."),
                        AlarmKind.Text => say.Say(
                            "正しいURLが報告されましたが、投稿文が承認文と違います。続きは、「至急」の新しいメッセージでお願いします。",
                            "The right address was reported, but the text differs. Please go on in the urgent message."),
                        _ => say.Say("正しいURLが報告されました。することはありません。", "The right address was reported. There is nothing to do."),
                    }
                ),
            ],
            SettledSummary(view),
            language: say);
    }

    public static string SettledSummary(DraftView view) => view.Language.Say(
        $"No.{view.Draft.Number} 投稿先と合わないURLの件は確かめ済みです。", $"No.{view.Draft.Number}: the address was cleared up.");

    public static AdaptiveContainer Warning(DraftView view) =>
        CardParts.Notice(NoticeKind.Attention, Refusal.UrlOfOtherAccount.Sentence(view.Draft, view.Now, view.Language));
}
