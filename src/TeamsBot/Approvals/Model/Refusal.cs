using TeamsBot.Approvals.Cards;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// Why something a person asked for was not done. Each has its sentence in <see cref="RefusalWords"/>, which says what to do next.
/// </summary>
internal enum Refusal
{
    NotFound,
    NotAuthor,
    NotNow,
    NoText,
    TooLong,
    NoAccount,

    /// <summary>The account was stopped, put to rest or closed since the draft was handed in.</summary>
    AccountShut,
    NoInformationClass,
    ClassNotPublishable,
    ClassNeedsHead,
    EmbargoNeedsTime,
    NoPlannedTime,

    /// <summary>Day or time were typed in a form that cannot be read or may mean two.</summary>
    PlannedTimeUnclear,
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

    /// <summary>The head's answer about an exception has no reason.</summary>
    LiftAnswerTooShort,

    /// <summary>A rejection ends the draft: ticks alone give no reason for it.</summary>
    RejectionReasonTooShort,
    ChecklistIncomplete,
    NotConfirmed,

    /// <summary>An approval beside words for a return: which of both is meant is asked once, so that no word is lost.</summary>
    WordsOfReturn,
    UrlMissing,
    UrlOfOtherMedium,
    UrlOfOtherAccount,
    UrlNotAPost,

    /// <summary>Said to be by another account, and the address is of the draft's own.</summary>
    UrlOfOwnAccount,

    /// <summary>The address does not say whose post it is, and the reporter has not either.</summary>
    UrlOwnerUnknown,
    SameUrl,

    /// <summary>The address was reported as the post of another draft.</summary>
    UrlUsed,

    /// <summary>This post of another account was reported before.</summary>
    KnownElsewhere,

    /// <summary>Somebody wrote down what became of the post under another account.</summary>
    StraySettled,
    StrayReasonTooShort,
    UrlReasonTooShort,

    /// <summary>The field to copy from was altered: what was posted has to be compared.</summary>
    CopyAltered,

    /// <summary>A text that differs was reported: only a text shows that it is put right.</summary>
    DifferenceOpen,
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

    /// <summary>The card holds the beginning only, and whoever approves has not had the rest.</summary>
    TextNotOpened,

    /// <summary>The head is asked for an exception without being told why.</summary>
    LiftReasonMissing,

    /// <summary>
    /// The button said one class of information and the field another; the field counts, and the author sees it on the button first.
    /// </summary>
    ClassDiffers,
}
