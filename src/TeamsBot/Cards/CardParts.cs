using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Cards;

/// <summary>The pieces every card is made of. A single column, because heads of department read on a phone.</summary>
internal static class CardParts
{
    public static AdaptiveCard Card(IEnumerable<CardElement> body, string fallbackText, IReadOnlyList<CardActionElement>? actions = null) => new()
    {
        Body = [.. body],
        Actions = actions is { Count: > 0 } ? actions : null,
        FallbackText = fallbackText,
        Lang = "ja",
        Msteams = new TeamsCardSettings("Full"),
    };

    /// <summary>The card's title. Our own words only: it is read as Markdown.</summary>
    public static TextBlock Title(string text) => new(text) { Size = "Large", Weight = "Bolder", Style = "heading", Spacing = "None" };

    public static TextBlock Heading(string text) => new(text) { Weight = "Bolder", Style = "heading", Spacing = "Medium" };

    public static TextBlock Remark(string text) => new(text) { IsSubtle = true, Size = "Small", Spacing = "Small" };

    /// <summary>A line of what a person wrote, or that quotes it, shown as it is.</summary>
    public static RichTextBlock Line(params TextRun[] runs) => new(runs) { Spacing = "Small" };

    public static RichTextBlock Line(string text) => Line(new TextRun(text));

    /// <summary>A labelled value: <c>投稿先　あおぞら市公式（X）</c>.</summary>
    public static RichTextBlock Field(string label, string value) =>
        Line(new TextRun($"{label}　") { IsSubtle = true }, new TextRun(value) { Weight = "Bolder" });

    private const int MaxChoiceTitle = 60;

    /// <summary>Things of the organisation to choose one from, each with its id. A card holds some sixty; more of them are named by typing.</summary>
    public static ChoiceSetInput Choice(string id, string label, IEnumerable<(string Title, string Value)> choices) =>
        new(label, [.. choices.Select(choice => new Choice(ShortText.Shorten(choice.Title, MaxChoiceTitle), choice.Value))])
        {
            Id = id, Style = "compact", Placeholder = "選んでください",
        };

    /// <summary>What has just happened or is missing, in colour and in words.</summary>
    public static Container Notice(NoticeKind kind, string text) => new([
        Line(new TextRun(kind switch { NoticeKind.Done => "✔ ", NoticeKind.Attention => "！ ", _ => "" }) { Weight = "Bolder" }, new TextRun(text)),
    ])
    {
        Style = kind switch { NoticeKind.Done => "good", NoticeKind.Attention => "attention", _ => "accent" },
        Spacing = "Medium",
    };
}

internal enum NoticeKind
{
    Info,
    Done,
    Attention,
}
