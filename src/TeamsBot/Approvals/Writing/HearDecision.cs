using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// 「承認します」「No.3」, typed. What was typed never decides: which text it meant nobody could prove. The card that waits for the person comes
/// instead, or the list where several wait, with the sentence that its button decides.
/// </summary>
internal sealed class HearDecision(BotDbContext db, DraftTurns turns, ListDrafts list, WaitingDrafts drafts)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (said, language) = (SpokenDecision.Of(turn.Text)!, turns.Language(turn));
        var sentence = said.Decides ? ByButton(language) : "";
        if (said.Number.Length > 0)
        {
            return await turns.FindAsync(turn, said.Number, cancellationToken) is { } named
                ? turns.Bring(turn, named, sentence)
                : Reply.Say(Refusal.NotFound.Sentence(null, turns.Now, language));
        }

        var waiting = await drafts.OfAsync(turn.Actor!, cancellationToken);
        if (waiting is [var only] && await db.FindDraftAsync(only, turn.Actor!.TenantId, cancellationToken) is { } draft)
            return turns.Bring(turn, draft, sentence);
        return waiting.Count > 0
            ? await list.Handle(turn, cancellationToken, sentence)
            : Reply.Say(
                language.Say(
                    "いま、あなたの確認や決裁を待っている下書きはありません。「一覧」で全部を見られます。",
                    "No draft waits for your review or decision. \"list\" shows all."
                )
            );
    }

    private static string ByButton(CardLanguage language) => language.Say(
        "まだ何も決まっていません。文字では決められないため、カードのボタンで決めてください。",
        "Nothing is decided yet. Typed words do not decide: please use the button on the card.");
}
