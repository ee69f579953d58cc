using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Graph;
using TeamsBot.People;

namespace TeamsBot.PeopleDesk;

/// <summary>
/// When the app was last installed for whom, or tried to be. A restart tries once more, which costs one request and changes nothing.
/// </summary>
internal sealed class InstallTries
{
    public ConcurrentDictionary<string, DateTimeOffset> At { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// Installs the app for people with a role whose personal chat the bot does not know, so that a first card reaches them. Teams then tells
/// the bot where the chat is, and what waited for it is sent. Does nothing where no app is configured.
/// </summary>
internal sealed partial class AppInstalls(
    BotDbContext db, GraphReader reader, GraphOptions options, CurrentPeople current, InstallTries tries, TimeProvider time,
    ILogger<AppInstalls> log)
{
    /// <summary>After each reading; the others come with the next ones.</summary>
    private const int MostAtOnce = 30;

    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromDays(1);

    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        if (options.App is not { Length: > 0 } app) return;
        var now = time.GetUtcNow();
        var known = (await db.Conversations.AsNoTracking().Where(chat => chat.Kind == ConversationKind.Personal && chat.AadObjectId != null)
            .Select(chat => chat.AadObjectId!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var waiting = current.Now.Persons.Where(person => person.Roles.Count > 0 && !known.Contains(person.ObjectId))
            .Where(person => !tries.At.TryGetValue(person.ObjectId, out var at) || now - at >= TriedAgainAfter).Take(MostAtOnce).ToList();
        foreach (var person in waiting)
        {
            tries.At[person.ObjectId] = now;
            if (!await TryAsync(person.ObjectId, app, cancellationToken)) return;
        }
    }

    /// <summary>False where the next one would fare no better.</summary>
    private async Task<bool> TryAsync(string id, string app, CancellationToken cancellationToken)
    {
        try
        {
            if (await reader.InstallAsync(id, app, cancellationToken)) Installed(log, id);
            return true;
        }
        catch (GraphTroubleException trouble)
        {
            NotInstalled(log, id, trouble.Trouble, trouble.Status);
            return trouble.Trouble == GraphTrouble.Refused;
        }
    }

    [LoggerMessage(3410, LogLevel.Information, "The app was installed for {Id}")]
    private static partial void Installed(ILogger log, string id);

    [LoggerMessage(3411, LogLevel.Warning, "The app could not be installed for {Id}: {Trouble} ({Status})")]
    private static partial void NotInstalled(ILogger log, string id, GraphTrouble trouble, int? status);
}
