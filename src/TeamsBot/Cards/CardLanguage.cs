namespace TeamsBot.Cards;

/// <summary>The language of what a person reads. Japanese first; a post's own words keep theirs.</summary>
internal enum CardLanguage
{
    Ja,
    En,
}

internal static class CardLanguageWords
{
    /// <summary>Both texts stand side by side where they are shown, so that nobody changes one and forgets the other.</summary>
    public static string Say(this CardLanguage language, string japanese, string english) => language.Say<string>(japanese, english);

    /// <summary>The same for what is no text.</summary>
    public static T Say<T>(this CardLanguage language, T japanese, T english) => language == CardLanguage.En ? english : japanese;

    /// <summary>The value of a card's <c>lang</c>.</summary>
    public static string Code(this CardLanguage language) => language == CardLanguage.En ? "en" : "ja";
}
