using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// The approved text stands in public under another account. Told at once to those who answer for it, and written down; the draft stays
/// approved, because where it was to appear it has not.
/// </summary>
internal sealed class WrongAccount(DraftTurns turns, DraftViews views, Posters posters, OutboxWriter outbox, AuditTrail audit)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (posters.NameOf(turn, draft) is not { } poster) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (draft.Status != DraftStatus.Approved) return turns.Refuse(turn, draft, Refusal.NotNow);
        var (say, url) = (turns.Language(turn), ShortText.Cut(turn.Action![ApprovalFields.PostedUrl].Trim(), PostAddress.MaxLength));
        var told = views.ToldOfDifference(draft).Where(person => !person.Is(turn.Actor!.ObjectId)).ToList();
        foreach (var person in told)
        {
            outbox.Say(
                Address.Person(draft.TenantId, person.ObjectId),
                $"至急 下書き No.{draft.Number} が、承認した投稿先（{views.Display(draft.AccountId)}）と違うアカウントに投稿されたと、{poster}さんから報告がありました。{url} "
                + $"投稿を確かめ、消すかどうかを{poster}さんと決めてください。",
                DraftTurns.Subject(draft));
        }

        audit.Record(
            turn.Actor,
            "draft.wrongAccount",
            DraftTurns.Subject(draft),
            new
            {
                revision = draft.Current.Number,
                hash = draft.ApprovedHash,
                url,
            }
        );
        var names = string.Join("、", told.Select(person => $"{person.Name}さん"));
        var sentence = say.Say(
            $"{(told.Count > 0 ? $"{names}に知らせました。" : "すぐに所属長へ報告してください。")}相談するまで、その投稿を消したり直したりしないでください。承認は残っています。正しい投稿先に投稿したら、そのURLを報告します。",
            $"{(told.Count > 0 ? $"{names} were told." : "Report it to the head at once.")} Do not delete or change that post before you "
                + $"have talked to them. The approval stands: once it is posted to the right account, report that address."
        );
        return DraftTurns.Answer(
            turn,
            views.Of(draft, turn.Actor!.ObjectId).Fitting(view => PostingCard.For(view, CardParts.Notice(NoticeKind.Done, sentence))),
            sentence
        );
    }
}
