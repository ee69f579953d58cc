using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>What people call a draft: what its writer put into 【】 at the beginning, else its first words.</summary>
internal static class DraftTitle
{
    private const int MaxLength = 14;

    public static string Of(Draft draft)
    {
        var text = draft.Current.Text.AsSpan().TrimStart();
        var end = text.IndexOf('】');
        if (text.StartsWith("【") && end is > 1 and < 40) return Shorten(text[1..end]);
        var line = text.IndexOf('\n');
        return Shorten(line < 0 ? text : text[..line]);
    }

    private static string Shorten(ReadOnlySpan<char> words) => ShortText.Shorten(words.Trim().ToString(), MaxLength);
}
