using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Comments;

/// <summary>What became of a comment.</summary>
internal enum CommentState
{
    /// <summary>未対応: nobody said yet what was done.</summary>
    Open,

    /// <summary>回答待ちと伝えた: its writer was told that an answer takes time, and until when.</summary>
    Holding,

    /// <summary>返信済み.</summary>
    Answered,

    /// <summary>返信しない, with the reason.</summary>
    LeftAlone,
}

/// <summary>
/// A resident's comment on an official account, as a member of staff wrote it down, so that it is not forgotten and nobody feels ignored
/// [tochigi-6-2-1, ward-4-10]. The bot reads no comments from a medium by itself.
/// </summary>
internal sealed class Comment
{
    /// <summary>Longest comment kept, in UTF-16 units.</summary>
    public const int MaxLength = 1_000;

    /// <summary>Longest reason for leaving one alone.</summary>
    public const int MaxReason = 200;

    private Comment()
    {
    }

    public Guid Id { get; private set; }

    public string TenantId { get; private set; } = "";

    public string AccountId { get; private set; } = "";

    /// <summary>The account's section, which answers for it.</summary>
    public string Section { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string LoggedById { get; private set; } = "";

    public string LoggedByName { get; private set; } = "";

    public DateTimeOffset LoggedAt { get; private set; }

    public CommentState State { get; private set; }

    /// <summary>
    /// When it is brought back to mind unless something was done; null on an account that does not reply, or once it is done with.
    /// </summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The day that was named to its writer.</summary>
    public DateOnly? PromisedFor { get; private set; }

    /// <summary>Why nobody replies, or what was said.</summary>
    public string Remark { get; private set; } = "";

    public string DoneByName { get; private set; } = "";

    /// <summary>Whose it is to answer, by name; empty where it stays with whoever wrote it down.</summary>
    public string AssignedToName { get; private set; } = "";

    /// <summary>
    /// Whoever was given it or reminded and so holds a card of it, by object id: once for each message, because a reminder is a new one.
    /// </summary>
    public IReadOnlyList<string> Told { get; private set; } = [];

    /// <summary>Its first reminder went out and nothing was done since.</summary>
    public bool IsReminded { get; private set; }

    /// <summary>Counts changes; cards carry it, so that of two presses the second is noticed.</summary>
    public long Stamp { get; private set; }

    /// <summary>It is only being written down, so that nobody can have begun to write in a card of it.</summary>
    public bool IsNew => Stamp == 0;

    public bool IsDone => State is CommentState.Answered or CommentState.LeftAlone;

    public static Comment Logged(
        string tenantId,
        OfficialAccount account,
        string text,
        Person by,
        DateTimeOffset now,
        DateTimeOffset? dueAt
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenantId,
            AccountId = account.Id,
            Section = account.Section,
            Text = ShortText.Cut(text, MaxLength),
            LoggedById = by.ObjectId,
            LoggedByName = by.Name,
            LoggedAt = now,
            State = CommentState.Open,
            DueAt = dueAt,
        };

    /// <summary>These are to answer it, as things stand now.</summary>
    public void Assign(IReadOnlyList<Person> people) => AssignedToName = string.Join("、", people.Select(person => person.Name));

    /// <summary>Each of these gets a new message with it; who has one already, one more.</summary>
    public void Bring(IEnumerable<Person> people) =>
        Told = [.. Told, .. people.Select(person => person.ObjectId.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>The person's newest message of it, by its number; null where they have none.</summary>
    public int? MessageOf(string personId) =>
        Told.Count(told => PersonId.IsSame(told, personId)) is > 0 and var count ? count - 1 : null;

    /// <summary>The holding message went out: the clock now runs to the day it names.</summary>
    public void Hold(DateOnly promisedFor, DateTimeOffset dueAt, string by) =>
        Change(CommentState.Holding, dueAt, by, Remark, promisedFor);

    public void Answer(string by) => Change(CommentState.Answered, null, by, Remark, PromisedFor);

    public void LeaveAlone(string reason, string by) => Change(CommentState.LeftAlone, null, by, reason, PromisedFor);

    /// <summary>What the audit chain keeps of it; reminders change it without anybody's doing and are left out.</summary>
    public IReadOnlyDictionary<string, string> AuditState() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = State.ToString(),
        ["texts"] = RecordedState.HashOf([TenantId, AccountId, Section, Text, LoggedById, LoggedByName, LoggedAt]),
        ["outcome"] = RecordedState.HashOf([PromisedFor, Remark, DoneByName]),
    };

    /// <summary>People are reminded now.</summary>
    /// <param name="next">When the next ones hear of it; null: nobody further.</param>
    public void Remind(DateTimeOffset? next)
    {
        (DueAt, IsReminded) = (next, true);
        Stamp++;
    }

    private void Change(CommentState state, DateTimeOffset? dueAt, string by, string remark, DateOnly? promisedFor)
    {
        (State, DueAt, DoneByName, Remark, PromisedFor, IsReminded) = (state, dueAt, by, remark, promisedFor, false);
        Stamp++;
    }
}
