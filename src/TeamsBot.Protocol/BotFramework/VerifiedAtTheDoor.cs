using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// What the SDK's adapter asks for clients. Callers are verified before it is reached (<see cref="Inbound.IInboundAuthenticator"/>), so
/// its own ways of verifying are closed: a second, laxer way in would be the one that is used against us.
/// </summary>
internal sealed class VerifiedAtTheDoor(ConnectorFactory connectors) : BotFrameworkAuthentication
{
    private static readonly Task<UserTokenClient> NoUserTokens = Task.FromResult<UserTokenClient>(new ClosedUserTokens());

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        NoUserTokens;

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) => throw Closed();

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw Closed();

    private static NotSupportedException Closed() => new("Callers are verified by the bot's endpoint.");

    /// <summary>
    /// Nobody signs in with this bot: who speaks is said by the verified activity. Shared by all turns, so disposing does nothing.
    /// </summary>
    private sealed class ClosedUserTokens : UserTokenClient
    {
        public override Task<TokenResponse> GetUserTokenAsync(
            string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken) => throw None();

        public override Task<SignInResource> GetSignInResourceAsync(
            string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) => throw None();

        public override Task SignOutUserAsync(
            string userId, string connectionName, string channelId, CancellationToken cancellationToken) => throw None();

        public override Task<TokenStatus[]> GetTokenStatusAsync(
            string userId, string channelId, string includeFilter, CancellationToken cancellationToken) => throw None();

        public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(
            string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) =>
            throw None();

        public override Task<TokenResponse> ExchangeTokenAsync(
            string userId,
            string connectionName,
            string channelId,
            TokenExchangeRequest exchangeRequest,
            CancellationToken cancellationToken
        ) => throw None();

        private static NotSupportedException None() => new("This bot has no user tokens.");
    }
}
