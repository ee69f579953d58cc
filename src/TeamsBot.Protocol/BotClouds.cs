using Microsoft.Bot.Schema;

namespace TeamsBot.Protocol;

/// <summary>Which Microsoft cloud the bot is registered in.</summary>
public enum BotCloud
{
    /// <summary>The public cloud, and GCC.</summary>
    Public,

    /// <summary>GCC High; DoD is alike.</summary>
    UsGov,

    China,
}

/// <summary>The addresses and names of one cloud (protocol.md 1.2). Each can be overridden in <see cref="BotOptions"/>.</summary>
/// <param name="CallerId">What the SDK calls a caller that is this cloud's channel service, or null where it has no name for it.</param>
/// <param name="MultiTenantLogin">The login tenant of a multi-tenant bot, or null where the cloud has no stable one.</param>
internal sealed record CloudPreset(
    string Issuer,
    string MetadataUrl,
    string Scope,
    string LoginHost,
    string? MultiTenantLogin,
    string? CallerId
)
{
    public static CloudPreset Of(BotCloud cloud) => cloud switch
    {
        BotCloud.UsGov => new(
            "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "https://api.botframework.us/.default", "login.microsoftonline.us", "MicrosoftServices.onmicrosoft.us",
            CallerIdConstants.USGovChannel),
        BotCloud.China => new(
            "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
            "https://api.botframework.azure.cn/.default", "login.partner.microsoftonline.cn", null, null),
        _ => new(
            "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "https://api.botframework.com/.default", "login.microsoftonline.com", "botframework.com",
            CallerIdConstants.PublicAzureChannel),
    };
}
