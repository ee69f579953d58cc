using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>What follows from a policy: it is published, handed in and read, each within its days; whoever has to act is told.</summary>
internal sealed class PolicyDuties(
    Pack pack, PolicyBook policies, PolicyAudience audience, PolicyViews views, PeopleDirectory people, TaskBook book,
    TaskCatalogue catalogue, TaskDays office, PersonLanguage languages, OutboxWriter outbox, TimeProvider time)
{
    public const string Publish = "policy-publish";
    public const string Submit = "policy-submit";
    public const string Read = "policy-read";

    /// <summary>The cause of a hand-in that waits for the policy itself.</summary>
    public const string NoVersion = "none";

    /// <summary>A version was finalised.</summary>
    public async Task FinalAsync(ParsedTurn turn, OfficialAccount account, PolicyVersion version, CancellationToken cancellationToken)
    {
        if (pack.AccountDuties?.PolicyForm is not null) await RaiseAsync(turn, account, Publish, CauseOf(version), null, cancellationToken);
        if (account.State == AccountState.Running) await HandInAsync(turn, account, cancellationToken);
        await RenewAsync(turn, account, cancellationToken);
        // Whoever finalised it has read it, and counts where it is theirs to read: the desk writes for other sections too.
        if (audience.Members(account).Any(person => person.Is(turn.Actor!.ObjectId)))
            policies.Read(version, turn.Actor!.ObjectId, time.GetUtcNow());
        if (audience.Unread(account, version) is not { Count: > 0 } unread) return;
        foreach (var person in unread) Ring(turn, account, version, person, "read", "運用ポリシーを読んでください", "Please read the policy");
        await RaiseAsync(turn, account, Read, CauseOf(version), null, cancellationToken);
    }

    /// <summary>
    /// The account runs: its policy goes to those who look after all accounts, and until they took it in the account's people are reminded
    /// (asaka-4-submit). One that was never written as a form is asked for.
    /// </summary>
    public async Task HandInAsync(ParsedTurn turn, OfficialAccount account, CancellationToken cancellationToken)
    {
        if (pack.AccountDuties?.Opening?.PolicyDueOpenDays is not { } within || account.Kind != AccountKind.Section) return;
        var version = policies.Newest(account.Id);
        if (version?.ReceivedAt is not null) return;
        if (version is not null)
            foreach (var person in people.Persons.Where(PolicyViews.MayReceive).Where(person => !person.Is(turn.Actor!.ObjectId)))
                Ring(turn, account, version, person, "receive", "運用ポリシーを受け取ってください", "Please take the policy in");
        await RaiseAsync(turn, account, Submit, version is null ? NoVersion : CauseOf(version), within.Value, cancellationToken);
    }

    /// <summary>The tasks of a kind about the account are done by this person.</summary>
    public Task FinishAsync(ParsedTurn turn, OfficialAccount account, string key, CancellationToken cancellationToken) =>
        FinishAsync(turn, account, task => task.Key == key, cancellationToken);

    /// <summary>Its period has another last day now, or none: nobody need be asked about the old one.</summary>
    private Task RenewAsync(ParsedTurn turn, OfficialAccount account, CancellationToken cancellationToken) => FinishAsync(
        turn, account, task => task.Key == AccountPeriod.EndTask && task.Cause != TypedDay.Write(account.RunsUntil), cancellationToken);

    private async Task FinishAsync(
        ParsedTurn turn, OfficialAccount account, Func<DatedTask, bool> isMeant, CancellationToken cancellationToken)
    {
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, account.Id, cancellationToken);
        foreach (var task in open.Where(isMeant))
            book.Finish(task, turn.Actor, people.Find(turn.Actor)?.Name ?? "", new { account = account.Id });
    }

    public static string CauseOf(PolicyVersion version) => string.Create(CultureInfo.InvariantCulture, $"v{version.Number}");

    /// <param name="within">Opening days the pack gives; null for those of the catalogue.</param>
    private async Task RaiseAsync(
        ParsedTurn turn, OfficialAccount account, string key, string cause, int? within, CancellationToken cancellationToken)
    {
        var tenant = turn.Actor!.TenantId;
        var due = within is { } days
            ? TaskClock.DueFrom(
                catalogue.Of(key) with { DueOpenDays = days }, JapanTime.DateOf(time.GetUtcNow()),
                await office.OfAsync(tenant, cancellationToken))
            : (DateOnly?)null;
        await book.RaiseAsync(new TaskCause(tenant, key, account.Id, account.Section, cause), due, turn.Actor, cancellationToken);
    }

    private void Ring(
        ParsedTurn turn, OfficialAccount account, PolicyVersion version, Person person, string why, string japanese, string english)
    {
        var (tenant, say) = (turn.Actor!.TenantId, languages.LanguageOf(turn.Actor.TenantId, person.ObjectId));
        var summary = $"{say.Say(japanese + "：", english + ": ")}{account.Name}";
        outbox.Ring(
            Address.Person(tenant, person.ObjectId),
            KeyOf(version, why),
            1,
            views.CardFor(person, say, account, version, CardParts.Notice(NoticeKind.Info, summary)),
            summary,
            new Outbox.Opening(
                say.Say("運用ポリシーを開く", "Open the policy"), AccountVerbs.PolicyShow, PolicyCard.Data(account, version.Number), say.Code()),
            AccountRegister.Subject(account.Id));
    }
    private static string KeyOf(PolicyVersion version, string why) =>
        string.Create(CultureInfo.InvariantCulture, $"{AccountRegister.Subject(version.AccountId)}:policy:{version.Number}:{why}");
}
