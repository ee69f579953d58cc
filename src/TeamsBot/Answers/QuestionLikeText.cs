using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Answers;

/// <summary>Tells a question, or a cry for help, from other text. It asks for signs of the language only; whether there is an answer is another matter.</summary>
internal static class QuestionLikeText
{
    private const int MaxLength = 200;

    private static readonly string[] Ends =
    [
        "?", "？", "か", "か。", "の", "教えて", "教えてください", "教えてください。", "とは", "どうする", "どうすれば", "どうしよう", "したい", "知りたい", "いい", "だっけ", "かな",
    ];

    /// <summary>Something is happening now; nobody then writes a question mark.</summary>
    private static readonly string[] Alarms = ["乗っ取", "のっとり", "なりすまし", "成りすまし", "偽アカウント", "炎上", "誤投稿", "間違えて投稿", "流出", "漏えい", "紛失", "hijack", "hacked", "impersonat"];

    private static readonly string[] EnglishStarts = ["what", "how", "who", "when", "where", "which", "why", "may ", "can ", "do ", "does ", "should", "must", "is ", "are ", "whom"];

    public static bool Is(ParsedTurn turn) => turn.Activity.Type == ActivityTypes.Message && turn.Action is null && Is(turn.Text);

    public static bool Is(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is < 2 or > MaxLength || trimmed.Contains('\n', StringComparison.Ordinal)) return false;
        return Array.Exists(Ends, end => trimmed.EndsWith(end, StringComparison.Ordinal))
            || Array.Exists(Alarms, alarm => trimmed.Contains(alarm, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(EnglishStarts, start => trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }
}
