using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>What an activity must fulfil whoever brought it (protocol.md 1.7).</summary>
internal static class InboundPolicy
{
    public const string Teams = "msteams";

    /// <summary>The channel is Teams. A part after a colon names a surface within it, refused unless configured.</summary>
    public static RefusalReason? RefuseChannel(Activity activity, bool allowSubChannels)
    {
        var channel = activity.ChannelId;
        if (channel == Teams) return null;
        return allowSubChannels && channel is not null && channel.StartsWith(Teams + ":", StringComparison.Ordinal)
            ? null
            : RefusalReason.ChannelRefused;
    }

    /// <summary>The tenant, which the two places that name it must agree on.</summary>
    public static RefusalReason? TenantOf(Activity activity, out string tenant)
    {
        var (conversation, channel) = (activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id);
        tenant = conversation ?? channel ?? "";
        if (conversation is not null && channel is not null && !string.Equals(conversation, channel, StringComparison.OrdinalIgnoreCase))
            return RefusalReason.TenantMismatch;
        return tenant.Length == 0 ? RefusalReason.TenantRefused : null;
    }
}
