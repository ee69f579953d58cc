using AdaptiveCards;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>In which step of the form a field stands.</summary>
internal static class PolicySteps
{
    private static readonly string[] First =
    [
        PolicyFields.Department, PolicyFields.Section, PolicyFields.SectionConfirmed, PolicyFields.Information, PolicyFields.Topics,
        PolicyFields.Purposes, PolicyFields.Purpose, PolicyFields.PurposeConfirmed, PolicyFields.Audience,
    ];

    private static readonly string[] Second =
    [
        PolicyFields.Media, PolicyFields.MediumName, PolicyFields.Name, PolicyFields.Handle, PolicyFields.Url, PolicyFields.From,
        PolicyFields.To,
    ];

    /// <summary>From 0.</summary>
    public static int Of(string field) => First.Contains(field) ? 0 : Second.Contains(field) ? 1 : 2;
}

/// <summary>The inputs of the policy form: each keeps what was typed, and one that lacks something says so in its label.</summary>
internal sealed class PolicyInputs(PolicyFormView view)
{
    public AdaptiveTextInput Text(string field, string label, bool isLong = false) => new()
    {
        Id = field, Label = Marked(field, label), Value = Kept(field), IsMultiline = isLong,
        MaxLength = Array.Find(PolicyFields.Written, written => written.Field == field).Most,
    };

    public AdaptiveDateInput Date(string field, string label) => new() { Id = field, Label = Marked(field, label), Value = Kept(field) };

    public AdaptiveTimeInput Time(string field, string label) => new() { Id = field, Label = Marked(field, label), Value = Kept(field) };

    public AdaptiveToggleInput Tick(string field, string title) => new()
    {
        Id = field, Title = Marked(field, title), Wrap = true, Value = view.Sheet.Is(field) ? "true" : "false", ValueOn = "true",
        ValueOff = "false",
    };

    /// <summary>Asked only where the rules have a question; or where it was answered.</summary>
    public IEnumerable<AdaptiveElement> Confirm(string field, string title) =>
        view.Lacks(field) || view.Sheet.Is(field) ? [Tick(field, title)] : [];

    public AdaptiveChoiceSetInput Choices(string field, string label, IEnumerable<(string Title, string Value)> choices) => new()
    {
        Id = field, Label = Marked(field, label), Value = Kept(field), IsMultiSelect = true, Wrap = true,
        Style = AdaptiveChoiceInputStyle.Expanded, Choices = [.. choices.Select(Choice)],
    };

    public AdaptiveChoiceSetInput One(string field, string label, IEnumerable<(string Title, string Value)> choices) => new()
    {
        Id = field, Label = Marked(field, label), Value = Kept(field), Wrap = true, Style = AdaptiveChoiceInputStyle.Expanded,
        Choices = [.. choices.Select(Choice)],
    };

    private static AdaptiveChoice Choice((string Title, string Value) choice) => new() { Title = choice.Title, Value = choice.Value };

    private string? Kept(string field) => view.Sheet[field] is { Length: > 0 } value ? value : null;

    private string Marked(string field, string label) => view.Lacks(field) ? $"▲ {label}" : label;
}
