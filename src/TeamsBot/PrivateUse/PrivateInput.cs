using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.PrivateUse;

/// <summary>The names of this feature's card fields.</summary>
internal static class PrivateFields
{
    public const string Text = "text";
    public const string TraceWords = "traceWords";
    public const string PhotoOfOthers = "photoOfOthers";
    public const string LimitedAudience = "limitedAudience";
    public const string Consent = "consent";
    public const string ConsentWho = "consentWho";
    public const string ConsentOn = "consentOn";
    public const string Read = "read";

    /// <summary>What a card carries of a picture.</summary>
    public static string Picture(int number) => string.Create(CultureInfo.InvariantCulture, $"picture{number}");

    /// <summary>Which picture a button is about.</summary>
    public const string PictureChosen = "picture";
}

/// <summary>
/// What the writer of a private post filled in. It lives as long as the turn; the card carries it back, nothing else does.
/// </summary>
/// <param name="Consent">As chosen: <c>yes</c>, <c>no</c>, <c>blur</c>, or empty.</param>
/// <param name="ConsentOn"><c>yyyy-MM-dd</c>, or empty.</param>
/// <param name="WasAsked">The card they filled in asked for consent.</param>
/// <param name="CoolUntil">Until when the text is to be left alone; null where nothing asked for a pause.</param>
internal sealed record PrivateInput(
    string Text,
    string TraceWords,
    bool PhotoOfOthers,
    bool LimitedAudience,
    string Consent,
    string ConsentWho,
    string ConsentOn,
    bool WasAsked,
    bool HasRead,
    DateTimeOffset? CoolUntil
)
{
    public const int MaxLength = 10_000;

    public const int MaxTraceWords = 300;

    public const int MaxWho = 100;

    /// <summary>
    /// Seconds since 1970 at which the year 2100 begins; no pause ends later, and a clock time near the calendar's end could not be shown.
    /// </summary>
    private const long FarAway = 4_102_444_800;

    public const string Yes = "yes";

    public const string No = "no";

    /// <summary>Nobody can be recognised in the picture, by blurring or cropping.</summary>
    public const string Unrecognisable = "blur";

    /// <summary>The pictures to be posted with it.</summary>
    public IReadOnlyList<PrivatePicture> Pictures { get; init; } = [];

    private static readonly char[] Separators = ['、', ',', '，', '\n', ' ', '　'];

    public static PrivateInput Of(string text) => new(text, "", false, false, "", "", "", false, false, null);

    public static PrivateInput Read(CardAction action) =>
        new(
            action[PrivateFields.Text],
            ShortText.Cut(action[PrivateFields.TraceWords], MaxTraceWords),
            action[PrivateFields.PhotoOfOthers] == "true",
            action[PrivateFields.LimitedAudience] == "true",
            ShortText.Cut(action[PrivateFields.Consent], Unrecognisable.Length),
            ShortText.Cut(action[PrivateFields.ConsentWho].Trim(), MaxWho),
            ShortText.Cut(action[PrivateFields.ConsentOn].Trim(), 10),
            action["asked"] == "true",
            action[PrivateFields.Read] == "true",
            long.TryParse(action["coolUntil"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < FarAway
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null
        );

    /// <summary>Consent counts with its who and when only (private-3-1-4a). A question left open is no consent (private-3-1-4b).</summary>
    public ConsentAnswer ConsentAnswer => Consent switch
    {
        Yes when ConsentWho.Length > 0 && ConsentOn.Length > 0 => ConsentAnswer.Given,
        Yes => ConsentAnswer.NotAsked,
        No => ConsentAnswer.Refused,
        Unrecognisable => ConsentAnswer.Unrecognisable,
        _ => WasAsked ? ConsentAnswer.NoAnswer : ConsentAnswer.NotAsked,
    };

    public IReadOnlyList<string> OwnTraceWords =>
        TraceWords.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
