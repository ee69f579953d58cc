using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>Gathers what the cards about the end of an account show, and says who may end one.</summary>
internal sealed class ClosingViews(EndingRegister endings, AccountAccess access, PeopleDirectory people, ClauseNames clauses, Pack pack)
{
    public ClosingView Of(OfficialAccount account, TaskReader reader)
    {
        var (closing, rule) = (endings.ClosingOf(account.Id), pack.AccountDuties?.Closing);
        var isPlanned = closing is { IsPlanned: true };
        return new(account, closing, reader)
        {
            NoticeOn = isPlanned ? closing!.NoticeOn : rule?.NoticeOn ?? [],
            NoticeDays = isPlanned ? closing!.NoticeDays : rule?.NoticeDays?.Value ?? 0,
            Basis = clauses.OwnOf([.. rule?.Basis.Cite ?? [], .. pack.AccountDuties?.Backup?.Basis.Cite ?? []]),
            MayChange = AccountAccess.MayChange(reader.Person, account),
            MayEnd = MayEnd(reader.Person, account),
        };
    }

    /// <summary>All who may complete or take back the end, for messages that say whom to ask.</summary>
    public IReadOnlyList<Person> EndersOf(OfficialAccount account) => [.. people.Persons.Where(person => MayEnd(person, account))];

    /// <summary>Whoever decides for the account, and those who look after all of them.</summary>
    private bool MayEnd(Person person, OfficialAccount account) => access.IsHeadOf(person, account) || person.Has(Role.Desk);
}
