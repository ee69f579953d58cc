using AdaptiveCards;

namespace TeamsBot.Cards;

/// <summary>
/// The buttons of a card carry its language, so that whoever presses one is answered as they were spoken to, though they are not settled
/// in that language. Japanese needs no mark.
/// </summary>
internal static class CardSpeech
{
    /// <summary>The member of a press's data.</summary>
    public const string Key = "lang";

    public static AdaptiveCard Speaking(this AdaptiveCard card, CardLanguage language)
    {
        foreach (var action in card.Actions) Mark(action, language);
        foreach (var element in card.Body) Mark(element, language);
        return card;
    }

    private static void Mark(AdaptiveElement element, CardLanguage language)
    {
        switch (element)
        {
            case AdaptiveActionSet set:
                foreach (var action in set.Actions) Mark(action, language);
                break;
            case AdaptiveContainer container:
                foreach (var item in container.Items) Mark(item, language);
                break;
            case AdaptiveColumnSet columns:
                foreach (var item in columns.Columns.SelectMany(column => column.Items)) Mark(item, language);
                break;
        }
    }

    private static void Mark(AdaptiveAction action, CardLanguage language)
    {
        if (action is AdaptiveShowCardAction { Card: { } shown }) shown.Speaking(language);
        if (action is not AdaptiveExecuteAction execute) return;
        Mark(execute.Data, language);
        if (execute.Fallback?.Content is AdaptiveSubmitAction submit) Mark(submit.Data, language);
    }

    private static void Mark(object? data, CardLanguage language)
    {
        if (data is IDictionary<string, object?> values) values[Key] = language.Code();
    }
}
