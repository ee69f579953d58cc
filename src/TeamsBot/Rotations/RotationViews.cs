using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>What a card about an account's password is drawn from.</summary>
/// <param name="Task">Null where somebody opened it by themselves.</param>
internal sealed record RotationView(
    OfficialAccount Account,
    AccountCredential? Credential,
    DatedTask? Task,
    TaskRow Row,
    IReadOnlyList<RotationTick> Ticks,
    TaskReader Reader
)
{
    public required IReadOnlyList<Person> Custodians { get; init; }

    public required string Basis { get; init; }

    /// <summary>What a press lacked, in words; null where nothing was pressed or nothing lacks.</summary>
    public string? Problem { get; init; }

    /// <summary>The ticks that lacked.</summary>
    public IReadOnlyList<RotationTick> Missing { get; init; } = [];

    public AdaptiveContainer? Notice { get; init; }

    public bool IsInCharge => Custodians.Contains(Reader.Person);

    public bool MayArrange => Task is { } task && TaskAudience.MayArrange(Reader.Person, task, TaskAudience.InCharge(task, Custodians));

    /// <summary>Those who could take it over from the reader; nobody from themselves.</summary>
    public IReadOnlyList<Person> Takers => Task is not { } task
        ? []
        : [.. RotationTasks.Takers(task, Custodians).Where(person =>
            person != Reader.Person || !TaskAudience.InCharge(task, Custodians).Contains(person))];
}

/// <summary>Gathers what the cards about passwords show, and draws them.</summary>
internal sealed class RotationViews(
    AccountRegister accounts,
    CredentialRegister credentials,
    TaskCatalogue catalogue,
    ClauseNames clauses,
    Pack pack,
    PeopleDirectory people
)
{
    public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice)
    {
        if (accounts.Find(task.AccountId) is not { } account) return TaskCards.Moved(catalogue.Of(task.Key), task.AccountId, reader);
        return task.Key == RotationTasks.Unknown && task.IsOpen && pack.Password is not null
            ? Form(account, task, reader, null, notice)
            : RotationCard.For(Of(account, task, reader) with { Notice = notice });
    }

    public RotationView Of(OfficialAccount account, DatedTask? task, TaskReader reader)
    {
        var credential = credentials.Find(account.Id);
        var row = catalogue.Of(task?.Key ?? RotationTasks.Yearly);
        return new(account, credential, task, row, pack.Password is { } policy ? RotationTicks.Of(policy, credential) : [], reader)
        {
            Custodians = credentials.CustodiansOf(account.Id), Basis = BasisOf(row, reader),
        };
    }

    public AdaptiveCard Form(OfficialAccount account, DatedTask? task, TaskReader reader, string? problem, AdaptiveContainer? notice)
    {
        var row = catalogue.Of(task?.Key ?? RotationTasks.Unknown);
        return CustodyFormCard.For(
            new CustodyView(account, credentials.Find(account.Id), Candidates(account), task, row, reader)
            {
                Problem = problem, Notice = notice,
            },
            pack.Password!
        );
    }

    /// <summary>
    /// Who may keep an account's password: whoever does already, then its section and the desk. A form offers the first of them only.
    /// </summary>
    public IReadOnlyList<Person> Candidates(OfficialAccount account)
    {
        var stored = credentials.Find(account.Id);
        return
        [
            .. people.Persons.Where(Holds),
            .. people.Persons.Where(person => !Holds(person) && CustodyRules.MayHold(person, account, stored)),
        ];

        bool Holds(Person person) => stored?.IsHeldBy(person.ObjectId) == true;
    }

    public static Reply NotFound(TaskReader reader) => Reply.Say(reader.Language.Say(
        "このアカウントは台帳にありません。「アカウント台帳」で確かめてください。", "This account is not in the register. Type \"accounts\" to see it."));

    private string BasisOf(TaskRow row, TaskReader reader)
    {
        var own = clauses.OwnOf([.. row.Basis.Cite, .. pack.Password?.Basis.Cite ?? []]);
        var every = pack.Password?.RotationMonths is { } months
            ? reader.Language.Say($"{months.Show("か月")}ごとの変更", $"changed every {months.Value} months")
            : "";
        return string.Join("・", new[] { own, every }.Where(part => part.Length > 0));
    }
}
