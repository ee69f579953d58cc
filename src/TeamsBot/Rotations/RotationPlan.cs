using Microsoft.Extensions.Options;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>
/// Sees to it that every account has the tasks its password needs, and no other: after each change, and once on every opening day, because
/// people leave and packs change without anybody telling the bot.
/// </summary>
internal sealed class RotationPlan(
    AccountRegister accounts,
    CredentialRegister credentials,
    RotationTasks kind,
    TaskBook book,
    Pack pack,
    PeopleDirectory people,
    OfficeLook office,
    AuditTrail audit,
    IOptions<RotationOptions> options,
    TimeProvider time
)
{
    /// <summary>The kind under which the next look at all accounts is stored.</summary>
    public const string Daily = "rotation.plan";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The pack speaks of passwords no more; its tasks are dropped when they are looked at.
        if (pack.Password is null) return;
        await office.RunAsync(Daily, tenant => LookAsync(tenant, cancellationToken), cancellationToken);
    }

    /// <summary>Raises what the account's password needs now.</summary>
    public async Task EnsureAsync(OfficialAccount account, string tenant, Actor? by, CancellationToken cancellationToken)
    {
        if (pack.Password is not { } policy || !RotationTasks.Asks(account)) return;
        var credential = credentials.Find(account.Id);
        if (options.Value.AsksUnknown && kind.IsUnknown(credential))
        {
            var open = await book.OpenOfAsync(tenant, account.Id, cancellationToken);
            if (!open.Any(task => task.Key is RotationTasks.Unknown or RotationTasks.Staff))
            {
                var today = RotationTasks.CauseOf(JapanTime.DateOf(time.GetUtcNow()));
                await book.RaiseAsync(Cause(account, tenant, RotationTasks.Unknown, today), null, by, cancellationToken);
            }
        }

        if (credential?.ChangedOn is { } day && policy.RotationMonths is { } months)
        {
            var cause = Cause(account, tenant, RotationTasks.Yearly, RotationTasks.CauseOf(day));
            await book.RaiseAsync(cause, day.AddMonths(months.Value), by, cancellationToken);
        }
    }

    /// <summary>Somebody who knew the password is gone: it is changed at once, where the pack says so [tochigi-7-2-4].</summary>
    public async Task<DatedTask?> LeftAsync(
        OfficialAccount account, string leaver, string tenant, Actor? by, CancellationToken cancellationToken)
    {
        if (pack.Password?.OnStaffChange != true || !RotationTasks.Asks(account)) return null;
        var today = RotationTasks.CauseOf(JapanTime.DateOf(time.GetUtcNow()));
        return await book.RaiseAsync(
            Cause(account, tenant, RotationTasks.Staff, $"{leaver.ToLowerInvariant()} {today}"), null, by, cancellationToken);
    }

    /// <summary>
    /// They know the password now and hear of what others were told about it; of what nobody was told they hear in its time.
    /// </summary>
    public async Task TellNewcomersAsync(
        OfficialAccount account, string tenant, IReadOnlyList<string> newcomers, CancellationToken cancellationToken)
    {
        foreach (var task in await book.OpenOfAsync(tenant, account.Id, cancellationToken))
            if (task.Calls > 0) book.TellAlso(task, newcomers);
    }

    /// <summary>Custodians, keepers and deputies who are no longer members of staff.</summary>
    private async Task LeaveAsync(OfficialAccount account, string tenant, CancellationToken cancellationToken)
    {
        if (credentials.Find(account.Id) is not { } credential) return;
        string[] holders = [.. credential.Custodians, .. new[] { credential.KeeperId, credential.DeputyId }.OfType<string>()];
        foreach (var gone in holders.Where(id => people.Find(id) is null).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var knew = credential.IsCustodian(gone);
            credential.Replace(gone, successor: null);
            audit.Record(actor: null, "custody.left", AccountRegister.Subject(account.Id), new { from = gone });
            if (knew) await LeftAsync(account, gone, tenant, by: null, cancellationToken);
        }
    }

    private async Task LookAsync(string tenant, CancellationToken cancellationToken)
    {
        foreach (var account in accounts.All.Where(account => account.State != AccountState.Closed).ToList())
        {
            await LeaveAsync(account, tenant, cancellationToken);
            await EnsureAsync(account, tenant, by: null, cancellationToken);
        }
    }

    private static TaskCause Cause(OfficialAccount account, string tenant, string key, string cause) =>
        new(tenant, key, account.Id, account.Section, cause);
}
