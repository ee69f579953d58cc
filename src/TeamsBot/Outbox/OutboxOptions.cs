using System.ComponentModel.DataAnnotations;

namespace TeamsBot.Outbox;

/// <summary>Section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    /// <summary>How many conversations are spoken to at the same time. Within one, messages never overlap. Default 64.</summary>
    [Range(1, 1024)]
    public int Parallel { get; set; } = 64;

    /// <summary>
    /// Seconds after which stored messages are looked for without having been told of any: those of another process, for example the
    /// command line. Default 15.
    /// </summary>
    [Range(1, 3600)]
    public int LookEverySeconds { get; set; } = 15;

    /// <summary>
    /// Seconds that messages under way may take to end when the program stops. What does not end is repeated with care after the next
    /// start. Default 5.
    /// </summary>
    [Range(0, 30)]
    public int StopSeconds { get; set; } = 5;
}
