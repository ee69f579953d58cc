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
        Over,
    }

    public void Tell(Draft draft, Presser? presser = null)
    {
        foreach (var holder in draft.Holders)
        {
            var isPresser = presser is not null && PersonId.IsSame(presser.ObjectId, holder);
            if (!isPresser) LeaveAlone(draft, holder);
            var loses = draft.Loses(holder) && !isPresser;
            var isNews = draft.CallFor(holder) is { } call && draft.Hear(holder, call);
            if (isPresser) ShowPresser(draft, presser!);
            else if (people.Find(holder) is null) Change(draft, holder, DraftCards.Closed(Refusal.NotAssigned.Sentence(draft, views.Now)));
            else if (isNews) Ring(draft, holder, draft.CallFor(holder)!);
            else if (draft.HasLostApproval && draft.HasAgreed(holder)) Ring(draft, holder, new DraftCall(DraftCallKind.TakenBack, ""));
            else if (loses && Ended(draft, holder) is { } ended) Ring(draft, holder, new DraftCall(ended, ""));
            else Refresh(draft, holder);
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
        var view = views.Of(draft, holder);
        // 「直して再申請する」 says what comes next: no second press to get at the text.
        if (draft is { Status: DraftStatus.Returned, LikeOf: null } && draft.IsAuthor(holder))
            view = view with { Typed = AuthorInput.Editing };
        var card = DraftCards.For(view, holder);
        if (isFromList) Bring(draft, holder, card);
        else Show(draft, holder, card, isAnswer: true);
        return card;
    }

    /// <summary>The draft's card as a message of its own at the end of the chat, in place of the one further up.</summary>
    public void Bring(Draft draft, string holder, AdaptiveCard card)
    {
        Move(draft, holder, null);
        Show(draft, holder, card, isAnswer: true);
    }

    /// <summary>
    /// The author changed the text elsewhere than on the card. Where they have no card with fields that reached them, it is changed in its
    /// place.
    /// </summary>
    public void Renew(Draft draft)
    {
        var author = draft.AuthorId;
        Tell(draft);
        if (Alone(draft, author) is not null) Bring(draft, author, DraftCards.For(views.Of(draft, author), author));
    }

    /// <summary>
    /// Its author must not go by the card they have, for example because nothing may be posted to the account any more: it is changed at
    /// once, whatever is being written in it.
    /// </summary>
    public void Halt(Draft draft)
    {
        Tell(draft);
        draft.LeaveAlone(draft.AuthorId, null);
        Show(draft, draft.AuthorId, DraftCards.For(views.Of(draft, draft.AuthorId), draft.AuthorId));
    }

    /// <summary>Nobody answered for a while: the asked hear it once more in a new message, and its author that they did.</summary>
    public void Remind(Draft draft)
    {
        foreach (var review in draft.OpenReviews) AskAgain(draft, review.ReviewerId);
        Ring(draft, draft.AuthorId, new DraftCall(DraftCallKind.StillWaiting, ""), isRepeated: true);
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
        if (seat.InHand is null) draft.Shows(holder, CardInHand.HasFields(card));
        ChangeAt(draft, holder, message, card, isNoted ? Shown.Noted : Shown.Answered);
    }

    /// <summary>
    /// The same for its author, whose fields go on with what is possible now: only where a change of the card was held back, else nothing
    /// is on its way to cover the answer.
    /// </summary>
    public void AnswerAuthor(Draft draft, AdaptiveCard card)
    {
        if (draft.SeatOf(draft.AuthorId).InHand is not null || Alone(draft, draft.AuthorId) is not null)
            Answer(draft, draft.AuthorId, card);
    }

    /// <summary>
    /// What its author had written goes on elsewhere: the message it stood in says where, on every device and for good. A second press, on
    /// a device that shows it still, leaves alone the message in which the draft is by now.
    /// </summary>
    /// <param name="pressed">The message it was pressed in; empty where the client does not say.</param>
    public AdaptiveCard WentOn(Draft draft, AdaptiveContainer notice, string pressed)
    {
        var (author, seat) = (draft.AuthorId, draft.SeatOf(draft.AuthorId));
        var card = MovedCard.For(views.Of(draft, author), draft.Ended(), notice);
        var message = seat.InHand ?? (seat.HasFields == true ? seat.Message : null);
        if (message is not { } left || (pressed.Length > 0 && ActivityOf(draft, author, left) != pressed)) return card;
        ChangeAt(draft, author, left, card, Shown.Over);
        if (seat.InHand is null)
        {
            draft.LeaveAlone(author, null);
            draft.Shows(author, hasFields: false);
        }

        draft.LetGo(author);
        return card;
    }

    /// <summary>What this person is asked comes once more, as a new message.</summary>
    public void AskAgain(Draft draft, string holder)
    {
        if (draft.CallFor(holder) is not { } call) return;
        Ring(draft, holder, call, isRepeated: true);
    }

    /// <summary>Names the draft among all things the bot speaks of.</summary>
    public static string Thing(Draft draft) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"draft:{draft.Number}");

    private void ShowPresser(Draft draft, Presser presser)
    {
        var (holder, held) = (presser.ObjectId, draft.SeatOf(presser.ObjectId).InHand);
        draft.LeaveAlone(holder, null);
        Show(draft, holder, presser.Card ?? DraftCards.For(views.Of(draft, holder), holder, presser.Notice));
        if (held is not { } left) return;
        // They may still be copying from it.
        ChangeAt(draft, holder, left, Stub(draft, holder, null), Shown.Over, views.Now + CardInHand.LeftAlone);
        draft.LetGo(holder);
    }

    private void Show(Draft draft, string holder, AdaptiveCard card, bool isAnswer = false)
    {
        draft.Shows(holder, CardInHand.HasFields(card));
        outbox.Show(
            Person(draft, holder),
            KeyOf(draft, holder),
            Version(draft, Shown.Card),
            card,
            DraftCards.Summary(draft, draft.IsAuthor(holder)),
            Thing(draft),
            isAnswer: isAnswer
        );
    }

    /// <summary>
    /// Others changed what this person's card is about. Where a card with fields has reached them, it stays for a while: nobody knows
    /// whether something is typed in it. A press in that time says what happened and gives the words back; whoever does not press sees the
    /// state when the time is over, which further changes do not put off.
    /// </summary>
    private void LeaveAlone(Draft draft, string holder)
    {
        if (Alone(draft, holder) is not null) return;
        if ((draft.SeatOf(holder).HasFields ?? !draft.IsAuthor(holder)) && HasReached(draft, holder))
            draft.LeaveAlone(holder, views.Now + CardInHand.LeftAlone);
    }

    /// <summary>
    /// Their card with the fields is left to them for a while, and no client says whether they are writing in it: a message tells them
    /// that it ended without them, and what becomes of what they wrote. Where the author took it back, any message is enough that reached
    /// them, also the short one of a later round.
    /// </summary>
    private DraftCallKind? Ended(Draft draft, string holder)
    {
        var isAtWork = draft.SeatOf(holder) is { Begun.Length: > 0 } seat && seat.Begun == seat.Lost;
        var isAlone = Alone(draft, holder) is not null;
        return isAtWork && isAlone ? DraftCallKind.Overtaken
            : draft.IsTakenBack && HasReached(draft, holder) ? DraftCallKind.TakenBack
            // Nobody did it instead of them where the time went by.
            : isAlone && draft.Ended() is { Kind: not DraftEventKind.Expired } ? DraftCallKind.Overtaken
            : null;
    }

    private bool HasReached(Draft draft, string holder) => ActivityOf(draft, holder, draft.SeatOf(holder).Message ?? 0) is not null;

    /// <summary>
    /// No try of it came to an end yet. What a list stands for has arrived with the list, and a card they opened is no call.
    /// </summary>
    private bool IsOnItsWay(Draft draft, string holder, int message)
    {
        var (person, key) = (Person(draft, holder), CardKeys.Of(Thing(draft), message));
        return db.FindPostedCard(person, key) is null && db.IsOnItsWay(person, key, rings: true);
    }

    private string? ActivityOf(Draft draft, string holder, int message) =>
        db.FindPostedCard(Person(draft, holder), CardKeys.Of(Thing(draft), message))?.ActivityId;

    private DateTimeOffset? Alone(Draft draft, string holder) =>
        draft.SeatOf(holder).AloneUntil is { } until && until > views.Now ? until : null;

    /// <summary>
    /// A first request is the whole card; who has one already gets a short message, and the old card becomes a line that says how it ended.
    /// </summary>
    /// <param name="isRepeated">Nothing happened since they heard it.</param>
    private void Ring(Draft draft, string holder, DraftCall call, bool isRepeated = false)
    {
        var isFirst = draft.SeatOf(holder).Message is null;
        if (call.IsRequest) DraftReach.Watch(db, draft, views.Now);
        Move(draft, holder, isRepeated ? null : draft.Before(call));
        Call(draft, holder, call, isFirst);
    }

    private void Call(Draft draft, string holder, DraftCall call, bool isFirst)
    {
        var view = views.Of(draft, holder);
        var card = isFirst ? DraftCards.For(view, holder) : NoticeCard.For(view, call);
        draft.Shows(holder, CardInHand.HasFields(card));
        outbox.Ring(
            Person(draft, holder),
            KeyOf(draft, holder),
            Version(draft, isFirst ? Shown.Card : Shown.Notice),
            card,
            NoticeSummary.Of(view, call),
            new Opening(NoticeWords.Button(view, call), ApprovalVerbs.Open, view.Data(), view.Language.Code()),
            Thing(draft),
            isUrgent: IsUrgent(draft, call)
        );
    }

    /// <summary>Of a post only what is wrong with it is urgent, and that at any time.</summary>
    private bool IsUrgent(Draft draft, DraftCall call) => call.Kind switch
    {
        DraftCallKind.Overtaken or DraftCallKind.TakenBack => false,
        DraftCallKind.PostedByOther => draft.OpenAlarm != AlarmKind.None,
        _ => draft.PlannedAt - views.Now < UrgentWithin,
    };

    /// <summary>One message of a draft goes on: whatever the person had before becomes a stub, also one left in their hands.</summary>
    private void Move(Draft draft, string holder, DraftEvent? ended)
    {
        LeaveAlone(draft, holder);
        var (seat, alone) = (draft.SeatOf(holder), Alone(draft, holder));
        if (seat.InHand is { } held)
            ChangeAt(draft, holder, held, Stub(draft, holder, ended), Shown.Over, views.Now + CardInHand.LeftAlone);
        if (seat.Message is { } message)
            ChangeAt(draft, holder, message, Stub(draft, holder, ended), alone is null ? Shown.Over : Shown.Moved, alone);
        draft.MoveMessage(holder, isInHand: alone is not null);
    }

    private AdaptiveCard Stub(Draft draft, string holder, DraftEvent? ended) => MovedCard.For(views.Of(draft, holder), ended);

    /// <summary>
    /// How things stand, without a sound. What they are called for and what is still on its way to them is said as things stand now: a
    /// change without a sound would take it from whoever could not be reached meanwhile.
    /// </summary>
    private void Refresh(Draft draft, string holder)
    {
        if (draft.CallFor(holder) is { } call && draft.SeatOf(holder).Message is { } message && IsOnItsWay(draft, holder, message))
        {
            Call(draft, holder, call, isFirst: message == 0);
            return;
        }

        var card = DraftCards.For(views.Of(draft, holder), holder);
        draft.Shows(holder, CardInHand.HasFields(card));
        Change(draft, holder, card, Alone(draft, holder));
    }

    private void Change(Draft draft, string holder, AdaptiveCard card, DateTimeOffset? notBefore = null)
    {
        if (draft.SeatOf(holder).Message is { } message) ChangeAt(draft, holder, message, card, Shown.Card, notBefore);
    }

    private void ChangeAt(Draft draft, string holder, int message, AdaptiveCard card, Shown shown, DateTimeOffset? notBefore = null) =>
        outbox.Change(
            Person(draft, holder),
            CardKeys.Of(Thing(draft), message),
            Version(draft, shown),
            card,
            DraftCards.Summary(draft),
            Thing(draft),
            notBefore
        );

    private static Address Person(Draft draft, string holder) => Address.Person(draft.TenantId, holder);

    /// <summary>
    /// A message of one state of the draft is first the short one, then its card, a stub where it was left for a while, then an answer and
    /// what came of it, and last a stub for good.
    /// </summary>
    private static long Version(Draft draft, Shown shown) => (draft.Stamp * 8) + (int)shown;

    private static string KeyOf(Draft draft, string holder) => CardKeys.Of(Thing(draft), draft.SeatOf(holder).Message ?? 0);
}

/// <summary>Whose press it was, and what their own card says after it.</summary>
/// <param name="Card">Stands in place of the usual card, for one who goes on with another.</param>
internal sealed record Presser(string ObjectId, AdaptiveContainer? Notice = null, AdaptiveCard? Card = null);
