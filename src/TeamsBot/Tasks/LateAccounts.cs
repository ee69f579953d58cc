using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;

namespace TeamsBot.Tasks;

/// <summary>The accounts about which something should have been done by now: marked in the register until it is.</summary>
internal sealed class LateAccounts(BotDbContext db, TaskAudience audience, TimeProvider time)
{
    public IReadOnlySet<string> Of(string tenant)
    {
        var today = JapanTime.DateOf(time.GetUtcNow());
        return db.OpenTasks(tenant).AsNoTracking().Where(task => task.DueOn < today).AsEnumerable()
            .Where(task => audience.KindOf(task).IsNeeded(task)).Select(task => task.AccountId)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
