using System.Text.Json;
using Newtonsoft.Json.Linq;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using Sdk = Microsoft.Bot.Schema;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// Puts what the bot says into the SDK's class: type, text, summary, mentions and attachments, and nothing else, because a bot says
/// nothing else. A card passes through as it was written. A new object for each attempt, because the SDK writes into it.
/// </summary>
internal static class OutgoingActivity
{
    private static readonly byte[][] EntityMembers = JsonTokens.Names("type");

    public static Sdk.Activity Of(Activity activity) => new()
    {
        Type = activity.Type,
        Text = activity.Text,
        TextFormat = activity.TextFormat,
        Summary = activity.Summary,
        Attachments = activity.Attachments?.Select(Attachment).ToList(),
        Entities = activity.Entities?.Select(Entity).ToList(),
    };

    public static Sdk.ConversationParameters Of(ConversationParameters parameters) => new()
    {
        IsGroup = parameters.IsGroup,
        TenantId = parameters.TenantId,
        Bot = Account(parameters.Bot),
        Members = parameters.Members?.Select(Account).ToList(),
        Activity = parameters.Activity is { } opening ? Of(opening) : null,
        ChannelData = parameters.ChannelData is { } channel ? JsonTokens.Of(ProtocolJson.ToElement(channel)) : null,
    };

    private static Sdk.ChannelAccount? Account(ChannelAccount? account) =>
        account is null ? null : new Sdk.ChannelAccount(account.Id, account.Name, null, account.AadObjectId);

    private static Sdk.Attachment Attachment(Attachment attachment)
    {
        var content = attachment.Content is { } written ? new JRaw(written.GetRawText()) : null;
        var sent = new Sdk.Attachment(attachment.ContentType, attachment.ContentUrl, content, attachment.Name);
        foreach (var (name, value) in attachment.Extra ?? new Dictionary<string, JsonElement>())
        {
            sent.Properties[name] = JsonTokens.Of(value);
        }

        return sent;
    }

    private static Sdk.Entity Entity(Entity entity)
    {
        var sent = new Sdk.Entity(entity.Type);
        JsonTokens.AddRest(sent.Properties, ProtocolJson.ToElement(entity), EntityMembers);
        return sent;
    }
}
