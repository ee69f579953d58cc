namespace TeamsBot.Approvals.Model;

/// <summary>One line of a draft's history as its readers see it. The proof is the audit chain; this is the story.</summary>
internal sealed class DraftEvent
{
    private DraftEvent()
    {
    }

    public int DraftNumber { get; private set; }

    /// <summary>Counts the draft's events from 1; with the draft's number the key.</summary>
    public int Ordinal { get; private set; }

    public DateTimeOffset At { get; private set; }
    public string Who { get; private set; } = "";
    public DraftEventKind Kind { get; private set; }
    public int RevisionNumber { get; private set; }
    public string? Note { get; private set; }

    internal static DraftEvent Of(Draft draft, DraftEventKind kind, string who, DateTimeOffset now, string? note = null) => new()
    {
        DraftNumber = draft.Number,
        Ordinal = draft.Events.Count + 1,
        At = now,
        Who = who,
        Kind = kind,
        RevisionNumber = draft.Current.Number,
        Note = note,
    };
}

internal enum DraftEventKind
{
    Started,
    Revised,
    Submitted,
    ReviewApproved,
    Returned,
    Rejected,
    Approved,
    Withdrawn,
    Expired,
    TextHandedOut,
    PostedTextDiffered,
    Posted,
    LiftAsked,
    Lifted,
    LiftRefused,

    /// <summary>Somebody reported a post of a draft that no head had decided on [asaka-6-1].</summary>
    UnapprovedPost,

    /// <summary>The author marked findings 該当しない.</summary>
    Dismissed,

    PicturesChanged,

    /// <summary>The second member of staff approved what the head had approved ahead [asaka-5-2].</summary>
    StandingApproved,

    /// <summary>The author handed in as a member of staff; asked once a day [asaka-2-1a].</summary>
    TickedAsStaff,

    /// <summary>Somebody asked may not answer any more; others are asked instead.</summary>
    Rerouted,

    /// <summary>The author saw the post under its official name and handed it in as the organisation's word [ward-4-8].</summary>
    TickedOfficialVoice,

    /// <summary>Another address was put in place of the reported one, with a reason.</summary>
    PostedUrlCorrected,

    /// <summary>A reviewer or head had the whole of a text sent that their card shows only the beginning of.</summary>
    TextOpened,

    /// <summary>The approved text stands in public under another account; the note is the address.</summary>
    PostedElsewhere,

    /// <summary>A report came with the address of another account's post and was not taken; the note is the address.</summary>
    AddressUnfit,

    /// <summary>Whoever answers for a post that is wrong told its author what to do; the note is what they said.</summary>
    Advised,

    /// <summary>A post under another account was taken down; the note is its address.</summary>
    StrayRemoved,

    /// <summary>It was decided to leave it; the note is its address and, in the next line, the reason.</summary>
    StrayKept,

    /// <summary>The account was stopped or closed after the approval; nobody of the draft's did it.</summary>
    AccountShut,

    /// <summary>The account may be posted to again.</summary>
    AccountOpen,
}
