namespace TeamsBot.Load;

internal enum ScenarioKind
{
    Approval,
    Message,
    Week,
}

internal enum AuthKind
{
    Signed,
    Anonymous,
}

/// <summary>What is to be measured.</summary>
internal sealed record LoadPlan(
    Uri? Url,
    int? Pid,
    string? Start,
    ScenarioKind Scenario,
    string Text,
    int Users,
    TimeSpan Measured,
    TimeSpan WarmUp,
    AuthKind Auth,
    bool AwaitReply
)
{
    /// <summary>Tasks that stand in the bot's file before it is measured; with <see cref="Start"/> only.</summary>
    public (int Open, int Ended) Tasks { get; init; }

    /// <summary>Why it cannot be run, or null.</summary>
    public string? Fault => (Url, Start) switch
    {
        (null, null) => "Say --url of a running bot, or --start with a built one.",
        ({ }, { }) => "Say --url or --start, not both.",
        ({ }, null) when Auth == AuthKind.Signed =>
            "A bot that runs already does not know this program's signing service: use --auth anonymous, or --start.",
        (null, { } path) when !File.Exists(path) => $"There is no file {path}.",
        ({ }, null) when Tasks != default => "--open-tasks and --ended-tasks need --start.",
        _ => Users is < 1 or > 4096 ? "--users is 1 to 4096."
        : Measured < TimeSpan.FromSeconds(1) ? "--seconds is at least 1."
        : null,
    };
}
