using TeamsBot.Approvals.Cards;

namespace TeamsBot.Approvals.Model;

/// <summary>Why something a person asked for was not done. Each has its sentence in <see cref="RefusalWords"/>, which says what to do next.</summary>
internal enum Refusal
{
    NotFound,
    NotAuthor,
    NotNow,
    NoText,
    TooLong,
    NoAccount,
    NoInformationClass,
    ClassNotPublishable,
    ClassNeedsHead,
    EmbargoNeedsTime,
    NoPlannedTime,
    PlannedTimePast,
    StopFindings,
    BlockFindings,
    WarningsUnanswered,
    NotAssigned,
    OwnDraft,
    AlreadyActedInOtherStep,
    AlreadyDecided,
    OldRevision,
    ReasonTooShort,
    ChecklistIncomplete,
    NotConfirmed,
    UrlMissing,
    UrlOfOtherMedium,
    PostedTextMissing,
    TooEarly,
    NotHead,
    NothingToLift,
    NotWriter,
    NothingToDismiss,
    NotDismissible,
    DismissReasonTooShort,
    TooManyPictures,
    NoSuchPicture,

    /// <summary>A like is of one post; another one is another draft.</summary>
    LikeKeepsAddress,

    /// <summary>Something the guideline asks of an approver is missing; <see cref="GateProblem"/> says what.</summary>
    GateUnmet,

    /// <summary>The head is asked for an exception without being told why.</summary>
    LiftReasonMissing,

    /// <summary>The button said one class of information and the field another; the field counts, and the author sees it on the button first.</summary>
    ClassDiffers,
}
