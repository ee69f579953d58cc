using System.Globalization;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>Shows an account's gates to who asks, and tells those who have to act next and those who wait.</summary>
internal sealed class LifeTurns(AccountLife life, PeopleDirectory people, OutboxWriter outbox, TimeProvider time)
{
    private const string Open = "手続きを開く";

    public Reply Show(ParsedTurn turn, OfficialAccount account, AdaptiveContainer? notice = null, CardAction? typed = null) =>
        Reply.Show(LifeCard.For(life.Of(account), people.Find(turn.Actor!), time.GetUtcNow(), notice, typed));

    /// <summary>
    /// After something was settled: whoever may settle what is open only now is asked by a message of its own, whoever asked is told where
    /// all is settled or something was refused, the others' cards change quietly.
    /// </summary>
    /// <param name="before">As it stood before; null for an account that has just been entered.</param>
    public void Tell(ParsedTurn turn, LifeView? before, OfficialAccount account)
    {
        var now = life.Of(account);
        var told = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { turn.Actor!.ObjectId };
        foreach (var gate in now.Gates.Where(gate => gate.IsOpen && before?.Of(gate.Gate)?.IsOpen != true))
            foreach (var person in Asked(now, gate).Where(person => told.Add(person.ObjectId)))
                Ring(turn, now, person, LifeCard.Request(now, gate.Gate), gate.Gate.ToString());
        if (Outcome(before, now) is { } outcome)
            foreach (var person in now.Askers.Select(people.Find).OfType<Person>().Where(person => told.Add(person.ObjectId)))
                Ring(turn, now, person, outcome, string.Create(CultureInfo.InvariantCulture, $"v{now.Version}"));
        foreach (var gate in now.Gates.Where(gate => gate.State is not null && gate.State != before?.Of(gate.Gate)?.State))
            Settled(turn, now, gate);
    }

    /// <summary>
    /// Whoever was asked the same sees that it is settled. The presser at once; the others may be writing in their card, and have its state
    /// when the time is over (docs/adr/0015).
    /// </summary>
    private void Settled(ParsedTurn turn, LifeView now, GateView gate)
    {
        foreach (var person in Asked(now, gate))
            outbox.Change(
                Address.Person(turn.Actor!.TenantId, person.ObjectId), Key(now.Account, gate.Gate.ToString()), now.Version,
                LifeCard.For(now, person, time.GetUtcNow()), "アカウントの開設の手続きが進みました", AccountRegister.Subject(now.Account.Id),
                person.Is(turn.Actor.ObjectId) ? null : time.GetUtcNow() + CardInHand.LeftAlone);
    }

    /// <summary>Whoever decides; what has only to be written down is asked of who applied.</summary>
    private static IEnumerable<Person> Asked(LifeView view, GateView gate) =>
        GateFields.Decides(gate.Gate) ? gate.Who : gate.Who.Where(person => view.Askers.Any(person.Is));

    /// <summary>Asks for what a running account lacks.</summary>
    public void TellMissing(ParsedTurn turn, OfficialAccount account, AccountGate gate)
    {
        var now = life.Of(account);
        foreach (var person in life.WhoMay(gate, account).Where(person => !person.Is(turn.Actor!.ObjectId)))
            Ring(turn, now, person, LifeCard.Request(now, gate), gate.ToString());
    }

    /// <summary>Asks for the consultation that many running accounts lack, with one message.</summary>
    public void TellMissing(ParsedTurn turn, IReadOnlyList<OfficialAccount> accounts)
    {
        var names = string.Join('\n', accounts.Select(account => $"・{AccountRegister.Display(account)}"));
        var said = string.Create(CultureInfo.InvariantCulture, $"事前協議の記録がないアカウントが{accounts.Count}件あります。\n{names}\n")
            + "「アカウント台帳」で印の付いたアカウントを開き、「開設の手続き」で記録してください。";
        foreach (var person in life.WhoMay(AccountGate.Consultation, accounts[0]).Where(person => !person.Is(turn.Actor!.ObjectId)))
            outbox.Say(Address.Person(turn.Actor!.TenantId, person.ObjectId), said, AccountRegister.Subject(accounts[0].Id));
    }

    /// <param name="message">Each is a message of its own: a change of an older one would ring nobody's phone.</param>
    private void Ring(ParsedTurn turn, LifeView view, Person person, string summary, string message) => outbox.Ring(
        Address.Person(turn.Actor!.TenantId, person.ObjectId),
        Key(view.Account, message),
        view.Version,
        LifeCard.For(view, person, time.GetUtcNow(), CardParts.Notice(NoticeKind.Info, summary)),
        summary,
        new Outbox.Opening(Open, AccountVerbs.LifeShow, AccountParts.Data(view.Account), CardLanguage.Ja.Code()),
        AccountRegister.Subject(view.Account.Id));

    private static string? Outcome(LifeView? before, LifeView now)
    {
        var refused = now.Gates.FirstOrDefault(gate =>
            gate.State == GateState.Refused && before?.Of(gate.Gate)?.State != GateState.Refused
        );
        if (refused is not null) return $"アカウントの{refused.Gate.InJapanese()}が認められませんでした：{now.Account.Name}";
        if (now.Account.State == AccountState.Running && before?.Account.State == AccountState.Preparing)
            return $"アカウントの運用を始めました：{now.Account.Name}";
        return now.Account.State == AccountState.Preparing && now.Missing.Count == 0 && before?.Missing.Count > 0
            ? $"開設の手続きがそろいました。運用を始められます：{now.Account.Name}"
            : null;
    }

    private static string Key(OfficialAccount account, string message) => $"{AccountRegister.Subject(account.Id)}:life:{message}";
}
