using System.Text;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Accounts;

/// <summary>
/// The official accounts of the organisation and what their state forbids. An account that is not in it does not exist for the bot: a draft
/// is never taken for the nearest name.
/// </summary>
internal sealed class AccountRegister(Pack pack)
{
    public IReadOnlyList<OfficialAccount> All => pack.Accounts;

    public OfficialAccount? Find(string id) => pack.Accounts.FirstOrDefault(account => string.Equals(account.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The accounts somebody may have meant: by id, handle with or without @, or display name, width and case aside. Several when the organisation uses
    /// one name on several media; then the person is asked.
    /// </summary>
    public IReadOnlyList<OfficialAccount> Named(string words)
    {
        var wanted = Fold(words);
        return wanted.Length == 0
            ? []
            : [.. pack.Accounts.Where(account => Fold(account.Id) == wanted || Fold(account.Handle ?? "") == wanted || Fold(account.Name) == wanted || Fold(Display(account)) == wanted)];
    }

    /// <summary>The account of a handle that appears in a text, or null where the register does not know it.</summary>
    public OfficialAccount? OfHandle(string handle, Medium medium) =>
        pack.Accounts.FirstOrDefault(account => account.Medium == medium && account.Handle is { } own && Fold(own) == Fold(handle));

    /// <summary>What a person may choose when writing: running accounts whose route takes writers of the person's section.</summary>
    public IReadOnlyList<OfficialAccount> OpenTo(Person person) => [.. pack.Accounts.Where(account => Refusal(account, person) is null)];

    /// <summary>Why this person may not hand in a draft for the account, or null. Whether there is a route is asked of the people.</summary>
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
        return rule is { Writers: not SectionScope.Any } && person.Section != account.Section ? AccountRefusals.ForeignSection(account, person) : null;
    }

    /// <summary>What the account's own state forbids, whoever asks: also asked again just before posting.</summary>
    public static AccountRefusal? StateRefusal(OfficialAccount account) => account.State switch
    {
        AccountState.Running => null,
        AccountState.Dormant => AccountRefusals.Dormant(account),
        AccountState.Stopped => AccountRefusals.Stopped(account),
        _ => AccountRefusals.Closed(account),
    };

    /// <summary>How cards name an account, medium and handle included, so that nobody mistakes the target: 星見市（X）@hoshimi_city.</summary>
    public static string Display(OfficialAccount account) => $"{account.Name}（{account.Medium.Display()}）{account.Handle}";

    private static string Fold(string words) => words.Trim().Normalize(NormalizationForm.FormKC).TrimStart('@').ToLowerInvariant();
}
