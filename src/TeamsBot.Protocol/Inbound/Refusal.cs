using Microsoft.AspNetCore.Http;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Why a request was turned away (protocol.md 1.4 to 1.10). The name goes to the log; the caller learns only the status, so that nobody can
/// feel their way to a token that passes.
/// </summary>
internal enum RefusalReason
{
    AuthorizationMissing,
    AuthorizationRepeated,
    AuthorizationScheme,
    TokenTooLong,
    TokenShape,
    HeaderInvalid,
    AlgorithmRefused,
    CriticalHeader,
    KeyIdMissing,
    PayloadInvalid,
    IssuerRefused,
    KeyUnknown,
    KeysUnavailable,
    SignatureWrong,
    AudienceWrong,
    LifetimeMissing,
    LifetimeTooLong,
    Expired,
    NotYetValid,
    ServiceUrlClaimMissing,
    OtherTokenKind,
    NotLoopback,
    ContentType,
    BodyTooLarge,
    BodyInvalid,
    DeliveryMode,
    ChannelRefused,
    EndorsementMissing,
    ServiceUrlMismatch,
    ServiceUrlHost,
    RecipientWrong,
    TenantMismatch,
    TenantRefused,
}

internal static class Refusals
{
    public static int StatusOf(RefusalReason reason) => reason switch
    {
        <= RefusalReason.OtherTokenKind when reason != RefusalReason.KeysUnavailable => StatusCodes.Status401Unauthorized,
        RefusalReason.KeysUnavailable => StatusCodes.Status503ServiceUnavailable,
        RefusalReason.ContentType => StatusCodes.Status415UnsupportedMediaType,
        RefusalReason.BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalReason.BodyInvalid or RefusalReason.DeliveryMode => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status403Forbidden,
    };
}
