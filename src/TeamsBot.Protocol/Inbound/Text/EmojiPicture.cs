using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// An emoji picked in Teams arrives as a small picture: a sprite among the attachments, and an element in the HTML that names the
/// character. The plain text has nothing in its place.
/// </summary>
internal static class EmojiPicture
{
    private const int MaxName = 32;

    /// <summary>The address is one of Teams' own sprites, which show an emoji and are no picture of the sender's.</summary>
    public static bool IsSprite(string? address) =>
        address is not null
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Host.StartsWith("statics.teams.", StringComparison.OrdinalIgnoreCase)
        && (
            uri.AbsolutePath.Contains("/personal-expressions/", StringComparison.OrdinalIgnoreCase)
            || uri.AbsolutePath.Contains("/emoticons/", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The emoji an element stands for; null where it is something else.</summary>
    public static string? Of(IElement element) => element.LocalName switch
    {
        "emoji" => Character(element),
        "img" when IsEmoji(element.GetAttribute("itemtype")) || IsSprite(element.GetAttribute("src")) => Character(element),
        _ => null,
    };

    private static bool IsEmoji(string? itemType) => itemType is not null && itemType.EndsWith("Emoji", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The character of <c>alt</c>; where that is a name, the one that the id spells; else the name in brackets, so that its writer sees
    /// what is missing.
    /// </summary>
    private static string Character(IElement element)
    {
        var alt = element.GetAttribute("alt") ?? "";
        if (alt.Length is > 0 and <= MaxName && alt.AsSpan().IndexOfAnyExceptInRange('\0', '\u00ff') >= 0) return alt;
        var spelled = Spelled(element.GetAttribute("itemid"))
            ?? Spelled(element.GetAttribute("id"))
            ?? SpelledIn(element.GetAttribute("src"));
        if (spelled is not null) return spelled;
        var name = alt.Length > 0 ? alt : element.GetAttribute("title") ?? "";
        return name.Length == 0 ? "" : $"({(name.Length <= MaxName ? name : name[..MaxName])})";
    }

    private static string? SpelledIn(string? address) => address?.Split('/').Select(Spelled).FirstOrDefault(spelled => spelled is not null);

    /// <summary><c>1f338_cherryblossom</c>, <c>1f468-200d-1f469_family</c>.</summary>
    private static string? Spelled(string? id)
    {
        var end = id?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        if (end is < 4 or > 80) return null;
        var text = new StringBuilder();
        foreach (var code in id![..end].Split('-'))
        {
            if (
                !int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                || value < 0xa9
                || !Rune.IsValid(value)
            )
                return null;
            text.Append(new Rune(value));
        }

        return text.ToString();
    }
}
