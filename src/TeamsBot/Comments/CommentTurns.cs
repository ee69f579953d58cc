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
    /// <param name="hold">What was typed.</param>
    public Reply Answer(ParsedTurn turn, Comment comment, NoticeKind kind, string said, HoldingDraft? hold = null) =>
        turn.IsInvoke ? Reply.Show(Card(comment, CardParts.Notice(kind, said), hold)) : Reply.Say(said);

    /// <summary>Writes down what was done and changes every card of it that the bot sent.</summary>
    /// <param name="summary">What the phones of others show.</param>
    /// <param name="others">What others are to know of it; on their cards.</param>
    public Reply Done(
        ParsedTurn turn, Comment comment, string action, string said, object? details = null, string summary = "コメントの対応が記録されました",
        AdaptiveContainer? others = null)
    {
        audit.Record(turn.Actor, action, Subject(comment), details, comment.AuditState);
        Schedule(comment);
        foreach (var id in Holders(comment))
        {
            var isTheirs = PersonId.IsSame(id, turn.Actor!.ObjectId);
            var card = Card(comment, isTheirs ? CardParts.Notice(NoticeKind.Done, said) : others);
            Show(comment, id, card, summary, isInHand: !isTheirs && !comment.IsNew);
        }

        return Answer(turn, comment, NoticeKind.Done, said);
    }

    public void Schedule(Comment comment)
    {
        if (comment.DueAt is { } due) db.Reminders.Add(Reminder.At(due, Due, comment.TenantId, Subject(comment)));
    }

    /// <summary>
    /// These hear of it by a message of its own. Who has a card of it may be writing in it: a while later that one only points to the new
    /// one, and the others' cards show it too, but for those of a comment that is only being written down.
    /// </summary>
    public void Remind(Comment comment, IReadOnlyList<Person> called, string summary, AdaptiveContainer notice)
    {
        foreach (var id in Holders(comment))
        {
            if (called.Any(person => person.Is(id)))
                outbox.Change(
                    Address.Person(comment.TenantId, id), KeyOf(comment, id), comment.Stamp, CommentCard.Moved(comment, DisplayOf(comment)),
                    summary, Subject(comment), notBefore: Now + CardInHand.LeftAlone);
            else if (!comment.IsNew)
                Show(comment, id, Card(comment, notice), summary, isInHand: true);
        }

        comment.Bring(called);
        foreach (var person in called) Show(comment, person.ObjectId, Card(comment, notice), summary);
    }

    private static List<string> Holders(Comment comment) => [.. comment.Told.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <param name="isInHand">
    /// Its reader may be writing in it, and is left to it for a while; a press meanwhile gives the words back.
    /// </param>
    private void Show(Comment comment, string personId, AdaptiveCard card, string summary, bool isInHand = false) => outbox.Show(
        Address.Person(comment.TenantId, personId), KeyOf(comment, personId), comment.Stamp, card, summary, Subject(comment),
        notBefore: isInHand ? Now + CardInHand.LeftAlone : null);

    private static string KeyOf(Comment comment, string personId) =>
        CardKeys.Of(Subject(comment), comment.MessageOf(personId) ?? 0);

    public static string Subject(Comment comment) => AuditedComments.SubjectOf(comment.Id);

    /// <summary>The fields with what was typed in one of the two ways; the other as it is proposed.</summary>
    public HoldingDraft Kept(Comment comment, HoldingDraft? hold, string reason) => (hold ?? Proposed(comment)) with { Reason = reason };

    private HoldingDraft Proposed(Comment comment)
    {
        if (comment.IsDone || accounts.Find(comment.AccountId) is not { } account) return new HoldingDraft("", "");
        var day = clock.Proposed(Now, account);
        return new HoldingDraft(TypedDay.Write(day), HoldingText.For(day));
    }
}
