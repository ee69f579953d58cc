using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Accounts;

/// <summary>
/// The official accounts of the organisation and what their state forbids: those of the pack, then those the desk entered, each with what
/// was entered about it. An account that is not in it does not exist for the bot: a draft is never taken for the nearest name.
/// </summary>
/// <param name="db">Null for the pack's accounts alone, as commands outside the running program see them.</param>
/// <param name="endings">Stops and ends of accounts; null as above.</param>
/// <param name="time">Null as above: whether a period is over is not asked there.</param>
internal sealed class AccountRegister(
    Pack pack, BotDbContext? db = null, EndingRegister? endings = null, TimeProvider? time = null)
{
    /// <summary>Read once a turn.</summary>
    private List<AccountRecord>? records;

    public IReadOnlyList<OfficialAccount> All => Records.Count == 0 ? pack.Accounts : [.. Known()];

    /// <summary>One of <see cref="All"/>, without making the others: a list of tasks asks for hundreds.</summary>
    public OfficialAccount? Find(string id)
    {
        var own = pack.Accounts.FirstOrDefault(account => AccountId.IsSame(account.Id, id));
        if (Records.Count == 0) return own;
        var record = Known(id);
        var listed = own ?? record?.Registered?.ToOfficial(record.AccountId);
        return listed is null ? null : AsItStands(record?.AddTo(listed) ?? listed);
    }

    /// <summary>
    /// The accounts somebody may have meant: by id, handle with or without @, or display name, width and case aside; where none is called
    /// so, by a part of the name. Several when the organisation uses one name on several media; then the person is asked.
    /// </summary>
    public IReadOnlyList<OfficialAccount> Named(string words)
    {
        var wanted = Fold(words);
        if (wanted.Length == 0) return [];
        List<OfficialAccount> exact =
        [
            .. All.Where(account =>
                Fold(account.Id) == wanted
                || Fold(account.Handle ?? "") == wanted
                || Fold(account.Name) == wanted
                || Fold(account.Name + account.Medium.Display()) == wanted
                || Fold(Display(account)) == wanted
            ),
        ];
        // People leave out what all names begin with: 博物館 is 朝霞市博物館. One letter would be in half of the names.
        return exact.Count > 0 || wanted.Length < 2
            ? exact
            : [.. All.Where(account => Fold(account.Name).Contains(wanted, StringComparison.Ordinal))];
    }

    /// <summary>The account of a handle that appears in a text, or null where the register does not know it.</summary>
    public OfficialAccount? OfHandle(string handle, Medium medium) =>
        All.FirstOrDefault(account => account.Medium == medium && account.Handle is { } own && Fold(own) == Fold(handle));

    /// <summary>The organisation's own handles, for the checks to know them from strangers'.</summary>
    public IReadOnlyList<string> Handles =>
        [.. All.Select(account => account.Handle).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What a person may choose when writing: running accounts whose route takes writers of the person's section.</summary>
    public IReadOnlyList<OfficialAccount> OpenTo(Person person) => [.. All.Where(account => Refusal(account, person) is null)];

    /// <summary>Where the person may hear residents: also where the period for posts is over, because comments go on coming.</summary>
    public IReadOnlyList<OfficialAccount> HeardBy(Person person) =>
        [.. All.Where(account => Refusal(account, person) is null or { Reason: AccountRefusalReason.PeriodOver })];

    /// <summary>
    /// Why this person may not hand in a draft for the account, or null. Whether there is a route is asked of the people.
    /// </summary>
    /// <param name="id">As a card sent it; empty where nothing was chosen.</param>
    public AccountRefusal? Refusal(string id, Person person)
    {
        if (string.IsNullOrWhiteSpace(id)) return AccountRefusals.NotChosen();
        return Find(id) is { } account ? Refusal(account, person) : AccountRefusals.Unknown(id);
    }

    public AccountRefusal? Refusal(OfficialAccount account, Person person)
    {
        if (StateRefusal(account) is { } closed) return closed;
        var rule = pack.Approval?.RouteOf(account.Kind);
        return rule is { Writers: not SectionScope.Any } && person.Section != account.Section
            ? AccountRefusals.ForeignSection(account, person)
            : null;
    }

    /// <summary>What the account's own state forbids, whoever asks: also asked again just before posting.</summary>
    public static AccountRefusal? StateRefusal(OfficialAccount account) => account.State switch
    {
        // What stopped it stands, whatever else becomes of the account: its end may be planned meanwhile.
        _ when account.StoppedFor is not null => AccountRefusals.Stopped(account),
        // Notices of its end are still published, also after the period.
        AccountState.Running when account.IsPastPeriod => AccountRefusals.PeriodOver(account),
        AccountState.Running or AccountState.Closing => null,
        AccountState.Preparing => AccountRefusals.Preparing(account),
        AccountState.Dormant => AccountRefusals.Dormant(account),
        AccountState.Stopped => AccountRefusals.Stopped(account),
        _ => AccountRefusals.Closed(account),
    };

    /// <summary>How cards name an account, medium and handle included, so that nobody mistakes the target: 星見市（X）@hoshimi_city.</summary>
    public static string Display(OfficialAccount account) => $"{account.Name}（{account.Medium.Display()}）{account.Handle}";

    /// <summary>Medium and handle in the form they are compared in; null without a handle.</summary>
    public static string? HandleKey(Medium medium, string? handle) =>
        handle is null || Fold(handle) is not { Length: > 0 } folded ? null : $"{medium}:{folded}";

    /// <summary>
    /// The account on the medium that has this handle or, where one of the two has none, this name; null where there is none.
    /// </summary>
    public OfficialAccount? Same(Medium medium, string? handle, string name)
    {
        var (key, wanted) = (HandleKey(medium, handle), Unspaced(name));
        return All.FirstOrDefault(account => account.Medium == medium
            && (key is not null && HandleKey(medium, account.Handle) is { } other ? key == other : Unspaced(account.Name) == wanted));
    }

    /// <summary>
    /// What was entered about the account, or a new record for it; a change of it is seen here at once and stored with the turn.
    /// </summary>
    public AccountRecord RecordOf(string accountId)
    {
        if (Known(accountId) is { } known) return known;
        var made = AccountRecord.Of(accountId);
        Add(made);
        return made;
    }

    /// <summary>What its policy or a list says of the account; nothing where nobody entered anything.</summary>
    public AccountFacts FactsOf(string accountId) => Known(accountId)?.Facts ?? AccountFacts.None;

    /// <summary>What was entered about the account, or null.</summary>
    public AccountRecord? Known(string accountId) =>
        Records.Find(record => AccountId.IsSame(record.AccountId, accountId));

    /// <summary>Enters an account that the pack does not list.</summary>
    public void Add(AccountRecord record)
    {
        Records.Add(record);
        db!.AccountRecords.Add(record);
    }

    /// <summary>Whether the pack lists the account; then its name, medium and section are changed there.</summary>
    public bool IsOfPack(string accountId) =>
        pack.Accounts.Any(account => AccountId.IsSame(account.Id, accountId));

    private List<AccountRecord> Records => records ??= db is null ? [] : [.. db.AccountRecords];

    private IEnumerable<OfficialAccount> Known()
    {
        var byId = Records.ToDictionary(record => record.AccountId, StringComparer.OrdinalIgnoreCase);
        return Listed(byId).Select(AsItStands);
    }

    private OfficialAccount AsItStands(OfficialAccount account) => account with
    {
        ClosesOn = endings?.ClosingOf(account.Id) is { IsPlanned: true } closing ? closing.ClosesOn : null,
        StoppedFor = endings?.OpenStopOf(account)?.Reason,
        IsPastPeriod = time is not null && account.RunsUntil < JapanTime.DateOf(time.GetUtcNow()),
    };

    private IEnumerable<OfficialAccount> Listed(Dictionary<string, AccountRecord> byId)
    {
        return pack
            .Accounts.Select(account => byId.GetValueOrDefault(account.Id)?.AddTo(account) ?? account)
            .Concat(
                Records
                    .Where(record => record.Registered is not null && !IsOfPack(record.AccountId))
                    .OrderBy(record => record.AccountId, StringComparer.Ordinal)
                    .Select(record => record.AddTo(record.Registered!.ToOfficial(record.AccountId)))
            );
    }

    /// <summary>How the audit trail names an account.</summary>
    public static string Subject(string accountId) => $"account:{accountId}";

    /// <summary>As people say a name: brackets and blanks aside, 「星見市X」 is 「星見市（X）」.</summary>
    private static string Fold(string words) =>
        string.Concat(Unspaced(words).TrimStart('@').Where(letter => letter is not ('(' or ')')));

    /// <summary>As a name is entered: brackets tell two accounts apart, blanks do not.</summary>
    private static string Unspaced(string words) => string.Concat(TurnRouter.Fold(words).Where(letter => !char.IsWhiteSpace(letter)));
}
