using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>Why an invoke has no answer of its own.</summary>
public enum TurnTrouble
{
    /// <summary>No handler took it.</summary>
    Unhandled,

    /// <summary>The work goes on, but the client will not wait longer (protocol.md 3.5).</summary>
    TooSlow,

    /// <summary>The handler threw; nothing was committed.</summary>
    Failed,
}

/// <summary>
/// The neutral answer to an invoke in trouble. For a card action always HTTP 200 with a text: an error body or status leaves a red bar on
/// the card, and a client whose automatic refresh failed once stops asking (protocol.md 4.3 rule 8). Null where the app wants the built-in
/// one.
/// </summary>
public delegate InvokeResponse? NeutralAnswer(ParsedTurn turn, TurnTrouble trouble);

internal static class NeutralAnswers
{
    public static InvokeResponse For(ParsedTurn turn, TurnTrouble trouble) => turn.Activity.Name switch
    {
        InvokeNames.CardAction => InvokeResponses.Message(Text(trouble)),
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit when trouble != TurnTrouble.Unhandled => InvokeResponses.DialogMessage(
            Text(trouble)
        ),

        // A button of an older card kind, which has no name and expects no body.
        null or "" => trouble == TurnTrouble.Failed ? new InvokeResponse(500) : InvokeResponses.Empty,
        _ => trouble switch
        {
            TurnTrouble.Unhandled => InvokeResponses.NotImplemented,
            TurnTrouble.TooSlow => InvokeResponses.Empty,
            _ => new InvokeResponse(500),
        },
    };

    private static string Text(TurnTrouble trouble) => trouble switch
    {
        TurnTrouble.TooSlow =>
            "受け付けました。処理に時間がかかっています。少し待ってから、最新のカードで結果を確認してください。 / Still working. Please look at the latest card in a moment.",
        TurnTrouble.Failed =>
            "いまは処理できませんでした。内容は変わっていません。少し待ってから、もう一度操作してください。 / Not done, nothing was changed. Please try again in a moment.",
        _ => "このカードは古くなっています。最新のカードから操作してください。 / This card is out of date. Please use the latest one.",
    };
}
