using System.Net;
using AngleSharp.Dom;
using TeamsBot.Protocol.Schema;
using Entity = TeamsBot.Protocol.Schema.Entity;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// Who is mentioned in a message. The bot's own mention is an address and no part of the text; everybody else's is: it stays, as the name
/// that its writer saw. Names are compared as text and never used as patterns.
/// </summary>
internal sealed class Mentions
{
    private readonly List<(string Name, bool IsBot)> named = [];

    private Mentions(string? botName) => BotName = botName;

    private string? BotName { get; }

    public bool Any => named.Count > 0;

    /// <summary>What the entities of the bot's mentions say stands in the text, where that is no tag.</summary>
    public IReadOnlyList<string> BareSpellings { get; private init; } = [];

    public static Mentions In(Activity activity)
    {
        var bot = activity.Recipient?.Id;
        var entities = (activity.Entities ?? [])
            .Where(entity => entity is { Type: "mention" } && (entity.Mentioned is not null || !string.IsNullOrEmpty(entity.Text)))
            .ToList();
        var mentions = new Mentions(Tidy(activity.Recipient?.Name))
        {
            BareSpellings =
            [
                .. entities
                    .Where(entity => IsBot(entity) && entity.Text is { Length: > 0 } text && !text.Contains('<', StringComparison.Ordinal))
                    .Select(entity => entity.Text!),
            ],
        };
        foreach (var entity in entities)
        {
            foreach (
                var name in new[] { Tidy(MentionTags.InnerOf(entity.Text)), Tidy(entity.Mentioned?.Name) }
                    .OfType<string>()
                    .Distinct(StringComparer.OrdinalIgnoreCase)
            )
            {
                mentions.named.Add((name, IsBot(entity)));
            }
        }

        return mentions;

        bool IsBot(Entity entity) => bot is not null && entity.Mentioned?.Id == bot;
    }

    public bool Knows(string name) => named.Exists(known => Same(known.Name, name));

    /// <param name="occurrence">How many tags with this name came before: a person may have the bot's name.</param>
    public bool IsBotNamed(string name, int occurrence)
    {
        var same = named.FindAll(known => Same(known.Name, name));
        if (same.Count == 0) return BotName is not null && Same(BotName, name);
        return same.TrueForAll(known => known.IsBot)
            || (same.Exists(known => known.IsBot) && same[Math.Min(occurrence, same.Count - 1)].IsBot);
    }

    /// <summary>An element of the HTML that is a mention.</summary>
    public static bool IsMention(IElement element) =>
        element.LocalName == "at" || (element.GetAttribute("itemtype") ?? "").EndsWith("/Mention", StringComparison.OrdinalIgnoreCase);

    public bool IsOfBot(IElement element) => IsMention(element) && Tidy(element.TextContent) is { } name && IsBotNamed(name, 0);

    public static string? Tidy(string? name) =>
        WebUtility.HtmlDecode(name)?.Replace('\u00A0', ' ').Trim() is { Length: > 0 } tidy ? tidy : null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
