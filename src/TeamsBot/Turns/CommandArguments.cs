using System.Text;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>
/// Tells what is said to a command from a text that only happens to begin with its word: 「一覧 お願いします」 asks, 「一覧 を公開しました。https://…」 is a
/// post. What these refuse is read as a text; nothing is thrown away.
/// </summary>
internal static class CommandArguments
{
    /// <summary>A word or two of politeness; in full-width characters, two narrow ones counting as one.</summary>
    private const int MaxExtra = 10;

    /// <summary>The name of an account or section.</summary>
    private const int MaxName = 60;

    /// <summary>A question or an address in one line.</summary>
    private const int MaxLine = 300;

    /// <summary>A word that goes on with one of these is part of a sentence.</summary>
    private static readonly string[] Particles =
    [
        "を", "の", "は", "が", "に", "で", "と", "へ", "も", "から", "まで", "of ", "in ", "for ", "is ", "are ", "and ",
    ];

    /// <summary>For a command that takes nothing. What stands on a line of its own below the word is a text.</summary>
    public static bool None(string argument) =>
        argument.Length == 0
        || (Width(argument) <= MaxExtra && IsLine(argument, MaxExtra * 2) && !GoesOn(argument) && !PostLikeText.HasPostSigns(argument));

    /// <summary>The number of a draft: 「履歴 12」「履歴 No.12」「投稿済み １２」.</summary>
    public static bool Number(string argument) => IsNumber(argument.TrimStart('\n'));

    private static bool IsNumber(string argument) => argument.Length == 0
        || (IsLine(argument, MaxExtra * 2) && !GoesOn(argument) && !PostLikeText.HasPostSigns(argument)
            && (argument.Normalize(NormalizationForm.FormKC).Any(char.IsAsciiDigit) || Width(argument) <= MaxExtra));

    /// <summary>A name: 「台帳 星見市公式」.</summary>
    public static bool Name(string argument) => IsName(argument.TrimStart('\n'));

    private static bool IsName(string argument) =>
        argument.Length == 0 || (IsLine(argument, MaxName) && !GoesOn(argument) && !PostLikeText.HasPostSigns(argument));

    /// <summary>
    /// Anything in one line: for a command that is typed in a hurry, and begins no post. What goes on as a sentence with it is a text.
    /// </summary>
    public static bool Line(string argument) => IsLine(argument, MaxLine) && !GoesOn(argument);

    /// <summary>One address and nothing else, or too little to be a text.</summary>
    public static bool Address(string argument) => IsAddress(argument.TrimStart('\n'));

    private static bool IsAddress(string argument) =>
        None(argument)
        || (
            IsLine(argument, 2_000)
            && argument.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && !argument.AsSpan().ContainsAny(" \t\u3000")
        );

    /// <summary>A question in one line. What announces something is none, even behind 「質問」.</summary>
    public static bool Question(string argument) => IsQuestion(argument.TrimStart('\n'));

    private static bool IsQuestion(string argument) =>
        argument.Length == 0
        || (
            IsLine(argument, MaxLine)
            && !GoesOn(argument)
            && (PostLikeText.EndsAsQuestion(argument) || !PostLikeText.HasPostSigns(argument))
        );

    /// <summary>
    /// A text of any length: the draft, a resident's comment, a profile. No text begins with 「を」: 「声 を聞かせてください」 is a sentence.
    /// </summary>
    public static bool Text(string argument) => !argument.TrimStart('\n').StartsWith('を');

    private static bool IsLine(string argument, int most) => argument.Length <= most && !argument.Contains('\n', StringComparison.Ordinal);

    private static bool GoesOn(string argument) =>
        Array.Exists(Particles, particle => argument.StartsWith(particle, StringComparison.OrdinalIgnoreCase));

    private static int Width(string argument) => (TurnRouter.Normal(argument).Sum(character => character < 0x100 ? 1 : 2) + 1) / 2;
}
