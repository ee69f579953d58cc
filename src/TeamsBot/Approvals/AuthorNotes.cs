using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>
/// Notes to a draft's author, each a message of its own that can be answered once: a note that asks something wants an answer, and two
/// people who go on writing to each other have Teams for it.
/// </summary>
internal sealed class AuthorNotes(BotDbContext db, DraftViews views, OutboxWriter outbox, PeopleDirectory people)
{
    private const long Fresh = 1;

    private const long Answered = 2;

    public void Send(Draft draft, Person from, string words) =>
        Draw(draft, new SentNote(from, views.Now.UtcTicks.ToString(CultureInfo.InvariantCulture), words), Fresh, "");

    /// <summary>Does nothing where there are no words, or their writer is not registered any more.</summary>
    public void Send(Draft draft, string fromId, string words)
    {
        if (words.Length > 0 && people.Find(fromId) is { } from) Send(draft, from, words);
    }

    /// <summary>The note a button of its message stands for; null for anything but a note that was sent to this author.</summary>
    public SentNote? Find(Draft draft, CardAction action)
    {
        if (!long.TryParse(action[ApprovalFields.NoteAt], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        if (people.Find(action[ApprovalFields.NoteFrom]) is not { } from) return null;
        var note = new SentNote(from, action[ApprovalFields.NoteAt], DraftInput.Reason(action[ApprovalFields.NoteSaid]));
        return db.FindPostedCard(Author(draft), Key(draft, note)) is null ? null : note;
    }

    /// <summary>A note that was sent to this author, by somebody who is not registered any more: nobody would read the answer.</summary>
    public bool IsOfSomebodyGone(Draft draft, CardAction action) =>
        people.Find(action[ApprovalFields.NoteFrom]) is null
        && db.FindPostedCard(Author(draft), Key(draft, action[ApprovalFields.NoteFrom], action[ApprovalFields.NoteAt])) is not null;

    public bool IsAnswered(Draft draft, SentNote note) => db.FindPostedCard(Author(draft), Key(draft, note)) is { Version: >= Answered };

    /// <summary>
    /// To whoever wrote the note; its own message says so from now on. Where a post is wrong in public the others who were called hear it
    /// too, who may have said something else.
    /// </summary>
    public void Reply(Draft draft, SentNote note, string words)
    {
        var view = views.Of(draft, note.From.ObjectId);
        outbox.Post(
            Address.Person(draft.TenantId, note.From.ObjectId),
            NoteCard.Reply(view, note, words),
            NoteCard.ReplySummary(view, words),
            DraftTurns.Subject(draft)
        );
        Draw(draft, note, Answered, words);
        if (!draft.IsAdvice(note.From.Name, note.Words)) return;
        foreach (var other in views.ToldOfDifference(draft).Where(person => !person.Is(note.From.ObjectId)))
            outbox.Say(
                Address.Person(draft.TenantId, other.ObjectId),
                views.Of(draft, other.ObjectId).Language.Say(
                    $"No.{draft.Number} の投稿について、{draft.AuthorName}さんが{note.From.Name}さんの連絡に返事をしました。\n{words}",
                    $"About the post of No.{draft.Number}, {draft.AuthorName} answered {note.From.Name}:\n{words}"
                ),
                DraftTurns.Subject(draft)
            );
    }

    private void Draw(Draft draft, SentNote note, long version, string reply)
    {
        var view = views.Of(draft, draft.AuthorId);
        outbox.Show(
            Author(draft),
            Key(draft, note),
            version,
            NoteCard.For(view, note, reply),
            NoteCard.Summary(view, note.FromName(view.Language), note.Words),
            DraftTurns.Subject(draft)
        );
    }

    private static Address Author(Draft draft) => Address.Person(draft.TenantId, draft.AuthorId);

    private static string Key(Draft draft, SentNote note) => Key(draft, note.From.ObjectId, note.At);

    private static string Key(Draft draft, string from, string at) =>
        string.Create(CultureInfo.InvariantCulture, $"note:{draft.Number}.{from.ToLowerInvariant()}.{at}");
}
