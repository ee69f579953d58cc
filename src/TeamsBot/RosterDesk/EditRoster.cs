using System.Globalization;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>
/// Enters who is on duty in a week, and fills the weeks to come in the same order. By the desk, and by heads for their section. What is
/// past stays as it was.
/// </summary>
internal sealed class EditRoster(
    RosterTurns turns, DutyRoster roster, PeopleDirectory people, RosterPlan plan, RosterNews news, AuditTrail audit, TimeProvider time)
{
    /// <summary>So many weeks are filled at once (設定値): about the time in which people know their leave.</summary>
    private const int Weeks = 12;

    public Task<Reply> HandleForm(ParsedTurn turn)
    {
        if (turns.Reader(turn) is not { } reader) return Task.FromResult(turns.NotListed(turn));
        var section = turns.SectionOf(turn.Action![RosterFields.Section], reader.Person) ?? reader.Person.Section;
        if (!RosterTurns.MayEnter(reader.Person, section)) return Task.FromResult(turns.NotYours(turn, section));
        var named = TypedDay.Read(turn.Action[RosterFields.Week], reader.Today) is { } day ? RosterWeek.MondayOf(day) : (DateOnly?)null;
        var isOver = named < RosterWeek.MondayOf(reader.Today);
        var monday = named is { } meant && !isOver ? meant : FirstEmpty(reader, section);
        var notice = isOver ? CardParts.Notice(NoticeKind.Info, Over(named!.Value, monday, reader)) : null;
        return Task.FromResult(Reply.Show(Card(RosterForm.Of(roster, reader.TenantId, section, monday), reader, notice)));
    }

    /// <summary>An old button named a week that cannot be entered any more; another one is not opened without a word.</summary>
    private static string Over(DateOnly named, DateOnly shown, RosterReader reader) => reader.Language.Say(
        $"{RosterWords.Week(named, reader)}は過ぎています。{RosterWords.Week(shown, reader)}を表示しています。",
        $"{Capital(RosterWords.Week(named, reader))} is over; this is {RosterWords.Week(shown, reader)}.");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    public async Task<Reply> HandleSave(ParsedTurn turn, CancellationToken cancellationToken) =>
        await SaveAsync(turn, goesOn: false, cancellationToken);

    public async Task<Reply> HandleContinue(ParsedTurn turn, CancellationToken cancellationToken) =>
        await SaveAsync(turn, goesOn: true, cancellationToken);

    private async Task<Reply> SaveAsync(ParsedTurn turn, bool goesOn, CancellationToken cancellationToken)
    {
        if (turns.Reader(turn) is not { } reader) return turns.NotListed(turn);
        var section = turns.SectionOf(turn.Action![RosterFields.Section], reader.Person) ?? reader.Person.Section;
        if (!RosterTurns.MayEnter(reader.Person, section)) return turns.NotYours(turn, section);
        var (form, say) = (RosterForm.Read(turn.Action, section), reader.Language);
        if (new RosterRules(people).Problem(form, reader) is { } problem)
        {
            var refused = say.Say($"まだ登録していません。{problem.Japanese}", $"Not entered yet. {problem.English}");
            return turn.IsInvoke
                ? Reply.Show(Card(form, reader, CardParts.Notice(NoticeKind.Attention, refused), problem.Field))
                : Reply.Say(refused);
        }

        var monday = RosterWeek.MondayOf(TypedDay.Read(form.Week, reader.Today)!.Value);
        var before = news.Held(section, reader);
        Enter(form, monday, reader);
        audit.Record(turn.Actor, "roster.enter", RosterGaps.SubjectOf(section), new { week = monday });
        var said = say.Say($"{RosterWords.Week(monday, reader)}の当番を登録しました。", $"Entered: {RosterWords.Week(monday, reader)}. ")
            + AwayNote(section, monday, reader);
        if (goesOn) said += Continue(turn, form, reader);
        news.Tell(section, before, reader);
        await plan.FilledAsync(turn, section, reader, cancellationToken);
        var next = RosterForm.Of(roster, reader.TenantId, section, FirstEmpty(reader, section));
        return turn.IsInvoke ? Reply.Show(Card(next, reader, CardParts.Notice(NoticeKind.Done, said))) : Reply.Say(said);
    }

    private void Enter(RosterForm form, DateOnly monday, RosterReader reader)
    {
        foreach (var duty in Duties.All)
        {
            var (main, second) = (form[RosterFields.First(duty)], form[RosterFields.Second(duty)]);
            if (main.Length > 0)
                roster.Row(reader.TenantId, form.Section, duty, monday)
                    .Enter(main, second.Length == 0 ? null : second, reader.Person.Name, time.GetUtcNow());
            else if (roster.Find(reader.TenantId, form.Section, duty, monday) is { } gone) roster.Remove(gone);
        }
    }

    /// <summary>
    /// Fills each duty's weeks behind the last entered one, as far as weeks can be entered at all; who left or lost the role is left out of
    /// the order. A duty that the week was left without is not gone on with.
    /// </summary>
    private string Continue(ParsedTurn turn, RosterForm form, RosterReader reader)
    {
        var (say, section, last, most) = (reader.Language, form.Section, DateOnly.MinValue, 0);
        var chosen = Duties.All.Where(duty => form[RosterFields.First(duty)].Length > 0).ToList();
        foreach (var duty in chosen)
        {
            var weeks = roster.Of(reader.TenantId, section).Where(week => week.Duty == duty).ToList();
            var order = RosterOrder.Of([.. weeks.Select(week => new RosterPair(week.MainId, week.SecondId))])
                .Where(pair => May(duty, pair.MainId, section))
                .Select(pair => May(duty, pair.SecondId ?? "", section) ? pair : pair with { SecondId = null }).ToList();
            for (var at = 0; order.Count > 0 && at < Weeks; at++)
            {
                var (pair, monday) = (order[at % order.Count], weeks[^1].Monday.AddDays(7 * (at + 1)));
                if (RosterRules.IsTooFar(monday, reader)) break;
                roster.Row(reader.TenantId, section, duty, monday).Enter(pair.MainId, pair.SecondId, reader.Person.Name, time.GetUtcNow());
                if (monday > last) last = monday;
                most = Math.Max(most, at + 1);
            }
        }

        if (chosen.Count == 0) return say.Say("続ける順がありません。先に週を登録してください。", "There is no order to go on with yet.");
        if (most == 0) return say.Say("1年先まで決まっているため、これより先の週は登録していません。", "A year is filled already; nothing beyond it was entered.");
        audit.Record(turn.Actor, "roster.continue", RosterGaps.SubjectOf(section), new { until = last });
        var until = RosterWords.Week(last, reader);
        return say.Say(
            string.Create(CultureInfo.InvariantCulture, $"同じ順で、{until}まで（{most}週分）を登録しました。"),
            string.Create(CultureInfo.InvariantCulture, $"Filled in the same order until {until} ({most} weeks)."));
    }

    private bool May(Duty duty, string id, string section) => people.Find(id) is { } person && duty.MayServe(person, section);

    /// <summary>Whoever is entered and away on a day of the week: not refused, because the second may be there.</summary>
    private string AwayNote(string section, DateOnly monday, RosterReader reader)
    {
        var away = Duties.All.Select(duty => roster.Find(reader.TenantId, section, duty, monday)).OfType<RosterWeek>()
            .SelectMany(roster.Entered).Distinct().Where(person => people.IsAbsentWithin(person, monday, monday.AddDays(6))).ToList();
        return away.Count == 0 ? "" : reader.Language.Say(
            $"{Person.NamesOf(away)}は、この週に不在の日があります。",
            $"Away on some of these days: {string.Join(", ", away.Select(person => person.Name))}. ");
    }

    /// <summary>The next week without anybody; this one where it has nobody.</summary>
    private DateOnly FirstEmpty(RosterReader reader, string section)
    {
        var filled = roster.Of(reader.TenantId, section).Select(week => week.Monday).ToHashSet();
        var monday = RosterWeek.MondayOf(reader.Today);
        while (filled.Contains(monday)) monday = monday.AddDays(7);
        return monday;
    }

    private AdaptiveCards.AdaptiveCard Card(
        RosterForm form, RosterReader reader, AdaptiveCards.AdaptiveContainer? notice = null, string? marked = null) =>
        new RosterFormCard(roster, people).For(form, reader, notice, marked);
}
