using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// A short message that hands a draft over: what is asked or what came of it, why, and the one button that turns this message into the card
/// to work on. Goes to people who have the draft's card higher up already; a first request is the whole card.
/// </summary>
internal static class NoticeCard
{
    private const int MaxReason = 300;

    public static AdaptiveCard For(DraftView view, DraftCall call) =>
        CardParts.Card(
            [CardParts.Title(NoticeWords.Heading(view, call)), About(view, call), .. Details(view, call), Buttons(view, call)],
            NoticeSummary.Of(view, call),
            language: view.Language
        );

    private static AdaptiveRichTextBlock About(DraftView view, DraftCall call)
    {
        var (draft, say) = (view.Draft, view.Language);
        var rest = call.Kind switch
        {
            DraftCallKind.ReviewAsked or DraftCallKind.DecisionAsked or DraftCallKind.LiftAsked =>
                say.Say($"　{draft.AuthorName}さん（{draft.Section}）から", $"　from {draft.AuthorName} ({draft.Section})"),
            DraftCallKind.Rejected => say.Say("　投稿はしません。", "　It will not be posted."),
            DraftCallKind.Expired => say.Say("　投稿はされていません。", "　It was not posted."),
            DraftCallKind.Approved when Last(draft) is { } last => say.Say($"　承認　{last.Who}", $"　approved by {last.Who}"),
            _ => "",
        };
        return Line(
            new AdaptiveTextRun { Text = DraftTitle.Of(draft), Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = rest }
        );
    }

    private static IEnumerable<AdaptiveElement> Details(DraftView view, DraftCall call) => call.Kind switch
    {
        DraftCallKind.ReviewAsked or DraftCallKind.DecisionAsked => NoticeSummary.IsAgain(view.Draft) ? Changed(view) : [Account(view)],
        DraftCallKind.Returned or DraftCallKind.Rejected or DraftCallKind.Lifted or DraftCallKind.LiftRefused => Reason(view, call),
        DraftCallKind.Approved =>
        [
            .. Last(view.Draft)?.Note is { Length: > 0 } ? Reason(view, call) : [],
            CheckAccount(view),
        ],
        DraftCallKind.Expired => [CardParts.Line(view.Language.Say($"{NoticeWords.Expired(view)}。", $"{NoticeWords.Expired(view)}."))],
        DraftCallKind.Rerouted =>
        [
            CardParts.Line(
                view.Language.Say(
                    $"職員の登録が変わったため、{NoticeSummary.Open(view)}にお願いしました。することはありません。",
                    $"The staff list changed, so {NoticeSummary.Open(view)} was asked. There is nothing to do."
                )
            ),
        ],
        DraftCallKind.Overtaken => Overtaken(view),
        DraftCallKind.TakenBack =>
        [
            CardParts.Line(view.Draft.Ended()?.Sentence(view.Draft, view.Now, view.Language) ?? ""),
        ],
        DraftCallKind.PostedByOther => [CardParts.Line(Reported(view))],
        DraftCallKind.StillWaiting =>
        [
            CardParts.Line(
                view.Language.Say(
                    $"{NoticeSummary.Open(view)}に、もう一度お知らせしました。",
                    $"{NoticeSummary.Open(view)} was reminded."
                )
            ),
        ],
        _ => [Account(view)],
    };

    /// <summary>
    /// Where what was typed is, and how it can still reach the author: clients do not say what stands in a field that nobody sent.
    /// </summary>
    private static IEnumerable<AdaptiveElement> Overtaken(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        var until = JapaneseTime.Format(view.Now + CardInHand.LeftAlone, view.Now, say);
        yield return CardParts.Line(draft.Events[^1].Kind == DraftEventKind.Rerouted
            ? say.Say(
                $"職員の登録が変わったため、{NoticeSummary.Open(view)}にお願いしました。",
                $"The staff list changed, so {NoticeSummary.Open(view)} was asked."
            )
            : draft.Ended()?.Sentence(draft, view.Now, say) ?? "");
        yield return CardParts.Line(
            say.Say(
                $"書きかけの内容があれば、送られていません。{until}まで上の元のカードに残っています。"
                    + "起案者に伝えるときは、そのカードで「差し戻す」などのボタンを押すと、連絡として送れます。",
                $"If you were writing, it was not sent: it stays on the card above until {until}; press its button "
                    + "there and you can pass it on to the writer as a note."
            )
        );
    }

    /// <summary>Whoever is about to post reads it before they do it a second time.</summary>
    private static string Reported(DraftView view)
    {
        var said = view.Draft.Events.LastOrDefault(happened =>
            happened.Kind is DraftEventKind.Posted or DraftEventKind.PostedTextDiffered or DraftEventKind.PostedElsewhere
        );
        return $"{said?.What(view.Now, view.Language)}"
            + (
                view.Draft.OpenAlarm == AlarmKind.Account
                    ? view.Language.Say(
                        "所属長と相談するまで、その投稿を消したり直したりしないでください。",
                        " Neither delete nor change that post before talking to the head."
                    )
                    : view.Language.Say("重ねて投稿しないでください。", " Please do not post it again.")
            );
    }

    private static AdaptiveRichTextBlock Account(DraftView view) =>
        Line(
            new AdaptiveTextRun { Text = view.Language.Say("投稿先　", "Account　"), IsSubtle = true },
            new AdaptiveTextRun { Text = view.Account ?? "" }
        );

    /// <summary>What had been asked for, and the first place that changed.</summary>
    private static IEnumerable<AdaptiveElement> Changed(DraftView view)
    {
        if (view.Draft.LastReturn() is { } returned) yield return ReviewParts.ReturnedBefore(returned, view.Language, MaxReason);
        if (view.Draft.LastRound() is not { } last) yield break;
        if (last.Text == view.Draft.Current.Text)
        {
            yield return ReviewParts.Unchanged(view.Language);
        }
        else
        {
            const int MostLines = 6;
            var lines = TextDifference
                .Lines(ShortText.Cut(last.Text, MaxReason), ShortText.Cut(view.Draft.Current.Text, MaxReason), view.Language)
                .ToList();
            yield return new AdaptiveContainer { Items = [.. lines.Take(MostLines)], Spacing = AdaptiveSpacing.None };
            if (lines.Count > MostLines)
                yield return CardParts.Remark(view.Language.Say("ほかの変更は、開くと見られます。", "Open it to see the other changes."));
        }
    }

    private static IEnumerable<AdaptiveElement> Reason(DraftView view, DraftCall call)
    {
        if (Last(view.Draft) is not { } last) yield break;
        yield return new AdaptiveContainer
        {
            Items =
            [
                Line(
                    new AdaptiveTextRun
                    {
                        Text = view.Language.Say($"{last.Who}から", $"From {last.Who}"),
                        Weight = AdaptiveTextWeight.Bolder,
                    },
                    new AdaptiveTextRun { Text = $"　{JapaneseTime.Format(last.At, view.Now)}", IsSubtle = true }
                ),
                Line(new AdaptiveTextRun { Text = ShortText.Shorten(last.Note ?? "", MaxReason) }),
            ],
            Style = call.Kind switch
            {
                DraftCallKind.Lifted => AdaptiveContainerStyle.Good,
                DraftCallKind.Approved => AdaptiveContainerStyle.Emphasis,
                DraftCallKind.Returned => AdaptiveContainerStyle.Warning,
                _ => AdaptiveContainerStyle.Attention,
            },
            Spacing = AdaptiveSpacing.Small,
        };
    }

    private static AdaptiveRichTextBlock CheckAccount(DraftView view) => CardParts.Line(
        new AdaptiveTextRun { Text = view.Language.Say("ログイン中のアカウントが ", "Make sure that you are signed in as ") },
        new AdaptiveTextRun { Text = view.Account ?? "", Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun { Text = view.Language.Say(" であることを確かめてから、本文を受け取ってください。", ", then take the text.") });

    private static AdaptiveActionSet Buttons(DraftView view, DraftCall call)
    {
        var open = Button(NoticeWords.Button(view, call), ApprovalVerbs.Open, isFirst: call.Kind != DraftCallKind.Approved);
        return new AdaptiveActionSet
        {
            Actions = call.Kind == DraftCallKind.Approved
                ?
                [
                    Button(
                        view.Language.Say(
                            view.Draft.LikeOf is null ? "確かめて本文を受け取る" : "確かめてURLを受け取る",
                            "Checked, give me the text"
                        ),
                        ApprovalVerbs.HandOut,
                        isFirst: true
                    ),
                    open,
                ]
                : [open],
            Spacing = AdaptiveSpacing.Small,
        };

        AdaptiveExecuteAction Button(string title, string verb, bool isFirst) =>
            Protocol.Cards.Buttons.Execute(title, verb, view.Data(), style: isFirst ? "positive" : null, takesInputs: false);
    }

    private static DraftEvent? Last(Draft draft) => draft.Events.LastOrDefault(happened => happened.Who.Length > 0);

    private static AdaptiveRichTextBlock Line(params AdaptiveTextRun[] runs) =>
        new() { Inlines = [.. runs], Spacing = AdaptiveSpacing.None };
}
