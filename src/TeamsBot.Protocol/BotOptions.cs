namespace TeamsBot.Protocol;

/// <summary>
/// How this bot is registered and whom it believes; section "Bot". Without <see cref="AppId"/> the bot is anonymous: it then starts only in
/// the Development environment and talks only with this machine.
/// </summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The bot's Microsoft app id (a GUID): audience of inbound tokens and client id of outbound ones.</summary>
    public string? AppId { get; set; }

    /// <summary>
    /// The organisation's Entra tenant (a GUID). Empty only for an old multi-tenant registration; then <see cref="AllowedTenants"/> is
    /// needed.
    /// </summary>
    public string? TenantId { get; set; }

    /// <summary>Tenants whose people may talk to the bot. Default: only <see cref="TenantId"/>.</summary>
    public IList<string> AllowedTenants { get; } = [];

    public BotCloud Cloud { get; set; } = BotCloud.Public;

    /// <summary>Overrides the cloud's token issuer.</summary>
    public string? Issuer { get; set; }

    /// <summary>Overrides the cloud's OpenID metadata address. https; plain http only for this machine in Development.</summary>
    public string? MetadataUrl { get; set; }

    /// <summary>Overrides the scope of outbound tokens.</summary>
    public string? Scope { get; set; }

    /// <summary>Overrides the host that issues outbound tokens.</summary>
    public string? LoginHost { get; set; }

    public CredentialOptions Credential { get; } = new();

    /// <summary>
    /// Connector hosts besides the known ones of protocol.md 2.2, as exact names. The bot's token is sent to them, so name only hosts of
    /// the service. A loopback name is accepted in Development only, and no token is sent there.
    /// </summary>
    public IList<string> ServiceUrlHosts { get; } = [];

    /// <summary>
    /// Hosts besides SharePoint's and OneDrive's from which files of people are fetched, each with everything below it. Never with the
    /// bot's token.
    /// </summary>
    public IList<string> FileHosts { get; } = [];

    /// <summary>
    /// Where a conversation is created when the tenant has not been heard from yet. Default: the public cloud's global address.
    /// </summary>
    public string DefaultServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>Whether a <c>channelId</c> such as <c>msteams:copilot</c> is accepted. Default: no.</summary>
    public bool AllowSubChannels { get; set; }

    /// <summary>
    /// For an incident at the service only: a signing key without the Teams endorsement is logged instead of refused. Default: no.
    /// </summary>
    public bool ReportMissingEndorsementsOnly { get; set; }

    /// <summary>
    /// After this long an invoke is answered with a neutral result while its work goes on. 1 to 10 s; the client gives up after some 5 s.
    /// </summary>
    public TimeSpan InvokeAnswerWithin { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How long the work of one turn may take, whatever became of its HTTP request. 1 to 60 s; the connector gives up after 15 s.
    /// </summary>
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>No app id: nobody can be verified.</summary>
    public bool IsAnonymous => string.IsNullOrWhiteSpace(AppId);

    internal CloudPreset Preset => CloudPreset.Of(Cloud);

    internal string EffectiveIssuer => Or(Issuer, Preset.Issuer);

    internal string EffectiveMetadataUrl => Or(MetadataUrl, Preset.MetadataUrl);

    internal string EffectiveScope => Or(Scope, Preset.Scope);

    internal string EffectiveLoginHost => Or(LoginHost, Preset.LoginHost);

    /// <summary>The tenant outbound tokens are asked from.</summary>
    internal string? LoginTenant => string.IsNullOrWhiteSpace(TenantId) ? Preset.MultiTenantLogin : TenantId;

    internal IEnumerable<string> EffectiveTenants =>
        AllowedTenants.Count > 0 || string.IsNullOrWhiteSpace(TenantId) ? AllowedTenants : [TenantId];

    private static string Or(string? value, string preset) => string.IsNullOrWhiteSpace(value) ? preset : value;
}

/// <summary>How the bot proves itself to the login host (protocol.md 2.1). Exactly the members of the chosen kind may be set.</summary>
public sealed class CredentialOptions
{
    public CredentialKind Kind { get; set; }

    /// <summary>
    /// For <see cref="CredentialKind.Secret"/>. From the environment (<c>Bot__Credential__Secret</c>) or a secret store, never a file in
    /// the repository.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>For <see cref="CredentialKind.Certificate"/>: a PKCS#12 (.pfx) or PEM file with the private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>
    /// For <see cref="CredentialKind.Federated"/>: client id of the managed identity; empty means the system-assigned one.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }
}

public enum CredentialKind
{
    /// <summary>None: nothing can be sent except to this machine in Development.</summary>
    None,

    Secret,

    Certificate,

    /// <summary>A managed identity's token stands in for a secret of the app registration.</summary>
    Federated,

    /// <summary>
    /// The bot is registered as a user-assigned managed identity: the app id is the identity's client id, and there is no secret.
    /// </summary>
    ManagedIdentity,
}
