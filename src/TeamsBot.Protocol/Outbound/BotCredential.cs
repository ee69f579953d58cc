using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace TeamsBot.Protocol.Outbound;

/// <summary>Makes a credential with an empty cache of its own; a test gives its own.</summary>
/// <exception cref="TokenUnavailableException">None is configured.</exception>
public delegate TokenCredential CredentialFactory(BotOptions options);

/// <summary>
/// Makes the credential the registration asks for (protocol.md 2.1), always for exactly one kind: no chain that tries one after another.
/// </summary>
internal static class BotCredential
{
    private const string TokenExchange = "api://AzureADTokenExchange/.default";

    /// <exception cref="TokenUnavailableException">None is configured.</exception>
    public static TokenCredential Create(BotOptions options)
    {
        var authority = new Uri("https://" + options.EffectiveLoginHost);
        var (tenant, app, credential) = (options.LoginTenant, options.AppId, options.Credential);
        return credential.Kind switch
        {
            CredentialKind.Secret => new ClientSecretCredential(
                tenant,
                app,
                credential.Secret,
                new ClientSecretCredentialOptions { AuthorityHost = authority }
            ),
            CredentialKind.Certificate => new ClientCertificateCredential(
                tenant,
                app,
                Certificate(credential),
                new ClientCertificateCredentialOptions { AuthorityHost = authority, SendCertificateChain = true }
            ),
            CredentialKind.Federated => new ClientAssertionCredential(
                tenant,
                app,
                Assertion(credential),
                new ClientAssertionCredentialOptions { AuthorityHost = authority }
            ),
            CredentialKind.ManagedIdentity => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(app)),
            _ => throw new TokenUnavailableException(new InvalidOperationException("No credential is configured.")),
        };
    }

    private static X509Certificate2 Certificate(CredentialOptions credential)
    {
        var path = credential.CertificatePath!;
        return path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? string.IsNullOrEmpty(credential.CertificatePassword)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, credential.CertificatePassword)
            : X509CertificateLoader.LoadPkcs12FromFile(path, credential.CertificatePassword);
    }

    private static Func<CancellationToken, Task<string>> Assertion(CredentialOptions credential)
    {
        var identity = new ManagedIdentityCredential(string.IsNullOrWhiteSpace(credential.ManagedIdentityClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(credential.ManagedIdentityClientId));
        var request = new TokenRequestContext([TokenExchange]);
        return async cancellationToken => (await identity.GetTokenAsync(request, cancellationToken)).Token;
    }
}
