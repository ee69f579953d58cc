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

    /// <summary>A short line under a picture is a post too, unless it asks something.</summary>
    public static bool Is(ParsedTurn turn) => turn.Activity.Type == ActivityTypes.Message && turn.Action is null
        && (Is(turn.Text) || (turn.Files.Count > 0 && turn.Text.Trim() is { Length: > 0 } line && !EndsAsQuestion(line)));

    /// <summary>Nothing but pictures or files.</summary>
    public static bool IsOnlyPictures(ParsedTurn turn) => turn.Activity.Type == ActivityTypes.Message && turn.Action is null && turn.Text.Length == 0 && turn.Files.Count > 0;

    public static bool Is(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return false;
        if (trimmed.Contains('\n', StringComparison.Ordinal) || trimmed.Contains("http", StringComparison.OrdinalIgnoreCase) || trimmed.Contains('#', StringComparison.Ordinal)) return true;
        return trimmed.Length >= RemarkLength && !EndsAsQuestion(trimmed);
    }

    private static bool EndsAsQuestion(string trimmed) => Array.Exists(QuestionEnds, end => trimmed.EndsWith(end, StringComparison.Ordinal));
}
