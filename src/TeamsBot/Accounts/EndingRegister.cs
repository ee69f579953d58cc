using TeamsBot.Checks.Context;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>
/// Stops, ends, last posts of accounts and changes of their media. Read once a turn, as <see cref="AccountRegister"/> is; a change is seen
/// at once and stored with the turn.
/// </summary>
internal sealed class EndingRegister(BotDbContext db)
{
    private List<AccountStop>? stops;
    private List<AccountClosing>? closings;
    private List<AccountActivity>? activities;
    private List<MediumChange>? changes;

    public AccountStop? StopOf(string accountId) => Stops.Find(stop => AccountId.IsSame(stop.AccountId, accountId));

    /// <summary>What stops the account now; none once it is closed, whether or not anybody lifted it before.</summary>
    public AccountStop? OpenStopOf(OfficialAccount account) =>
        account.State != AccountState.Closed && StopOf(account.Id) is { IsOpen: true } stop ? stop : null;

    public AccountClosing? ClosingOf(string accountId) => Closings.Find(closing => AccountId.IsSame(closing.AccountId, accountId));

    public AccountActivity? ActivityOf(string accountId) => Activities.Find(activity => AccountId.IsSame(activity.AccountId, accountId));

    /// <summary>Ended ones too: what has still to be reviewed is about them.</summary>
    public MediumChange? Change(Guid id) => Changes.Find(change => change.Id == id);

    /// <summary>A change that was told before in the same words, and is not over.</summary>
    public MediumChange? Same(MediumChangeKind kind, Medium medium, string text, DateOnly day) =>
        Changes.Find(change =>
            change.EndedAt is null && (change.Kind, change.Medium, change.Text, change.Day) == (kind, medium, text, day));

    /// <summary>What stands on drafts, oldest first.</summary>
    public IReadOnlyList<MediumChange> Standing => [.. Changes.Where(change => change.StandsOnDrafts).OrderBy(change => change.EnteredAt)];

    public AccountStop StopFor(string accountId) => StopOf(accountId) ?? Add(Stops, AccountStop.Of(accountId));

    public AccountClosing ClosingFor(string accountId) => ClosingOf(accountId) ?? Add(Closings, AccountClosing.Of(accountId));

    public AccountActivity ActivityFor(string accountId, DateOnly today) =>
        ActivityOf(accountId) ?? Add(Activities, AccountActivity.Of(accountId, today));

    public void Add(MediumChange change) => Add(Changes, change);

    /// <summary>
    /// What a writer, reviewer or head should know of the account a draft is for: in short sentences, Japanese and English.
    /// </summary>
    public IReadOnlyList<(string Ja, string En)> NotesOn(OfficialAccount account)
    {
        List<(string Ja, string En)> notes =
        [
            .. Standing.Where(change => change.Medium == account.Medium).Select(change => (
                $"{account.Medium.Display()}の機能変更：{change.Text}", $"Change of {account.Medium.Display()}: {change.Text}")),
        ];
        if (account is { State: AccountState.Closing, ClosesOn: { } day })
            notes.Insert(0, (
                FormattableString.Invariant($"このアカウントは{day:yyyy年M月d日}に廃止します。"),
                FormattableString.Invariant($"This account will be closed on {day:yyyy-MM-dd}.")));
        return notes;
    }

    private List<AccountStop> Stops => stops ??= [.. db.AccountStops];

    private List<AccountClosing> Closings => closings ??= [.. db.AccountClosings];

    private List<AccountActivity> Activities => activities ??= [.. db.AccountActivities];

    private List<MediumChange> Changes => changes ??= [.. db.MediumChanges];

    private T Add<T>(List<T> rows, T made)
        where T : class
    {
        rows.Add(made);
        db.Set<T>().Add(made);
        return made;
    }
}
