using System.Text.RegularExpressions;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What stands behind 「廃止」 and, where the register knows one, the account's name. Pure.</summary>
/// <param name="Name">What was meant as an account's name and is none of the register; may be empty.</param>
/// <param name="NoDay">What looks like a day and is none; may be empty.</param>
/// <param name="Form">Day and reason, for the fields of the card.</param>
internal sealed partial record ClosingCommand(string Name, string NoDay, TaskForm Form)
{
    /// <param name="isNamed">The account's name was found in front of it; else whatever stands before the day is meant as one.</param>
    public static ClosingCommand Of(string rest, bool isNamed, DateOnly today)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => TypedDay.Read(word, today) is not null);
        var day = at < 0 ? null : TypedDay.Read(words[at], today);
        // Digits and what stands between them in days, and nothing else: a day was meant. 「3年間投稿がないため」 is a reason.
        var noDay = at < 0 && isNamed && words is [var first, ..] && DayLike().IsMatch(TurnRouter.Normal(first)) ? first : "";
        var (before, behind) = at < 0 ? (noDay.Length > 0 ? words[1..] : words, []) : (words[..at], words[(at + 1)..]);
        var reason = SecretGuard.Read(string.Join(' ', isNamed ? [.. before, .. behind] : behind), AccountClosing.MaxReason);
        var form = TaskForm.Of(
            (UpkeepFields.Day, TypedDay.Write(day)), (UpkeepFields.Reason, reason.Text));
        return new(isNamed ? "" : string.Join(' ', before), noDay, form with { HadSecret = reason.Seen });
    }

    [GeneratedRegex(@"^[0-9]+[-/.年月][-/.0-9年月日]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DayLike();
}
