using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Graph;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.PeopleDesk;

/// <summary>What was told already, so that a matter is told once while it lasts. A restart tells it once more.</summary>
internal sealed class ToldNotes
{
    private HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>These are told now; what is not among them is over.</summary>
    public void Are(IEnumerable<string> keys) => told = keys.ToHashSet(StringComparer.Ordinal);

    public bool Has(string key) => told.Contains(key);
}

/// <summary>
/// Tells desk and administrators when the people of Graph need a hand: a group is gone, a head is not clear, a permission is missing, or
/// Graph has been away for long. Tells them as well that it is back.
/// </summary>
internal sealed class PeopleNotices(
    BotDbContext db, GraphState state, CurrentPeople current, ToldNotes told, OutboxWriter outbox, PersonLanguage languages,
    CommitGate gate, TimeProvider time)
{
    /// <summary>A pause of Graph shorter than this mends itself and bothers nobody.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const string Away = "away";

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var (standing, now) = (state.Now, time.GetUtcNow());
        var isBack = told.Has(Away) && standing.Trouble is null;
        var notes = Notes(standing, now);
        var texts = notes.Where(note => !told.Has(note.Key)).ToList();
        if (isBack) texts.Insert(0, new("back", "職員の情報を、Microsoft 365から再び読み込めました。", "The people could be read from Microsoft 365 again."));
        var readers = texts.Count == 0 ? [] : await ReadersAsync(cancellationToken);
        // Where nobody can be told yet, it is told to the first who can.
        if (texts.Count > 0 && readers.Count == 0) return;
        foreach (var (tenant, person) in readers)
        {
            var language = languages.LanguageOf(tenant, person);
            outbox.Say(Address.Person(tenant, person), string.Join(
                "\n\n", texts.Select(note => language.Say(note.Japanese, note.English))), ImportPeople.Subject);
        }

        if (texts.Count > 0) await gate.SaveAsync(db, cancellationToken);
        told.Are(notes.Select(note => note.Key));
    }

    /// <summary>What is to be mended now, and whether Graph is away.</summary>
    public static IReadOnlyList<PeopleNote> Notes(GraphStanding standing, DateTimeOffset now)
    {
        if (standing.Trouble is not { } trouble || standing.FailingSince is not { } since) return standing.Notes;
        var needsSomebody = trouble is GraphTrouble.Forbidden or GraphTrouble.NoToken or GraphTrouble.Refused;
        return needsSomebody || now - since >= Patience ? [.. standing.Notes, AwayNote(standing, trouble, now)] : standing.Notes;
    }

    private static PeopleNote AwayNote(GraphStanding standing, GraphTrouble trouble, DateTimeOffset now)
    {
        var (ja, en) = trouble switch
        {
            GraphTrouble.Forbidden => ("アクセス許可がありません", "a permission is missing"),
            GraphTrouble.NoToken => ("サインインできません", "it could not sign in"),
            GraphTrouble.Throttled => ("要求が多すぎると断られています", "it is asked to wait"),
            GraphTrouble.Unavailable => ("応答がありません", "it does not answer"),
            _ => ("要求が受け付けられません", "it does not accept the request"),
        };
        var (last, lastEn) = standing.ReadAt is { } at
            ? ($"最後に読み込めた{JapaneseTime.Format(at, now)}の内容を使っています。",
                $"The people read at {JapaneseTime.Format(at, now, CardLanguage.En)} are in force.")
            : ("まだ一度も読み込めていません。", "They were never read yet.");
        return new(Away, $"職員の情報をMicrosoft 365から読み込めません（{ja}）。{last}続くときは、情報システム担当へお知らせください。",
            $"The people cannot be read from Microsoft 365 ({en}). {lastEn} If this goes on, please tell your IT department.");
    }

    /// <summary>Desk and administrators whom the bot has met; others cannot be reached.</summary>
    private async Task<IReadOnlyList<(string Tenant, string Person)>> ReadersAsync(CancellationToken cancellationToken)
    {
        var ids = current.Now.Persons.Where(person => person.Has(Role.Desk) || person.Has(Role.Admin)).Select(person => person.ObjectId)
            .ToList();
        var met = await db.Contacts.AsNoTracking().Where(contact => ids.Contains(contact.AadObjectId))
            .Select(contact => new { contact.TenantId, contact.AadObjectId }).ToListAsync(cancellationToken);
        return met.ConvertAll(contact => (contact.TenantId, contact.AadObjectId));
    }
}
