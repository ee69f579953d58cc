using TeamsBot.Checks.Dates;
using TeamsBot.OfficeDays;
using TeamsBot.Packs;

namespace TeamsBot.Tasks;

/// <summary>The opening days that tasks are counted in: the pack's office hours with the organisation's own days over them.</summary>
internal sealed class TaskDays(Pack pack, OfficeCalendar calendar)
{
    private readonly Dictionary<string, OpeningDays> read = new(StringComparer.Ordinal);

    public async Task<OpeningDays> OfAsync(string tenantId, CancellationToken cancellationToken)
    {
        if (read.TryGetValue(tenantId, out var known)) return known;
        var days = (await calendar.ReadAsync(tenantId, cancellationToken))(pack.OfficeHours?.ToOpeningDays() ?? OpeningDays.Default);
        return read[tenantId] = days;
    }

    /// <summary>The same for the question whether a task still has its cause.</summary>
    public OpeningDays Of(string tenantId) => read.TryGetValue(tenantId, out var known)
        ? known
        : read[tenantId] = calendar.Read(tenantId, pack.OfficeHours?.ToOpeningDays() ?? OpeningDays.Default);
}
