using System.Globalization;

namespace TeamsBot.Cards;

/// <summary>An instant in Japan's time as the reader's language writes it, with the weekday: <c>11/30(月) 10:04</c> or <c>Mon 30 Nov 10:04</c>.</summary>
internal static class CardTime
{
    public static string Say(DateTimeOffset at, DateTimeOffset now, CardLanguage language)
    {
        if (language == CardLanguage.Ja) return JapaneseTime.Format(at, now);
        var local = at.ToOffset(JapaneseTime.Offset);
        var form = local.Year == now.ToOffset(JapaneseTime.Offset).Year ? "ddd d MMM HH:mm" : "ddd d MMM yyyy HH:mm";
        return local.ToString(form, CultureInfo.InvariantCulture);
    }
}
