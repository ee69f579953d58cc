using System.Globalization;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;
using TeamsBot.Turns;

namespace TeamsBot.Upkeep;

/// <summary>
/// The tasks about an account's later life: changed terms and features, silence, rest, and its end. Who is in charge of them, and until
/// when they have a cause.
/// </summary>
internal sealed class UpkeepTasks(
    AccountRegister accounts,
    EndingRegister endings,
    CredentialRegister credentials,
    AccountAccess access,
    PeopleDirectory people,
    TaskCatalogue catalogue,
    ClauseNames clauses,
    Pack pack,
    IEnumerable<MenuEntry> menu,
    TimeProvider time
) : ITaskKind
{
    public const string Terms = "terms";
    public const string Feature = "feature-watch";
    public const string Cadence = "cadence";
    public const string Inactive = "inactive";
    public const string DormantLogin = "dormant-login";
    public const string PeriodEnd = AccountPeriod.EndTask;
    public const string ClosingNotice = "closing-notice";
    public const string ClosingEnd = "closing-end";

    private static readonly string[] Keys = [Terms, Feature, Cadence, Inactive, DormantLogin, PeriodEnd, ClosingNotice, ClosingEnd];

    public static bool IsOfClosing(DatedTask task) => task.Key is ClosingNotice or ClosingEnd;

    /// <summary>It asks for the first notices of the end: those of the day on which it was planned. The others ask for a repeat.</summary>
    public static bool IsFirstNotice(DatedTask task, AccountClosing? closing) => task.Key == ClosingNotice
        && closing is { IsPlanned: true }
        && task.Cause.EndsWith(TypedDay.Write(JapaneseTime.DateOf(closing.PlannedAt)), StringComparison.Ordinal);

    public bool Has(string key) => Keys.Contains(key);

    public bool IsNeeded(DatedTask task)
    {
        if (accounts.Find(task.AccountId) is not { } account) return false;
        return task.Key switch
        {
            Terms or Feature => account.State != AccountState.Closed,
            Cadence => IsSilent(account, task) && !IsInactive(account),
            Inactive => IsSilent(account, task),
            DormantLogin => account.State == AccountState.Dormant,
            PeriodEnd => HasPeriod(account) && TypedDay.Write(account.RunsUntil) == task.Cause,
            _ => endings.ClosingOf(account.Id) is { IsPlanned: true } closing
                && task.Cause.StartsWith(
                    closing.PlannedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        };
    }

    /// <summary>
    /// The custodians; of an account that has none its head, else the desk: somebody can always do it. Whether an account goes on is asked
    /// of both.
    /// </summary>
    public IReadOnlyList<Person> InCharge(DatedTask task) => task.Key == PeriodEnd
        ? [.. credentials.CustodiansOf(task.AccountId).Union(people.HeadsOrDesk(task.Section))]
        : credentials.CustodiansOf(task.AccountId) is { Count: > 0 } custodians ? custodians : people.HeadsOrDesk(task.Section);

    public Person? DeputyOf(DatedTask task) => credentials.DeputyOf(task.AccountId);

    /// <summary>What the head is asked every week until there is an answer is not put off, nor is the last day of a policy.</summary>
    public bool MayBeArranged(DatedTask task) => task.Key is not (Inactive or PeriodEnd);

    public bool MayStandIn(DatedTask task) => task.Key is Terms or Feature or Inactive or PeriodEnd;

    public IReadOnlyList<Person> Takers(DatedTask task) => !MayBeArranged(task)
        ? []
        : [.. credentials.CustodiansOf(task.AccountId).Where(person => !person.Is(task.HandedToId ?? ""))];

    public string AboutOf(DatedTask task) =>
        accounts.Find(task.AccountId) is { } account ? AccountRegister.Display(account) : task.AccountId;

    public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null)
    {
        if (accounts.Find(task.AccountId) is not { } account) return TaskCards.Moved(catalogue.Of(task.Key), task.AccountId, reader);
        var row = catalogue.Of(task.Key);
        return UpkeepCard.For(new(account, task, row, reader)
        {
            MayAct = MayAct(task, reader.Person),
            MayArrange = MayBeArranged(task) && TaskAudience.MayArrange(reader.Person, task, TaskAudience.InCharge(task, InCharge(task))),
            Who = Who(task),
            Takers = [.. Takers(task).Where(person => person != reader.Person)],
            Basis = clauses.OwnOf(row.Basis.Cite),
            Change = ChangeOf(task),
            IsFirstNotice = IsFirstNotice(task, endings.ClosingOf(account.Id)),
            QuietSince = endings.ActivityOf(account.Id)?.QuietSince,
            LastPostOn = endings.ActivityOf(account.Id)?.LastPostOn,
            Frequency = accounts.FactsOf(account.Id).Frequency,
            Trouble = menu.FirstOrDefault(entry => entry.ComesFirstFor is not null),
            Notice = notice,
        });
    }

    public TaskForm Read(DatedTask task, CardAction action) => TaskForm.Read(
        action,
        [UpkeepFields.Verdict, .. TaskParts.Chosen],
        [
            (UpkeepFields.Note, MediumReview.MaxNote), (UpkeepFields.Proof, AccountClosing.MaxProof), (UpkeepFields.PlanDay, 40),
            (UpkeepFields.PostedDay, 40), .. TaskParts.Written,
        ]);

    /// <summary>Those in charge and the head; where it needs no password, also who stands in for whoever is away.</summary>
    public bool MayAct(DatedTask task, Person person) => Who(task).Contains(person)
        || (person.Has(Role.Head) && person.Section == task.Section)
        || (task.Key == Inactive && accounts.Find(task.AccountId) is { } account && access.IsHeadOf(person, account))
        || (MayStandIn(task) && Who(task).Any(away => people.IsAbsent(away, Today) && people.DeputiesOf(away, Today).Contains(person)));

    public Reply NotYours(DatedTask task, TaskReader reader)
    {
        var names = Person.NamesOf(people.Persons.Where(person => MayAct(task, person)));
        return Reply.Say(names.Length == 0
            ? reader.Language.Say("担当する方が登録されていません。管理者へご連絡ください。", "Nobody is in charge. Please ask an administrator.")
            : reader.Language.Say($"これを記録できるのは、{names}です。まだ記録していません。", $"Only {names} can record this. Nothing was recorded."));
    }

    public MediumChange? ChangeOf(DatedTask task) =>
        task.Key is Terms or Feature && Guid.TryParseExact(task.Cause, "N", out var id) ? endings.Change(id) : null;

    /// <summary>It has a last day to be minded; not once its end is planned or over, or before it begins.</summary>
    public static bool HasPeriod(OfficialAccount account) =>
        account is { RunsUntil: not null, State: AccountState.Running or AccountState.Dormant or AccountState.Stopped };

    /// <summary>It is meant to speak now.</summary>
    public static bool Speaks(OfficialAccount account) =>
        account is { State: AccountState.Running, StoppedFor: null, IsPastPeriod: false };

    /// <summary>So long nothing was posted that the head has to decide.</summary>
    public bool IsInactive(OfficialAccount account) => pack.AccountDuties?.Cadence?.InactiveDays is { } most
        && endings.ActivityOf(account.Id) is { } activity && Today.DayNumber - activity.QuietSince.DayNumber >= most.Value;

    /// <summary>Those in charge; of what a head decides the head, or the desk where the section has none.</summary>
    private IReadOnlyList<Person> Who(DatedTask task) =>
        task.Key == Inactive ? people.HeadsOrDesk(task.Section) : TaskAudience.InCharge(task, InCharge(task));

    /// <summary>Nothing was posted since the day the task counts from.</summary>
    private bool IsSilent(OfficialAccount account, DatedTask task) =>
        Speaks(account) && pack.AccountDuties?.Cadence is not null
        && endings.ActivityOf(account.Id) is { } activity
        && task.Cause.StartsWith(TypedDay.Write(activity.QuietSince), StringComparison.Ordinal);

    private DateOnly Today => JapaneseTime.DateOf(time.GetUtcNow());
}
