using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The fields the author fills in: where, when, which class of information, a note to the reviewers; and the editor of the text.</summary>
internal static class DraftForm
{
    public static IEnumerable<AdaptiveElement> Fields(DraftView view)
    {
        var draft = view.Draft;
        yield return CardParts.Heading(draft.LikeOf is null ? "投稿の設定" : "「いいね」の設定");
        // Not marked as required: a client would then hold back every button of the card, also 再チェック. The server asks for them on handing in.
        yield return new AdaptiveChoiceSetInput
        {
            Label = draft.LikeOf is null ? "投稿先のアカウント（必須）" : "「いいね」をするアカウント（必須）", Choices = [.. view.Accounts], Wrap = true,
            Id = ApprovalFields.Account, Value = draft.AccountId, Style = AdaptiveChoiceInputStyle.Compact, Placeholder = "選んでください",
        };
        if (view.Classes.Count > 0)
        {
            yield return new AdaptiveChoiceSetInput
            {
                Label = "情報の区分（必須）", Choices = [.. view.Classes], Wrap = true, Id = ApprovalFields.InformationClass,
                Value = draft.InformationClass, Style = AdaptiveChoiceInputStyle.Compact, Placeholder = "選んでください",
            };
        }

        yield return new AdaptiveDateInput
        {
            Label = "希望日（空欄は承認後すぐ）", Id = ApprovalFields.PlannedDate,
            Value = draft.PlannedAt is { } at ? JapaneseTime.DateField(at) : null,
        };
        yield return new AdaptiveTimeInput
        {
            Label = "希望時刻", Id = ApprovalFields.PlannedTime, Value = draft.PlannedAt is { } time ? JapaneseTime.TimeField(time) : null,
        };
        yield return new AdaptiveTextInput
        {
            Label = "確認者への連絡・出典（投稿はされません）", Id = ApprovalFields.Note, Value = draft.Note, IsMultiline = true, MaxLength = 500,
        };
    }

    /// <summary>Editing the text stands folded away, so that the card stays short on a phone.</summary>
    public static AdaptiveCard TextEditor(DraftView view) => new("1.5")
    {
        Body =
        [
            new AdaptiveTextInput
            {
                Label = "本文", Id = ApprovalFields.Text, Value = view.Draft.Current.Text, IsMultiline = true,
                MaxLength = Revision.MaxLength, IsRequired = true, ErrorMessage = "本文を入力してください。",
            },
            .. view.Draft.Status is DraftStatus.InReview or DraftStatus.AwaitingDecision or DraftStatus.Approved
                ? [CardParts.Remark("本文を変えると下書きに戻り、確認と決裁をやり直します。")]
                : Array.Empty<AdaptiveElement>(),
        ],
        Actions = [Buttons.Execute("本文を保存して再チェック", ApprovalVerbs.Check, view.Data())],
    };

    /// <summary>The text of a document, to be looked over before it becomes a draft. It holds the whole text and may be larger than other cards.</summary>
    public static AdaptiveCard Offer(string question, string text) => CardParts.Card(
        [
            CardParts.Title("ファイルの文章"),
            CardParts.Line(question),
            new AdaptiveTextInput
            {
                Label = "本文", Id = ApprovalFields.Text, Value = text, IsMultiline = true, MaxLength = Revision.MaxLength,
                IsRequired = true, ErrorMessage = "本文を入力してください。",
            },
            CardParts.Remark("作らないときは、そのままで構いません。ファイルは保存していません。"),
        ],
        "ファイルの文章",
        [Buttons.Execute("この文章で下書きを作る", ApprovalVerbs.Start, style: "positive")]);

    /// <summary>The form for a draft that does not exist yet (「下書き」).</summary>
    public static AdaptiveCard New(AdaptiveContainer? notice = null, string text = "") => CardParts.Card(
        [
            CardParts.Title("新しい下書き"),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            new AdaptiveTextBlock { Text = "投稿する文章を入力してください。チャットにそのまま貼り付けても始められます。", Wrap = true },
            new AdaptiveTextInput
            {
                Label = "本文", Id = ApprovalFields.Text, Value = text, IsMultiline = true, MaxLength = Revision.MaxLength,
                IsRequired = true, ErrorMessage = "本文を入力してください。",
            },
        ],
        "新しい下書き",
        [Buttons.Execute("チェックする", ApprovalVerbs.Start, style: "positive")]);
}
