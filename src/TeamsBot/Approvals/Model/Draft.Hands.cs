using System.Globalization;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// What the asked have in their hands. No client says what is being typed into a card, and a change of its message throws that away, so the
/// card of a question that ended without its reader is left alone for a while; and what came with a press that was too late is kept.
/// </summary>
internal sealed partial class Draft
{
    /// <summary>The asked person pressed something on the card: it is known to be in their hands.</summary>
    public void Begin(string personId)
    {
        if (
            IsAuthor(personId)
            || CallFor(personId) is not { IsRequest: true } call
            || SeatOf(personId) is not { } seat
            || seat.Begun == call.Id
        )
            return;
        Sit(personId, seat with { Begun = call.Id });
    }

    /// <summary>What this person was asked last has ended and it was not by their answer. True once.</summary>
    public bool Loses(string personId)
    {
        var seat = SeatOf(personId);
        if (IsAuthor(personId) || seat.Heard == seat.Lost || !IsOver(seat.Heard)) return false;
        Sit(personId, seat with { Lost = seat.Heard });
        return true;
    }

    /// <summary>Nothing replaces the person's card before then.</summary>
    /// <param name="until">Null where they know how things stand.</param>
    public void LeaveAlone(string personId, DateTimeOffset? until)
    {
        if (SeatOf(personId) is var seat && seat.AloneUntil != until) Sit(personId, seat with { AloneUntil = until });
    }

    /// <summary>The person was shown a card in which they can, or cannot, write.</summary>
    public void Shows(string personId, bool hasFields)
    {
        if (SeatOf(personId) is var seat && seat.HasFields != hasFields) Sit(personId, seat with { HasFields = hasFields });
    }

    /// <summary>What its author had written went on as another draft: of two presses at once the second looks again and finds it.</summary>
    public void GoesOnElsewhere() => Stamp++;

    /// <summary>The person went on in the newer message.</summary>
    public void LetGo(string personId)
    {
        if (SeatOf(personId) is { InHand: not null } seat) Sit(personId, seat with { InHand = null });
    }

    /// <summary>Words that came too late to be an answer; empty takes them away.</summary>
    public void KeepUnsent(string personId, string words)
    {
        if (SeatOf(personId) is var seat && seat.Unsent != words) Sit(personId, seat with { Unsent = words });
    }

    /// <summary>The person had the whole of the text as it is now, in messages of its own.</summary>
    public bool HasOpened(string personId) => SeatOf(personId).Opened == CurrentHash;

    /// <summary>
    /// Somebody asked got the whole text. Into the story, but no change of the draft: nobody's card is older for it. False for the same
    /// text again, and for who is not asked.
    /// </summary>
    public bool Opens(string personId, DateTimeOffset now)
    {
        if (OpenReviewOf(personId) is not { } review || HasOpened(personId)) return false;
        Sit(personId, SeatOf(personId) with { Opened = CurrentHash });
        events.Add(DraftEvent.Of(this, DraftEventKind.TextOpened, review.Reviewer.Display, now));
        return true;
    }

    private bool IsOver(string heard) => heard.Split(':') switch
    {
        ["review", var number] => reviews.Find(review => review.Ordinal == Parsed(number)) is { IsOpen: false, Decision: null },
        ["event", var number] => events.Find(happened => happened.Ordinal == Parsed(number)) is { Kind: DraftEventKind.LiftAsked }
            && !IsLiftAsked,
        _ => false,
    };

    private static int Parsed(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
