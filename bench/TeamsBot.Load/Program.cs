using System.CommandLine;
using TeamsBot.Load;

var url = new Option<Uri?>("--url")
{
    Description = "The messaging endpoint of a bot that runs already, for example http://localhost:3978/api/messages.",
    CustomParser = result => new Uri(result.Tokens[0].Value, UriKind.Absolute),
};
var pid = new Option<int?>("--pid") { Description = "Its process id, to read its memory." };
var start = new Option<string?>("--start")
{
    Description = "A built bot (TeamsBot.dll) to start instead, with an empty database; its start-up time is measured.",
};
var scenario = new Option<ScenarioKind>("--scenario")
{
    Description = "approval: whole approvals, nine presses each. message: one text a turn, answered through the connector. "
        + "week: the desk's list of tasks.",
    DefaultValueFactory = _ => ScenarioKind.Approval,
};
var text = new Option<string>("--text") { Description = "What scenario message sends.", DefaultValueFactory = _ => "hello" };
var users = new Option<int>("--users")
{
    Description = "How many play at once, each waiting for one answer before the next turn.",
    DefaultValueFactory = _ => 16,
};
var seconds = new Option<int>("--seconds") { Description = "How long it is measured.", DefaultValueFactory = _ => 20 };
var warmUp = new Option<int>("--warm-up") { Description = "Seconds played before, not counted.", DefaultValueFactory = _ => 5 };
var auth = new Option<AuthKind>("--auth")
{
    Description = "signed: with tokens of a signing service of its own (needs --start). anonymous: as a program on this machine.",
    DefaultValueFactory = _ => AuthKind.Signed,
};
var awaitReply = new Option<bool>("--await-reply")
{
    Description = "Scenario message: a turn ends when the bot's message has arrived at the connector, not with the HTTP answer.",
};
var openTasks = new Option<int>("--open-tasks") { Description = "Open tasks over 300 accounts in the file before the start." };
var endedTasks = new Option<int>("--ended-tasks") { Description = "Tasks of years ago in the file before the start." };

var command = new RootCommand(
    "Plays turns against a bot over HTTP and says how many a second it takes. Not a test: it asserts nothing about time."
)
{
    url,
    pid,
    start,
    scenario,
    text,
    users,
    seconds,
    warmUp,
    auth,
    awaitReply,
    openTasks,
    endedTasks,
};
command.SetAction(async (parsed, cancellationToken) =>
{
    var plan = new LoadPlan(
        parsed.GetValue(url),
        parsed.GetValue(pid),
        parsed.GetValue(start),
        parsed.GetValue(scenario),
        parsed.GetValue(text)!,
        parsed.GetValue(users),
        TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
        parsed.GetValue(auth),
        parsed.GetValue(awaitReply)
    )
    {
        Tasks = (parsed.GetValue(openTasks), parsed.GetValue(endedTasks)),
    };
    if (plan.Fault is { } fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return 2;
    }

    return await LoadRun.RunAsync(plan, Console.Out, cancellationToken);
});
return await command.Parse(args).InvokeAsync();
