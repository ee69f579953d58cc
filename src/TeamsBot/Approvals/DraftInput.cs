using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>
/// What the author's card says. A field that did not come keeps its stored value; a value that is not one of the choices counts as none,
/// because a card can be edited by hand.
/// </summary>
internal static class DraftInput
{
    private const int MaxNote = 500;

    private const int MaxAnswer = 200;

    /// <summary>
    /// What a reason's field takes. A client keeps to it; a card edited by hand must not make everybody's card too big to send.
    /// </summary>
    public const int MaxReason = 1_000;

    /// <summary>The plan on the card, or why it makes none.</summary>
    public static (DraftPlan Plan, Refusal? Refusal) Plan(
        CardAction action,
        Draft draft,
        Pack pack,
        IEnumerable<OfficialAccount> open,
        DateTimeOffset now
    )
    {
        var account = Field(action, ApprovalFields.Account, draft.AccountId);
        var classId = Field(action, ApprovalFields.InformationClass, draft.InformationClass);
        var known = (classId ?? action[ApprovalFields.Declares]) is { Length: > 0 } id ? pack.Class(id) : null;
        var (plannedAt, refusal) = Planned(action, draft, now);
        return (
            new DraftPlan(
                open.Any(candidate => candidate.Id == account) ? account : null,
                known?.Id,
                known?.Posting == ClassPosting.AfterRelease,
                plannedAt,
                action[ApprovalFields.ClearNote] == "true" ? "" : Safe(Field(action, ApprovalFields.Note, draft.Note) ?? "", MaxNote)
            ),
            refusal
        );
    }

    public static string Reason(string typed) => TypedText.Of(typed, MaxReason);

    public static IReadOnlyDictionary<string, string> Answers(CardAction action) =>
        action
            .Data.Where(pair => pair.Key.StartsWith(FindingsSection.AnswerPrefix, StringComparison.Ordinal))
            .ToDictionary(
                pair => pair.Key[FindingsSection.AnswerPrefix.Length..],
                pair => Safe(pair.Value.Trim(), MaxAnswer),
                StringComparer.Ordinal
            );

    /// <summary>What the writer put into the blanks, by the finding's key; empty fields are left out.</summary>
    public static IReadOnlyDictionary<string, string> Fills(CardAction action) =>
        action
            .Data.Where(pair => pair.Key.StartsWith(FixSection.FillPrefix, StringComparison.Ordinal) && pair.Value.Trim().Length > 0)
            .ToDictionary(
                pair => pair.Key[FixSection.FillPrefix.Length..],
                pair => Safe(pair.Value.Trim(), FixSection.MaxFill),
                StringComparer.Ordinal
            );

    private static (DateTimeOffset? At, Refusal? Refusal) Planned(CardAction action, Draft draft, DateTimeOffset now)
    {
        // A change of the choice counts; without one, the fields do, because who types a time means it. An emptied field does not come at
        // all.
        var stored = draft.PlannedAt is null ? ApprovalFields.AsSoonAsApproved : ApprovalFields.AtTime;
        var isChanged = action[ApprovalFields.PlannedWhen] is { Length: > 0 } when && when != stored;
        if (isChanged && action[ApprovalFields.PlannedWhen] == ApprovalFields.AsSoonAsApproved) return (null, null);
        if (!isChanged && !action.Data.ContainsKey(ApprovalFields.PlannedDate) && !action.Data.ContainsKey(ApprovalFields.PlannedTime))
            return (draft.PlannedAt, null);
        var (date, time) = (action[ApprovalFields.PlannedDate].Trim(), action[ApprovalFields.PlannedTime].Trim());
        if (!isChanged && date.Length == 0 && time.Length == 0) return (null, null);
        if (JapaneseTime.Parse(date, time, now) is { } at) return (at, null);
        return (draft.PlannedAt, date.Length == 0 || time.Length == 0 ? Refusal.NoPlannedTime : Refusal.PlannedTimeUnclear);
    }

    private static string? Field(CardAction action, string name, string? stored) =>
        action.Data.TryGetValue(name, out var value) ? value.Trim() is { Length: > 0 } given ? given : null : stored;

    /// <summary>Cut to length, and without any password somebody typed into it.</summary>
    private static string Safe(string text, int length) => TypedText.Of(text, length);
}
