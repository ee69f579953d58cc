using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>Done: where it stands, by whom, and what is proved. A wrong address can still be put right, with a reason.</summary>
internal static class PostedCard
{
    private const string UrlPart = "url";

    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var (draft, say) = (view.Draft, view.Language);
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(
                view,
                draft.LikeOf is null ? say.Say("投稿済み", "Posted") : say.Say("投稿済み（いいね）", "Liked"),
                AdaptiveTextColor.Good
            ),
            ReviewParts.Line(ReviewParts.Bold(view.Account ?? "")),
            Who(view),
            ReviewParts.Line(ReviewParts.Plain(draft.PostedUrl ?? "")),
            ReviewParts.Line(ReviewParts.Small(PostedWords.Proof(draft, say))),
            .. typed.Missing is null && notice is not null ? [notice] : Array.Empty<AdaptiveElement>(),
            new AdaptiveActionSet { Actions = [.. Actions(view)], Spacing = AdaptiveSpacing.Medium },
            .. draft.LikeOf is null ? [Correction(view, typed.Missing is null ? null : notice, typed)] : Array.Empty<AdaptiveElement>(),
        ];
        return CardParts.Card(
            body,
            say.Say($"No.{draft.Number} 投稿済み。おつかれさまでした。", $"No.{draft.Number} is posted. Thank you."),
            language: say
        );
    }

    private static AdaptiveRichTextBlock Who(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        var posted = draft.Events.Last(happened => happened.Kind == DraftEventKind.Posted);
        var approved = draft.Events.LastOrDefault(happened => happened.Kind is DraftEventKind.Approved or DraftEventKind.StandingApproved);
        return ReviewParts.Line(
            ReviewParts.Subtle(say.Say("投稿　", "Posted　")),
            ReviewParts.Plain($"{JapaneseTime.Format(posted.At, view.Now, say)}　{posted.Who}"),
            ReviewParts.Subtle(say.Say("　承認　", "　Approved　")),
            ReviewParts.Plain(approved?.Who ?? "")
        );
    }

    private static IEnumerable<AdaptiveAction> Actions(DraftView view)
    {
        if (view.Draft.PostedUrl is { } url && PostAddress.Kept(url) is { } address)
            yield return new AdaptiveOpenUrlAction { Title = view.Language.Say("投稿を見る", "Open the post"), Url = address };
        if (view.Draft.LikeOf is null) yield return ReviewParts.Unfold(view.Language.Say("URLを直す", "Correct the address"), UrlPart);
    }

    private static AdaptiveContainer Correction(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var say = view.Language;
        return ReviewParts.Folded(UrlPart, typed.Missing is not null,
        [
            .. ReportForm.Address(view, typed),
            new AdaptiveTextInput
            {
                Label = say.Marked(
                    typed.Missing is PostField.Reason || typed.LacksReason,
                    say.Say("直す理由（記録に残ります）", "Reason (kept on record)"),
                    typed.Reason
                ),
                Id = ApprovalFields.UrlReason,
                Value = typed.Reason,
                MaxLength = GateAnswers.MaxLine,
            },
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            ReviewParts.Primary(
                Buttons.Execute(say.Say("このURLに直す", "Use this address"), ApprovalVerbs.CorrectUrl, ReportForm.Data(view, typed))
            ),
        ]);
    }
}

/// <summary>What a report proves, in words.</summary>
internal static class PostedWords
{
    public static string Proof(Draft draft, CardLanguage language)
    {
        if (draft.Report is not { } report) return "";
        var account = report.Account == AccountProof.ByAddress
            ? language.Say("アカウントの一致を確認。", "The address is of the account. ")
            : language.Say("アカウントは報告者が確認。", "The reporter vouches for the account. ");
        return account + report.Comparison switch
        {
            PostedComparison.Same => language.Say("投稿文は承認文と一致。", "The text is the approved one."),
            PostedComparison.SameButMedium => language.Say(
                $"投稿文は承認文と一致（媒体による違い：{string.Join("、", report.Allowances.Select(allowance => Word(allowance, language)))}）。",
                $"The text is the approved one (changed by the "
                    + $"medium: {string.Join(", ", report.Allowances.Select(allowance => Word(allowance, language)))})."
            ),
            _ => language.Say("本文は未照合。", "The text was not compared."),
        };
    }

    public static string Word(PostedAllowance allowance, CardLanguage language) => allowance switch
    {
        PostedAllowance.UnicodeForm => language.Say("文字の合成", "form of letters"),
        PostedAllowance.EmojiForm => language.Say("絵文字の形", "form of emoji"),
        PostedAllowance.HiddenSigns => language.Say("見えない文字", "invisible signs"),
        PostedAllowance.Blanks => language.Say("空白", "blanks"),
        PostedAllowance.BlankLines => language.Say("空行", "blank lines"),
        PostedAllowance.LineBreaks => language.Say("改行", "line breaks"),
        PostedAllowance.Quotes => language.Say("引用符", "quotation marks"),
        PostedAllowance.LinkShown => language.Say("リンクの表示", "how links are shown"),
        PostedAllowance.LinkWrapped => language.Say("t.co への置き換え", "t.co links"),
        PostedAllowance.LinkTracking => language.Say("リンクに付く追跡の文字", "tracking in links"),
        _ => language.Say("画像のリンク", "link to the picture"),
    };
}
