using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>The tasks about passwords: who is in charge of them, and until when they have a cause.</summary>
internal sealed class RotationTasks(AccountRegister accounts, CredentialRegister credentials, Pack pack, RotationViews views) : ITaskKind
{
    public const string Yearly = "pw-yearly";
    public const string Staff = "pw-staff";
    public const string Unknown = "pw-unknown";

    /// <summary>
    /// Whether an account's password is asked after: not before the account is there, and not once it is gone.
    /// </summary>
    public static bool Asks(OfficialAccount account) => account.State is not (AccountState.Closed or AccountState.Preparing);

    /// <summary>Whether a change on that day settles the task; the yearly one that counts from the very day goes on.</summary>
    public static bool IsSettledBy(DatedTask task, DateOnly changedOn) => task.Key != Yearly || task.Cause != CauseOf(changedOn);

    public bool Has(string key) => key is Yearly or Staff or Unknown;

    public bool IsNeeded(DatedTask task)
    {
        if (pack.Password is not { } policy || accounts.Find(task.AccountId) is not { } account || !Asks(account)) return false;
        var credential = credentials.Find(task.AccountId);
        return task.Key switch
        {
            Yearly => policy.RotationMonths is not null && credential?.ChangedOn is { } day && CauseOf(day) == task.Cause,
            Unknown => IsUnknown(credential),
            _ => true,
        };
    }

    /// <summary>Nobody has said who keeps the password, or when it was changed [asaka-8-1-2a].</summary>
    public bool IsUnknown(AccountCredential? credential) =>
        credential?.ChangedOn is null || credentials.CustodiansOf(credential.AccountId).Count == 0;

    public IReadOnlyList<Person> InCharge(DatedTask task) => credentials.CustodiansOf(task.AccountId);

    public Person? DeputyOf(DatedTask task) => credentials.DeputyOf(task.AccountId);

    public IReadOnlyList<Person> Takers(DatedTask task) => Takers(task, credentials.CustodiansOf(task.AccountId));

    /// <summary>Every custodian but the one who took it over.</summary>
    public static IReadOnlyList<Person> Takers(DatedTask task, IReadOnlyList<Person> custodians) =>
        [.. custodians.Where(person => !person.Is(task.HandedToId ?? ""))];

    public string AboutOf(DatedTask task) =>
        accounts.Find(task.AccountId) is { } account ? AccountRegister.Display(account) : task.AccountId;

    public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null) => views.Card(task, reader, notice);

    public TaskForm Read(DatedTask task, Protocol.Inbound.CardAction action) =>
        task.Key == Unknown ? CustodyForm.Fields(action) : RotationCard.Fields(action);

    /// <summary>A change is told from the next one by its day.</summary>
    public static string CauseOf(DateOnly changedOn) => TypedDay.Write(changedOn);
}
