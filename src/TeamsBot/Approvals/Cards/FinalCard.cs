using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The second step of the last approval: the final text once more, where it will stand, and that it cannot be taken back [ward-4-9,
/// asaka-2-3b].
/// </summary>
internal static class FinalCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null)
    {
        var say = view.Language;
        return CardParts.Card(
            [
                ReviewParts.Heading(view, say.Say("承認の最後の確認", "Last look before approving")),
                .. ReviewParts.About(view),
                .. ReviewParts.Text(view, isWhole: true),
                .. PicturesSection.ForReader(view),
                CardParts.Notice(
                    NoticeKind.Attention,
                    say.Say(
                        "公開した情報は、完全には消せません。誰もが見られ、写しが残ります。この内容で承認してよいか、もう一度お確かめください。",
                        "What is published cannot be fully erased: anybody can read it, and copies stay. Please look once more whether "
                            + "this is to be approved."
                    )
                ),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                ReviewParts.Primary(
                    Buttons.Execute(
                        say.Say("この内容で承認する", "Approve this text"),
                        ApprovalVerbs.Decide,
                        view.Data((ApprovalFields.Decision, nameof(Decision.Approve)), (GateFields.Second, "true")),
                        style: "positive",
                        takesInputs: false
                    )
                ),
                ReviewParts.Primary(Buttons.Execute(say.Say("戻って見直す", "Go back"), GateVerbs.Back, view.Data(), takesInputs: false)),
            ],
            say.Say($"承認の確認 No.{view.Draft.Number}", $"Confirm the approval of No.{view.Draft.Number}"), language: say);
    }
}

internal static class GateVerbs
{
    public const string Back = "approvals.reviewAgain";
}
