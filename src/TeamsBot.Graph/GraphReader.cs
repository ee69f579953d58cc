using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace TeamsBot.Graph;

/// <summary>
/// Reads people from Microsoft Graph and installs the app for them. One reading at a time; it either comes to its end or changes nothing.
/// Needs, as application permissions: GroupMember.Read.All and User.Read.All; MailboxSettings.Read and
/// TeamsAppInstallation.ReadWriteSelfForUser.All only for the two methods that say so.
/// </summary>
public sealed class GraphReader : IDisposable
{
    private readonly GraphSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly GraphServiceClient client;

    /// <param name="wire">The handler that sends; this object ends it.</param>
    public GraphReader(GraphSettings settings, HttpMessageHandler wire, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        http = new HttpClient(new RetryAfterHandler(
            time) { InnerHandler = new ParametersNameDecodingHandler { InnerHandler = wire } }) { Timeout = TimeSpan.FromSeconds(100) };
        IAuthenticationProvider authentication = settings.Credential is { } credential
            ? new AzureIdentityAuthenticationProvider(credential, [settings.BaseUrl.Host], null, isCaeEnabled: true, settings.Scope)
            : new AnonymousAuthenticationProvider();
        client = new GraphServiceClient(http, authentication, settings.BaseUrl.ToString().TrimEnd('/'));
    }

    /// <summary>
    /// What has changed since, put onto what was read before; from the beginning where there is nothing before or Graph has forgotten it.
    /// </summary>
    /// <exception cref="GraphTroubleException">Nothing was read.</exception>
    public Task<GraphDirectory> ReadAsync(GraphDirectory before, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var groups = await GroupDelta.ReadAsync(client, settings.GroupIds, before, time.GetUtcNow(), cancellationToken);
        var users = await UserDelta.ReadAsync(client, settings.BaseUrl, groups.Groups, before, cancellationToken);
        return before with { Groups = groups.Groups, GroupsLink = groups.Link, Users = users.Users, UsersLink = users.Link };
    });

    /// <summary>
    /// Whose automatic replies are on. Needs MailboxSettings.Read; who has no mailbox, or one that the organisation keeps from the bot, is
    /// left out.
    /// </summary>
    /// <exception cref="GraphTroubleException">Nothing was read; <see cref="GraphTrouble.Forbidden"/> where no mailbox may be
    /// read.</exception>
    public Task<IReadOnlyList<GraphAbsence>> ReadAbsencesAsync(IEnumerable<string> userIds, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<GraphAbsence>>(async () =>
    {
        var (absences, read, kept) = (new List<GraphAbsence>(), 0, (ODataError?)null);
        foreach (var id in userIds)
        {
            try
            {
                var mailbox = await client.Users[id].MailboxSettings.GetAsync(
                    request => request.Headers.Add("Prefer", "outlook.timezone=\"Tokyo Standard Time\""), cancellationToken);
                read++;
                if (AutomaticReplies.Read(id, mailbox?.AutomaticRepliesSetting) is { } absence) absences.Add(absence);
            }
            catch (ODataError error) when (error.ResponseStatusCode == 404)
            {
                // A person without a mailbox has no automatic replies.
            }
            catch (ODataError error) when (error.ResponseStatusCode == 403)
            {
                kept = error;
            }
        }

        return read > 0 || kept is null ? absences : throw kept;
    });

    /// <summary>
    /// Installs the app for one person, so that the bot may write to them first. Needs TeamsAppInstallation.ReadWriteSelfForUser.All.
    /// </summary>
    /// <param name="appId">The app's id in the organisation's catalogue, not the one of its manifest.</param>
    /// <returns>False where it was installed already.</returns>
    /// <exception cref="GraphTroubleException">It was not installed.</exception>
    public Task<bool> InstallAsync(string userId, string appId, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        try
        {
            await client.Users[userId].Teamwork.InstalledApps.PostAsync(new UserScopeTeamsAppInstallation
            {
                AdditionalData = new Dictionary<string, object>
                {
                    ["teamsApp@odata.bind"] = $"{settings.BaseUrl.ToString().TrimEnd('/')}/appCatalogs/teamsApps/{appId}",
                },
            }, cancellationToken: cancellationToken);
            return true;
        }
        catch (ODataError error) when (error.ResponseStatusCode == 409)
        {
            return false;
        }
    });

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    /// <summary>The one place where what can go wrong gets its name.</summary>
    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ApiException answer)
        {
            var trouble = answer.ResponseStatusCode switch
            {
                401 or 403 => GraphTrouble.Forbidden,
                429 => GraphTrouble.Throttled,
                >= 500 => GraphTrouble.Unavailable,
                _ => GraphTrouble.Refused,
            };
            throw new GraphTroubleException(trouble, answer.ResponseStatusCode, Wait(answer), answer);
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or CredentialUnavailableException)
        {
            throw new GraphTroubleException(GraphTrouble.NoToken, null, null, failure);
        }
        catch (Exception failure) when (
            failure is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new GraphTroubleException(GraphTrouble.Unavailable, null, null, failure);
        }
    }

    private TimeSpan? Wait(ApiException answer)
    {
        if (answer.ResponseHeaders?.FirstOrDefault(header =>
            header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is not { } stated) return null;
        using var response = new HttpResponseMessage();
        return response.Headers.TryAddWithoutValidation("Retry-After", stated) ? RetryAfterHandler.Stated(response, time) : null;
    }
}
