using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The author's card while the draft is being written: the text as it will be posted, what was found, and one button for what to do next.
/// Fields stand folded away, because most drafts need none of them.
/// </summary>
internal static class WritingSection
{
    public static IEnumerable<AdaptiveElement> For(DraftView view, AdaptiveContainer? refusal)
    {
        var draft = view.Draft;
        var isAboutText = view.Typed is { IsAtEditor: true } && SubmitSection.Lacks(view, SubmitGap.Text) && IsEditedHere(view);
        return
        [
            Counts(view),
            .. draft.LikeOf is null ? [] : new AdaptiveElement[] { CardParts.Heading(view.Language.Say("「いいね」をする投稿", "Post to be liked")) },
            .. DraftSections.TextBox(view),
            .. Foot(view),
            .. FindingsSection.Body(view, AdaptiveSpacing.Medium),
            .. AboutFindings(view),
            .. Facts(view),
            .. ReviewParts.AccountNotes(view),
            .. view.Standing.Claimed is null ? [] : StandingSection.ForAuthor(view),
            Folds(view),
            .. Editing(view, isAboutText ? refusal : null),
            CardParts.Fold(AuthorFolds.Pictures, IsOpen(view, AuthorFolds.Pictures), PicturesSection.ForWriter(view)),
            CardParts.Fold(AuthorFolds.Settings, IsOpen(view, AuthorFolds.Settings), Settings(view)),
            CardParts.Fold(AuthorFolds.More, IsOpen(view, AuthorFolds.More), More(view)),
            .. SubmitSection.For(view, isAboutText ? null : refusal),
        ];
    }

    /// <summary>What came back stands in a box above, and does not touch the line.</summary>
    private static AdaptiveRichTextBlock Counts(DraftView view)
    {
        var line = FindingsSection.Counts(view, Next(view));
        if (view.Draft.Status != DraftStatus.Composing) line.Spacing = AdaptiveSpacing.Medium;
        return line;
    }

    private static string Next(DraftView view) => view.Draft.AccountId is null
        ? view.Language.Say("次は、投稿先を選んで確認に回してください。", "Next, choose the account and send it for review.")
        : view.Language.Say("次は、確認に回してください。", "Next, send it for review.");

    private static IEnumerable<AdaptiveElement> Foot(DraftView view)
    {
        var pictures = view.Draft.Pictures.Count;
        string?[] words =
        [
            view.Draft.LikeOf is null ? view.Length : null,
            pictures == 0
                ? null
                : view.Language.Say(
                    string.Create(CultureInfo.InvariantCulture, $"画像{pictures}枚"),
                    string.Create(CultureInfo.InvariantCulture, $"pictures: {pictures}")
                ),
        ];
        var said = string.Join('・', words.OfType<string>());
        if (said.Length > 0) yield return CardParts.Remark(said);
    }

    /// <summary>At most two buttons: with the three of the folds and the one at the foot a phone shows six.</summary>
    private static IEnumerable<AdaptiveElement> AboutFindings(DraftView view)
    {
        List<AdaptiveElement> answers = [.. Answers(view)];
        var (fix, language) = (FixSection.Button(view), view.Language);
        if (fix is null && answers.Count == 0) yield break;
        foreach (var remark in FixSection.Beyond(view)) yield return remark;
        var canAskHead = LiftSection.CanAsk(view);
        var isOnlyHead =
            canAskHead && view.Draft.Current.Findings.All(finding => finding.Severity >= Severity.Block && finding.Asks is null);
        var title = isOnlyHead ? language.Say("例外を相談", "Ask for an exception")
            : canAskHead ? language.Say("答える・例外を相談", "Answer or ask")
            : language.Say("直さずに答える", "Answer instead");
        yield return CardParts.Row(
            AdaptiveSpacing.Small, fix, answers.Count == 0 ? null : CardParts.Unfold(title, AuthorFolds.Answers, AuthorFolds.Writing));
        if (answers.Count > 0) yield return CardParts.Fold(AuthorFolds.Answers, IsOpen(view, AuthorFolds.Answers), answers);
    }

    private static IEnumerable<AdaptiveElement> Answers(DraftView view)
    {
        var moved = SubmitSection.Lacks(view, SubmitGap.Answers) ? view.Draft.Unanswered.ToHashSet() : [];
        foreach (
            var (finding, at) in FindingsSection
                .Numbered(view)
                .Where(row => row.Finding.Severity == Severity.Warn && !moved.Contains(row.Finding))
        )
        {
            yield return FindingsSection.Answer(view, finding, at, isMissing: false);
        }

        foreach (var element in FixSection.Fields(view)) yield return element;
        if (!SubmitSection.Lacks(view, SubmitGap.Dismissal)) foreach (var element in DismissSection.Fields(view)) yield return element;
        if (!LiftSection.CanAsk(view) || SubmitSection.AsksHead(view) || SubmitSection.Lacks(view, SubmitGap.LiftReason)) yield break;
        yield return LiftSection.Reason(view);
        yield return CardParts.Row(AdaptiveSpacing.Small, LiftSection.Button(view));
    }

    private static IEnumerable<AdaptiveElement> Facts(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (view.Account is { } account) yield return Account(view, account);
        else if (!SubmitSection.Lacks(view, SubmitGap.Account)) yield return DraftForm.Account(view);
        (string, string)? when = draft.LikeOf is null ? (language.Say("投稿する時", "Posting"), DraftSections.Planned(view)) : null;
        (string, string)? known = draft.InformationClass is null ? null : (language.Say("区分", "Class"), view.ClassName);
        (string, string)[] facts = [.. new[] { when, known }.OfType<(string, string)>()];
        if (facts.Length > 0) yield return Fact(view.Account is null ? AdaptiveSpacing.Small : AdaptiveSpacing.None, facts);
        if (view.Asked is { Problem: { } problem })
            yield return CardParts.Line(new AdaptiveTextRun { Text = problem, Color = AdaptiveTextColor.Attention });
        else if (view.Asked is { Final: { } final } asked)
        {
            yield return Fact(
                AdaptiveSpacing.None,
                [
                    .. asked.Reviewers.Count == 0
                        ? []
                        : new[] { (language.Say("確認", "Review"), string.Join(language.Say(" または ", " or "), asked.Reviewers)) },
                    (language.Say("決裁", "Decision"), final),
                ]);
        }
    }

    private static AdaptiveRichTextBlock Account(DraftView view, string account)
    {
        var language = view.Language;
        var line = Fact(AdaptiveSpacing.Medium, (language.Say("投稿先", "Account"), account));
        if (view.IsAccountPreset)
            line.Inlines.Add(ReviewParts.Small(view.NamedMedium is { Length: > 0 } words
                ? language.Say($"　本文の「{words}」から", $"　by the text: \"{words}\"")
                : language.Say("　前回と同じ", "　as last time")));
        return line;
    }

    private static AdaptiveRichTextBlock Fact(AdaptiveSpacing spacing, params (string Label, string Value)[] facts)
    {
        var line = CardParts.Line([.. facts.Index().SelectMany(fact => (AdaptiveTextRun[])
        [
            new() { Text = $"{(fact.Index == 0 ? "" : "　")}{fact.Item.Label}　", IsSubtle = true },
            new() { Text = fact.Item.Value, Weight = AdaptiveTextWeight.Bolder },
        ])]);
        line.Spacing = spacing;
        return line;
    }

    /// <summary>With pictures the third button opens two parts, so that there are never more than three.</summary>
    private static AdaptiveActionSet Folds(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        AdaptiveAction? edit = draft.LikeOf is not null ? null : IsEditedHere(view)
            ? CardParts.Unfold(language.Say("本文を直す", "Change the text"), AuthorFolds.Edit, AuthorFolds.Writing)
            : Buttons.Execute(language.Say("本文を直す", "Change the text"), ApprovalVerbs.Edit, view.Data());
        if (!HasPictures(view))
        {
            return CardParts.Row(
                AdaptiveSpacing.Medium, edit,
                CardParts.Unfold(language.Say("投稿先・日時", "Account, time"), AuthorFolds.Settings, AuthorFolds.Writing),
                CardParts.Unfold(language.Say("その他", "More"), AuthorFolds.More, AuthorFolds.Writing));
        }

        var both = CardParts.Unfold(
            language.Say("設定・その他", "Settings"),
            AuthorFolds.Settings,
            AuthorFolds.Writing.Except([AuthorFolds.More])
        );
        both.TargetElements.Add(new AdaptiveTargetElement { ElementId = AuthorFolds.More });
        return CardParts.Row(
            AdaptiveSpacing.Medium,
            edit,
            CardParts.Unfold(language.Say("画像・動画", "Pictures"), AuthorFolds.Pictures, AuthorFolds.Writing),
            both
        );
    }

    private static IEnumerable<AdaptiveElement> Editing(DraftView view, AdaptiveContainer? refusal)
    {
        if (view.Draft.LikeOf is null && IsEditedHere(view))
            yield return CardParts.Fold(AuthorFolds.Edit, IsOpen(view, AuthorFolds.Edit), DraftForm.Editor(view, refusal));
    }

    private static IEnumerable<AdaptiveElement> Settings(DraftView view)
    {
        if (view.Account is not null && !SubmitSection.Lacks(view, SubmitGap.Account)) yield return DraftForm.Account(view);
        if (!SubmitSection.Lacks(view, SubmitGap.InformationClass))
            foreach (var field in DraftForm.InformationClass(view))
                yield return field;
        if (!SubmitSection.Lacks(view, SubmitGap.Time)) foreach (var field in DraftForm.Time(view)) yield return field;
        if (view.Detail < DraftView.Least) yield return CardParts.Row(AdaptiveSpacing.Small, DraftForm.Save(view));
    }

    private static IEnumerable<AdaptiveElement> More(DraftView view)
    {
        var language = view.Language;
        foreach (var field in DraftForm.Note(view)) yield return field;
        if (view.Draft.LikeOf is null)
            yield return CardParts.Remark(
                language.Say("画像は、このチャットに送ると付きます。", "Send pictures into this chat to add them.")
            );
        if (view.Standing.Claimed is null) foreach (var element in StandingSection.ForAuthor(view)) yield return element;
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            StandingSection.Button(view),
            DraftSections.IsCut(view)
                ? Buttons.Execute(language.Say("全文を表示", "Show all of it"), ApprovalVerbs.FullText, view.Data(), takesInputs: false)
                : null,
            view.Detail == DraftView.Least
                ? null
                : Buttons.Execute(language.Say("経過を見る", "History"), ApprovalVerbs.History, view.Data())
        );
        if (view.Detail < DraftView.Least) foreach (var element in DraftSections.History(view, count: 3)) yield return element;
        foreach (var element in AuthorCard.Withdrawal(view)) yield return element;
    }

    private static bool HasPictures(DraftView view) => view.WantsPicture || view.Draft.Pictures.Count > 0;

    private static bool IsEditedHere(DraftView view) => view.Draft.Current.Text.Length <= view.MaxEdited;

    private static bool IsOpen(DraftView view, string fold) => view.Typed?.Open.Contains(fold) == true;
}
