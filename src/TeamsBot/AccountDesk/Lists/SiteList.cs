using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>How the own site's list stands against the register, and whose it is to mend.</summary>
internal sealed class SiteList(
    BotDbContext db, Pack pack, AccountRegister accounts, EndingRegister endings, PeopleDirectory people, TimeProvider time)
{
    public const string Key = "site-list";

    /// <summary>
    /// So long an account that is stopped stays in the list as it is: our own figure. A page that is changed and changed back within a day
    /// tells residents nothing.
    /// </summary>
    public static readonly TimeSpan StopOutlasts = TimeSpan.FromDays(1);

    private PublishedList? published;

    /// <summary>Whether the guideline wants a list at all.</summary>
    public bool IsWanted => pack.AccountDuties?.PublicList is not null;

    public PublishedList? Published => published ??= db.PublishedLists.Local.FirstOrDefault() ?? db.PublishedLists.FirstOrDefault();

    /// <summary>The accounts as the list shows them now.</summary>
    public IEnumerable<OfficialAccount> Accounts =>
        accounts.All.Select(account => StaysListed(account) ? account with { State = AccountState.Running } : account);

    public IReadOnlyDictionary<string, string> Lines => PublicList.Lines(Accounts);

    /// <summary>Nothing while nobody has confirmed a list and no account has changed.</summary>
    public ListDifference Difference => Published is { } list ? PublicList.Difference(list.Lines, Lines) : new([], []);

    /// <summary>It differs, or will once a stop has lasted.</summary>
    public bool WillDiffer =>
        IsWanted && Published is { } list && !PublicList.Difference(list.Lines, PublicList.Lines(accounts.All)).IsEmpty;

    /// <summary>When the first of the stops that have not lasted yet will have; null where there is none.</summary>
    public DateTimeOffset? DiffersAt => accounts.All.Where(StaysListed)
        .Min(account => endings.OpenStopOf(account)?.StoppedAt + StopOutlasts);

    /// <summary>Whoever looks after all accounts looks after their list.</summary>
    public IReadOnlyList<Person> Editors => [.. people.Holding(Role.Desk)];

    /// <summary>Told apart from the one before by when the list was last right.</summary>
    public string Cause => string.Create(CultureInfo.InvariantCulture, $"{Published?.ConfirmedAt.ToUnixTimeMilliseconds() ?? 0}");

    /// <summary>Whether the task is about the list as it was last right.</summary>
    public bool IsAsked(DatedTask task) => task.Key == Key && task.Cause.Split(' ')[0] == Cause;

    /// <summary>Of two cards that show the difference, whether they show the same.</summary>
    public string Stamp => ListStamp.Of(Lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key}={line.Value}"));

    private bool StaysListed(OfficialAccount account) => endings.OpenStopOf(account) is { } stop
        && time.GetUtcNow() - stop.StoppedAt < StopOutlasts && Published?.Lines.ContainsKey(account.Id) == true;

    /// <summary>The list says this now.</summary>
    public void Confirm(IReadOnlyDictionary<string, string> lines, string by, DateTimeOffset now)
    {
        if (Published is null)
        {
            published = PublishedList.Begin();
            db.PublishedLists.Add(published);
        }

        published!.Confirm(lines, by, now);
    }
}

/// <summary>A short sign of a text, by which a card knows whether it is still of the same.</summary>
internal static class ListStamp
{
    public static string Of(IEnumerable<string> parts) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
