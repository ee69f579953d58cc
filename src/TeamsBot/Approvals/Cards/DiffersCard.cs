using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What stands in public is not what was approved: red, with the places, what to do, and for the poster the way to report anew.
/// </summary>
internal static class DiffersCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice, PostInput typed)
    {
        var say = view.Language;
        return Card(view,
        [
            .. What(view),
            ReviewParts.Line(
                ReviewParts.Plain(say.Say($"{view.ToldOfDifference}に知らせました。", $"{view.ToldOfDifference} were told."))
            ),
            .. AdviseForm.Said(view, view.Draft.Advice()),
            .. Steps(
                view,
                say.Say(
                    "正しい文に直したか、貼り間違えたときは、下から報告し直す",
                    "When it is put right, or was pasted wrongly, report it again below"
                )
            ),
            .. ReportForm.Address(view, typed),
            ReportForm.TextField(view, typed, isNeeded: true),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            .. typed.IsOfOther ? [ReportForm.WrongAccount(view)] : Array.Empty<AdaptiveElement>(),
            ReviewParts.Primary(
                Buttons.Execute(say.Say("もう一度照合する", "Compare again"), ApprovalVerbs.Posted, ReportForm.Data(view, typed), style: "positive")
            ),
        ]);
    }

    /// <summary>
    /// For head and desk: what differs, the post, what to do, and the field for it: who is told to settle the correction with the author
    /// can say so here. It is no approval; another text than the approved one goes the whole way again.
    /// </summary>
    public static AdaptiveCard ForOthers(
        DraftView view,
        DraftEvent alarm,
        AdaptiveContainer? notice = null,
        string advice = "",
        bool isMissing = false
    )
    {
        var (say, author, url) = (view.Language, view.Draft.AuthorName, view.Draft.Report!.Url);
        return Card(view,
        [
            .. What(view),
            .. PostAddress.Kept(url) is { } address
                ?
                [
                    CardParts.Row(
                        AdaptiveSpacing.Small,
                        new AdaptiveOpenUrlAction { Title = say.Say("投稿を見る", "Open the post"), Url = address }
                    ),
                ]
                : new AdaptiveElement[] { ReviewParts.Line(ReviewParts.Plain(url)) },
            .. AdviseForm.Steps(
                view,
                AdviseForm.Kept(view),
                say.Say($"訂正のしかたを、下から{author}さんに伝える", $"Tell {author} below how to correct it")
            ),
            .. AdviseForm.For(
                view,
                alarm,
                say.Say("訂正のしかた", "How to correct it"),
                say.Say("例：承認文のとおりに直してください", "for example: put it right as approved"),
                notice,
                advice,
                isMissing
            ),
        ]);
    }

    /// <summary>What a phone shows of the message.</summary>
    public static string Summary(Draft draft, CardLanguage language) =>
        language.Say(
            $"至急 No.{draft.Number} 投稿文が承認文と違います。確かめてください。",
            $"Urgent: No.{draft.Number} was posted with another text than approved."
        );

    private static AdaptiveCard Card(DraftView view, IEnumerable<AdaptiveElement> body) =>
        CardParts.Card(body, Summary(view.Draft, view.Language), language: view.Language);

    private static IEnumerable<AdaptiveElement> What(DraftView view)
    {
        var (draft, say, report) = (view.Draft, view.Language, view.Draft.Report!);
        yield return ReviewParts.Heading(
            view,
            say.Say("投稿文が承認文と違います", "The posted text is not the approved one"),
            AdaptiveTextColor.Attention
        );
        yield return ReviewParts.Line(ReviewParts.Bold(view.Account ?? ""));
        yield return ReviewParts.Line(
            ReviewParts.Subtle(say.Say("報告　", "Reported by　")),
            ReviewParts.Plain($"{report.By}　{JapaneseTime.Format(report.At, view.Now, say)}")
        );
        var places = PlaceOfDifference.In(draft.Current.Text, report.Text);
        yield return new AdaptiveContainer
        {
            Items =
            [
                ReviewParts.Line(new AdaptiveTextRun
                {
                    Text = say.Say($"違うところ {places.Count}か所", $"{places.Count} differences"),
                    Weight = AdaptiveTextWeight.Bolder,
                    Color = AdaptiveTextColor.Attention,
                }),
                .. places.Take(PlaceOfDifference.MostShown).SelectMany(place => Place(place, say)),
            ],
            Style = AdaptiveContainerStyle.Attention, Spacing = AdaptiveSpacing.Small,
        };
    }

    private static IEnumerable<AdaptiveElement> Place(PlaceOfDifference place, CardLanguage say)
    {
        yield return Side(say.Say("承認　", "Approved　"), place, place.Approved, AdaptiveTextColor.Default, AdaptiveSpacing.Small);
        yield return Side(say.Say("投稿　", "Posted　"), place, place.Posted, AdaptiveTextColor.Attention, AdaptiveSpacing.None);
    }

    private static AdaptiveRichTextBlock Side(
        string label,
        PlaceOfDifference place,
        string changed,
        AdaptiveTextColor color,
        AdaptiveSpacing spacing
    )
    {
        var line = ReviewParts.Line(
            ReviewParts.Subtle(label),
            ReviewParts.Plain(place.Before),
            new AdaptiveTextRun
            {
                Text = changed.Length > 0 ? changed : "（なし）",
                Weight = AdaptiveTextWeight.Bolder,
                Underline = true,
                Color = color,
            },
            ReviewParts.Plain(place.After)
        );
        line.Spacing = spacing;
        return line;
    }

    private static IEnumerable<AdaptiveElement> Steps(DraftView view, string last) =>
        AdviseForm.Steps(
            view,
            view.Language.Say("元の投稿は、所属長と相談するまで消さない", "Do not delete the post before talking to the head"),
            last
        );
}
