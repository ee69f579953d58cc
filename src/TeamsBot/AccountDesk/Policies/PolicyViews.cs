using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>Gathers what the cards and files of a policy show.</summary>
internal sealed class PolicyViews(
    Pack pack, AccountRegister accounts, PolicyBook policies, PeopleDirectory people, TimeProvider time)
{
    public Reply Show(
        ParsedTurn turn, OfficialAccount account, PolicyVersion version, AdaptiveContainer? notice = null, string typed = "") =>
        Reply.Show(CardFor(people.Find(turn.Actor!), account, version, notice, typed));

    public AdaptiveCard CardFor(
        Person? reader, OfficialAccount account, PolicyVersion version, AdaptiveContainer? notice = null, string typed = "") =>
        PolicyCard.For(
            new(
                PaperOf(account, version),
                policies.Newest(account.Id)?.Number == version.Number,
                AccountAccess.MayChange(reader, account),
                MayReceive(reader) && version.ReceivedAt is null)
            {
                Readers = ReadersOf(reader, account, version),
                TypedUrl = typed,
            },
            time.GetUtcNow(),
            notice);

    public PolicyPaper PaperOf(OfficialAccount account, PolicyVersion version) => new(
        account, version, PolicyPrint.Rows(new PolicySheet(version.Fields), Also(account)), $"※{PolicyLabels.RuleOf(pack)}を遵守して作成しました。");

    /// <summary>Who looks after all accounts takes policies in.</summary>
    public static bool MayReceive(Person? person) => person is not null && (person.Has(Role.Desk) || person.Has(Role.PrHead));

    /// <summary>The people of the account's section, where the guideline wants them to read its policy.</summary>
    public IReadOnlyList<Person> Members(OfficialAccount account) => pack.AccountDuties?.PolicyForm?.IsShared == true
        ? [.. people.Persons.Where(person => person.Section == account.Section && person.Roles.Any(role => role != Role.Admin))]
        : [];

    /// <summary>What was entered elsewhere and belongs into the remarks (asaka-annex-10).</summary>
    private IEnumerable<string> Also(OfficialAccount account)
    {
        if (account.NameException is { } reason) yield return $"アカウント名の例外：{reason}";
        if (accounts.Known(account.Id)?.Registered?.Budget is { } budget) yield return $"費用の予算科目：{budget}";
    }

    private PolicyReaders? ReadersOf(Person? reader, OfficialAccount account, PolicyVersion version)
    {
        var members = Members(account);
        if (members.Count == 0) return null;
        var read = policies.ReadersOf(version).Select(one => one.PersonId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var waiting = members.Where(person => !read.Contains(person.ObjectId)).ToList();
        return new(
            members.Count - waiting.Count, [.. waiting.Select(person => person.Name)], reader is not null && waiting.Contains(reader));
    }
}
