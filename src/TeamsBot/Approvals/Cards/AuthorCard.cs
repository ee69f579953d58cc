using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The author's card until the approval: first what state the draft is in, then what to do next. A card with nothing to do shrinks to what
/// happened and who is next; the rest is one press away. From the approval on it is <see cref="PostingCard"/>.
/// </summary>
internal static class AuthorCard
{
    /// <param name="notice">What the last press did stands at the top; why it was refused stands beside the button.</param>
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null)
    {
        var draft = view.Draft;
        // A text too long to be given back beside everything else is given back alone; so is the empty field of one.
        if (
            view.Typed?.UnsavedText(draft) is { } unsaved
            && (unsaved.Length > view.MaxEdited || (view.Typed.IsAtEditor && draft.Current.Text.Length > view.MaxEdited))
        )
            return DraftForm.EditorCard(view, notice);
        var isRefusal = notice is { Style: AdaptiveContainerStyle.Attention };
        AdaptiveElement[] body =
        [
            CardParts.Title($"{draft.Status.Word(view.Language)} {DraftSections.NumberOf(view)}"),
            .. notice is null || (isRefusal && draft.MayClaim) ? [] : new AdaptiveElement[] { notice },
            .. Reason(view),
            .. draft.MayClaim ? WritingSection.For(view, isRefusal ? notice : null) : Waiting(view, hasNotice: notice is not null),
        ];
        return CardParts.Card(body, Fallback(view), language: view.Language);
    }

    /// <summary>Ends the draft for good, with the sentence that says so.</summary>
    public static IEnumerable<AdaptiveElement> Withdrawal(DraftView view)
    {
        var language = view.Language;
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            Buttons.Execute(
                language.Say("取り下げる", "Withdraw"),
                ApprovalVerbs.Withdraw,
                view.Data(),
                style: "destructive",
                takesInputs: false
            )
        );
        yield return CardParts.Remark(
            language.Say(
                "取り下げると、確認も決裁も行われません。内容と経過は記録に残ります。",
                "Once withdrawn it is neither reviewed nor decided on. Text and history stay on record."
            )
        );
    }

    private static IEnumerable<AdaptiveElement> Waiting(DraftView view, bool hasNotice) => view.Draft.Status switch
    {
        DraftStatus.InReview or DraftStatus.AwaitingDecision => WaitingSection.For(view, hasNotice),
        _ => Done(view),
    };

    /// <summary>The reviewer's words stand where the author looks first.</summary>
    private static IEnumerable<AdaptiveElement> Reason(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (draft.Status == DraftStatus.Expired)
        {
            yield return CardParts.Notice(NoticeKind.Attention, language.Say(
                "希望日時までに決裁が終わりませんでした。投稿する時を決め直して、もう一度回してください。",
                "It was not decided by the planned time. Set the time anew and send it again."));
        }

        if (
            draft.MayClaim
            && draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.LiftAsked or DraftEventKind.LiftRefused)
                is { Kind: DraftEventKind.LiftRefused } no
            && no.RevisionNumber == draft.Current.Number
            && draft.Current.LiftedBy is null
        )
        {
            yield return Said(no, AdaptiveContainerStyle.Warning, view.Language);
        }

        if (draft.Status is not (DraftStatus.Returned or DraftStatus.Rejected)) yield break;
        if (draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.Returned or DraftEventKind.Rejected) is not { } last)
            yield break;
        yield return Said(
            last,
            draft.Status == DraftStatus.Returned ? AdaptiveContainerStyle.Warning : AdaptiveContainerStyle.Attention,
            language
        );
    }

    private static AdaptiveContainer Said(DraftEvent happened, AdaptiveContainerStyle style, CardLanguage language) => new()
    {
        Items =
        [
            CardParts.Line(
                new AdaptiveTextRun
                {
                    Text = language.Say(
                        $"{happened.Kind.Word()}　{happened.Who}から：",
                        $"{happened.Who} ({happened.Kind.Word(language)}): "
                    ),
                    Weight = AdaptiveTextWeight.Bolder,
                },
                new AdaptiveTextRun { Text = happened.Note ?? "" }),
        ],
        Style = style, Spacing = AdaptiveSpacing.Small,
    };

    private static IEnumerable<AdaptiveElement> Done(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (
            draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.Posted or DraftEventKind.Withdrawn) is { } last
            && draft.IsClosed
        )
        {
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{last.Kind.Word(language)}　{last.Who}　", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun { Text = JapaneseTime.Format(last.At, view.Now, language), IsSubtle = true });
        }

        if (view.Account is { } account) yield return CardParts.Field(language.Say("投稿先", "Account"), account);
        if (draft.PostedUrl is { } url) yield return CardParts.Field(language.Say("投稿URL", "Post"), url);
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            CardParts.Unfold(language.Say("本文を見る", "Show the text"), AuthorFolds.Body),
            Buttons.Execute(language.Say("経過を見る", "History"), ApprovalVerbs.History, view.Data(), takesInputs: false),
            FullText(view));
        yield return Body(view);
    }

    /// <summary>The text with what belongs to it, folded away.</summary>
    public static AdaptiveContainer Body(DraftView view) => CardParts.Fold(
        AuthorFolds.Body, isOpen: false,
        [
            .. DraftSections.TextBox(view), .. PicturesSection.ForReader(view), .. StandingSection.ForReader(view),
            .. DraftSections.Note(view.Draft, view.Language), .. DraftSections.History(view),
        ]);

    /// <returns>Null where the card shows all of the text.</returns>
    public static AdaptiveExecuteAction? FullText(DraftView view) => DraftSections.IsCut(view)
        ? Buttons.Execute(view.Language.Say("全文を表示", "Show all of it"), ApprovalVerbs.FullText, view.Data(), takesInputs: false)
        : null;

    private static string Fallback(DraftView view) =>
        view.Language.Say(
            $"下書き {DraftSections.NumberOf(view)}「{view.Draft.Status.Word()}」",
            $"Draft {DraftSections.NumberOf(view)}: {view.Draft.Status.Word(view.Language)}"
        );
}
