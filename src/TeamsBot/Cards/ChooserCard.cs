using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Cards;

/// <summary>Several things could be meant by what was typed: one button each, which goes on with that one.</summary>
internal static class ChooserCard
{
    private const int MaxRows = 5;

    /// <summary>As many buttons stand in a row of a phone.</summary>
    public const int InARow = 6;

    private const int MaxTitle = 24;

    /// <param name="said">Why it is asked, where that is not plain.</param>
    public static AdaptiveCard Of(
        string title, string? said, string verb, IReadOnlyList<(string Title, JsonObject Data)> choices, CardLanguage language) =>
        CardParts.Card(
            [
                CardParts.Title(title),
                .. said is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Info, said) },
                .. choices.Chunk(InARow).Take(MaxRows).Select(some => CardParts.Row(AdaptiveSpacing.Small, some.Select(choice =>
                    Buttons.Execute(ShortText.Shorten(choice.Title, MaxTitle), verb, choice.Data, takesInputs: false)))),
            ],
            title,
            language: language
        );
}
