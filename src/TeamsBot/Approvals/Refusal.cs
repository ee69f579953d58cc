namespace TeamsBot.Approvals;

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
}
