using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol;

/// <summary>
/// Stops the start with a plain sentence, Japanese and English, for each setting that cannot work or would let strangers in. It does not
/// ask the network: whether the secret is right shows with the first token.
/// </summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var faults = (options.IsAnonymous ? Anonymous(options) : Registered(options)).Concat(Both(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Anonymous(BotOptions options)
    {
        if (!environment.IsDevelopment())
        {
            yield return "Bot:AppId が設定されていません。相手を確かめられないため、Development 環境でこのコンピューターの中だけで動かすとき以外は起動しません。"
                + $"現在の環境は '{environment.EnvironmentName}' です。Bot:AppId、Bot:TenantId、Bot:Credential を設定してください。 / "
                + "Bot:AppId is not set. Without it nobody who calls can be verified, so the bot starts only in the Development "
                + "environment and "
                + $"only for this machine; this is '{environment.EnvironmentName}'. Set Bot:AppId, Bot:TenantId and Bot:Credential.";
        }

        if (options.Credential.Kind != CredentialKind.None)
            yield return "Bot:Credential だけが設定され、Bot:AppId がありません。両方を設定するか、開発中は両方を空にしてください。 / Bot:Credential is set but Bot:AppId is not. "
                + "Set both, or neither for local development.";
    }

    private IEnumerable<string> Registered(BotOptions options)
    {
        if (!IsGuid(options.AppId))
            yield return "Bot:AppId には、ボットの登録画面にあるアプリID（GUID）を書いてください。 / Bot:AppId must be a GUID, as the bot's registration shows it.";
        if (!string.IsNullOrWhiteSpace(options.TenantId) && !IsGuid(options.TenantId))
            yield return "Bot:TenantId には、組織のテナントID（GUID）を書いてください。 / Bot:TenantId must be a GUID.";
        if (!options.EffectiveTenants.Any())
            yield return "Bot:TenantId（または Bot:AllowedTenants）を設定してください。このままでは誰もボットと話せません。 / Set Bot:TenantId, or Bot:AllowedTenants for a "
                + "multi-tenant registration: nobody could talk to the bot.";
        foreach (var tenant in options.AllowedTenants.Where(tenant => !IsGuid(tenant)))
        {
            yield return $"Bot:AllowedTenants の '{tenant}' は GUID ではありません。 / Bot:AllowedTenants holds '{tenant}', which is not a GUID.";
        }

        foreach (var fault in Credential(options)) yield return fault;
        if (!IsTrustedAddress(options.EffectiveMetadataUrl))
            yield return "Bot:MetadataUrl には https のアドレスを書いてください。 / Bot:MetadataUrl must be an https address (http only for this machine, "
                + "in Development).";
        if (Uri.CheckHostName(options.EffectiveLoginHost) == UriHostNameType.Unknown)
            yield return "Bot:LoginHost にはホスト名だけを書いてください（https:// は不要）。 / Bot:LoginHost must be a host name without https:// and path.";
    }

    private IEnumerable<string> Credential(BotOptions options)
    {
        var credential = options.Credential;
        switch (credential.Kind)
        {
            case CredentialKind.None when !environment.IsDevelopment():
                yield return "Bot:Credential:Kind を Secret、Certificate、Federated、ManagedIdentity のいずれかにしてください。 / Bot:Credential:Kind is "
                    + "not set: use Secret, Certificate, Federated or ManagedIdentity.";
                break;
            case CredentialKind.Secret when string.IsNullOrWhiteSpace(credential.Secret):
                yield return "Bot:Credential:Secret が設定されていません（環境変数 Bot__Credential__Secret で渡してください）。 / Bot:Credential:Secret is not set "
                    + "(environment variable Bot__Credential__Secret).";
                break;
            case CredentialKind.Certificate when !File.Exists(credential.CertificatePath):
                yield return "Bot:Credential:CertificatePath のファイルが読めません。 / Bot:Credential:CertificatePath names no readable file.";
                break;
            case CredentialKind.ManagedIdentity when string.IsNullOrWhiteSpace(options.TenantId):
                yield return "マネージドIDを使うときは Bot:TenantId が必要です。 / Bot:TenantId is needed with a managed identity.";
                break;
        }

        if (credential.Kind != CredentialKind.Secret && !string.IsNullOrEmpty(credential.Secret))
        {
            yield return $"Bot:Credential:Kind が {credential.Kind} なのに Bot:Credential:Secret が設定されています。秘密の値を消すか、Kind を Secret にしてください。 / "
                + $"Bot:Credential:Secret is set but Kind is {credential.Kind}. Remove the secret, or set Kind to Secret.";
        }

        if (
            credential.Kind is CredentialKind.Secret or CredentialKind.Certificate or CredentialKind.Federated
            && options.LoginTenant is null
        )
        {
            yield return "このクラウドでは Bot:TenantId が必要です。 / Bot:TenantId is needed in this cloud.";
        }
    }

    private IEnumerable<string> Both(BotOptions options)
    {
        foreach (var host in options.ServiceUrlHosts)
        {
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
                yield return $"Bot:ServiceUrlHosts の '{host}' は、ホスト名だけを書いてください。 / Bot:ServiceUrlHosts holds '{host}': give a host name "
                    + $"only.";
            else if (Loopback.IsName(host) && !environment.IsDevelopment())
                yield return $"Bot:ServiceUrlHosts の '{host}'（このコンピューター）は、Development 環境だけで使えます。 / Bot:ServiceUrlHosts holds '{host}': "
                    + $"this machine is allowed in Development only.";
        }

        foreach (var host in options.FileHosts)
        {
            if (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
                yield return $"Bot:FileHosts の '{host}' は、ドメインの付いたホスト名だけを書いてください。 / Bot:FileHosts holds '{host}': give a host name with "
                    + $"its domain only.";
        }

        if (!IsTrustedAddress(options.DefaultServiceUrl))
            yield return "Bot:DefaultServiceUrl には https のアドレスを書いてください。 / Bot:DefaultServiceUrl must be an https address.";
        if (options.InvokeAnswerWithin < TimeSpan.FromSeconds(1) || options.InvokeAnswerWithin > TimeSpan.FromSeconds(10))
            yield return "Bot:InvokeAnswerWithin は 1～10 秒にしてください。 / Bot:InvokeAnswerWithin must be 1 to 10 seconds.";
        if (options.TurnLimit < TimeSpan.FromSeconds(1) || options.TurnLimit > TimeSpan.FromSeconds(60))
            yield return "Bot:TurnLimit は 1～60 秒にしてください。 / Bot:TurnLimit must be 1 to 60 seconds.";
    }

    /// <summary>In the one form the service writes ids in; they are compared as text.</summary>
    private static bool IsGuid(string? text) => Guid.TryParseExact(text, "D", out _) && text.Length == 36;

    private bool IsTrustedAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (
            uri.Scheme == Uri.UriSchemeHttps
            || (environment.IsDevelopment() && uri.Scheme == Uri.UriSchemeHttp && Loopback.IsName(uri.Host))
        );
}
