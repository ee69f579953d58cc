using TeamsBot.Cards;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.WordDesk;

/// <summary>
/// A member of the desk puts an entry into effect, takes it out of effect, or goes back to an earlier version. Each counts from the next
/// check.
/// </summary>
internal sealed class SwitchWord(WordsTurns turns, WordTrial trial)
{
    /// <summary>Tried once more: what was posted since the trial counts as well.</summary>
    public async Task<Reply> HandleActivate(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.DeskMember(turn) is not { } member) return WordsTurns.NotDesk;
        if (await turns.FindAsync(turn, cancellationToken) is not { } entry) return WordsTurns.NotFound;
        var tried = await trial.RunAsync(entry.Latest.Content, entry.TenantId, cancellationToken);
        if (tried.Refusal is { } problem)
            return await turns.ShowAsync(turn, entry, CardParts.Notice(NoticeKind.Attention, problem), null, cancellationToken);
        if (entry.Activate(WordsTurns.Seen(turn), WordsTurns.Number(turn), member, turns.Now) is { } refusal)
            return await turns.RefuseAsync(turn, entry, refusal, null, cancellationToken);
        return await turns.DoneAsync(
            turn,
            entry,
            "words.activate",
            new
            {
                version = entry.ActiveVersion,
                posts = tried.Posts,
                hits = tried.Hits,
            },
            "有効にしました。次の点検から使われます。",
            cancellationToken
        );
    }

    public async Task<Reply> HandleOff(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.DeskMember(turn) is not { } member) return WordsTurns.NotDesk;
        if (await turns.FindAsync(turn, cancellationToken) is not { } entry) return WordsTurns.NotFound;
        var (reason, version) = (TypedText.Of(turn.Action![WordsFields.OffReason], WordingEntry.MaxReason), entry.ActiveVersion);
        if (entry.SwitchOff(WordsTurns.Seen(turn), reason, member, turns.Now) is { } refusal)
            return await turns.RefuseAsync(turn, entry, refusal, null, cancellationToken);
        return await turns.DoneAsync(turn, entry, "words.off", new { version, reason }, "停止しました。次の点検から使われません。", cancellationToken);
    }

    public async Task<Reply> HandleRollBack(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.DeskMember(turn) is not { } member) return WordsTurns.NotDesk;
        if (await turns.FindAsync(turn, cancellationToken) is not { } entry) return WordsTurns.NotFound;
        var number = WordsTurns.Number(turn);
        if (entry.RollBack(WordsTurns.Seen(turn), number, member, turns.Now) is { } refusal)
            return await turns.RefuseAsync(turn, entry, refusal, null, cancellationToken);
        return await turns.DoneAsync(turn, entry, "words.rollBack", new { to = number, version = entry.LatestVersion },
            $"第{number}版の内容に戻し、第{entry.LatestVersion}版として有効にしました。", cancellationToken);
    }
}
