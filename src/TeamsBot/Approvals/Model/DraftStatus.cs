namespace TeamsBot.Approvals.Model;

/// <summary>
/// Where a draft stands (architecture.md 3). Nothing but a head's decision leads to <see cref="Approved"/>; time alone leads to
/// <see cref="Expired"/>.
/// </summary>
internal enum DraftStatus
{
    /// <summary>下書き: only its author sees it.</summary>
    Composing,

    /// <summary>確認中: a second member of staff checks the five items.</summary>
    InReview,

    /// <summary>決裁待ち: the head decides.</summary>
    AwaitingDecision,

    /// <summary>承認済・投稿待ち.</summary>
    Approved,

    /// <summary>投稿済.</summary>
    Posted,

    /// <summary>差し戻し: back at the author with a reason.</summary>
    Returned,

    /// <summary>却下: decided against, for good.</summary>
    Rejected,

    /// <summary>取り下げ: taken back by its author.</summary>
    Withdrawn,

    /// <summary>期限切れ: the planned time came before the decision.</summary>
    Expired,

    /// <summary>保留: held by a freeze until each draft is confirmed again.</summary>
    OnHold,
}

/// <summary>The two steps of a route: the second member of staff, then the one who decides.</summary>
internal enum RouteStep
{
    SecondReview,
    FinalDecision,
}

/// <summary>The answer of a reviewer. A reason is needed for the last two.</summary>
internal enum Decision
{
    Approve,

    /// <summary>差し戻し.</summary>
    RequestChanges,

    /// <summary>却下.</summary>
    Reject,
}
