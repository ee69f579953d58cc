using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What the author's card held when one of its buttons was pressed, so that a press that is refused loses nothing: values go back into
/// their fields, and a part in which something was typed stands open again. A part that was only opened cannot be known: clients do not say
/// it.
/// </summary>
/// <param name="Values">By field; masked and cut, because a card edited by hand may hold anything.</param>
/// <param name="Open">The parts (<see cref="AuthorFolds"/>) to stand open.</param>
internal sealed record AuthorInput(IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> Open)
{
    /// <summary>Longest text given back, in UTF-16 units; beside the rest a card holds no more.</summary>
    private const int MaxText = 5_000;

    private const int MaxField = 1_000;

    private static readonly string[] Prefixes = [FindingsSection.AnswerPrefix, FixSection.FillPrefix, .. PictureInput.Prefixes];

    /// <summary>What the press lacked; drawn above the button.</summary>
    public IReadOnlyList<SubmitGap> Gaps { get; init; } = [];

    /// <summary>The pressed button stands below the editor, and so does what it is answered about the text.</summary>
    public bool IsAtEditor { get; init; }

    /// <summary>Nothing was typed yet; the editor stands open, because its holder pressed to change the text.</summary>
    public static AuthorInput Editing { get; } =
        new(new Dictionary<string, string>(), new HashSet<string>(StringComparer.Ordinal) { AuthorFolds.Edit });

    public string? Value(string field, string? stored) => Values.GetValueOrDefault(field) ?? stored;

    /// <summary>A text in the editor that was not taken; null where the draft has it.</summary>
    public string? UnsavedText(Draft draft) =>
        Values.GetValueOrDefault(ApprovalFields.Text) is { } typed && Revision.Unify(typed) != draft.Current.Text ? typed : null;

    /// <summary>To be read before anything of it is saved: what differs from the draft shows what was touched.</summary>
    public static AuthorInput Of(CardAction action, Draft draft)
    {
        var values = action.Data.Where(pair => IsField(pair.Key)).ToDictionary(
            pair => pair.Key,
            pair => pair.Key == ApprovalFields.Text ? Text(pair.Value) : TypedText.Of(pair.Value, MaxField),
            StringComparer.Ordinal);
        if (IsEmptied(action)) values[ApprovalFields.Text] = "";
        var open = Touched(values, action, draft).ToHashSet(StringComparer.Ordinal);
        Settle(values, draft);
        return new AuthorInput(values, open) { IsAtEditor = action[ApprovalFields.Editor] == "true" };
    }

    /// <summary>
    /// Fields that contradict each other go back as they were read (<see cref="ApprovalFields.PlannedWhen"/>), or the next press would read
    /// them differently.
    /// </summary>
    private static void Settle(Dictionary<string, string> values, Draft draft)
    {
        if (values.GetValueOrDefault(ApprovalFields.ClearNote) == "true")
            foreach (var field in (string[])[ApprovalFields.ClearNote, ApprovalFields.Note])
                values.Remove(field);
        if (values.GetValueOrDefault(ApprovalFields.PlannedWhen) != ApprovalFields.AsSoonAsApproved) return;
        if (draft.PlannedAt is not null)
            foreach (var field in (string[])[ApprovalFields.PlannedDate, ApprovalFields.PlannedTime])
                values.Remove(field);
        else if (
            values.GetValueOrDefault(ApprovalFields.PlannedDate, "").Length
                + values.GetValueOrDefault(ApprovalFields.PlannedTime, "").Length
            > 0
        )
        {
            values[ApprovalFields.PlannedWhen] = ApprovalFields.AtTime;
        }
    }

    /// <summary>An emptied field does not come at all; the button below it says that it was there.</summary>
    public static bool IsEmptied(CardAction action) =>
        action[ApprovalFields.Editor] == "true" && !action.Data.ContainsKey(ApprovalFields.Text);

    private static bool IsField(string key) =>
        Array.IndexOf(AuthorFolds.Fields, key) >= 0 || Array.Exists(Prefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Blanks at its ends are the author's: a text is given back as it was typed.</summary>
    private static string Text(string typed) => ShortText.Cut(CredentialMask.Mask(ShortText.Cut(typed, MaxText)).Text, MaxText);

    private static IEnumerable<string> Touched(Dictionary<string, string> values, CardAction action, Draft draft)
    {
        if (values.TryGetValue(ApprovalFields.Text, out var text) && Revision.Unify(text) != draft.Current.Text)
            yield return AuthorFolds.Edit;
        if (Differs(ApprovalFields.Account, draft.AccountId) || Differs(ApprovalFields.InformationClass, draft.InformationClass)
            || Differs(ApprovalFields.PlannedDate, draft.PlannedAt is { } day ? JapaneseTime.DateField(day) : null)
            || Differs(ApprovalFields.PlannedTime, draft.PlannedAt is { } time ? JapaneseTime.TimeField(time) : null)
            || Differs(ApprovalFields.PlannedWhen, draft.PlannedAt is null ? ApprovalFields.AsSoonAsApproved : ApprovalFields.AtTime))
        {
            yield return AuthorFolds.Settings;
        }

        if (Differs(ApprovalFields.Note, draft.Note) || Differs(ApprovalFields.ClearNote, "false")) yield return AuthorFolds.More;
        if (values.Any(pair => pair.Value.Length > 0 && IsAnswer(pair.Key, pair.Value))) yield return AuthorFolds.Answers;
        if (!PictureInput.Read(action, draft).SequenceEqual(draft.Pictures)) yield return AuthorFolds.Pictures;

        bool Differs(string field, string? stored) => values.TryGetValue(field, out var value) && value != (stored ?? "");

        bool IsAnswer(string field, string value) =>
            field is ApprovalFields.Dismissed or ApprovalFields.DismissReason or ApprovalFields.LiftReason
            || field.StartsWith(FixSection.FillPrefix, StringComparison.Ordinal)
            || (
                field.StartsWith(FindingsSection.AnswerPrefix, StringComparison.Ordinal)
                && draft.Current.Answers.GetValueOrDefault(field[FindingsSection.AnswerPrefix.Length..], "") != value
            );
    }
}

/// <summary>The parts of the author's card that stand folded away, by the ids of their containers.</summary>
internal static class AuthorFolds
{
    public const string Edit = "edit";
    public const string Settings = "settings";
    public const string More = "more";
    public const string Answers = "answers";
    public const string Pictures = "pictures";
    public const string Body = "body";
    public const string Stop = "stop";

    /// <summary>While the draft is being written; opening one closes the others.</summary>
    public static readonly string[] Writing = [Edit, Settings, More, Answers, Pictures];

    public static readonly string[] Fields =
    [
        ApprovalFields.Text, ApprovalFields.Account, ApprovalFields.InformationClass, ApprovalFields.PlannedWhen,
        ApprovalFields.PlannedDate, ApprovalFields.PlannedTime, ApprovalFields.Note, ApprovalFields.ClearNote, ApprovalFields.Dismissed,
        ApprovalFields.DismissReason, ApprovalFields.LiftReason,
    ];
}
