using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.Rosters;

/// <summary>
/// A message about duty is one of the few new messages a person gets in a day. It is told all the same, because it is about today or a
/// colleague waits for the answer; what can wait makes room for it.
/// </summary>
internal sealed class DutyCount(ToldToday told)
{
    public void Told(string tenantId, Person person) => told.Count(tenantId, person.ObjectId);
}
