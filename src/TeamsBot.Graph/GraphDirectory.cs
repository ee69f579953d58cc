namespace TeamsBot.Graph;

/// <summary>
/// What Microsoft Graph said about the people of the bot's groups, as of one reading. Immutable: a later reading makes a new one from it.
/// Holds the members of those groups and the managers above them and nobody else of the tenant.
/// </summary>
/// <param name="Groups">By object id; every group that was asked for, also one that is gone.</param>
/// <param name="Users">By object id.</param>
/// <param name="GroupsLink">Where the next reading of the groups goes on; null for one from the beginning.</param>
/// <param name="UsersLink">The same for the users.</param>
/// <param name="Absences">Automatic replies that are switched on; null where they may not be read or were not asked for.</param>
public sealed record GraphDirectory(
    IReadOnlyDictionary<string, GraphGroup> Groups, IReadOnlyDictionary<string, GraphUser> Users, string? GroupsLink, string? UsersLink,
    IReadOnlyList<GraphAbsence>? Absences)
{
    public static GraphDirectory Empty { get; } = new(
        new Dictionary<string, GraphGroup>(), new Dictionary<string, GraphUser>(), null, null, null);
}

/// <param name="Members">Object ids of the direct members that are users, in the order of their ids.</param>
/// <param name="MissingSince">The group is gone since then. Its members are those it had last, so that nobody loses a role by somebody's
/// slip in another system.</param>
/// <param name="HasGroups">Groups are among its members; their people are not read.</param>
public sealed record GraphGroup(string Id, string Name, IReadOnlyList<string> Members, DateTimeOffset? MissingSince, bool HasGroups);

/// <param name="Section">The department as Entra has it; may be empty.</param>
/// <param name="Title">The job title; may be empty.</param>
/// <param name="IsEnabled">False for a blocked account: somebody who left, before the account is deleted.</param>
public sealed record GraphUser(string Id, string Name, string Section, string Title, bool IsEnabled, string? ManagerId);

/// <summary>A person's automatic replies are on.</summary>
/// <param name="From">First day in Japan, or null where they are on without a period.</param>
/// <param name="To">Last day in Japan, included.</param>
public sealed record GraphAbsence(string UserId, DateOnly? From, DateOnly? To);
