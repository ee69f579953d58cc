using System.Globalization;
using TeamsBot.Checks.Dates;
using TeamsBot.Tasks;
using TeamsBot.Tests.OfficeDays;

namespace TeamsBot.Tests.Years;

/// <summary>Whether every cause has its task, and the task came when its cause did: what nobody raises is never reminded of.</summary>
internal sealed class CauseJudge(IReadOnlyList<Look> looks, CityLife life)
{
    private const int QuietDays = 30;
    private const int LoginDays = 14;

    private static readonly string[] Running = ["city-x", "city-facebook", "city-instagram", "city-line", "bosai-x"];

    public IReadOnlyList<string> Missing(IReadOnlyList<DatedTask> tasks) =>
        [.. MissingChanges(tasks), .. MissingLeavers(tasks), .. MissingSilences(tasks), .. MissingLogins(tasks)];

    /// <summary>The next change of every password; the last one of an account has its task open.</summary>
    private IEnumerable<string> MissingChanges(IReadOnlyList<DatedTask> tasks) => life.Changed
        .Where(change => tasks.Count(task =>
            task.Key == "pw-yearly" && task.AccountId == change.Account && task.Cause == Written(change.Day)) != 1)
        .Select(change => $"the change of {change.Account} on {change.Day:O} has no next one");

    private IEnumerable<string> MissingLeavers(IReadOnlyList<DatedTask> tasks) => life.Left
        .Where(left => !tasks.Any(task => task.Key == "pw-staff" && task.AccountId == left.Account
            && task.Cause == $"{left.Person} {Written(left.Day)}" && JapanTime.DateOf(task.RaisedAt) == left.Day))
        .Select(left => $"{left.Person} left {left.Account} on {left.Day:O}");

    /// <summary>Each silence of more than thirty days is asked about on the first opening day after them.</summary>
    private IEnumerable<string> MissingSilences(IReadOnlyList<DatedTask> tasks)
    {
        foreach (var account in Running)
        {
            var posts = life.Posted.Where(post => post.Account == account).Select(post => post.Day).Order().ToList();
            foreach (var since in posts.Prepend(Mornings.First()).Distinct())
            {
                var asked = Mornings.FirstOrDefault(day => day.DayNumber - since.DayNumber > QuietDays);
                if (asked == default || posts.Any(day => day > since && day < asked)) continue;
                if (!tasks.Any(task => task.Key == "cadence" && task.AccountId == account && task.Cause == Written(since)
                    && JapanTime.DateOf(task.RaisedAt) <= asked && JapanTime.DateOf(task.RaisedAt).DayNumber - since.DayNumber > QuietDays))
                    yield return $"the silence of {account} since {since:O} is not asked about on {asked:O}";
            }
        }
    }

    /// <summary>After each login check the next one, fourteen days later.</summary>
    private IEnumerable<string> MissingLogins(IReadOnlyList<DatedTask> tasks) => tasks
        .Where(task => task is { Key: "dormant-login", State: TaskState.Done }).Select(task => JapanTime.DateOf(task.EndedAt!.Value))
        .Where(day => Mornings.Any(morning => morning > day))
        .Where(day => tasks.Count(task => task.Key == "dormant-login" && task.Cause == Written(day.AddDays(LoginDays))) != 1)
        .Select(day => $"no login check follows that of {day:O}");

    /// <summary>The opening days on which the program was there when the office opened.</summary>
    private IEnumerable<DateOnly> Mornings =>
        looks.Where(look => look.IsInOffice && LawfulDays.IsOpen(look.Day)).Select(look => look.Day).Distinct();

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
