using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>
/// 「引き受ける」: the first who takes a week over has it, the others are told who did; both are told. 「引き受けられない」 and taking the request back
/// leave the duty as it is; where several are asked, the others still are.
/// </summary>
internal sealed class SettleSwap(
    BotDbContext db, RosterTurns turns, DutyRoster roster, PeopleDirectory people, SwapNews news, AuditTrail audit, TimeProvider time)
{
    public async Task<Reply> HandleOpen(ParsedTurn turn, CancellationToken cancellationToken) =>
        await FindAsync(turn, cancellationToken) is var (swap, reader) ? Reply.Show(Card(swap, reader, null)) : NotFound(turn);

    public async Task<Reply> HandleTake(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await AskedAsync(turn, cancellationToken) is not var (swap, reader)) return NotFound(turn);
        var say = reader.Language;
        if (!swap.IsOpen) return Answer(turn, swap, reader, NoticeKind.Info, new SwapCard(roster, people).State(swap, say));
        var week = roster.Find(swap.TenantId, swap.Section, swap.Duty, swap.Monday);
        if (SwapRules.Over(week, swap.FromId, reader) is { } over) return Answer(turn, swap, reader, NoticeKind.Attention, over);
        if (new SwapRules(people).Refusal(week!, people.Find(swap.FromId), reader.Person, reader) is { } refusal)
            return Answer(turn, swap, reader, NoticeKind.Attention, refusal);
        week!.Replace(swap.FromId, reader.Person.ObjectId);
        swap.End(SwapState.Taken, reader.Person.ObjectId, time.GetUtcNow());
        audit.Record(turn.Actor, "roster.take", SwapNews.Subject(swap), new { from = swap.FromId, week = swap.Monday });
        news.Taken(swap, reader);
        var what = RosterWords.Of(swap.Duty, swap.Monday, reader.Today, say);
        return Answer(turn, swap, reader, NoticeKind.Done, say.Say($"{what}を引き受けました。", $"You have taken the {what}.")
            + Told([swap.FromId, swap.AskerId], reader));
    }

    public async Task<Reply> HandleDecline(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await AskedAsync(turn, cancellationToken) is not var (swap, reader)) return NotFound(turn);
        var say = reader.Language;
        if (!swap.IsOpen) return Answer(turn, swap, reader, NoticeKind.Info, new SwapCard(roster, people).State(swap, say));
        if (swap.IsOpenToAll && swap.AskedIds.Count > 1)
        {
            swap.LeaveOut(reader.Person.ObjectId);
            audit.Record(turn.Actor, "roster.decline", SwapNews.Subject(swap));
            news.LeftOut(swap, reader);
            return Answer(turn, swap, reader, NoticeKind.Done, say.Say(
                "お返事を受け取りました。ほかの方には、引き続き尋ねています。", "Thank you. The others are still asked."));
        }

        swap.End(SwapState.Declined, reader.Person.ObjectId, time.GetUtcNow());
        audit.Record(turn.Actor, "roster.decline", SwapNews.Subject(swap));
        news.Declined(swap, reader);
        return Answer(turn, swap, reader, NoticeKind.Done, Told([swap.AskerId], reader).TrimStart()
            + say.Say("当番は変わりません。", " The duty stays as it is."));
    }

    public async Task<Reply> HandleWithdraw(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not var (swap, reader)) return NotFound(turn);
        if (!MayWithdraw(swap, reader.Person)) return NotFound(turn);
        var say = reader.Language;
        if (!swap.IsOpen) return Answer(turn, swap, reader, NoticeKind.Info, new SwapCard(roster, people).State(swap, say));
        swap.End(SwapState.Withdrawn, reader.Person.ObjectId, time.GetUtcNow());
        audit.Record(turn.Actor, "roster.withdraw", SwapNews.Subject(swap));
        news.Withdrawn(swap, reader);
        return Answer(turn, swap, reader, NoticeKind.Done, say.Say("頼むのをやめました。当番は変わりません。", "Taken back. The duty stays as it is."));
    }

    /// <summary>Whoever asked, and whose duty it is.</summary>
    public static bool MayWithdraw(DutySwap swap, Person person) => swap.IsAskedBy(person.ObjectId) || swap.IsFrom(person.ObjectId);

    /// <summary>The same for what only those who are asked may do.</summary>
    private async Task<(DutySwap Swap, RosterReader Reader)?> AskedAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        await FindAsync(turn, cancellationToken) is var (swap, reader) && swap.Asks(reader.Person.ObjectId) ? (swap, reader) : null;

    private async Task<(DutySwap Swap, RosterReader Reader)?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.Reader(turn) is not { } reader || !Guid.TryParseExact(turn.Action![RosterFields.Swap], "N", out var id)) return null;
        var swap = await db.DutySwaps.SingleOrDefaultAsync(one => one.Id == id && one.TenantId == reader.TenantId, cancellationToken);
        return swap is not null && IsFor(swap, reader.Person.ObjectId) ? (swap, reader) : null;
    }

    private static bool IsFor(DutySwap swap, string personId) => swap.Asks(personId) || swap.IsFrom(personId) || swap.IsAskedBy(personId);

    /// <summary>Who was told, but for the reader and those who have left; empty where nobody is.</summary>
    private string Told(IEnumerable<string> ids, RosterReader reader)
    {
        var told = ids.Select(people.Find).OfType<Person>().Where(person => person != reader.Person).Distinct().ToList();
        return told.Count == 0
            ? ""
            : reader.Language.Say(
                $"{string.Join("と", told.Select(person => $"{person.Name}さん"))}に知らせました。",
                $" Told: {string.Join(", ", told.Select(person => person.Name))}.");
    }

    private Reply NotFound(ParsedTurn turn) => turns.Reader(turn) is not { } reader
        ? turns.NotListed(turn)
        : Reply.Say(reader.Language.Say(
            "この依頼は見つからないか、ほかの方への依頼です。「当番」で確かめてください。", "This request was not found, or is for somebody else. Type \"duty\"."));

    private Reply Answer(ParsedTurn turn, DutySwap swap, RosterReader reader, NoticeKind kind, string said) =>
        turn.IsInvoke ? Reply.Show(Card(swap, reader, CardParts.Notice(kind, said))) : Reply.Say(said);

    private AdaptiveCards.AdaptiveCard Card(DutySwap swap, RosterReader reader, AdaptiveCards.AdaptiveContainer? notice) =>
        swap.IsFrom(reader.Person.ObjectId) || (swap.IsAskedBy(reader.Person.ObjectId) && !swap.Asks(reader.Person.ObjectId))
            ? new SwapCard(roster, people).Asked(swap, reader, notice)
            : new SwapCard(roster, people).Request(swap, reader, notice);
}
