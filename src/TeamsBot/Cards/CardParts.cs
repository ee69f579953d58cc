using System.Globalization;
using AdaptiveCards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Cards;

/// <summary>The pieces every card is made of. A single column, because heads of department read on a phone.</summary>
internal static class CardParts
{
    public static AdaptiveCard Card(
        IEnumerable<AdaptiveElement> body,
        string fallbackText,
        IReadOnlyList<AdaptiveAction>? actions = null,
        CardLanguage language = CardLanguage.Ja)
    {
        var card = new AdaptiveCard("1.5")
        {
            Body = [.. body],
            Actions = [.. actions ?? []],
            FallbackText = fallbackText,
            Lang = language.Code(),
        }.FullWidth();
        return language == CardLanguage.En ? card.Speaking(language) : card;
    }

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
        // A run of nothing draws nothing; a line of nothing keeps its height.
        Inlines = [.. runs.Where(run => run.Text.Length > 0).DefaultIfEmpty(new AdaptiveTextRun { Text = ShownText.EmptyLine })],
        Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>
    /// A part that stands folded away until <see cref="Unfold"/> shows it. A Container and not a card of its own: its fields then travel
    /// with every button, and phones have left cards with fields inside such cards blank.
    /// </summary>
    public static AdaptiveContainer Fold(string id, bool isOpen, IEnumerable<AdaptiveElement> items) => new()
    {
        Id = id, IsVisible = isOpen, Items = [.. items], Spacing = AdaptiveSpacing.Medium,
    };

    /// <summary>Opens or closes one part and closes its neighbours, so that the card stays short.</summary>
    public static AdaptiveToggleVisibilityAction Unfold(string title, string id, params IEnumerable<string> neighbours) => new()
    {
        Title = title,
        TargetElements =
        [
            new AdaptiveTargetElement { ElementId = id },
            .. neighbours.Where(other => other != id).Select(other => new AdaptiveTargetElement { ElementId = other, IsVisible = false }),
        ],
    };

    public static AdaptiveActionSet Row(AdaptiveSpacing spacing, params IEnumerable<AdaptiveAction?> actions) => new()
    {
        Actions = [.. actions.OfType<AdaptiveAction>()], Spacing = spacing,
    };

    /// <summary>A field that lacks something, as its label says it: not by colour alone, and readable without the sentence above.</summary>
    public static string Missing(string label, bool isChoice, CardLanguage language) => "▲ " + label + language.Say(
        isChoice ? "（未選択）" : "（未記入）", isChoice ? " (not chosen)" : " (not filled in)");

    public static AdaptiveRichTextBlock Line(string text) => Line(new AdaptiveTextRun { Text = text });

    /// <summary>A labelled value: <c>投稿先　あおぞら市公式（X）</c>.</summary>
    public static AdaptiveRichTextBlock Field(string label, string value) =>
        Line(
            new AdaptiveTextRun { Text = $"{label}　", IsSubtle = true },
            new AdaptiveTextRun { Text = value, Weight = AdaptiveTextWeight.Bolder }
        );

    private const int MaxChoiceTitle = 60;

    /// <summary>
    /// Things of the organisation to choose one from, each with its id. A card holds some sixty; more of them are named by typing.
    /// </summary>
    public static AdaptiveChoiceSetInput Choice(
        string id,
        string label,
        IEnumerable<(string Title, string Value)> choices,
        string? chosen,
        CardLanguage language = CardLanguage.Ja
    ) =>
        new()
        {
            Label = label,
            Choices =
            [
                .. choices.Select(choice => new AdaptiveChoice
                {
                    Title = ShortText.Shorten(choice.Title, MaxChoiceTitle),
                    Value = choice.Value,
                }),
            ],
            Wrap = true,
            Id = id,
            Value = chosen,
            Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = language.Say("選んでください", "Please choose"),
        };

    /// <summary>Below a list of people that is cut: that there are more, and how to name one of them.</summary>
    /// <param name="left">How many are not shown; of none nothing is said.</param>
    public static IEnumerable<AdaptiveElement> MorePeople(int shown, int left, string how, CardLanguage language) => left == 0
        ? []
        : [Remark(language.Say(
            string.Create(CultureInfo.InvariantCulture, $"候補が多いため、先頭の{shown}人を表示しています。{how}"),
            string.Create(CultureInfo.InvariantCulture, $"There are more; the first {shown} are shown. {how}")))];

    /// <summary>What has just happened or is missing, in colour and in words.</summary>
    public static AdaptiveContainer Notice(NoticeKind kind, string text) => new()
    {
        Items =
        [
            Line(
                new AdaptiveTextRun
                {
                    Text = kind switch
                    {
                        NoticeKind.Done => "✔ ",
                        NoticeKind.Attention => "！ ",
                        _ => "",
                    },
                    Weight = AdaptiveTextWeight.Bolder,
                },
                new AdaptiveTextRun { Text = text }
            ),
        ],
        Style = kind switch
        {
            NoticeKind.Done => AdaptiveContainerStyle.Good,
            NoticeKind.Attention => AdaptiveContainerStyle.Attention,
            _ => AdaptiveContainerStyle.Accent,
        },
        Spacing = AdaptiveSpacing.Medium,
    };
}

internal enum NoticeKind
{
    Info,
    Done,
    Attention,
}
