using AdaptiveCards;

namespace TeamsBot.Cards;

/// <summary>
/// A card in which somebody may be writing. No client says what is being typed, and a change of the card's message throws it away
/// (docs/adr/0015).
/// </summary>
internal static class CardInHand
{
    /// <summary>
    /// For so long a card whose question ended without its reader is left as it is. Our own figure: nobody writes a reason for longer on a
    /// phone, and a question that is over must not stand for half a day.
    /// </summary>
    public static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Whether somebody can write or tick in it, also in a part that is folded away: clients do not say that it was unfolded.
    /// </summary>
    public static bool HasFields(AdaptiveCard card) => card.Body.Exists(IsField);

    private static bool IsField(AdaptiveElement element) => element switch
    {
        AdaptiveInput => true,
        AdaptiveContainer container => container.Items.Exists(IsField),
        AdaptiveColumnSet columns => columns.Columns.Exists(column => column.Items.Exists(IsField)),
        _ => false,
    };

    /// <summary>
    /// Words that came with a press too late to count, as a sentence to stand behind what happened: no field is left in which they could
    /// stand. Empty where nothing was typed.
    /// </summary>
    public static string GivenBack(string typed, CardLanguage language) => typed.Length == 0
        ? ""
        : language.Say($"入力された次の内容は送られていません。\n{typed}", $" What you typed was not sent:\n{typed}");
}
