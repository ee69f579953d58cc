namespace AdaptiveCards;

/// <summary>Buttons.</summary>
internal sealed partial class CardWriter
{
    private void Write(AdaptiveAction action)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, action.Type);
        switch (action)
        {
            case AdaptiveExecuteAction execute:
                Text("verb", execute.Verb);
                if (execute.Data is not null) Value("data", execute.Data);
                SmallWord("associatedInputs", execute.GivenInputs);
                break;
            case AdaptiveSubmitAction submit:
                if (submit.Data is not null) Value("data", submit.Data);
                break;
            case AdaptiveOpenUrlAction open:
                Text("url", open.Url?.OriginalString);
                break;
            case AdaptiveToggleVisibilityAction toggle:
                List("targetElements", toggle.TargetElements, Write);
                break;
            case AdaptiveShowCardAction show:
                json.WritePropertyName("card"u8);
                Write(show.Card ?? throw new InvalidOperationException("A button that unfolds a card needs one."));
                break;
            default:
                throw new NotSupportedException($"No form is known for {action.GetType().Name}.");
        }

        Fallback(action.Fallback);
        Text("title", action.Title);
        Text("id", action.Id);
        if (action.Style is not "default") Text("style", action.Style);
        Text("tooltip", action.Tooltip);
        Flag("isEnabled", action.IsEnabled ? null : false);
        Additional(action);
        json.WriteEndObject();
    }

    /// <summary>An id alone turns the element over.</summary>
    private void Write(AdaptiveTargetElement target)
    {
        if (target.IsVisible is not { } isVisible)
        {
            json.WriteStringValue(target.ElementId);
            return;
        }

        json.WriteStartObject();
        json.WriteString("elementId"u8, target.ElementId);
        json.WriteBoolean("isVisible"u8, isVisible);
        json.WriteEndObject();
    }
}
