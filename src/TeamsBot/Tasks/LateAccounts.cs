using TeamsBot.Checks.Dates;
using TeamsBot.Data;

namespace TeamsBot.Tasks;

/// <summary>The accounts about which something should have been done by now: marked in the register until it is.</summary>
internal sealed class LateAccounts(BotDbContext db, TimeProvider time)
{
    public IReadOnlySet<string> Ids
    {
        get
        {
            var today = JapanTime.DateOf(time.GetUtcNow());
            return db.DatedTasks.Where(task => task.EndedAt == null && task.DueOn < today).Select(task => task.AccountId).Distinct()
                .AsEnumerable().ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
    }
}
