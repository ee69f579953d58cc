using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Comments;

/// <summary>The form that writes a comment down: on which account, and its words.</summary>
internal static class CommentForm
{
    /// <summary>As many as fit a card beside the longest comment.</summary>
    private const int MaxAccounts = 80;

    public static AdaptiveCard For(IReadOnlyList<OfficialAccount> accounts, string account, string text, string? problem = null) =>
        CardParts.Card(
            [
                CardParts.Title("コメントの記録"),
                .. problem is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Attention, problem) },
                CardParts.Remark(
                    "公式アカウントに寄せられたコメントを記録します。返信を行うアカウントでは、返信がまだのときにお知らせします。"
                ),
                CardParts.Choice(
                    CommentFields.Account,
                    "コメントが付いたアカウント（必須）",
                    accounts.Take(MaxAccounts).Select(one => (AccountRegister.Display(one), one.Id)),
                    account.Length > 0 ? account
                        : accounts is [var only] ? only.Id
                        : null
                ),
                new AdaptiveTextInput
                {
                    Label = "コメントの内容（必須）",
                    Id = CommentFields.Text,
                    Value = text,
                    IsMultiline = true,
                    MaxLength = Comment.MaxLength,
                },
                CardParts.Remark("投稿者の氏名や連絡先は、必要がなければ書かないでください。"),
            ],
            "コメントの記録",
            [Buttons.Execute("記録する", CommentVerbs.Log, style: "positive")]
        );
}
