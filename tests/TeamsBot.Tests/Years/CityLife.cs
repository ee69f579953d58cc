using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Checks.Dates;
using TeamsBot.People;
using TeamsBot.RosterDesk;
using TeamsBot.Rosters;
using TeamsBot.Rotations;
using TeamsBot.Tasks;
using TeamsBot.Tests.Conversations;
using TeamsBot.Tests.OfficeDays;
using TeamsBot.Upkeep;

namespace TeamsBot.Tests.Years;

/// <summary>
/// What people do of an afternoon: they enter leave and duty, and do what they were reminded of, most of them in some days and some of them
/// late. What they did is kept, so that it can be judged whether the right tasks came of it.
/// </summary>
internal sealed class CityLife(CityWorld world, Random random)
{
    private const string Section = "広報課";

    private static readonly (string Account, Colleague[] Custodians, string ChangedOn)[] AtFirst =
    [
        ("city-x", [City.Sato, City.Suzuki], "2024-03-15"),
        ("city-facebook", [City.Sato, City.Takahashi], "2024-06-20"),
        // A holiday, the turn of the year, and a day between two holidays a year later.
        ("city-instagram", [City.Suzuki, City.Takahashi], "2024-01-08"),
        ("city-line", [City.Tanaka, City.Suzuki], "2023-12-31"),
        ("bosai-x", [City.Nakamura, City.Kobayashi], "2024-09-22"),
        // Of the library's, which rests, nobody has said anything: it is asked about.
    ];

    /// <summary>Who came to know an account's password, and when.</summary>
    public List<(DateTimeOffset At, string Account, string Person)> Joined { get; } = [];

    /// <summary>Which task was given which later day, and when.</summary>
    public List<(DateTimeOffset At, Guid Task, DateOnly Due)> Moved { get; } = [];

    /// <summary>On which day which account's password was changed.</summary>
    public List<(string Account, DateOnly Day)> Changed { get; } = [];

    /// <summary>Who ceased to know an account's password, and on which day.</summary>
    public List<(string Account, string Person, DateOnly Day)> Left { get; } = [];

    /// <summary>On which day somebody reported a post of an account that the bot had not seen.</summary>
    public List<(string Account, DateOnly Day)> Posted { get; } = [];

    private DateOnly Today => JapanTime.DateOf(world.Time.GetUtcNow());

    public async Task BeginAsync()
    {
        foreach (var (account, custodians, day) in AtFirst)
        {
            await EntrustAsync(City.Suzuki, account, custodians, day);
            Changed.Add((account, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        await EnterDutyAsync(City.Suzuki, Today, RosterVerbs.Save);
    }

    /// <summary>What others heard of it, without the answers to whoever said something.</summary>
    public async Task<IReadOnlyList<Arrival>> ActAsync(Look morning)
    {
        var news = new List<Arrival>();
        foreach (var leave in City.Leaves.Where(leave => LawfulDays.Previous(leave.First.AddDays(-4)) == Today))
            news.AddRange(await EnterAsync(leave));
        if (Today == new DateOnly(2026, 4, 1)) await MoveAsync(City.Suzuki, City.Sato, City.Ito, morning);
        if (random.Next(200) == 0 && Somebody([City.Suzuki, City.Takahashi]) is { } planner)
            await EnterDutyAsync(planner, await FirstEmptyWeekAsync(), RosterVerbs.Continue);
        var open = await world.Bot.ReadAsync(db => db
            .OpenTasks(Scenario.TenantId).AsNoTracking().Where(task => task.Calls > 0).ToListAsync());
        foreach (var task in open.OrderBy(task => task.RaisedAt).ThenBy(task => task.Key, StringComparer.Ordinal)
            .ThenBy(task => task.AccountId, StringComparer.Ordinal))
        {
            var isSlow = (task.AccountId + task.Cause).Sum(letter => letter) % 4 == 0;
            var stands = morning with { Custodians = await world.CustodiansAsync() };
            if (random.NextDouble() > (isSlow ? 0.04 : 0.3) || ActorOf(task, stands) is not { } actor) continue;
            var now = await world.Bot.ReadAsync(db => db.DatedTasks.AsNoTracking().SingleAsync(one => one.Id == task.Id));
            if (now.IsOpen) await DoAsync(now, actor, stands);
        }

        news.AddRange(await world.CollectAsync());
        return news;
    }

    private Task DoAsync(DatedTask task, Colleague actor, Look look) => task.Key switch
    {
        _ when CallOracle.Rules[task.Key].PostponeDays > 0 && CallOracle.LatestOf(task) > Today && random.Next(5) == 0
            && AudienceOracle.LinkOf(task, 0, look).People.Contains(actor) => PostponeAsync(actor, task),
        "pw-yearly" or "pw-staff" when look.Custodians[task.AccountId].Contains(actor.Id) => ChangePasswordAsync(actor, task.AccountId),
        "pw-yearly" or "pw-staff" or "pw-unknown" => FindCustodiansAsync(actor, task, look),
        "dormant-login" => AnswerAsync(actor, task, UpkeepVerbs.LoginNormal),
        "cadence" when random.Next(4) == 0 => AnswerAsync(actor, task, UpkeepVerbs.QuietPlan, ("planDay", Written(Today.AddDays(7)))),
        "inactive" when random.Next(2) == 0 => AnswerAsync(actor, task, UpkeepVerbs.QuietResume, ("planDay", Written(Today.AddDays(20)))),
        "cadence" or "inactive" => ReportAsync(actor, task),
        _ => FillAsync(actor, task),
    };

    private Colleague? ActorOf(DatedTask task, Look look)
    {
        // Where somebody knows the password, nobody else can do what needs it.
        var needsPassword = task.Key is "pw-yearly" or "pw-staff" or "dormant-login"
            && AudienceOracle.CustodiansOf(task.AccountId, look).Count > 0;
        var steps = needsPassword ? [0] : Enumerable.Range(0, task.Step + 1);
        return Somebody(steps.SelectMany(step => AudienceOracle.PresentOf(task, step, look)).Distinct());
    }

    private async Task EntrustAsync(Colleague by, string account, IReadOnlyList<Colleague> custodians, string changedOn)
    {
        var stored = await CredentialAsync(account);
        await world.PressAsync(
            by, RotationVerbs.CustodySave, ("account", account), ("version", CustodyForm.VersionOf(stored)),
            ("custodians", string.Join(',', custodians.Select(one => one.Id))), ("storage", "Nowhere"), ("changedOn", changedOn));
        (await CredentialAsync(account))!.Custodians.Order().ShouldBe(custodians.Select(one => one.Id).Order());
        foreach (var one in custodians.Where(one => stored?.IsCustodian(one.Id) != true))
            Joined.Add((world.Time.GetUtcNow(), account, one.Id));
    }

    private async Task FindCustodiansAsync(Colleague by, DatedTask task, Look look)
    {
        var section = look.Staff.Where(one => one.Section == task.Section && !one.Has("head")).ToList();
        var could = section.Count > 0 ? section : [.. look.Staff.Where(one => one.Has("desk"))];
        var isKnown = (await CredentialAsync(task.AccountId))?.ChangedOn is not null;
        var day = Today.AddDays(-100);
        await EntrustAsync(by, task.AccountId, [.. could.Take(2)], isKnown ? "" : Written(day));
        if (!isKnown) Changed.Add((task.AccountId, day));
    }

    private async Task ChangePasswordAsync(Colleague by, string account)
    {
        var stored = (await CredentialAsync(account))!;
        await world.PressAsync(
            by, RotationVerbs.Complete, ("account", account), ("since", RotationCard.Since(stored)), ("rules", RotationPlay.AllTicks),
            ("changedOn", Written(Today)));
        (await CredentialAsync(account))!.ChangedOn.ShouldBe(Today, account);
        Changed.Add((account, Today));
    }

    private async Task ReportAsync(Colleague by, DatedTask task)
    {
        await AnswerAsync(by, task, UpkeepVerbs.QuietPosted, ("postedDay", Written(Today)));
        Posted.Add((task.AccountId, Today));
    }

    private async Task PostponeAsync(Colleague by, DatedTask task)
    {
        var due = CallOracle.LatestOf(task);
        await world.PressAsync(
            by, TaskVerbs.Postpone, ("task", task.Id.ToString("N")), ("stamp", task.Stamp.ToString(CultureInfo.InvariantCulture)),
            ("laterUntil", Written(due)), ("laterReason", "出張のため"));
        var after = await world.Bot.ReadAsync(db => db.DatedTasks.AsNoTracking().SingleAsync(one => one.Id == task.Id));
        (after.State, after.DueOn).ShouldBe((TaskState.Postponed, due), $"{task.Key} by {by.Name} on {Today}");
        Moved.Add((world.Time.GetUtcNow(), task.Id, due));
    }

    private async Task AnswerAsync(Colleague by, DatedTask task, string verb, params (string, string)[] fields)
    {
        await world.PressAsync(
            by, verb,
            [("task", task.Id.ToString("N")), ("stamp", task.Stamp.ToString(CultureInfo.InvariantCulture)), .. fields]);
        var after = await world.Bot.ReadAsync(db => db.DatedTasks.AsNoTracking().SingleAsync(one => one.Id == task.Id));
        after.State.ShouldBe(TaskState.Done, $"{verb} by {by.Name} on {Today}");
    }

    /// <summary>Everybody of the weeks that a task is about.</summary>
    private async Task FillAsync(Colleague by, DatedTask task)
    {
        var day = DateOnly.ParseExact(task.Cause[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = day;
        if (task.Key == "duty-holidays") while (!LawfulDays.IsOpen(last.AddDays(1))) last = last.AddDays(1);
        for (var monday = MondayOf(day); monday <= last; monday = monday.AddDays(7))
            if (monday >= MondayOf(Today)) await EnterDutyAsync(by, monday, RosterVerbs.Save);
    }

    private async Task EnterDutyAsync(Colleague by, DateOnly week, string verb)
    {
        var there = world.Staff.Where(one => one.Section == Section && !one.Has("head"))
            .Where(one => Enumerable.Range(0, 7).All(day => !AudienceOracle.IsAway(one, MondayOf(week).AddDays(day))))
            .OrderBy(_ => random.Next()).ToList();
        var reviewer = there.FirstOrDefault(one => one.Has("reviewer"));
        await world.PressAsync(
            by, verb, ("section", Section), ("week", Written(week)), ("mainReply", there.FirstOrDefault()?.Id ?? ""),
            ("secondReply", there.Skip(1).FirstOrDefault()?.Id ?? ""), ("mainCheck", reviewer?.Id ?? ""), ("secondCheck", ""),
            ("mainEmergency", ""), ("secondEmergency", ""));
    }

    private async Task<DateOnly> FirstEmptyWeekAsync()
    {
        var filled = await world.Bot.ReadAsync(async db =>
            (await db.RosterWeeks.AsNoTracking().ToListAsync()).Select(week => week.Monday).ToHashSet());
        var monday = MondayOf(Today);
        while (filled.Contains(monday)) monday = monday.AddDays(7);
        return monday;
    }

    private async Task<IReadOnlyList<Arrival>> EnterAsync(Leave leave)
    {
        var before = await world.Bot.ReadAsync(db => db.Absences.CountAsync());
        var deputy = leave.Deputy is { } by ? $" 代決 {by.Name}" : "";
        await world.Of(leave.Who).SayAsync(FormattableString.Invariant($"不在 {leave.First:yyyy/M/d}〜{leave.Last:yyyy/M/d}{deputy}"));
        (await world.Bot.ReadAsync(db => db.Absences.CountAsync())).ShouldBe(before + 1, leave.ToString());
        return [.. (await world.CollectAsync()).Where(arrival => arrival.Person != leave.Who.Id)];
    }

    private async Task MoveAsync(Colleague by, Colleague leaver, Colleague successor, Look look)
    {
        await world.PressAsync(by, RotationVerbs.Move, ("leaver", leaver.Id), ("successor", successor.Id), ("account", ""));
        foreach (var account in look.Custodians.Where(one => one.Value.Contains(leaver.Id)).Select(one => one.Key))
        {
            Left.Add((account, leaver.Id, Today));
            (await CredentialAsync(account))!.IsCustodian(leaver.Id).ShouldBeFalse(account);
            if (!look.Custodians[account].Contains(successor.Id)) Joined.Add((world.Time.GetUtcNow(), account, successor.Id));
        }
    }

    private Colleague? Somebody(IEnumerable<Colleague> could) =>
        could.Where(one => !AudienceOracle.IsAway(one, Today)).OrderBy(_ => random.Next()).FirstOrDefault();

    private Task<AccountCredential?> CredentialAsync(string account) =>
        world.Bot.ReadAsync(db => db.AccountCredentials.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account));

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
