using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;

namespace TeamsBot.Tasks;

/// <summary>
/// How many new messages people got today about what they have to do: tasks and duty. What comes after the third waits or becomes one list,
/// where it can. Answers are no new messages, and alarms are not counted: they must not make anything wait.
/// </summary>
internal sealed class ToldToday(BotDbContext db, TimeProvider time)
{
    /// <summary>So many a person and day.</summary>
    public const int Most = 3;

    private readonly Dictionary<string, ToldDay> read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads how much everybody was told; before anybody is asked after.</summary>
    public async Task ReadAsync(string tenant, CancellationToken cancellationToken)
    {
        var today = Today;
        foreach (var count in await db.ToldDays.Where(one => one.TenantId == tenant && one.Day == today).ToListAsync(cancellationToken))
            read[count.PersonId] = count;
    }

    public int Of(string personId) => read.GetValueOrDefault(personId)?.Count ?? 0;

    public bool HasEnough(string personId) => Of(personId) >= Most;

    /// <summary>The person gets a new message in this turn.</summary>
    public void Count(string tenant, string personId)
    {
        if (!read.TryGetValue(personId, out var count))
        {
            count = db.ToldDays.Find(tenant, personId.ToLowerInvariant(), Today)
                ?? db.ToldDays.Add(ToldDay.Of(tenant, personId, Today)).Entity;
            read[personId] = count;
        }

        count.Told();
    }

    private DateOnly Today => JapanTime.DateOf(time.GetUtcNow());
}
