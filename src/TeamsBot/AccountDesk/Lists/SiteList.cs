using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>How the own site's list stands against the register, and whose it is to mend.</summary>
internal sealed class SiteList(BotDbContext db, Pack pack, AccountRegister accounts, PeopleDirectory people)
{
    public const string Key = "site-list";

    private PublishedList? published;

    /// <summary>Whether the guideline wants a list at all.</summary>
    public bool IsWanted => pack.AccountDuties?.PublicList is not null;

    public PublishedList? Published => published ??= db.PublishedLists.Local.FirstOrDefault() ?? db.PublishedLists.FirstOrDefault();

    public IReadOnlyDictionary<string, string> Lines => PublicList.Lines(accounts.All);

    /// <summary>Nothing while nobody has confirmed a list and no account has changed.</summary>
    public ListDifference Difference => Published is { } list ? PublicList.Difference(list.Lines, Lines) : new([], []);

    /// <summary>Whoever looks after all accounts looks after their list.</summary>
    public IReadOnlyList<Person> Editors => [.. people.Holding(Role.Desk)];

    /// <summary>Told apart from the one before by when the list was last right.</summary>
    public string Cause => string.Create(CultureInfo.InvariantCulture, $"{Published?.ConfirmedAt.ToUnixTimeMilliseconds() ?? 0}");

    /// <summary>Of two cards that show the difference, whether they show the same.</summary>
    public string Stamp => ListStamp.Of(Lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key}={line.Value}"));

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
