using AdaptiveCards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Cards;

/// <summary>The pieces every card is made of. A single column, because heads of department read on a phone.</summary>
internal static class CardParts
{
    public static AdaptiveCard Card(IEnumerable<AdaptiveElement> body, string fallbackText, IReadOnlyList<AdaptiveAction>? actions = null) => new AdaptiveCard("1.5")
    {
        Body = [.. body],
        Actions = [.. actions ?? []],
        FallbackText = fallbackText,
        Lang = "ja",
    }.FullWidth();

    /// <summary>The card's title. Our own words only: it is read as Markdown.</summary>
    public static AdaptiveTextBlock Title(string text) => new()
    {
        Text = text, Wrap = true, Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder,
        Style = AdaptiveTextBlockStyle.Heading, Spacing = AdaptiveSpacing.None,
    };

    public static AdaptiveTextBlock Heading(string text) => new()
    {
        Text = text, Wrap = true, Weight = AdaptiveTextWeight.Bolder, Style = AdaptiveTextBlockStyle.Heading,
        Spacing = AdaptiveSpacing.Medium,
    };

    public static AdaptiveTextBlock Remark(string text) => new()
    {
        Text = text, Wrap = true, IsSubtle = true, Size = AdaptiveTextSize.Small, Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>A line of what a person wrote, or that quotes it, shown as it is.</summary>
    public static AdaptiveRichTextBlock Line(params AdaptiveTextRun[] runs) => new()
    {
        Inlines = [.. runs], Spacing = AdaptiveSpacing.Small,
    };

    public static AdaptiveRichTextBlock Line(string text) => Line(new AdaptiveTextRun { Text = text });

    /// <summary>A labelled value: <c>投稿先　あおぞら市公式（X）</c>.</summary>
    public static AdaptiveRichTextBlock Field(string label, string value) =>
        Line(new AdaptiveTextRun { Text = $"{label}　", IsSubtle = true }, new AdaptiveTextRun { Text = value, Weight = AdaptiveTextWeight.Bolder });

    /// <summary>What has just happened or is missing, in colour and in words.</summary>
    public static AdaptiveContainer Notice(NoticeKind kind, string text) => new()
    {
        Items = [
            Line(new AdaptiveTextRun { Text = kind switch { NoticeKind.Done => "✔ ", NoticeKind.Attention => "！ ", _ => "" }, Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun { Text = text }),
        ],
        Style = kind switch { NoticeKind.Done => AdaptiveContainerStyle.Good, NoticeKind.Attention => AdaptiveContainerStyle.Attention, _ => AdaptiveContainerStyle.Accent },
        Spacing = AdaptiveSpacing.Medium,
    };
}

internal enum NoticeKind
{
    Info,
    Done,
    Attention,
}
