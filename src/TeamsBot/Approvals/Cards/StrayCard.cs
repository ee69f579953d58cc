using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>Asks those who were called what became of a post under another account, of which nobody has written it down.</summary>
internal static class StrayCard
{
    /// <summary>Our own figure: after so long it stays in 「一覧」 and nobody is asked any more.</summary>
    public static readonly TimeSpan AskedFor = TimeSpan.FromDays(7);

    public static AdaptiveCard For(DraftView view, DraftEvent stray)
    {
        var (draft, say) = (view.Draft, view.Language);
        return CardParts.Card(
            [
                ReviewParts.Heading(view, say.Say("別のアカウントの投稿を確かめてください", "Please look after the post under another account")),
                ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(draft))),
                ReviewParts.Line(
                    ReviewParts.Subtle(say.Say("報告　", "Reported by　")),
                    ReviewParts.Plain($"{stray.Who}　{JapaneseTime.Format(stray.At, view.Now, say)}")
                ),
                .. StraySection.For(view),
            ],
            Summary(view),
            language: say
        );
    }

    public static string Summary(DraftView view) => view.Language.Say(
        $"No.{view.Draft.Number} 別のアカウントの投稿が残っていないか、確かめてください。",
        $"No.{view.Draft.Number}: is the post under another account still there?");
}
