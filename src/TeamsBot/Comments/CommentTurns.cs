using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;

namespace TeamsBot.Comments;

/// <summary>
/// What the use cases of a comment have in common: find it, draw it, write down what was done, and change the cards others have of it.
/// </summary>
internal sealed class CommentTurns(
    BotDbContext db,
    AccountRegister accounts,
    PeopleDirectory people,
    CommentClock clock,
    OutboxWriter outbox,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <summary>The kind under which the reminder of a comment is stored.</summary>
    public const string Due = "comment.due";

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>
    /// The comment a button names, if this person may see it: the account's section, and those who look after all accounts.
    /// </summary>
    public async Task<Comment?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(turn.Action![CommentFields.Comment], "N", out var id)) return null;
        var tenant = turn.Actor!.TenantId;
        await clock.ReadAsync(tenant, cancellationToken);
        var comment = await db.Comments.SingleOrDefaultAsync(one => one.Id == id && one.TenantId == tenant, cancellationToken);
        return comment is not null && people.Find(turn.Actor) is { } person && (person.Section == comment.Section || SeesAll(person))
            ? comment
            : null;
    }

    public static bool SeesAll(Person person) => person.Has(Role.PrHead) || person.Has(Role.Desk) || person.Has(Role.Admin);

    public AdaptiveCard Card(Comment comment, AdaptiveContainer? notice = null, HoldingDraft? hold = null) =>
        CommentCard.For(comment, DisplayOf(comment), hold ?? Proposed(comment), Now, notice);

    public string DisplayOf(Comment comment) =>
        accounts.Find(comment.AccountId) is { } account ? AccountRegister.Display(account) : comment.AccountId;

    public static Reply NotFound => Reply.Say("このコメントは見つからないか、別の所属のものです。「コメント一覧」で確かめてください。");

    /// <summary>Says it on the presser's card; an older client cannot take one back and gets the sentence (protocol.md 4.1).</summary>
    public Reply Answer(ParsedTurn turn, Comment comment, NoticeKind kind, string said, HoldingDraft? hold = null) =>
        turn.IsInvoke ? Reply.Show(Card(comment, CardParts.Notice(kind, said), hold)) : Reply.Say(said);

    /// <summary>Writes down what was done and changes every card of it that the bot sent.</summary>
    /// <param name="summary">What the phones of others show.</param>
    public Reply Done(
        ParsedTurn turn, Comment comment, string action, string said, object? details = null, string summary = "コメントの対応が記録されました")
    {
        audit.Record(turn.Actor, action, Subject(comment), details, comment.AuditState);
        Schedule(comment);
        Tell(comment, summary, CardParts.Notice(NoticeKind.Done, said), turn.Actor);
        return Answer(turn, comment, NoticeKind.Done, said);
    }

    public void Schedule(Comment comment)
    {
        if (comment.DueAt is { } due) db.Reminders.Add(Reminder.At(due, Due, comment.TenantId, Subject(comment)));
    }

    /// <param name="presser">Where somebody pressed, the notice is what the press said, and stands on their card only.</param>
    public void Tell(Comment comment, string summary, AdaptiveContainer? notice = null, Actor? presser = null)
    {
        foreach (var id in comment.Told)
        {
            var isTheirs = presser is null || PersonId.IsSame(id, presser.ObjectId);
            outbox.Show(
                Address.Person(comment.TenantId, id),
                Subject(comment),
                comment.Stamp,
                Card(comment, isTheirs ? notice : null),
                summary
            );
        }
    }

    public static string Subject(Comment comment) => AuditedComments.SubjectOf(comment.Id);

    private HoldingDraft Proposed(Comment comment)
    {
        if (comment.IsDone || accounts.Find(comment.AccountId) is not { } account) return new HoldingDraft("", "");
        var day = clock.Proposed(Now, account);
        return new HoldingDraft(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), HoldingText.For(day));
    }
}
