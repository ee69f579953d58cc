using System.Net;
using System.Text;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// What a person typed, without the mention that called the bot (protocol.md 3.3). Only the bot's own mention goes; other people's stay,
/// because they may be part of a draft. Runs of blanks become one, line breaks and full-width blanks stay: a pasted draft keeps its shape.
/// </summary>
internal static class MentionText
{
    public static string Of(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Text)) return "";
        var text = activity.Text;
        var bot = activity.Recipient?.Id;
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity.Type != "mention" || bot is null || entity.Mentioned?.Id != bot) continue;
            var mention = !string.IsNullOrEmpty(entity.Text) ? entity.Text
                : !string.IsNullOrEmpty(entity.Mentioned.Name) ? $"<at>{entity.Mentioned.Name}</at>" : null;
            if (mention is not null) text = text.Replace(mention, "", StringComparison.OrdinalIgnoreCase);
        }

        return Tidy(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var blank = false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is ' ' or '\t' or '\u00A0')
            {
                blank = true;
                continue;
            }

            if (character == '\r')
            {
                if (at + 1 < text.Length && text[at + 1] == '\n') continue;
                character = '\n';
            }

            if (blank && character != '\n') tidy.Append(' ');
            blank = false;
            tidy.Append(character);
        }

        return tidy.ToString().Trim();
    }
}
