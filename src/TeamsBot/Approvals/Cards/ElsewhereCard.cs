using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The approved text stands in public under another account: which post, what to do, and for the poster the field for the address of the
/// right one; for those who answer for it the field to say what is to be done. Theirs goes on until that post is settled, whatever else is
/// reported; the poster's until the right post is.
/// </summary>
internal static class ElsewhereCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var (say, draft, isOpen) = (view.Language, view.Draft, view.Draft.Strays().Count > 0);
        var last = say.Say(
            "正しい投稿先に投稿したら、そのURLを下から報告する",
            "Once it is posted to the right account, report that address below"
        );
        return Card(
            [
                isOpen ? Urgent(view) : Waiting(view),
                .. What(view, draft.Elsewhere!),
                .. isOpen && view.ToldOfDifference.Length > 0
                    ?
                    [
                        ReviewParts.Line(
                            ReviewParts.Plain(say.Say($"{view.ToldOfDifference}に知らせました。", $"{view.ToldOfDifference} were told."))
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. AdviseForm.Said(view, draft.Advice()),
                .. isOpen ? AdviseForm.Steps(view, Keep(say), last) : [ReviewParts.Line(ReviewParts.Plain(last))],
                .. ReportForm.For(view, notice, typed),
            ],
            isOpen
                ? Summary(draft, say)
                : say.Say($"No.{draft.Number} 正しい投稿先への投稿待ち", $"No.{draft.Number}: the post of the right account is still to come"),
            say
        );
    }

    /// <summary>For head and desk, who settle with the author whether the post is taken down.</summary>
    /// <param name="stray">The report they were called about.</param>
    public static AdaptiveCard ForOthers(DraftView view, DraftEvent stray, AdaptiveContainer? notice, string advice, bool isMissing)
    {
        var (say, draft, author) = (view.Language, view.Draft, view.Draft.AuthorName);
        if (draft.StrayEnd(stray) is not null)
            return Card(
                [
                    ReviewParts.Heading(view, say.Say("別のアカウントの投稿は片付きました", "The post under another account is settled")),
                    .. What(view, stray),
                    .. StraySection.For(view, stray),
                    .. notice is null ? [] : new AdaptiveElement[] { notice },
                ],
                say.Say($"No.{draft.Number} 別のアカウントの投稿は片付きました", $"No.{draft.Number}: the other post is settled"),
                say
            );
        return Card(
            [
                Urgent(view),
                .. What(view, stray),
                .. draft.Status == DraftStatus.Posted
                    ? [CardParts.Notice(NoticeKind.Info, say.Say("正しい投稿先にも投稿されています。", "It is posted to the right account as well."))]
                    : Array.Empty<AdaptiveElement>(),
                .. StraySection.For(view, stray),
                .. AdviseForm.Steps(
                    view,
                    AdviseForm.Kept(view),
                    say.Say($"どうするかを、下から{author}さんに伝える", $"Tell {author} below what to do")
                ),
                .. AdviseForm.For(
                    view,
                    stray,
                    say.Say("どうするか（投稿を消すか、残すか）", "What to do (delete the post, or leave it)"),
                    say.Say("例：その投稿は消してください", "for example: please delete that post"),
                    notice,
                    advice,
                    isMissing
                ),
            ],
            Summary(draft, say),
            say
        );
    }

    /// <summary>What a phone shows of the message.</summary>
    public static string Summary(Draft draft, CardLanguage language) =>
        language.Say(
            $"至急 No.{draft.Number} 別のアカウントの投稿です。確認してください。",
            $"Urgent: No.{draft.Number} was posted from another account. Please check."
        );

    private static AdaptiveCard Card(IEnumerable<AdaptiveElement> body, string summary, CardLanguage language) =>
        CardParts.Card(body, summary, language: language);

    private static AdaptiveTextBlock Urgent(DraftView view) => ReviewParts.Heading(
        view,
        view.Language.Say("別のアカウントの投稿です。確認してください", "Posted from another account: please check"),
        AdaptiveTextColor.Attention
    );

    private static AdaptiveTextBlock Waiting(DraftView view) => ReviewParts.Heading(
        view,
        view.Language.Say("正しい投稿先への投稿を待っています", "The post of the right account is still to come"),
        AdaptiveTextColor.Attention
    );

    private static IEnumerable<AdaptiveElement> What(DraftView view, DraftEvent reported)
    {
        var say = view.Language;
        yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("承認した投稿先　", "Approved for　")), ReviewParts.Bold(view.Account ?? ""));
        if (view.StrayAccounts.TryGetValue(reported.Ordinal, out var account))
            yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("投稿されたところ　", "Posted to　")), ReviewParts.Bold(account));
        yield return ReviewParts.Line(
            ReviewParts.Subtle(say.Say("報告　", "Reported by　")),
            ReviewParts.Plain($"{reported.Who}　{JapaneseTime.Format(reported.At, view.Now, say)}")
        );
    }

    private static string Keep(CardLanguage say) => say.Say(
        "その投稿は、所属長と相談するまで消したり直したりしない",
        "Neither delete nor change that post before talking to the head"
    );
}
