using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The poster's card from the approval on: take the text, post it, report it (<see cref="ReportForm"/>), and the proof
/// (<see cref="PostedCard"/>). Approving posts nothing; a person does.
/// </summary>
internal static class PostingCard
{
    /// <summary>Leads to the text, in Japanese.</summary>
    public const string CannotTitle = "投稿できない・直す";

    public const string CannotTitleInEnglish = "Cannot post, or change";

    private const string ReportPart = "report";

    private const string CannotPart = "cannot";

    private const string CopyPart = "copy";

    /// <summary>A longer text is copied from its message: its field would not fit beside everything else.</summary>
    private const int MaxCopy = 1_500;

    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null, PostInput? typed = null) =>
        DraftCards.WithStrays(view, Draw(view, notice, typed));

    private static AdaptiveCard Draw(DraftView view, AdaptiveContainer? notice, PostInput? typed)
    {
        var draft = view.Draft;
        if (draft.Status == DraftStatus.Posted) return PostedCard.For(view, notice, typed ?? new PostInput());
        if (draft.LikeOf is not null) return Like(view, notice);
        if (draft.Elsewhere is not null) return ElsewhereCard.For(view, notice, typed ?? new PostInput());
        if (draft.Differs) return DiffersCard.For(view, notice, typed ?? PostInput.Of(draft.Report!));
        // Warned of once, it stays here until it is said which of both was wrong: the address or the post.
        if (typed is not { IsTyped: true } && draft.UnfitAddress() is { Note: { } unfit })
            (typed, notice) = (new PostInput(unfit, Missing: PostField.Url) { IsOfOther = true }, UnfitAddressCard.Warning(view));
        return draft.IsHandedOut ? Ready(view, notice, typed ?? new PostInput()) : Approved(view, notice, typed ?? new PostInput());
    }

    /// <summary>For a colleague who posts in the author's place: straight to the report.</summary>
    public static AdaptiveCard Report(DraftView view) =>
        view.Draft is { LikeOf: null, Differs: false, Elsewhere: null } && view.Draft.UnfitAddress() is null
            ? Ready(view, null, new PostInput())
            : For(view);

    private static AdaptiveCard Approved(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var say = view.Language;
        var isReporting = typed.IsTyped;
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(view, say.Say("承認されました", "Approved"), AdaptiveTextColor.Good),
            .. Stopped(view),
            .. ApprovedBy(view),
            .. ReviewParts.About(view).Skip(1),
            .. ReviewParts.Text(view),
            .. PicturesSection.ForReader(view),
            Spaced(
                ReviewParts.Line(
                    ReviewParts.Plain(
                        say.Say(
                            "投稿先を確かめて押すと、本文だけのメッセージが届きます。",
                            "Check the account; the press sends the text as a message of its own."
                        )
                    )
                )
            ),
            .. isReporting || notice is null ? [] : new AdaptiveElement[] { notice },
            ReviewParts.Primary(
                Buttons.Execute(
                    say.Say("確かめて本文を受け取る", "Checked: get the text"),
                    ApprovalVerbs.HandOut,
                    view.Data(),
                    style: isReporting ? null : "positive"
                )
            ),
            new AdaptiveActionSet
            {
                Actions =
                [
                    ReviewParts.Unfold(say.Say("すでに投稿した", "Already posted"), ReportPart, CannotPart),
                    ReviewParts.Unfold(say.Say(CannotTitle, CannotTitleInEnglish), CannotPart, ReportPart),
                ],
                Spacing = AdaptiveSpacing.Small,
            },
            ReviewParts.Folded(ReportPart, isReporting, ReportForm.For(view, isReporting ? notice : null, typed)),
            Cannot(view),
        ];
        return Card(view, body, say.Say("投稿できます", "to be posted"));
    }

    private static AdaptiveCard Ready(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var (draft, say) = (view.Draft, view.Language);
        AdaptiveElement[] body =
        [
            view.Stopped is null
                ? ReviewParts.Heading(view, say.Say("投稿してください", "Please post it"))
                : ReviewParts.Heading(view, say.Say("投稿しないでください", "Please do not post it"), AdaptiveTextColor.Attention),
            .. Stopped(view),
            .. ApprovedBy(view),
            Spaced(ReviewParts.Line(ReviewParts.Bold(say.Say("1　投稿先　", "1　Account　")), ReviewParts.Bold(view.Account ?? ""))),
            ReviewParts.Line(
                ReviewParts.Bold(say.Say("2　本文　", "2　Text　")),
                ReviewParts.Plain(draft.IsHandedOut
                    ? WhereToCopy(view)
                    : say.Say($"「{DraftTitle.Of(draft)}」を承認文のとおりに投稿します。", $"\"{DraftTitle.Of(draft)}\", as it was approved."))
            ),
            .. HasCopy(view) ? [ReviewParts.Folded(CopyPart, false, [Copy(view)])] : Array.Empty<AdaptiveElement>(),
            Spaced(
                ReviewParts.Line(
                    ReviewParts.Bold(say.Say("3　報告　", "3　Report　")),
                    ReviewParts.Plain(say.Say("投稿したら、URLを貼って押します。", "Paste the address of the post and press."))
                )
            ),
            .. ReportForm.For(
                view,
                notice,
                typed,
                [
                    .. HasCopy(view)
                        ? [ReviewParts.Unfold(say.Say("コピーできないとき", "Cannot copy?"), CopyPart, CannotPart)]
                        : Array.Empty<AdaptiveAction>(),
                    ReviewParts.Unfold(say.Say(CannotTitle, CannotTitleInEnglish), CannotPart, CopyPart),
                ]
            ),
            Cannot(view),
        ];
        return Card(view, body, say.Say("投稿してください", "please post it"));
    }

    /// <summary>Other messages may stand below by now, so it is named by its time; and how to copy differs.</summary>
    private static string WhereToCopy(DraftView view)
    {
        var came = JapaneseTime.Format(
            view.Draft.Events.Last(happened => happened.Kind == DraftEventKind.TextHandedOut).At,
            view.Now,
            view.Language
        );
        // Named by its beginning too: several texts may have come in the same minute.
        var title = DraftTitle.Of(view.Draft);
        return view.Language.Say(
            $"{came} に届いた「{title}」の本文をコピーします（長押し、パソコンは選んで Ctrl+C）。",
            $"Copy the text of \"{title}\" that came {came} (phone: long press; computer: select it, Ctrl+C).");
    }

    private static bool HasCopy(DraftView view) =>
        view is { Draft.IsHandedOut: true, Detail: 0 } && view.Draft.Current.Text.Length <= MaxCopy;

    /// <summary>The second way to the text, for clients that select nothing in a message.</summary>
    private static AdaptiveTextInput Copy(DraftView view) => new()
    {
        Label = view.Language.Say("投稿する本文（この枠からもコピーできます）", "Text to post (it can be copied from here, too)"), Id = ApprovalFields.CopyText,
        Value = view.Draft.Current.Text, IsMultiline = true, MaxLength = Revision.MaxLength, Spacing = AdaptiveSpacing.Small,
    };

    private static AdaptiveCard Like(DraftView view, AdaptiveContainer? notice)
    {
        var say = view.Language;
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(view, say.Say("承認されました", "Approved"), AdaptiveTextColor.Good),
            .. ApprovedBy(view),
            ReviewParts.Line(ReviewParts.Subtle(say.Say("アカウント　", "Account　")), ReviewParts.Bold(view.Account ?? "")),
            .. ReviewParts.Text(view),
            Spaced(
                ReviewParts.Line(
                    ReviewParts.Plain(
                        say.Say("URLを開いて「いいね」をし、ここで報告します。", "Open the address, like it, and report it here.")
                    )
                )
            ),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            ReviewParts.Primary(
                Buttons.Execute(
                    say.Say("アカウントを確認し、URLを受け取る", "Checked: get the address"),
                    ApprovalVerbs.HandOut,
                    view.Data(),
                    style: view.Draft.IsHandedOut ? null : "positive",
                    takesInputs: false
                )
            ),
            ReviewParts.Primary(
                Buttons.Execute(
                    say.Say("「いいね」をしたと報告する", "Report the like"),
                    ApprovalVerbs.Posted,
                    view.Data(),
                    style: view.Draft.IsHandedOut ? "positive" : null,
                    takesInputs: false
                )
            ),
            new AdaptiveActionSet
            {
                Actions = [ReviewParts.Unfold(say.Say("「いいね」をしない", "Do not like it"), CannotPart)],
                Spacing = AdaptiveSpacing.Small,
            },
            Cannot(view),
        ];
        return Card(view, body, say.Say("「いいね」をしてください", "please like it"));
    }

    /// <summary>
    /// Changing the text takes the approval back, and so does taking the draft back; both are said before they are pressed. An address that
    /// was typed comes along and is given back.
    /// </summary>
    private static AdaptiveContainer Cannot(DraftView view)
    {
        var say = view.Language;
        var edit = Buttons.Execute(say.Say("本文を直す", "Change the text"), ApprovalVerbs.Edit, view.Data());
        return ReviewParts.Folded(CannotPart, false,
        [
            ReviewParts.Line(ReviewParts.Plain(say.Say(
                "本文を直すと、もう一度確認と決裁を受けます。取り下げると、この下書きを終わりにします。内容と経過は記録に残ります。",
                "A changed text is checked and decided on again. Withdrawing ends the draft. Content and story stay on record."))),
            new AdaptiveActionSet
            {
                Actions =
                [
                    .. view.Draft.LikeOf is null ? [edit] : Array.Empty<AdaptiveAction>(),
                    Buttons.Execute(
                        say.Say("取り下げる", "Withdraw"),
                        ApprovalVerbs.Withdraw,
                        view.Data(),
                        style: "destructive"
                    ),
                ],
                Spacing = AdaptiveSpacing.Small,
            },
        ]);
    }

    /// <summary>The account was stopped, or closed, after the approval.</summary>
    private static IEnumerable<AdaptiveElement> Stopped(DraftView view) =>
        view.Stopped is { } why ? [CardParts.Notice(NoticeKind.Attention, why)] : [];

    private static IEnumerable<AdaptiveElement> ApprovedBy(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        if (
            draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.Approved or DraftEventKind.StandingApproved)
            is not { } approved
        )
            yield break;
        yield return ReviewParts.Line(
            new AdaptiveTextRun
            {
                Text = say.Say("承認済み　", "Approved　"),
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Good,
            },
            ReviewParts.Plain(approved.Who),
            ReviewParts.Subtle($"　{JapaneseTime.Format(approved.At, view.Now, say)}")
        );
        if (approved.Note is { Length: > 0 } note)
            yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("連絡　", "Note　")), ReviewParts.Plain(note));
    }

    private static AdaptiveRichTextBlock Spaced(AdaptiveRichTextBlock line)
    {
        line.Spacing = AdaptiveSpacing.Medium;
        return line;
    }

    private static AdaptiveCard Card(DraftView view, IEnumerable<AdaptiveElement> body, string state) =>
        CardParts.Card(body, string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number} {state}"), language: view.Language);
}
