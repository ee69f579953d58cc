using TeamsBot.Tasks;

namespace TeamsBot.Tests.Years;

/// <summary>
/// How many new messages of the bot each person got, by day and by week; the answers to what they said themselves left out.
/// </summary>
internal sealed class MessageCounts
{
    private const int MostADay = 3;

    private readonly IReadOnlyList<Arrival> arrivals;
    private readonly HashSet<string> urgent;
    private readonly DateOnly first;

    public MessageCounts(IReadOnlyList<Arrival> arrivals, IReadOnlyList<DatedTask> tasks, DateOnly first)
    {
        (this.arrivals, this.first) = (arrivals, first);
        urgent = [.. tasks.Where(task => CallOracle.Rules[task.Key].IsUrgent).Select(task => task.Id.ToString("N"))];
    }

    /// <summary>
    /// Days on which somebody was reminded more than three times, the begin of a week of duty among them, what must not wait aside. What
    /// colleagues entered about somebody is told when they do, whatever came before.
    /// </summary>
    public IReadOnlyList<string> TooMany =>
    [
        .. arrivals.Where(arrival => (arrival.Tasks.Count > 0 && !IsUrgent(arrival)) || BeginsDuty(arrival))
            .GroupBy(arrival => (arrival.Person, arrival.Day))
            .Where(day => day.Count() > MostADay)
            .Select(day => $"{NameOf(day.Key.Person)} {day.Key.Day:O}: {string.Join(" | ", day.Select(one => one.Words.Split('\n')[0]))}"),
    ];

    public IReadOnlyDictionary<string, double> MedianOfAWeek => People.ToDictionary(
        person => person, person => Median([.. WeeksOf(person).Values]));

    public IEnumerable<string> Lines => People.Select(person =>
    {
        var mine = arrivals.Where(arrival => arrival.Person == person).ToList();
        var weeks = WeeksOf(person);
        var (aDay, aWeek) = (mine.CountBy(one => one.Day).Max(day => day.Value), Median([.. weeks.Values]));
        return FormattableString.Invariant(
            $"{NameOf(person)}: {mine.Count} messages in {weeks.Count} weeks, at most {aDay} a day and {weeks.Values.Max()} a week, ")
            + FormattableString.Invariant($"median {aWeek} a week");
    });

    private IEnumerable<string> People => City.Everybody.Select(one => one.Id).Where(id => arrivals.Any(arrival => arrival.Person == id));

    private static bool BeginsDuty(Arrival arrival) => arrival.IsOfDuty
        && (arrival.Words.StartsWith("今週は、", StringComparison.Ordinal) || arrival.Words.StartsWith("今日は", StringComparison.Ordinal));

    private bool IsUrgent(Arrival arrival) => arrival.Tasks.All(urgent.Contains);

    /// <summary>All weeks from the person's first message to the last, those without any among them.</summary>
    private SortedDictionary<int, int> WeeksOf(string person)
    {
        var weeks = new SortedDictionary<int, int>();
        var mine = arrivals.Where(arrival => arrival.Person == person).Select(arrival => WeekOf(arrival.Day)).ToList();
        for (var week = mine.Min(); week <= mine.Max(); week++) weeks[week] = 0;
        foreach (var week in mine) weeks[week]++;
        return weeks;
    }

    private int WeekOf(DateOnly day) => (day.DayNumber - first.AddDays(-(((int)first.DayOfWeek + 6) % 7)).DayNumber) / 7;

    private static string NameOf(string person) => City.Everybody.Single(one => one.Id == person).Name;

    private static double Median(List<int> numbers)
    {
        numbers.Sort();
        var half = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2.0;
    }
}
