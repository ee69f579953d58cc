using TeamsBot.Protocol.Inbound.Text;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>Takes a verified activity apart into what a handler needs.</summary>
internal static class TurnReader
{
    /// <param name="botId">The bot's channel id, where the activity names no recipient.</param>
    public static ParsedTurn Read(Activity activity, string botId)
    {
        InboundPolicy.TenantOf(activity, out var tenant);
        return new ParsedTurn
        {
            Activity = activity,
            Actor = activity.From is { AadObjectId.Length: > 0 } from
                ? new Actor(tenant, from.AadObjectId, from.Id, from.Name ?? "")
                : null,
            Conversation = new ConversationReference(
                activity.ServiceUrl!,
                activity.Conversation!.Id,
                tenant,
                activity.Recipient?.Id ?? botId
            ),
            Text = MessageText.Of(activity),
            Action = CardActionReader.Read(activity),
        };
    }
}
