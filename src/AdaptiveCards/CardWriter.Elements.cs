namespace AdaptiveCards;

/// <summary>Elements and inputs.</summary>
internal sealed partial class CardWriter
{
    private void Write(AdaptiveElement element)
    {
        json.WriteStartObject();
        // A column says its type after its items, as ours always did.
        if (element is not AdaptiveColumn) json.WriteString("type"u8, element.Type);
        switch (element)
        {
            case AdaptiveTextBlock text: Members(text); break;
            case AdaptiveRichTextBlock rich: Members(rich); break;
            case AdaptiveContainer container: Members(container); break;
            case AdaptiveColumnSet columns: Members(columns); break;
            case AdaptiveColumn column: Members(column); break;
            case AdaptiveFactSet facts: List("facts", facts.Facts, fact => Pair(fact.Title, fact.Value)); break;
            case AdaptiveActionSet actions: List("actions", actions.Actions, Write); break;
            case AdaptiveInput input: Members(input); break;
            default: throw new NotSupportedException($"No form is known for {element.GetType().Name}.");
        }

        Text("id", element.Id);
        Flag("isVisible", element.IsVisible ? null : false);
        Tick("separator", element.Separator);
        Word("spacing", element.Spacing);
        Fallback(element.Fallback);
        Additional(element);
        json.WriteEndObject();
    }

    private void Members(AdaptiveTextBlock text)
    {
        json.WriteString("text"u8, text.Text);
        Flag("wrap", text.GivenWrap);
        Word("size", text.Size);
        Word("weight", text.Weight);
        Word("color", text.GivenColor);
        Flag("isSubtle", text.GivenIsSubtle);
        if (text.Style == AdaptiveTextBlockStyle.Heading) json.WriteString("style"u8, "heading"u8);
        Word("fontType", text.FontType);
        Word("horizontalAlignment", text.GivenAlignment);
        Number("maxLines", text.MaxLines);
    }

    private void Members(AdaptiveRichTextBlock rich)
    {
        List("inlines", rich.Inlines, Write);
        Word("horizontalAlignment", rich.HorizontalAlignment);
    }

    private void Write(AdaptiveInline inline)
    {
        var run = inline as AdaptiveTextRun ?? throw new NotSupportedException($"No form is known for {inline.GetType().Name}.");
        json.WriteStartObject();
        json.WriteString("text"u8, run.Text);
        json.WriteString("type"u8, AdaptiveTextRun.TypeName);
        Word("weight", run.Weight);
        Word("color", run.GivenColor);
        Word("size", run.Size);
        Tick("isSubtle", run.IsSubtle);
        Tick("highlight", run.Highlight);
        Tick("strikethrough", run.Strikethrough);
        Tick("underline", run.Underline);
        json.WriteEndObject();
    }

    private void Members(AdaptiveContainer container)
    {
        List("items", container.Items, Write);
        Collection(container);
    }

    private void Members(AdaptiveColumnSet columns)
    {
        List("columns", columns.Columns, Write);
        Collection(columns);
    }

    private void Members(AdaptiveColumn column)
    {
        List("items", column.Items, Write);
        Text("width", column.Width);
        json.WriteString("type"u8, AdaptiveColumn.TypeName);
        Collection(column);
    }

    private void Collection(AdaptiveCollectionElement collection)
    {
        SmallWord("style", collection.Style);
        Tick("bleed", collection.Bleed);
        Text("minHeight", collection.MinHeight);
        Word("verticalContentAlignment", collection.VerticalContentAlignment);
        if (collection.SelectAction is not { } action) return;
        json.WritePropertyName("selectAction"u8);
        Write(action);
    }

    private void Members(AdaptiveInput input)
    {
        switch (input)
        {
            case AdaptiveTextInput text: Members(text); break;
            case AdaptiveDateInput date: Range(date.Value, date.Min, date.Max); break;
            case AdaptiveTimeInput time: Range(time.Value, time.Min, time.Max); break;
            case AdaptiveToggleInput toggle: Members(toggle); break;
            case AdaptiveChoiceSetInput choices: Members(choices); break;
            default: throw new NotSupportedException($"No form is known for {input.GetType().Name}.");
        }

        Text("label", input.Label);
        Tick("isRequired", input.IsRequired);
        Text("errorMessage", input.ErrorMessage);
    }

    private void Members(AdaptiveTextInput text)
    {
        Text("value", text.Value);
        Text("placeholder", text.Placeholder);
        Tick("isMultiline", text.IsMultiline);
        Number("maxLength", text.MaxLength);
        if (text.GivenStyle == AdaptiveTextInputStyle.Text) json.WriteString("style"u8, "text"u8);
        else Word("style", text.GivenStyle);
    }

    private void Members(AdaptiveToggleInput toggle)
    {
        json.WriteString("title"u8, toggle.Title);
        Text("value", toggle.Value);
        Text("valueOn", toggle.ValueOn);
        Text("valueOff", toggle.ValueOff);
        Tick("wrap", toggle.Wrap);
    }

    private void Members(AdaptiveChoiceSetInput choices)
    {
        List("choices", choices.Choices, choice => Pair(choice.Title, choice.Value));
        Text("value", choices.Value);
        SmallWord("style", choices.GivenStyle);
        Text("placeholder", choices.Placeholder);
        Flag("isMultiSelect", choices.GivenIsMultiSelect);
        Tick("wrap", choices.Wrap);
    }

    private void Range(string? value, string? min, string? max)
    {
        Text("value", value);
        Text("min", min);
        Text("max", max);
    }

    private void Pair(string title, string value)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, title);
        json.WriteString("value"u8, value);
        json.WriteEndObject();
    }
}
