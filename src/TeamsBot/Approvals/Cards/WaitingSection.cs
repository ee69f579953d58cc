using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The author's card while others have the draft: who is asked and since when, who is next, and how to get it back.</summary>
internal static class WaitingSection
{
    /// <summary>Leads to the text, in Japanese.</summary>
    public const string StopTitle = "取り下げて直す";

    public const string StopTitleInEnglish = "Take back";

    /// <param name="hasNotice">The press that handed it in says so itself.</param>
    public static IEnumerable<AdaptiveElement> For(DraftView view, bool hasNotice)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (!hasNotice && draft.Current.SubmittedAt is { } at)
        {
            var when = JapaneseTime.Format(at, view.Now, language);
            // The middle step is no outcome the author waits for: it rings no bell and stands here.
            yield return CardParts.Notice(NoticeKind.Done, draft.Status == DraftStatus.AwaitingDecision && Checked(draft) is { } done
                ? language.Say(
                    $"確認が終わり、決裁に回りました。{JapaneseTime.Format(done.At, view.Now, language)}",
                    $"Checked, and on to the decision {JapaneseTime.Format(done.At, view.Now, language)}"
                )
                : language.Say($"確認に回しました。{when}", $"Sent for review {when}"));
        }

        var open = draft.OpenReviews.ToList();
        if (open.Count > 0) yield return Now(view, open);
        if (Next(view) is { } next) yield return next;
        yield return Label(language.Say("投稿先　", "Account　"), view.Account ?? "", $"　{DraftSections.Planned(view)}");
        yield return CardParts.Line(language.Say(
            "差し戻しと決裁の結果は、このチャットに新しいメッセージで知らせます。", "A return and the decision are told in this chat by a new message."));
        foreach (var element in Folds(view, language.Say(StopTitle, StopTitleInEnglish))) yield return element;
    }

    /// <summary>The text to look at, and what takes the draft back; for every state after handing in.</summary>
    public static IEnumerable<AdaptiveElement> Folds(DraftView view, string stop, params IEnumerable<AdaptiveAction> first)
    {
        string[] all = [AuthorFolds.Body, AuthorFolds.Stop];
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            [
                .. first,
                CardParts.Unfold(view.Language.Say("本文を見る", "Show the text"), AuthorFolds.Body, all),
                CardParts.Unfold(stop, AuthorFolds.Stop, all),
            ]
        );
        yield return AuthorCard.Body(view);
        yield return CardParts.Fold(AuthorFolds.Stop, isOpen: false, Stop(view));
    }

    private static DraftEvent? Checked(Draft draft) =>
        draft.Events.LastOrDefault(happened =>
            happened.Kind == DraftEventKind.ReviewApproved && happened.RevisionNumber == draft.Current.Number
        );

    private static AdaptiveRichTextBlock Now(DraftView view, List<Review> open)
    {
        var language = view.Language;
        var since = JapaneseTime.Format(open.Min(review => review.AskedAt), view.Now, language);
        var names = string.Join(language.Say("さん、", ", "), open.Select(review => review.ReviewerName)) + language.Say("さん", "");
        return CardParts.Line(
            new AdaptiveTextRun { Text = language.Say("いま　", "Now　"), IsSubtle = true },
            new AdaptiveTextRun { Text = names, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = (open[0].Step, open.Count) switch
            {
                (RouteStep.FinalDecision, _) => language.Say($"に決裁をお願いしています（{since}から）。", $" decides (asked {since})."),
                (_, 1) => language.Say($"に確認をお願いしています（{since}から）。", $" reviews (asked {since})."),
                _ => language.Say($"に確認をお願いしています（{since}から）。先に見た方が確認します。", $": whoever looks first reviews (asked {since})."),
            } });
    }

    private static AdaptiveRichTextBlock? Next(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (
            draft.Status == DraftStatus.InReview
            && draft.Route?.Standing is not { Holds: true }
            && draft.Route?.StopFor(RouteStep.FinalDecision)?.Reviewers is [var head, ..]
        )
        {
            return Label(
                language.Say("次　　", "Next　"),
                language.Say($"{head.Name}さん", head.Name),
                language.Say($"（{head.Title}）の決裁", $" ({head.Title}) decides")
            );
        }

        return Label(language.Say("次　　", "Next　"), language.Say($"{draft.AuthorName}さん", draft.AuthorName), language.Say("の投稿", " posts"));
    }

    private static AdaptiveRichTextBlock Label(string label, string who, string rest)
    {
        var line = CardParts.Line(
            new AdaptiveTextRun { Text = label, IsSubtle = true },
            new AdaptiveTextRun { Text = who, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = rest }
        );
        line.Spacing = AdaptiveSpacing.None;
        return line;
    }

    /// <summary>
    /// No field: others decide while this card stands, and what changes it then must take nothing away. The editor opens by a press.
    /// </summary>
    private static IEnumerable<AdaptiveElement> Stop(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        yield return CardParts.Line(language.Say(
            "確認・決裁の依頼を取り消し、下書きに戻します。", "What was asked for is called off; it is a draft again."));
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(language.Say("下書きに戻す", "Make it a draft again"), ApprovalVerbs.TakeBack, view.Data(), takesInputs: false),
            draft.LikeOf is not null
                ? null
                : Buttons.Execute(language.Say("本文を直す", "Change the text"), ApprovalVerbs.Edit, view.Data(), takesInputs: false),
            AuthorCard.FullText(view)
        );
        foreach (var element in AuthorCard.Withdrawal(view)) yield return element;
    }
}
