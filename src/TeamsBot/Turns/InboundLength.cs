using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>
/// How much a turn may say at all. What is longer is not read by anything, neither for commands nor for calls for help nor for secrets:
/// Teams itself sends no such message, and each use case has a shorter limit of its own with its own sentence.
/// </summary>
internal static class InboundLength
{
    /// <summary>In UTF-16 units, of a message or of one field. A message of Teams has 28 KB, the longest field of a card 16,000.</summary>
    public const int Most = 64_000;

    /// <summary>A compared handler: whoever has it reads nothing of the turn.</summary>
    public static readonly TurnHandler Refuse = (services, turn, _) =>
        Task.FromResult(
            Reply.Say(
                services
                    .GetRequiredService<PersonLanguage>()
                    .Of(turn)
                    .Say(
                        "文章が長すぎるため、読み取っていません。短く分けて、もう一度送ってください。",
                        "This text is too long and was not read. Please send it again in shorter parts."
                    )
            )
        );

    public static bool IsOver(ParsedTurn turn) =>
        turn.Text.Length > Most || (turn.Action is { } action && action.Data.Values.Any(value => value.Length > Most));
}
