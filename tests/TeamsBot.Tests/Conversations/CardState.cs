using System.Globalization;
using System.Text.Json;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// In which state a card shows its draft. A card's heading says what is asked of its reader, which differs from person to person; tests
/// that follow a draft ask for the state.
/// </summary>
internal static class CardState
{
    private static readonly (string Heading, string State)[] Headings =
    [
        ("確認をお願いします", "確認中"),
        ("確認済み", "決裁待ち"),
        ("決裁をお願いします", "決裁待ち"),
        ("代決をお願いします", "決裁待ち"),
        ("承認の最後の確認", "決裁待ち"),
        ("承認されました", "承認済"),
        ("投稿してください", "承認済"),
        ("投稿文が承認文と違います", "承認済"),
        ("別のアカウントの投稿です", "承認済"),
    ];

    /// <summary>The words of the card, with the state before a heading that does not say it.</summary>
    public static string Words(JsonElement card)
    {
        var words = BotHost.Words(card);
        var known = Headings.FirstOrDefault(pair => words.StartsWith(pair.Heading, StringComparison.Ordinal));
        return known.State is null ? words : $"{known.State}\n{words}";
    }

    public static bool IsOf(JsonElement card, int number)
    {
        var (words, name) = (BotHost.Words(card), string.Create(CultureInfo.InvariantCulture, $"No.{number}"));
        var at = words.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && at < 60 && (at + name.Length == words.Length || !char.IsAsciiDigit(words[at + name.Length]));
    }
}
