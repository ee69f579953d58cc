using System.Collections.Immutable;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// Whom the draft calls: who must act next, and its author when an outcome is there. An edited card rings no bell, so each call comes as a
/// message of its own, once.
/// </summary>
internal sealed partial class Draft
{
    private static readonly Dictionary<DraftEventKind, DraftCallKind> Outcomes = new()
    {
        [DraftEventKind.Returned] = DraftCallKind.Returned,
        [DraftEventKind.Rejected] = DraftCallKind.Rejected,
        [DraftEventKind.Approved] = DraftCallKind.Approved,
        [DraftEventKind.StandingApproved] = DraftCallKind.Approved,
        [DraftEventKind.Expired] = DraftCallKind.Expired,
        [DraftEventKind.Lifted] = DraftCallKind.Lifted,
        [DraftEventKind.LiftRefused] = DraftCallKind.LiftRefused,
        [DraftEventKind.Rerouted] = DraftCallKind.Rerouted,
        [DraftEventKind.Posted] = DraftCallKind.PostedByOther,
        [DraftEventKind.PostedTextDiffered] = DraftCallKind.PostedByOther,
        [DraftEventKind.PostedElsewhere] = DraftCallKind.PostedByOther,
    };

    /// <summary>
    /// By object id: what each holder has heard, and in which of their messages the draft is now. Who is not in it has the first one.
    /// </summary>
    public IReadOnlyDictionary<string, DraftSeat> Seats { get; private set; } = ImmutableDictionary<string, DraftSeat>.Empty;

    /// <summary>
    /// What this person is called for as things stand; null where nothing is asked or told. Whether they heard it is <see cref="Hear"/>'s.
    /// </summary>
    public DraftCall? CallFor(string personId)
    {
        if (IsAuthor(personId))
            return events.FindLast(IsNews) is { } outcome ? DraftCall.Of(Outcomes[outcome.Kind], outcome) : null;
        if (OpenReviewOf(personId) is { } review) return DraftCall.Of(review);
        return IsLiftAskedOf(personId)
            ? DraftCall.Of(DraftCallKind.LiftAsked, events.Last(happened => happened.Kind == DraftEventKind.LiftAsked))
            : null;
    }

    public DraftSeat SeatOf(string personId) => Seats.GetValueOrDefault(Seat(personId)) ?? DraftSeat.AtFirst;

    /// <summary>The person hears the call. False where they have before.</summary>
    public bool Hear(string personId, DraftCall call)
    {
        var seat = SeatOf(personId);
        if (seat.Heard == call.Id) return false;
        Sit(personId, seat with { Heard = call.Id });
        return true;
    }

    /// <summary>From now on the person has the draft in a new message.</summary>
    /// <param name="isInHand">They may be writing in the message before, which stays for a while.</param>
    public void MoveMessage(string personId, bool isInHand = false)
    {
        var seat = SeatOf(personId);
        var next = seat.Message is { } last ? last + 1 : 0;
        Sit(personId, seat with { Message = next, InHand = isInHand ? seat.Message : null, AloneUntil = null, HasFields = false });
    }

    /// <summary>To the author. What their own press brought about they hear by its answer, whatever their colleagues are called.</summary>
    private static bool IsNews(DraftEvent happened) => Outcomes.ContainsKey(happened.Kind);

    private void Sit(string personId, DraftSeat seat) => Seats = Seats.ToImmutableDictionary().SetItem(Seat(personId), seat);

    private static string Seat(string personId) => personId.ToLowerInvariant();
}

/// <param name="Heard">The last call that was told, by <see cref="DraftCall.Id"/>.</param>
/// <param name="Message">Counts the person's messages of this draft from 0; null while they have none.</param>
internal sealed record DraftSeat(string Heard, int? Message)
{
    public static readonly DraftSeat AtFirst = new("", 0);

    /// <summary>The call at whose card the person was seen to be at work.</summary>
    public string Begun { get; init; } = "";

    /// <summary>The call that ended without the person's answer, once that was noticed.</summary>
    public string Lost { get; init; } = "";

    /// <summary>
    /// The card they were shown last has fields to write or tick in; null where earlier programs showed it, which did not note it.
    /// </summary>
    public bool? HasFields { get; init; }

    /// <summary>The person may be writing in the card: it is not changed before then.</summary>
    public DateTimeOffset? AloneUntil { get; init; }

    /// <summary>
    /// The message with the card that was left in the person's hands when a newer message told them; null where there is none.
    /// </summary>
    public int? InHand { get; init; }

    /// <summary>What the person had typed when a press came too late; it was sent to nobody.</summary>
    public string Unsent { get; init; } = "";

    /// <summary>Of the author: the account that was chosen for them when they began.</summary>
    public string Preset { get; init; } = "";

    /// <summary><see cref="Draft.CurrentHash"/> of the text that the person opened whole last.</summary>
    public string Opened { get; init; } = "";
}

/// <summary>Something a person is asked or told by a new message.</summary>
/// <param name="Id">Differs from every other call of the draft.</param>
internal sealed record DraftCall(DraftCallKind Kind, string Id)
{
    /// <summary>Somebody has to act, and others wait for it.</summary>
    public bool IsRequest => Kind is DraftCallKind.ReviewAsked or DraftCallKind.DecisionAsked or DraftCallKind.LiftAsked;

    internal static DraftCall Of(DraftCallKind kind, DraftEvent happened) =>
        new(kind, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"event:{happened.Ordinal}"));

    internal static DraftCall Of(Review review) => new(
        review.Step == RouteStep.SecondReview ? DraftCallKind.ReviewAsked : DraftCallKind.DecisionAsked,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"review:{review.Ordinal}"));
}

internal enum DraftCallKind
{
    ReviewAsked,
    DecisionAsked,
    LiftAsked,
    Returned,
    Rejected,
    Approved,
    Expired,
    Lifted,
    LiftRefused,

    /// <summary>Others than before are asked, because people changed.</summary>
    Rerouted,

    /// <summary>Nobody answered for some days; the asked were reminded.</summary>
    StillWaiting,

    /// <summary>What the person was at work on ended without them.</summary>
    Overtaken,

    /// <summary>The author took back what the person was asked for and had not begun.</summary>
    TakenBack,

    /// <summary>Somebody else reported the post: its author must not post it a second time.</summary>
    PostedByOther,
}
