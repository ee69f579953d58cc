using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Counts turns and refused requests for whoever watches the process. Tags are from closed lists: what a caller writes never becomes one,
/// and nobody is in them.
/// </summary>
internal sealed class TurnMeter
{
    public const string Name = "TeamsBot.Turns";

    private static readonly string[] Types =
    [
        ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete, ActivityTypes.MessageReaction,
            ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate,
        ActivityTypes.Invoke, ActivityTypes.Event, ActivityTypes.Typing,
    ];

    private readonly Histogram<double> turns;
    private readonly Counter<long> refused;

    public TurnMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        turns = meter.CreateHistogram<double>("teamsbot.turn.duration", "s",
            "Turns by activity type and outcome: handled, unhandled, failed.");
        refused = meter.CreateCounter<long>("teamsbot.requests.refused", "{request}", "Requests that never became a turn, by reason.");
    }

    public void Turn(string activityType, TurnTrouble? trouble, TimeSpan took) => turns.Record(took.TotalSeconds, new TagList
    {
        { "type", Array.IndexOf(Types, activityType) >= 0 ? activityType : "other" },
        { "outcome", trouble switch { null => "handled", TurnTrouble.Unhandled => "unhandled", _ => "failed" } },
    });

    public void Refused(RefusalReason reason) => refused.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
}
