using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.WordDesk;

/// <summary>The desk's list of entries and of what writers marked 該当しない; opens one entry; takes a dismissal back.</summary>
internal sealed class ShowWords(BotDbContext db, WordsTurns turns, AccountRegister accounts, AuditTrail audit)
{
    public async Task<Reply> HandleList(ParsedTurn turn, CancellationToken cancellationToken) =>
        turns.DeskMember(turn) is null ? WordsTurns.NotDesk : await ListAsync(turn, null, cancellationToken);

    public Task<Reply> HandleNew(ParsedTurn turn) =>
        Task.FromResult(turns.DeskMember(turn) is null ? WordsTurns.NotDesk : Reply.Show(WordingForm.New(WordingForm.Empty)));

    public async Task<Reply> HandleOpen(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.DeskMember(turn) is null) return WordsTurns.NotDesk;
        return await turns.FindAsync(turn, cancellationToken) is { } entry
            ? await turns.ShowAsync(turn, entry, null, null, cancellationToken)
            : WordsTurns.NotFound;
    }

    /// <summary>The rule speaks of the phrase again for that account.</summary>
    public async Task<Reply> HandleTakeBack(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.DeskMember(turn) is null) return WordsTurns.NotDesk;
        var tenant = turn.Actor!.TenantId;
        if (
            !Guid.TryParseExact(turn.Action!["dismissed"], "N", out var id)
            || await db.DismissedFindings.SingleOrDefaultAsync(
                dismissed => dismissed.Id == id && dismissed.TenantId == tenant,
                cancellationToken
            )
                is not { } found
        )
            return WordsTurns.NotFound;
        if (!found.TakeBack()) return await ListAsync(turn, CardParts.Notice(NoticeKind.Info, "すでに元に戻されています。"), cancellationToken);
        audit.Record(turn.Actor, "words.takeBack", $"dismissed:{found.Id:N}", new { rule = found.RuleId, account = found.AccountId });
        return await ListAsync(turn, CardParts.Notice(NoticeKind.Done, "元に戻しました。次の点検からまた表示します。"), cancellationToken);
    }

    private async Task<Reply> ListAsync(ParsedTurn turn, AdaptiveContainer? notice, CancellationToken cancellationToken)
    {
        var tenant = turn.Actor!.TenantId;
        var entries = await db
            .WordingEntries.AsNoTracking()
            .Include(entry => entry.Versions.OrderBy(version => version.Number))
            .Where(entry => entry.TenantId == tenant)
            .OrderByDescending(entry => entry.ChangedAt)
            .Take(WordListCard.MaxEntries)
            .ToListAsync(cancellationToken);
        var count = await db.WordingEntries.CountAsync(entry => entry.TenantId == tenant, cancellationToken);
        // Tracked, so that one taken back in this turn is left out already.
        var dismissed = await db
            .DismissedFindings.Where(one => one.TenantId == tenant)
            .OrderByDescending(one => one.At)
            .ToListAsync(cancellationToken);
        return Reply.Show(WordListCard.For(entries, count, dismissed, Account, turns.Now, notice));
    }

    private string Account(string id) => accounts.Find(id) is { } account ? AccountRegister.Display(account) : id;
}
