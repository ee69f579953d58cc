using TeamsBot.Cards;
using TeamsBot.Conversations;

namespace TeamsBot.Turns;

/// <summary>Something a feature offers to everybody: shown in the help, and guessed at when a text was not understood.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Explanation">One line on what it does, in plain Japanese.</param>
/// <param name="Words">The typed words of the command, Japanese first.</param>
/// <param name="Verb">The button's verb.</param>
/// <param name="TakesText">The verb takes what was typed in its field <c>text</c>.</param>
/// <param name="IsEveryday">Offered at first contact and on top of the help; the others stand below.</param>
internal sealed record MenuEntry(
    string Title,
    string Explanation,
    IReadOnlyList<string> Words,
    string Verb,
    bool TakesText = false,
    bool IsEveryday = false
)
{
    /// <summary>The same title and explanation for who speaks English.</summary>
    public required (string Title, string Explanation) English { get; init; }

    /// <summary>The verb takes a text that is meant for the public.</summary>
    public bool TakesPosts { get; init; }

    /// <summary>
    /// Offered first, with the desk's telephone number, where a text that nobody took speaks of what it is there for; null where that
    /// cannot be told.
    /// </summary>
    public Func<string, bool>? ComesFirstFor { get; init; }

    public string TitleIn(CardLanguage language) => language.Say(Title, English.Title);

    public string ExplanationIn(CardLanguage language) => language.Say(Explanation, English.Explanation);

    /// <summary>The word to type in that language.</summary>
    public string WordIn(CardLanguage language) => Words.FirstOrDefault(word => PersonLanguage.SpokenIn(word) == language) ?? Words[0];
}
