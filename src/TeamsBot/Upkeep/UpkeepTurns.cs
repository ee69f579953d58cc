using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// What the use cases about an account's later life have in common: who asks, which account is meant, who has to hear of it.
/// </summary>
internal sealed class UpkeepTurns(
    AccountRegister accounts,
    AccountAccess access,
    EndingRegister endings,
    CredentialRegister credentials,
    PeopleDirectory people,
    TaskTurns tasks,
    PersonLanguage languages,
    OutboxWriter outbox,
    AuditTrail audit
)
{
    private const int MostNamed = 3;

    public async Task<TaskReader?> ReaderAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        people.Find(turn.Actor!) is { } person ? await tasks.ReaderAsync(turn, person, cancellationToken) : null;

    public Reply NotListed(ParsedTurn turn) => Reply.Say(languages.Of(turn).Say(
        "この操作は、登録された職員の方だけが行えます。管理者へご連絡ください。", "Only registered members of staff can do this. Please ask an administrator."));

    public static Reply NotFound(TaskReader reader) => Reply.Say(reader.Language.Say(
        "このアカウントは台帳にありません。「アカウント台帳」で確かめてください。", "This account is not in the register. Type \"accounts\" to see it."));

    /// <summary>Who may do it, for somebody who may not; it is written down that they tried.</summary>
    public Reply Refused(ParsedTurn turn, OfficialAccount account, TaskReader reader, IReadOnlyList<Person> who)
    {
        audit.Record(turn.Actor, "upkeep.refused", AccountRegister.Subject(account.Id), new { verb = turn.Action?.Verb });
        var names = Person.NamesOf(who.Take(MostNamed)) + (who.Count > MostNamed ? reader.Language.Say("など", " and others") : "");
        var sentence = who.Count == 0
            ? reader.Language.Say(
                $"{account.Section}の所属長が登録されていません。管理者へご連絡ください。", $"No head of {account.Section} is entered. Please ask an administrator.")
            : reader.Language.Say(
                $"これができるのは、{names}です。必要なときは、{names}へお知らせください。", $"Only {names} can do this. Please ask them if it is needed.");
        // A card that was pressed stays as it is with what was typed in it; behind a command there is none.
        return Reply.Say(turn.Action is null ? sentence + AskedAccount.Left(reader) : sentence);
    }

    /// <summary>The section's people, those who decide, the desk, and whoever knows the password.</summary>
    public IReadOnlyList<Person> Concerned(OfficialAccount account) =>
    [
        .. people.Persons.Where(person => AccountAccess.MayChange(person, account))
            .Concat(access.HeadsOf(account)).Concat(credentials.CustodiansOf(account.Id)).Distinct(),
    ];

    /// <summary>One message each; the one who did it needs none.</summary>
    public void Tell(ParsedTurn turn, OfficialAccount account, IEnumerable<Person> persons, Func<CardLanguage, string> sentence)
    {
        var by = turn.Actor!;
        foreach (var person in persons.Distinct().Where(person => !person.Is(by.ObjectId)))
            outbox.Say(
                Address.Person(by.TenantId, person.ObjectId), sentence(languages.LanguageOf(by.TenantId, person.ObjectId)),
                AccountRegister.Subject(account.Id));
    }

    /// <summary>
    /// The state that follows from what is on record: a stop counts before an end that is planned, and both before what was.
    /// </summary>
    /// <param name="before">What it is where neither is there.</param>
    public void Settle(OfficialAccount account, AccountState before, Person by, DateTimeOffset now)
    {
        // What has ended is not opened again by anything of before.
        if (account.State == AccountState.Closed) return;
        var state = endings.OpenStopOf(account) is not null ? AccountState.Stopped
            : endings.ClosingOf(account.Id) is { IsPlanned: true } ? AccountState.Closing
            : before;
        accounts.RecordOf(account.Id).Enter(state, by.Name, now);
    }

    /// <summary>Where it stood before anything of this feature happened to it.</summary>
    public AccountState StandingOf(OfficialAccount account) =>
        endings.OpenStopOf(account) is { } stop ? stop.Before
        : endings.ClosingOf(account.Id) is { IsPlanned: true } closing ? closing.Before
        : account.State;

    /// <summary>An older client cannot take a card back and gets the sentence (protocol.md 4.1).</summary>
    public static Reply Answer(ParsedTurn turn, AdaptiveCards.AdaptiveCard card, string said) =>
        turn.Action is null || turn.IsInvoke ? Reply.Show(card) : Reply.Say(said);
}
