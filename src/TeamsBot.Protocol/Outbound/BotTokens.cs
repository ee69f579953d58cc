using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// The bot's one token for the connector (protocol.md 2.1): obtained once for all who wait, renewed when fewer than five minutes remain,
/// and obtained anew after the connector refused it. The credential itself repeats failed requests with a growing wait.
/// </summary>
internal sealed class BotTokens(
    CredentialFactory createCredential,
    IOptions<BotOptions> options,
    TimeProvider time,
    ILogger<BotTokens> logger
)
{
    public static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly TokenRequestContext request = new([options.Value.EffectiveScope]);
    private readonly Lock gate = new();
    private TokenCredential? credential;
    private AccessToken? cached;
    private Task<AccessToken>? obtaining;

    /// <exception cref="TokenUnavailableException">The login host refused or did not answer.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> pending;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (cached is { } token && token.ExpiresOn - now > RenewBefore) return token.Token;
            if (obtaining is null or { IsCompleted: true }) obtaining = ObtainAsync();
            pending = obtaining;

            // Still good for a while: nobody waits for the renewal.
            if (cached is { } old && old.ExpiresOn - now > TimeSpan.FromMinutes(1)) return old.Token;
        }

        return (await pending.WaitAsync(cancellationToken)).Token;
    }

    /// <summary>
    /// Forgets a token the connector refused. Says nothing about a newer one, so that many refused senders renew it once.
    /// </summary>
    public void Drop(string refused)
    {
        lock (gate)
        {
            if (cached?.Token != refused) return;
            cached = null;

            // The credential keeps a cache of its own; only a new one asks the login host again.
            credential = null;
        }
    }

    private async Task<AccessToken> ObtainAsync()
    {
        await Task.Yield();
        TokenCredential current;
        lock (gate) current = credential ??= createCredential(options.Value);
        try
        {
            // Not the first waiter's token: others wait for the same answer.
            var token = await current.GetTokenAsync(request, CancellationToken.None);
            lock (gate) cached = token;
            Log.TokenObtained(logger, token.ExpiresOn);
            return token;
        }
        catch (Exception failure)
            when (failure
                    is AuthenticationFailedException
                        or CredentialUnavailableException
                        or Azure.RequestFailedException
                        or HttpRequestException
            )
        {
            Log.TokenFailed(logger, failure.GetType().Name, TokenUnavailableException.CodeIn(failure.Message));
            throw new TokenUnavailableException(failure);
        }
    }
}
