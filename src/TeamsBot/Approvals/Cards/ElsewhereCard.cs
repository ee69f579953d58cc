using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The approved text stands in public under another account: which post, what to do, and for the poster the field for the address of the
/// right one; for those who answer for it the field to say what is to be done.
/// </summary>
internal static class ElsewhereCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var say = view.Language;
        return Card(view,
        [
            .. What(view),
            .. view.ToldOfDifference.Length > 0
                ? [ReviewParts.Line(ReviewParts.Plain(say.Say($"{view.ToldOfDifference}に知らせました。", $"{view.ToldOfDifference} were told.")))]
                : Array.Empty<AdaptiveElement>(),
            .. AdviseForm.Said(view),
            .. Steps(
                view,
                say.Say(
                    "正しい投稿先に投稿したら、そのURLを下から報告する",
                    "Once it is posted to the right account, report that address below"
                )
            ),
            .. ReportForm.For(view, notice, typed),
        ]);
    }

    /// <summary>For head and desk, who settle with the author whether the post is taken down.</summary>
    public static AdaptiveCard ForOthers(DraftView view, AdaptiveContainer? notice, string advice, bool isMissing)
    {
        var (say, author) = (view.Language, view.Draft.AuthorName);
        return Card(view,
        [
            .. What(view),
            .. AdviseForm.Steps(view, AdviseForm.Kept(view), say.Say($"どうするかを、下から{author}さんに伝える", $"Tell {author} below what to do")),
            .. AdviseForm.For(
                view,
                say.Say("どうするか（投稿を消すか、残すか）", "What to do (delete the post, or leave it)"),
                say.Say(
                    "例：そのアカウントの投稿は消し、正しい投稿先に投稿し直してください",
                    "for example: delete that post and post it to the right account"
                ),
                notice,
                advice,
                isMissing
            ),
        ]);
    }

    /// <summary>What a phone shows of the message.</summary>
    public static string Summary(Draft draft, CardLanguage language) =>
        language.Say(
            $"至急 No.{draft.Number} 別のアカウントの投稿です。確認してください。",
            $"Urgent: No.{draft.Number} was posted from another account. Please check."
        );

    private static AdaptiveCard Card(DraftView view, IEnumerable<AdaptiveElement> body) =>
        CardParts.Card(body, Summary(view.Draft, view.Language), language: view.Language);

    private static IEnumerable<AdaptiveElement> What(DraftView view)
    {
        var (say, reported) = (view.Language, view.Draft.Elsewhere!);
        yield return ReviewParts.Heading(
            view,
            view.Draft.Strays().Count > 0
                ? say.Say("別のアカウントの投稿です。確認してください", "Posted from another account: please check")
                : say.Say("正しい投稿先への投稿を待っています", "The post of the right account is still to come"),
            AdaptiveTextColor.Attention
        );
        yield return ReviewParts.Line(ReviewParts.Subtle(say.Say("承認した投稿先　", "Approved for　")), ReviewParts.Bold(view.Account ?? ""));
        yield return ReviewParts.Line(
            ReviewParts.Subtle(say.Say("報告　", "Reported by　")),
            ReviewParts.Plain($"{reported.Who}　{JapaneseTime.Format(reported.At, view.Now, say)}")
        );
        foreach (var part in StraySection.For(view)) yield return part;
    }

    private static IEnumerable<AdaptiveElement> Steps(DraftView view, string last) =>
        AdviseForm.Steps(
            view,
            view.Language.Say(
                "その投稿は、所属長と相談するまで消したり直したりしない",
                "Neither delete nor change that post before talking to the head"
            ),
            last
        );
}
