using AdaptiveCards;
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
/// Puts a draft's new state before everybody who has a card of it: whoever is called gets a new message, everybody else's card is changed
/// where it is, and the card of the one who pressed keeps what the press answered. The channel it came from sees its state and no words of
/// it.
/// </summary>
internal sealed class DraftTelling(BotDbContext db, DraftViews views, PeopleDirectory people, OutboxWriter outbox)
{
    /// <summary>What is to be posted so soon is asked for at any hour.</summary>
    private static readonly TimeSpan UrgentWithin = TimeSpan.FromHours(12);

    private enum Shown
    {
        Notice,
        Card,
        Moved,
        Answered,
        Noted,
    }

    public void Tell(Draft draft, Presser? presser = null)
    {
        foreach (var holder in draft.Holders)
        {
            var isPresser = presser is not null && PersonId.IsSame(presser.ObjectId, holder);
            var isAtWork = draft.Loses(holder) && !isPresser && LeaveAlone(draft, holder);
            var isNews = draft.CallFor(holder) is { } call && draft.Hear(holder, call);
            if (isPresser) ShowPresser(draft, presser!);
            else if (people.Find(holder) is null) Change(draft, holder, DraftCards.Closed(Refusal.NotAssigned.Sentence(draft, views.Now)));
            else if (isNews) Ring(draft, holder, draft.CallFor(holder)!);
            else if (isAtWork) RingOvertaken(draft, holder);
            else Change(draft, holder, DraftCards.For(views.Of(draft, holder), holder), notBefore: isPresser ? null : Still(draft, holder));
        }

        if (draft.ThreadId is { } thread)
        {
            outbox.Show(
                Address.Conversation(draft.TenantId, thread),
                Thing(draft),
                draft.Stamp,
                ThreadCard.For(views.Of(draft)),
                DraftCards.Summary(draft)
            );
        }
    }

    /// <summary>
    /// The message that called the person becomes the draft's card; from a list the card comes as a message of its own below.
    /// </summary>
    public AdaptiveCard Open(Draft draft, string holder, bool isFromList)
    {
        draft.Begin(holder);
        var card = DraftCards.For(views.Of(draft, holder), holder);
        if (isFromList) Move(draft, holder);
        outbox.Show(
            Person(draft, holder),
            KeyOf(draft, holder),
            Version(draft, Shown.Card),
            card,
            DraftCards.Summary(draft),
            Thing(draft),
            isAnswer: true
        );
        return card;
    }

    /// <summary>Nobody answered for a while: the asked hear it once more in a new message, and its author that they did.</summary>
    public void Remind(Draft draft)
    {
        foreach (var review in draft.OpenReviews) AskAgain(draft, review.ReviewerId);
        Ring(draft, draft.AuthorId, new DraftCall(DraftCallKind.StillWaiting, ""));
    }

    /// <summary>
    /// The presser's own card says why the press did not count. What took its place is on its way to the same message and would cover the
    /// answer, so the message itself says it too.
    /// </summary>
    /// <param name="isNoted">It was answered so already, and now says that the words were passed on.</param>
    public void Answer(Draft draft, string holder, AdaptiveCard card, bool isNoted = false)
    {
        var seat = draft.SeatOf(holder);
        draft.LeaveAlone(holder, null);
        if ((seat.InHand ?? seat.Message) is not { } message) return;
        var shown = isNoted ? Shown.Noted : Shown.Answered;
        outbox.Change(
            Person(draft, holder),
            CardKeys.Of(Thing(draft), message),
            Version(draft, shown),
            card,
            DraftCards.Summary(draft),
            Thing(draft)
        );
    }

    /// <summary>What this person is asked comes once more, as a new message.</summary>
    public void AskAgain(Draft draft, string holder)
    {
        if (draft.CallFor(holder) is { } call) Ring(draft, holder, call);
    }

    /// <summary>Names the draft among all things the bot speaks of.</summary>
    public static string Thing(Draft draft) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"draft:{draft.Number}");

    private void ShowPresser(Draft draft, Presser presser)
    {
        var card = presser.Card ?? DraftCards.For(views.Of(draft, presser.ObjectId), presser.ObjectId, presser.Notice);
        outbox.Show(
            Person(draft, presser.ObjectId),
            KeyOf(draft, presser.ObjectId),
            Version(draft, Shown.Card),
            card,
            DraftCards.Summary(draft),
            Thing(draft)
        );
    }

    /// <summary>
    /// The person's question ended under their hands. Where the card with its fields has reached them, it stays for a while: nobody knows
    /// whether something is typed in it. A press in that time says what happened and gives the words back; whoever does not press sees the
    /// state when the time is over.
    /// </summary>
    /// <returns>
    /// Whether they are known to be at work on it: opened by a press, or pressed and refused. Only they are told by a message.
    /// </returns>
    private bool LeaveAlone(Draft draft, string holder)
    {
        if (!IsInHand(draft, holder)) return false;
        draft.LeaveAlone(holder, views.Now + CardInHand.LeftAlone);
        return draft.SeatOf(holder) is var seat && seat.Begun.Length > 0 && seat.Begun == seat.Lost;
    }

    /// <summary>
    /// A card with fields has reached the person. A later request came as a short message: it has none until it is opened.
    /// </summary>
    private bool IsInHand(Draft draft, string holder) =>
        draft.SeatOf(holder) is var seat
        && (seat.Message == 0 || (seat.Begun.Length > 0 && seat.Begun == seat.Heard))
        && db.FindPostedCard(Person(draft, holder), KeyOf(draft, holder)) is { ActivityId: not null };

    /// <summary>Also while the question stands: a note of the author's is no reason to take a half-written answer away.</summary>
    private DateTimeOffset? Still(Draft draft, string holder) =>
        !draft.IsAuthor(holder) && draft.CallFor(holder) is { IsRequest: true } && IsInHand(draft, holder)
            ? views.Now + CardInHand.LeftAlone
            : Alone(draft, holder);

    private DateTimeOffset? Alone(Draft draft, string holder) =>
        draft.SeatOf(holder).AloneUntil is { } until && until > views.Now ? until : null;

    /// <summary>A message of its own below; the card with what was typed is not touched, because the message says where it is.</summary>
    private void RingOvertaken(Draft draft, string holder)
    {
        var (view, call) = (views.Of(draft, holder), new DraftCall(DraftCallKind.Overtaken, ""));
        draft.KeepInHand(holder);
        outbox.Ring(
            Person(draft, holder),
            KeyOf(draft, holder),
            Version(draft, Shown.Notice),
            NoticeCard.For(view, call),
            NoticeSummary.Of(view, call),
            new Opening(NoticeWords.Button(view, call), ApprovalVerbs.Open, view.Data(), view.Language.Code()),
            Thing(draft)
        );
    }

    /// <summary>A first request is the whole card; who has one already gets a short message, and the old card loses its buttons.</summary>
    private void Ring(Draft draft, string holder, DraftCall call)
    {
        var view = views.Of(draft, holder);
        var isFirst = draft.SeatOf(holder).Message is null;
        if (call.IsRequest) DraftReach.Watch(db, draft, views.Now);
        Move(draft, holder);
        outbox.Ring(
            Person(draft, holder),
            KeyOf(draft, holder),
            Version(draft, isFirst ? Shown.Card : Shown.Notice),
            isFirst ? DraftCards.For(view, holder) : NoticeCard.For(view, call),
            NoticeSummary.Of(view, call),
            new Opening(NoticeWords.Button(view, call), ApprovalVerbs.Open, view.Data(), view.Language.Code()),
            Thing(draft),
            isUrgent: draft.PlannedAt - view.Now < UrgentWithin
        );
    }

    private void Move(Draft draft, string holder)
    {
        if (draft.SeatOf(holder).Message is not null)
            Change(draft, holder, MovedCard.For(views.Of(draft, holder)), Shown.Moved, Alone(draft, holder));
        draft.MoveMessage(holder);
    }

    private void Change(Draft draft, string holder, AdaptiveCard card, Shown shown = Shown.Card, DateTimeOffset? notBefore = null) =>
        outbox.Change(
            Person(draft, holder),
            KeyOf(draft, holder),
            Version(draft, shown),
            card,
            DraftCards.Summary(draft),
            Thing(draft),
            notBefore
        );

    private static Address Person(Draft draft, string holder) => Address.Person(draft.TenantId, holder);

    /// <summary>
    /// A message of one state of the draft is first the short one, then its card, a pointer to a newer message, and last an answer and what
    /// came of it.
    /// </summary>
    private static long Version(Draft draft, Shown shown) => (draft.Stamp * 8) + (int)shown;

    private static string KeyOf(Draft draft, string holder) => CardKeys.Of(Thing(draft), draft.SeatOf(holder).Message ?? 0);
}

/// <summary>Whose press it was, and what their own card says after it.</summary>
/// <param name="Card">Stands in place of the usual card, for one who goes on with another.</param>
internal sealed record Presser(string ObjectId, AdaptiveContainer? Notice = null, AdaptiveCard? Card = null);
