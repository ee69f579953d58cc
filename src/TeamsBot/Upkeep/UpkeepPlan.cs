using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// Looks at all accounts on every opening day: who has been silent for too long, who rests and has to be logged in to, whose period ends
/// (tochigi-5-4-2, tochigi-8-2b, asaka-annex-7). Nobody tells the bot of any of it.
/// </summary>
internal sealed class UpkeepPlan(
    BotDbContext db,
    AccountRegister accounts,
    EndingRegister endings,
    UpkeepTasks kind,
    TaskBook book,
    OfficeLook office,
    TaskDays days,
    Pack pack,
    IOptions<UpkeepOptions> options,
    TimeProvider time
)
{
    /// <summary>The kind under which the next look at all accounts is stored.</summary>
    public const string Daily = "upkeep.plan";

    /// <summary>So many days before its last day a period becomes a task; its first call is at sixty.</summary>
    private const int PeriodAhead = 90;

    public Task RunAsync(CancellationToken cancellationToken) =>
        office.RunAsync(Daily, tenant => LookAsync(tenant, cancellationToken), cancellationToken);

    private async Task LookAsync(string tenant, CancellationToken cancellationToken)
    {
        var today = JapanTime.DateOf(time.GetUtcNow());
        foreach (var account in accounts.All.ToList())
        {
            if (UpkeepTasks.Speaks(account) && options.Value.AsksSilent)
                await LookAtSilenceAsync(account, tenant, today, cancellationToken);
            if (account.State == AccountState.Dormant) await LookAtRestAsync(account, tenant, today, cancellationToken);
            if (UpkeepTasks.HasPeriod(account) && account.RunsUntil is { } last && last <= today.AddDays(PeriodAhead))
            {
                var cause = new TaskCause(tenant, UpkeepTasks.PeriodEnd, account.Id, account.Section, TypedDay.Write(last));
                await book.RaiseAsync(cause, last, by: null, cancellationToken);
            }
        }
    }

    /// <summary>
    /// The first look only begins to count. What is asked once about a silence is not asked again; the answers have their own tasks.
    /// </summary>
    private async Task LookAtSilenceAsync(OfficialAccount account, string tenant, DateOnly today, CancellationToken cancellationToken)
    {
        if (pack.AccountDuties?.Cadence is not { } cadence) return;
        var since = endings.ActivityFor(account.Id, today).QuietSince;
        if (kind.IsInactive(account))
            await book.RaiseAsync(Cause(UpkeepTasks.Inactive), null, by: null, cancellationToken);
        else if (today.DayNumber - since.DayNumber > cadence.QuietDays?.Value || await BreaksPolicyAsync())
            await book.RaiseAsync(Cause(UpkeepTasks.Cadence), null, by: null, cancellationToken);

        // What its policy promises counts where it is more than the organisation asks of all accounts (yamaguchi-3-1-5).
        async Task<bool> BreaksPolicyAsync() => PostingFrequency.IsOver(
            accounts.FactsOf(account.Id).Frequency, since, today, (await days.OfAsync(tenant, cancellationToken)).IsOpen);

        TaskCause Cause(string key) => new(tenant, key, account.Id, account.Section, TypedDay.Write(since));
    }

    /// <summary>The next login check counts from the last one, or from the first look at the resting account.</summary>
    private async Task LookAtRestAsync(OfficialAccount account, string tenant, DateOnly today, CancellationToken cancellationToken)
    {
        if (pack.AccountDuties?.Dormancy?.LoginCheckDays is not { } every) return;
        var last = await db.DatedTasks
            .Where(task => task.TenantId == tenant && task.AccountId == account.Id && task.Key == UpkeepTasks.DormantLogin)
            .OrderByDescending(task => task.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is { IsOpen: true }) return;
        var from = last is { State: TaskState.Done, EndedAt: { } done } ? JapanTime.DateOf(done) : today;
        await book.RaiseAsync(
            new TaskCause(tenant, UpkeepTasks.DormantLogin, account.Id, account.Section, TypedDay.Write(from.AddDays(every.Value))),
            from.AddDays(every.Value), by: null, cancellationToken);
    }
}
