using System.Globalization;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>
/// Operations 6, 7, 9 and 10: who is in a conversation and what the team is (protocol.md 2.3). The legacy unpaged list does not exist here.
/// </summary>
internal sealed class Rosters(LocalTenant tenant)
{
    private const int DefaultPage = 200;
    private const int LargestPage = 500;

    public ConnectorAnswer Page(string conversationId, int? pageSize, string? continuationToken)
    {
        if (PeopleIn(conversationId) is not { } people) return NoConversation;
        if (!int.TryParse(continuationToken ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var skip) || pageSize is < 1)
            return ConnectorAnswer.Error(400, "Bad Argument", "pageSize or continuationToken is not valid.");

        var size = Math.Min(pageSize ?? DefaultPage, LargestPage);
        var next = skip + size < people.Count ? (skip + size).ToString(CultureInfo.InvariantCulture) : null;
        return new(200, new { continuationToken = next, members = people.Skip(skip).Take(size).Select(MemberOf) });
    }

    public ConnectorAnswer Member(string conversationId, string userId) =>
        PeopleIn(conversationId) is not { } people ? NoConversation
        : tenant.FindByUserId(userId) is { } person && people.Contains(person) ? new(200, MemberOf(person))
        : ConnectorAnswer.Error(404, "MemberNotFoundInConversation", "The person is not in the conversation.");

    public ConnectorAnswer Team(string teamId) => teamId == tenant.TeamId
        ? new(
            200,
            new
            {
                id = teamId,
                name = tenant.Options.TeamName,
                aadGroupId = LocalTenant.TeamGroupId,
                tenantId = tenant.Options.TenantId,
                type = "standard",
                channelCount = 1,
                memberCount = tenant.People.Count,
            }
        )
        : NoConversation;

    /// <summary>Only the channel people write in; a real team also lists its General channel, without a name.</summary>
    public ConnectorAnswer Channels(string teamId) => teamId == tenant.TeamId
        ? new(200, new { conversations = new[] { new { id = tenant.Channel.Id, name = tenant.Options.ChannelName, type = "standard" } } })
        : NoConversation;

    private static ConnectorAnswer NoConversation => ConnectorAnswer.Error(404, "ConversationNotFound", "No such conversation.");

    private IReadOnlyList<Persona>? PeopleIn(string conversationId) =>
        conversationId == tenant.TeamId ? tenant.People
        : tenant.FindChat(ConversationId.Parse(conversationId).ChatId) is { } chat ? [.. tenant.People.Where(chat.Includes)]
        : null;

    private object MemberOf(Persona person) => new
    {
        id = person.UserId,
        name = person.Name,
        aadObjectId = person.ObjectId,
        objectId = person.ObjectId,
        email = $"{person.Key}@local.example",
        userPrincipalName = $"{person.Key}@local.example",
        tenantId = tenant.Options.TenantId,
        userRole = "user",
    };
}
