using System.Security.Cryptography;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json;
using TeamsBot.Protocol.Tests.Support;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests.Differential;

/// <summary>
/// The same requests before our door and before the SDK's own (<see cref="BotFrameworkAuthentication"/>, configured as CloudAdapter
/// configures it), with the same keys. Where the verdicts differ, ours is the stricter and the case says why. Four differences are the
/// other way, each named as such and harmless.
/// </summary>
public sealed class DifferentialTokenTests : IDisposable
{
    private readonly BotHost bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Each_difference_from_the_sdk_s_own_verdict_is_stricter_and_explained()
    {
        // The SDK reads the system's clock; no case is nearer to a limit than a minute.
        bot.Time.Advance(TimeProvider.System.GetUtcNow() - bot.Time.GetUtcNow());
        ForgedKeys.Publish(bot.Signing);
        var sdk = Sdk();
        var cases = TokenCases.All(new TokenForge(bot.Signing, bot.Time.GetUtcNow())).ToList();
        cases.Count.ShouldBeGreaterThanOrEqualTo(60);
        cases.Select(each => each.Name).ShouldBeUnique();

        var (rows, unexplained) = (new List<string>(), new List<string>());
        foreach (var each in cases)
        {
            var (ours, theirs) = (await OursAsync(each), await TheirsAsync(sdk, each));
            var row = $"{each.Name} | {ours.Said} | {theirs.Said}{(each.Why is null ? "" : " | " + each.Why)}";
            rows.Add(row);
            var isLaxer = ours.Accepts && !theirs.Accepts;
            var isNamedSo = each.Why?.StartsWith("LAXER:", StringComparison.Ordinal) ?? false;
            if ((each.Why is null) != (ours.Accepts == theirs.Accepts) || isNamedSo != isLaxer) unexplained.Add(row);
        }

        unexplained.ShouldBeEmpty();
        Approved.Match(string.Join('\n', rows), "verdicts");
    }

    private async Task<(bool Accepts, string Said)> OursAsync(TokenCase each)
    {
        // The log names a reason ten times a minute; the clock must not move, so each case gets a door of its own.
        using var door = new BotHost();
        door.Time.Advance(bot.Time.GetUtcNow() - door.Time.GetUtcNow());
        ForgedKeys.Publish(door.Signing);
        var answer = await door.PostAsync(each.Activity, each.Authorization);
        var reason = door.Logs.Lines.Where(line => line.Id == 1100).Select(line => line.Text.Split("refused: ")[1].Split(',')[0])
            .SingleOrDefault();
        return (answer.Status == 202, reason is null ? $"{answer.Status}" : $"{answer.Status} {reason}");
    }

    /// <summary>As CloudAdapter answers: 401 for what it calls unauthorized, and 500 for everything else that is thrown.</summary>
    private static async Task<(bool Accepts, string Said)> TheirsAsync(BotFrameworkAuthentication sdk, TokenCase each)
    {
        var activity = JsonConvert.DeserializeObject<Microsoft.Bot.Schema.Activity>(each.Activity.ToJsonString())!;
        try
        {
            await sdk.AuthenticateRequestAsync(activity, string.Join(',', each.Authorization), default);
            return (true, "200");
        }
        catch (UnauthorizedAccessException)
        {
            return (false, "401");
        }
        catch (Exception failure)
        {
            return (false, $"500 {failure.GetType().Name}");
        }
    }

    private ConfigurationBotFrameworkAuthentication Sdk()
    {
        // The emulator's keys are signed for by the same service here, so that its tokens get as far as they can.
        var (channel, emulator) = ($"https://{FakeSigningService.Host}/v1/.well-known/openidconfiguration",
            $"https://{FakeSigningService.Host}/v1/.well-known/openid-configuration");

        // The SDK takes no wire for its keys, but shares what it once fetched them with by address, whoever was first.
        foreach (var address in new[] { channel, emulator })
        {
            _ = new JwtTokenExtractor(new HttpClient(bot.Signing), new(), address, [.. AuthenticationConstants.AllowedSigningAlgorithms]);
        }

        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = Samples.AppId,
            ["MicrosoftAppPassword"] = "x",
            ["ToBotFromChannelTokenIssuer"] = FakeSigningService.Issuer,
            ["ToBotFromChannelOpenIdMetadataUrl"] = channel,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = emulator,
        };
        return new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}

/// <summary>Keys beside the good one, each with something against it.</summary>
internal static class ForgedKeys
{
    private static readonly Lazy<RSA> Short = new(() => RSA.Create(1024));

    public static RSA Weak => Short.Value;

    public static void Publish(FakeSigningService signing)
    {
        signing.Publish("webchat", signing.OtherKey, "webchat");
        signing.Publish("plain", signing.OtherKey).Remove("endorsements");
        signing.Publish("weak", Weak);
        signing.Publish("enc", signing.OtherKey)["use"] = "enc";
    }
}
