using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;
using Duty = TeamsBot.Rosters.Duty;

namespace TeamsBot.Comments;

/// <summary>
/// Whose it is to answer a comment: today's reply duty of the account's section; where nobody is on duty, those who keep the account, and
/// the section is asked to enter somebody [tochigi-5-2-3]. Nobody where neither is known or there: then it stays with whoever wrote it
/// down.
/// </summary>
internal sealed class CommentDuty(
    DutyRoster roster, RosterGaps gaps, CredentialRegister credentials, AccountRegister accounts, PeopleDirectory people)
{
    /// <summary>Those whose it is on a day, by the roster as it is now.</summary>
    public IReadOnlyList<Person> Of(string tenantId, OfficialAccount account, DateOnly day) =>
        roster.OnDuty(tenantId, account.Section, Duty.Reply, day) is { } onDuty
            ? [onDuty]
            : [.. credentials.CustodiansOf(account.Id).Where(person => !people.IsAbsent(person, day))];

    /// <summary>
    /// Who hears of a comment that speaks of danger to people though nobody answers it: those who keep the account and are there, else the
    /// desk. Not whoever wrote it down, who knows.
    /// </summary>
    public IReadOnlyList<Person> ForDanger(OfficialAccount account, Person writer, DateOnly day) =>
        credentials.CustodiansOf(account.Id).Where(person => person != writer && !people.IsAbsent(person, day)).ToList()
            is { Count: > 0 } keepers
            ? keepers
            : [.. people.Holding(Role.Desk).Where(person => person != writer)];

    /// <summary>Gives a new comment to them; the sentence says to whom it went.</summary>
    public async Task<string> AssignAsync(Comment comment, DateOnly day, Actor by, CancellationToken cancellationToken)
    {
        var account = accounts.Find(comment.AccountId)!;
        var isOnDuty = roster.OnDuty(comment.TenantId, account.Section, Duty.Reply, day) is not null;
        var whose = Of(comment.TenantId, account, day);
        comment.Assign(whose);
        comment.Bring(whose);
        if (!isOnDuty) await gaps.AskForRepliesAsync(comment.TenantId, account.Section, day, by, cancellationToken);
        if (whose.Count == 0) return "";
        var names = Person.NamesOf(whose);
        return isOnDuty ? $"返信の当番の{names}にお願いします。" : $"返信の当番が決まっていないため、保管者の{names}にお願いします。";
    }
}
