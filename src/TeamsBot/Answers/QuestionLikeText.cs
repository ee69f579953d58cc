using TeamsBot.Guidelines.Alarms;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Answers;

/// <summary>
/// Tells a question from other text. It asks for signs of the language only; whether there is an answer is another matter.
/// </summary>
internal static class QuestionLikeText
{
    private const int MaxLength = 200;

    private static readonly string[] Ends =
    [
        "?", "？", "か", "か。", "の", "教えて", "教えてください", "教えてください。", "とは", "どうする", "どうすれば", "どうしよう", "したい", "知りたい", "いい", "だっけ", "かな",
    ];

    private static readonly string[] EnglishStarts =
    [
        "what", "how", "who", "when", "where", "which", "why", "may ", "can ", "do ", "does ", "should", "must", "is ", "are ", "whom",
    ];

    public static bool Is(ParsedTurn turn) =>
        turn.Activity.Type == ActivityTypes.Message && turn.Action is null && Is(turn.Text, () => AlarmOfTurn.Of(turn));

    /// <summary>A few words that name a trouble ask about it too, where they announce nothing.</summary>
    public static bool Is(string text) => Is(text, () => AlarmReader.Read(text));

    private static bool Is(string text, Func<AlarmReading> alarm)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is < 2 or > MaxLength || trimmed.Contains('\n', StringComparison.Ordinal)) return false;
        return EndsAsQuestion(trimmed)
            || Array.Exists(EnglishStarts, start => trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || alarm().NamesTrouble;
    }

    public static bool EndsAsQuestion(string text)
    {
        var trimmed = text.Trim();
        return Array.Exists(Ends, end => trimmed.EndsWith(end, StringComparison.Ordinal));
    }
}
