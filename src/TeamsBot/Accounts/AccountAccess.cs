using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Accounts;

/// <summary>
/// Who may change what in the register: the desk everything, an account's own people what concerns it, everybody else nothing.
/// </summary>
internal sealed class AccountAccess(PeopleDirectory people, Pack pack)
{
    private static readonly Role[] Working = [Role.Writer, Role.Reviewer, Role.Head, Role.PrHead];

    public static Reply NotDesk => Reply.Say("アカウントを台帳に登録したり変えたりできるのは、広報担当の方です。登録したいアカウントがあるときは、広報担当へお知らせください。");

    /// <summary>The person of a turn, or null for somebody the organisation has not entered.</summary>
    public Person? Of(ParsedTurn turn) => people.Find(turn.Actor!);

    /// <summary>The member of the desk who acts, or null.</summary>
    public Person? Desk(ParsedTurn turn) => Of(turn) is { } person && person.Has(Role.Desk) ? person : null;

    /// <summary>Whether the person works on the account: the desk, or a writer, reviewer or head of its section.</summary>
    public static bool MayChange(Person? person, OfficialAccount account) =>
        person is not null && (person.Has(Role.Desk) || (person.Section == account.Section && Working.Any(person.Has)));

    /// <summary>
    /// Whether the person decides for the account, as its route has it; only then may an exception be granted or a range approved ahead.
    /// Nobody's deputy, because both outlast an absence.
    /// </summary>
    public bool IsHeadOf(Person? person, OfficialAccount account) => person is not null && FinalOf(account) is { } final
        && person.Has(final.Role) && (final.Of == SectionScope.Any || person.Section == account.Section);

    /// <summary>Those who decide for the account, for messages that say whom to ask.</summary>
    public IReadOnlyList<Person> HeadsOf(OfficialAccount account) => [.. people.Persons.Where(person => IsHeadOf(person, account))];

    /// <summary>
    /// Those who decide for the account on a day, for what cannot wait and can be undone: its heads, and for a head who is away those who
    /// stand in.
    /// </summary>
    public IReadOnlyList<Person> DecidersOf(OfficialAccount account, DateOnly day)
    {
        var heads = HeadsOf(account);
        var standIns = heads.Where(head => people.IsAbsent(head, day)).SelectMany(head => people.DeputiesOf(head, day));
        return [.. heads.Concat(standIns).Distinct()];
    }

    public bool DecidesToday(Person person, OfficialAccount account, DateOnly today) => DecidersOf(account, today).Contains(person);

    /// <summary>Those who work on the account, for messages that say whom to ask.</summary>
    public IReadOnlyList<Person> ChangersOf(OfficialAccount account) =>
        [.. people.Persons.Where(person => MayChange(person, account))];

    public static string NotYours(OfficialAccount account) =>
        $"{AccountRegister.Display(account)} の台帳を変えられるのは、{account.Section}の担当者と広報担当です。変えたいことは、{account.Section}か広報担当へお知らせください。";

    private FinalStop? FinalOf(OfficialAccount account) => pack.Approval?.RouteOf(account.Kind)?.Final;
}
