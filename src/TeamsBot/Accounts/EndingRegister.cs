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

    public AccountStop? StopOf(string accountId) => Stops.Find(stop => IsSame(stop.AccountId, accountId));

    public AccountClosing? ClosingOf(string accountId) => Closings.Find(closing => IsSame(closing.AccountId, accountId));

    public AccountActivity? ActivityOf(string accountId) => Activities.Find(activity => IsSame(activity.AccountId, accountId));

    public MediumChange? Change(Guid id) => Changes.Find(change => change.Id == id);

    /// <summary>A change that was told before in the same words.</summary>
    public MediumChange? Same(MediumChangeKind kind, Medium medium, string text, DateOnly day) =>
        Changes.Find(change => (change.Kind, change.Medium, change.Text, change.Day) == (kind, medium, text, day));

    /// <summary>What stands on drafts, oldest first.</summary>
    public IReadOnlyList<MediumChange> Standing => [.. Changes.Where(change => change.StandsOnDrafts).OrderBy(change => change.EnteredAt)];

    public AccountStop StopFor(string accountId)
    {
        if (StopOf(accountId) is { } known) return known;
        var made = AccountStop.Of(accountId);
        Stops.Add(made);
        db.AccountStops.Add(made);
        return made;
    }

    public AccountClosing ClosingFor(string accountId)
    {
        if (ClosingOf(accountId) is { } known) return known;
        var made = AccountClosing.Of(accountId);
        Closings.Add(made);
        db.AccountClosings.Add(made);
        return made;
    }

    public AccountActivity ActivityFor(string accountId, DateOnly today)
    {
        if (ActivityOf(accountId) is { } known) return known;
        var made = AccountActivity.Of(accountId, today);
        Activities.Add(made);
        db.AccountActivities.Add(made);
        return made;
    }

    public void Add(MediumChange change)
    {
        Changes.Add(change);
        db.MediumChanges.Add(change);
    }

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

    private List<MediumChange> Changes => changes ??= [.. db.MediumChanges.Where(change => change.EndedAt == null)];

    private static bool IsSame(string id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
