using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// The approved text stands in public under another account. Told at once to those who answer for it, and written down; the draft stays
/// approved, because where it was to appear it has not. The address becomes a link on an urgent card, so that only one of the web is taken.
/// </summary>
internal sealed class WrongAccount(
    DraftTurns turns,
    DraftViews views,
    Posters posters,
    TellDifference telling,
    SettleStray strays,
    UnfitAddress unfit,
    AddressJudge addresses
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (posters.NameOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        var typed = PostInput.Of(turn.Action!);
        if (PostAddress.Read(typed.Url) is not { } address) return Refuse(turn, draft, typed, Refusal.UrlMissing);
        if (addresses.Of(draft, typed.Url) == AddressProof.Account) return Refuse(turn, draft, typed, Refusal.UrlOfOwnAccount);
        var say = turns.Language(turn);
        var open = draft.UnfitAddress();
        if (draft.ReportElsewhere(poster, address, turns.Now) is { } refusal) return turns.Refuse(turn, draft, refusal);
        telling.Alarm(draft, turn.Actor!.ObjectId);
        await strays.ScheduleAsync(draft, cancellationToken);
        unfit.Settle(draft, open);
        var told = views.ToldOf(draft, draft.Elsewhere).Where(person => !person.Is(turn.Actor.ObjectId)).ToList();
        var proof = new
        {
            revision = draft.Current.Number,
            hash = draft.ApprovedHash,
            url = address.AbsoluteUri,
        };
        var names = Person.NamesOf(told);
        var sentence = say.Say(
            $"{(told.Count > 0 ? $"{names}に知らせました。" : "すぐに所属長へ報告してください。")}相談するまで、その投稿を消したり直したりしないでください。承認は残っています。正しい投稿先に投稿したら、そのURLを報告します。",
            $"{(told.Count > 0 ? $"{names} were told." : "Report it to the head at once.")} Do not delete or change that post before you "
                + $"have talked to them. The approval stands: once it is posted to the right account, report that address."
        );
        // The text beside it is that of the wrong post: in its field it would be compared with the right one.
        sentence += CardInHand.GivenBack((typed with { Url = "" }).Words, say);
        return turns.DoneShowing(
            turn,
            draft,
            "draft.wrongAccount",
            proof,
            views
                .Of(draft, turn.Actor.ObjectId)
                .Fitting(view => PostingCard.For(view, CardParts.Notice(NoticeKind.Done, sentence)))
        );
    }

    /// <summary>Nothing happened: the form with what was typed, and the same button below it.</summary>
    private Reply Refuse(ParsedTurn turn, Draft draft, PostInput typed, Refusal refusal)
    {
        var sentence = refusal.Sentence(draft, turns.Now, turns.Language(turn));
        var kept = typed with { Missing = PostField.Url, IsOfOther = true };
        var card = views
            .Of(draft, turn.Actor!.ObjectId)
            .Fitting(view => PostingCard.For(view, CardParts.Notice(NoticeKind.Attention, sentence), kept));
        return DraftTurns.Answer(turn, card, sentence);
    }
}
