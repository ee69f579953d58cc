using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>Why a request did not reach somebody.</summary>
internal enum MissedWhy
{
    OnItsWay,
    NotAdded,
    Stopped,
    GivenUp,
    Trouble,
}

/// <summary>Tells author and desk that a request reached nobody: who, why, and what makes it arrive.</summary>
internal static class UnreachableCard
{
    /// <param name="desk">Who was told too, with the telephone number; empty where the organisation names none.</param>
    public static AdaptiveCard For(DraftView view, IReadOnlyList<(string Name, MissedWhy Why)> missed, string desk)
    {
        var say = view.Language;
        var what = view.Draft.Status == DraftStatus.InReview ? say.Say("確認", "request to check") : say.Say("決裁", "request to decide");
        return CardParts.Card(
            [
                CardParts.Title(
                    say.Say($"{what}の依頼が届いていません No.{view.Draft.Number}", $"The {what} has not arrived No.{view.Draft.Number}")
                ),
                Line(
                    new AdaptiveTextRun { Text = DraftTitle.Of(view.Draft), Weight = AdaptiveTextWeight.Bolder },
                    new AdaptiveTextRun { Text = say.Say($"　{what}は始まっていません。", "　Nobody has begun.") }
                ),
                .. missed.Select(one =>
                    Line(
                        new AdaptiveTextRun { Text = one.Name, Weight = AdaptiveTextWeight.Bolder },
                        new AdaptiveTextRun { Text = say.Say($"さん：{Why(one.Why, say)}", $": {Why(one.Why, say)}") }
                    )
                ),
                CardParts.Line(
                    Next(missed, say)
                        + (
                            desk.Length > 0
                                ? say.Say($"{desk}にも知らせました。", $"{desk} was told too.")
                                : say.Say("お急ぎのときは、電話などでお知らせください。", "If it is urgent, please call them.")
                        )
                ),
                new AdaptiveActionSet { Actions = [Button(view)], Spacing = AdaptiveSpacing.Small },
            ],
            NoticeSummary.Line(
                view,
                say.Say("届いていません", "Not arrived"),
                say.Say($"{what}する{missed.Count}人に届きませんでした", $"reached none of {missed.Count}")
            ),
            language: say
        );
    }

    public static AdaptiveCard Arrived(DraftView view)
    {
        var title = view.Language.Say($"依頼が届きました No.{view.Draft.Number}", $"The request has arrived No.{view.Draft.Number}");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(
                    view.Language.Say(
                        "先ほど届かなかった依頼が届きました。そのままお待ちください。",
                        "It reached somebody after all. There is nothing to do."
                    )
                ),
            ],
            title,
            language: view.Language
        );
    }

    public static Opening Opening(DraftView view) => new(Title(view), ApprovalVerbs.Resend, view.Data(), view.Language.Code());

    private static AdaptiveExecuteAction Button(DraftView view) =>
        Buttons.Execute(Title(view), ApprovalVerbs.Resend, view.Data(), style: "positive", takesInputs: false);

    private static string Title(DraftView view) => view.Language.Say("もう一度送る", "Send again");

    /// <summary>What makes it arrive: their own hand where they can do something, time where nobody can.</summary>
    private static string Next(IReadOnlyList<(string Name, MissedWhy Why)> missed, CardLanguage say) =>
        missed.All(one => one.Why == MissedWhy.Trouble)
            ? say.Say("つながりしだい届きます。", "It arrives when the line is back. ")
            : say.Say("Teams でこのボットを開いてもらうと届きます。", "It arrives when they open this bot in Teams. ");

    private static string Why(MissedWhy why, CardLanguage say) => why switch
    {
        MissedWhy.NotAdded => say.Say("まだボットを追加していません", "has not added the bot yet"),
        MissedWhy.Stopped => say.Say("このボットの通知を止めているか、ボットを外しています", "has blocked or removed the bot"),
        MissedWhy.GivenUp => say.Say("Teams がメッセージを受け付けませんでした", "Teams did not take the message"),
        _ => say.Say("Teams につながらず、自動で送り直しています", "Teams does not answer; it is being tried again"),
    };

    private static AdaptiveRichTextBlock Line(params AdaptiveTextRun[] runs) =>
        new() { Inlines = [.. runs], Spacing = AdaptiveSpacing.None };
}
