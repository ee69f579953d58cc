using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>
/// 「交代」 asks one colleague, 「代わりを探す」 everybody of the section who could, to take over a week of one's own. A new request for the same week
/// takes the place of the one before; while everybody is asked for somebody who is away, nobody asks them again.
/// </summary>
internal sealed class AskForCover(
    BotDbContext db, RosterTurns turns, DutyRoster roster, PeopleDirectory people, SwapNews news, AuditTrail audit, TimeProvider time)
{
    /// <param name="argument">The colleague's name, or nothing.</param>
    public Task<Reply> HandleForm(ParsedTurn turn, string argument)
    {
        if (turns.Reader(turn) is not { } reader) return Task.FromResult(turns.NotListed(turn));
        var own = Own(reader);
        if (own.Count == 0) return Task.FromResult(Nothing(reader));
        var to = people.Named(argument) is [var one] ? one.ObjectId : "";
        var problem = argument.Length > 0 && to.Length == 0
            ? reader.Language.Say(
                $"「{TypedText.Quote(argument)}」さんを一人に決められません。下の欄で選んでください。",
                $"It is not clear who \"{TypedText.Quote(argument)}\" is. Choose below.")
            : null;
        return Task.FromResult(Reply.Show(new SwapCard(roster, people).Form(own, "", to, reader, problem)));
    }

    public async Task<Reply> HandleAsk(ParsedTurn turn, bool asksAll, CancellationToken cancellationToken)
    {
        if (turns.Reader(turn) is not { } reader) return turns.NotListed(turn);
        var (own, row, named) = (Own(reader), turn.Action![RosterFields.Row], turn.Action[RosterFields.To]);
        var (say, rules) = (reader.Language, new SwapRules(people));
        if (RosterWords.ReadRow(row) is not var (duty, monday)) return Refuse(say.Say("代わってほしい当番を選んでください。", "Choose a duty."));
        var week = roster.Find(reader.TenantId, reader.Person.Section, duty, monday);
        if (SwapRules.Over(week, reader.Person.ObjectId, reader) is { } over) return Refuse(over);
        var asked = new List<Person>();
        if (asksAll)
        {
            asked.AddRange(rules.Candidates(week!, reader.Person, reader.Today));
            if (asked.Count == 0)
                return Refuse(say.Say("代われる方がいません。所属長へ相談してください。", "Nobody could take it; please ask the head of your section."));
        }
        else
        {
            if (people.Find(named) is not { } to) return Refuse(say.Say("頼む相手を選んでください。", "Choose whom to ask."));
            if (rules.Refusal(week!, reader.Person, to, reader) is { } refusal) return Refuse(refusal);
            asked.Add(to);
        }

        var swap = await AskAsync(turn, week!, reader.Person, asked, asksAll, cancellationToken);
        var said = say.Say($"{Person.NamesOf(asked)}に頼みました。", $"Asked: {string.Join(", ", asked.Select(person => person.Name))}.");
        return turn.IsInvoke
            ? Reply.Show(new SwapCard(roster, people).Asked(swap, reader, CardParts.Notice(NoticeKind.Done, said)))
            : Reply.Say(said);

        Reply Refuse(string problem) => turn.IsInvoke && own.Count > 0
            ? Reply.Show(new SwapCard(roster, people).Form(own, row, named, reader, problem))
            : Reply.Say(problem);
    }

    /// <summary>Those of the section, and whoever enters its duty: whoever is away cannot ask.</summary>
    public static bool MayAskFor(Person person, string section) => person.Section == section || RosterTurns.MayEnter(person, section);

    /// <summary>
    /// Everybody who could is asked to take this week of somebody who is away today; no other week is for others to give away.
    /// </summary>
    public async Task<Reply> HandleFor(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.Reader(turn) is not { } reader) return turns.NotListed(turn);
        var (say, section) = (reader.Language, turn.Action![RosterFields.Section]);
        if (!MayAskFor(reader.Person, section)) return turns.NotYours(turn, section);
        if (RosterWords.ReadRow(turn.Action[RosterFields.Row]) is not var (duty, monday)
            || RosterWeek.MondayOf(monday) != RosterWeek.MondayOf(reader.Today)
            || roster.Find(reader.TenantId, section, duty, monday) is not { } week
            || roster.OnDuty(reader.TenantId, section, duty, reader.Today) is not null || people.Find(week.MainId) is not { } from)
            return Show(NoticeKind.Info, say.Say("当番の状態が変わっています。いまの内容を確かめてください。", "The duty has changed; please look at it again."));
        if ((await OpenAsync(week, from, cancellationToken)).Find(open => open.IsOpenToAll) is { } before)
        {
            var said = people.Find(before.AskerId) is { } by && by != reader.Person
                ? say.Say($"{by.Name}さんが、すでに代わりを探しています。", $"{by.Name} is looking for cover already.")
                : say.Say("すでに代わりを探しています。", "Cover is being looked for already.");
            return SettleSwap.MayWithdraw(before, reader.Person) ? Asked(before, NoticeKind.Info, said) : Show(NoticeKind.Info, said);
        }

        var asked = new SwapRules(people).Candidates(week, from, reader.Today);
        if (asked.Count == 0)
            return Show(NoticeKind.Attention, say.Say(
                "代われる方がいません。所属長へ相談してください。", "Nobody could take it; please ask the head of the section."));
        var swap = await AskAsync(turn, week, from, asked, isOpenToAll: true, cancellationToken);
        return Asked(swap, NoticeKind.Done, say.Say(
            $"{Person.NamesOf(asked)}に頼みました。最初に引き受けた方が当番になります。",
            $"Asked: {string.Join(", ", asked.Select(person => person.Name))}. The first who takes it is on duty."));

        // With the way to take it back.
        Reply Asked(DutySwap swap, NoticeKind kind, string said) => turn.IsInvoke
            ? Reply.Show(new SwapCard(roster, people).Asked(swap, reader, CardParts.Notice(kind, said)))
            : Reply.Say(said);

        Reply Show(NoticeKind kind, string said) => turn.IsInvoke
            ? Reply.Show(new RosterCard(roster, people).For(section, reader, CardParts.Notice(kind, said)))
            : Reply.Say(said);
    }

    private async Task<DutySwap> AskAsync(
        ParsedTurn turn, RosterWeek week, Person from, IReadOnlyList<Person> asked, bool isOpenToAll, CancellationToken cancellationToken)
    {
        var reader = turns.Reader(turn)!;
        await WithdrawOlderAsync(week, from, reader, cancellationToken);
        var swap = DutySwap.Asked(
            week, from.ObjectId, reader.Person.ObjectId, [.. asked.Select(person => person.ObjectId)], isOpenToAll, time.GetUtcNow());
        db.DutySwaps.Add(swap);
        audit.Record(
            turn.Actor, "roster.ask", SwapNews.Subject(swap), new { duty = week.Duty.ToString(), week = week.Monday, swap.AskedIds });
        news.Ask(swap, reader);
        return swap;
    }

    private IReadOnlyList<RosterWeek> Own(RosterReader reader) =>
        [.. roster.HeldBy(reader.TenantId, reader.Person, reader.Today).Where(week => week.Section == reader.Person.Section)];

    private async Task WithdrawOlderAsync(RosterWeek week, Person of, RosterReader reader, CancellationToken cancellationToken)
    {
        foreach (var swap in await OpenAsync(week, of, cancellationToken))
        {
            swap.End(SwapState.Withdrawn, reader.Person.ObjectId, time.GetUtcNow());
            news.Change(swap, reader);
        }
    }

    private Task<List<DutySwap>> OpenAsync(RosterWeek week, Person of, CancellationToken cancellationToken)
    {
        var from = of.ObjectId.ToLowerInvariant();
        return db.DutySwaps.Where(swap => swap.TenantId == week.TenantId && swap.State == SwapState.Asked
            && swap.Section == week.Section && swap.Duty == week.Duty && swap.Monday == week.Monday && swap.FromId == from)
            .ToListAsync(cancellationToken);
    }

    private static Reply Nothing(RosterReader reader) => Reply.Say(reader.Language.Say(
        "これからの当番にあなたは入っていません。「当番」で確かめてください。", "You are on no duty from now on. Type \"duty\" to see who is."));
}
