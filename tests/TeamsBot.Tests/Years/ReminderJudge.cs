using TeamsBot.Checks.Dates;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Years;

/// <summary>
/// Holds what reached people about a task against when and to whom it had to be told. A call may come later than its day for three reasons
/// only: the program was not running, nobody of the link was there, or the person had heard of three things that day (or of duty).
/// </summary>
internal sealed class ReminderJudge
{
    private const int MostADay = 3;

    private readonly IReadOnlyList<Look> looks;
    private readonly CityLife life;
    private readonly Dictionary<(string Person, DateOnly Day), int> heard = [];

    private readonly IReadOnlyList<Arrival> news;

    /// <param name="news">What reached people while others acted.</param>
    public ReminderJudge(IEnumerable<Look> all, IReadOnlyList<Arrival> news, CityLife life)
    {
        this.news = news;
        looks = [.. all.Where(look => look.IsInOffice && OfficeDays.LawfulDays.IsOpen(look.Day)).OrderBy(look => look.At)];
        this.life = life;
    }

    public IReadOnlyList<string> FaultsOf(IReadOnlyList<DatedTask> tasks)
    {
        var open = tasks.OrderBy(task => task.RaisedAt).Select(task => new Course(task, CallOracle.CallsOf(task))).ToList();
        // What is due after the last day of the table nobody can judge by it.
        var faults = open.Where(course => course.Task.FirstDueOn < OfficeDays.LawfulDays.Last
                && course.Task.FirstDueOn != CallOracle.DueOf(course.Task))
            .Select(course => $"{course} is due on {course.Task.FirstDueOn:O} and not on {CallOracle.DueOf(course.Task):O}").ToList();
        foreach (var look in looks)
        {
            heard.Clear();
            foreach (var arrival in looks.Where(other => other.Day == look.Day && other.At <= look.At).SelectMany(other => other.Arrivals)
                .Concat(news.Where(arrival => arrival.Day == look.Day && arrival.At <= look.At))
                .Where(arrival => arrival.Tasks.Count > 0 || arrival.IsOfDuty))
                heard[(arrival.Person, arrival.Day)] = heard.GetValueOrDefault((arrival.Person, arrival.Day)) + 1;
            foreach (var course in open.Where(course => course.IsOpenAt(look.At))) faults.AddRange(Judge(course, look));
        }

        return faults;
    }

    private IEnumerable<string> Judge(Course course, Look look)
    {
        foreach (var (at, account, person) in life.Joined)
            if (course.Fired > 0 && account == course.Task.AccountId && at > course.SeenAt && at <= look.At && at > course.Task.RaisedAt)
                course.Pending.Add(person);
        foreach (var (at, task, due) in life.Moved)
            if (task == course.Task.Id && at > course.SeenAt && at <= look.At) course.Move(due, JapanTime.DateOf(at));
        course.SeenAt = look.At;
        var id = course.Task.Id.ToString("N");
        var told = look.Arrivals.Where(arrival => arrival.Speaks(id)).Select(arrival => arrival.Person).ToHashSet();
        var lists = look.Arrivals.Where(arrival => arrival.HasMore).Select(arrival => arrival.Person).ToHashSet();
        foreach (var twice in look.Arrivals.Where(arrival => arrival.Speaks(id)).GroupBy(arrival => arrival.Person)
            .Where(group => group.Count() > 1))
            yield return $"{course} {look.At:O}: {twice.Key} hears of it twice at once";
        var wanted = Wanted(course, look, told, lists);
        foreach (var person in wanted)
        {
            if (told.Contains(person) || lists.Contains(person)) course.Pending.Remove(person);
            else if (HasEnough(course, person, look)) course.Pending.Add(person);
            else yield return $"{course} {look.At:O}: {person} does not hear of it";
        }

        foreach (var person in told.Except(wanted)) yield return $"{course} {look.At:O}: {person} hears of it without being called";
    }

    /// <summary>Those whom the calls of this moment are for, and those who have still to hear of an earlier one.</summary>
    private HashSet<string> Wanted(Course course, Look look, HashSet<string> told, HashSet<string> lists)
    {
        var (task, wanted) = (course.Task, new HashSet<string>());
        var over = course.Calls.Skip(course.Fired).TakeWhile(call => call.Day <= look.Day).ToList();
        var called = over.Select(call => call.Step).Distinct()
            .SelectMany(step => AudienceOracle.PresentOf(task, step, look)).Select(one => one.Id).ToHashSet();
        var isPutOff = called.All(person => HasEnough(course, person, look) && !told.Contains(person) && !lists.Contains(person));
        if (over.Count > 0 && !isPutOff)
        {
            course.Fired += over.Count;
            course.Step = Math.Max(course.Step, over.Max(call => call.Step));
            wanted.UnionWith(called);
        }

        var steps = Enumerable.Range(0, course.Step + 1).ToList();
        var here = steps.SelectMany(step => AudienceOracle.PresentOf(task, step, look)).Select(one => one.Id).ToHashSet();
        var any = steps.SelectMany(step => AudienceOracle.LinkOf(task, step, look).People).Select(one => one.Id).ToHashSet();
        wanted.UnionWith(course.Pending.Where(here.Contains));
        course.Pending.RemoveWhere(person => !here.Contains(person) && !any.Contains(person));
        return wanted;
    }

    private bool HasEnough(Course course, string person, Look look) =>
        !CallOracle.Rules[course.Task.Key].IsUrgent && heard.GetValueOrDefault((person, look.Day)) >= MostADay;

    /// <summary>How far a task has come.</summary>
    private sealed class Course(DatedTask task, IReadOnlyList<(DateOnly Day, int Step)> calls)
    {
        public DatedTask Task => task;

        public IReadOnlyList<(DateOnly Day, int Step)> Calls { get; private set; } = calls;

        public int Fired { get; set; }

        public int Step { get; set; }

        public DateTimeOffset SeenAt { get; set; }

        public HashSet<string> Pending { get; } = [];

        /// <summary>It begins anew with its later day.</summary>
        public void Move(DateOnly due, DateOnly on) => (Calls, Fired) = (CallOracle.CallsOf(Task.Key, due, on), 0);

        public bool IsOpenAt(DateTimeOffset at) => at >= task.RaisedAt && !(task.EndedAt <= at);

        public override string ToString() =>
            FormattableString.Invariant($"{task.Key} {task.AccountId} ({task.Cause}, since {JapanTime.DateOf(task.RaisedAt):O})");
    }
}
