using System.Runtime.CompilerServices;
using TeamsBot.Guidelines.Alarms;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// Whether a turn's text is a call for help, read once a turn: choosing the handler asks it more than once and the handler asks again, and
/// reading costs about as much as a small commit. Goes with the turn.
/// </summary>
internal static class AlarmOfTurn
{
    private static readonly ConditionalWeakTable<ParsedTurn, AlarmReading> Readings = [];

    public static AlarmReading Of(ParsedTurn turn) => Readings.GetValue(turn, static read => AlarmReader.Read(read.Text));
}
