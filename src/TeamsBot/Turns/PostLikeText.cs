using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Turns;

/// <summary>
/// Tells a pasted post from a remark or a question. Generous on purpose: a draft made of a long question costs one press of 取り下げ, a post
/// that is not recognised costs its check.
/// </summary>
internal static class PostLikeText
{
    /// <summary>A remark is rarely longer.</summary>
    private const int RemarkLength = 30;

    private static readonly string[] QuestionEnds = ["?", "？", "ですか", "ますか", "でしょうか", "ますか。", "ですか。", "でしょうか。", "教えて", "教えてください", "教えてください。"];

    public static bool Is(TurnContext turn) => turn.Activity.Type == ActivityTypes.Message && turn.Action is null && Is(turn.Text);

    public static bool Is(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return false;
        if (trimmed.Contains('\n', StringComparison.Ordinal) || trimmed.Contains("http", StringComparison.OrdinalIgnoreCase) || trimmed.Contains('#', StringComparison.Ordinal)) return true;
        return trimmed.Length >= RemarkLength && !Array.Exists(QuestionEnds, end => trimmed.EndsWith(end, StringComparison.Ordinal));
    }
}
