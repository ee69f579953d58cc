using System.Text.RegularExpressions;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.AbsenceDesk;

/// <summary>
/// Reads what stands behind 「不在」: 「12/1〜12/5 代決 乙」, 「代決 乙 12/1から12/5」, 「甲 12/1〜12/5」, 「明日」, <c>12/1-12/5 deputy X</c>, and what
/// takes one back: 「12/24 取り消し」. Takes the pieces apart and judges none of them: a day that does not exist is still the day that was meant.
/// </summary>
internal static partial class AbsenceText
{
    /// <summary>Whether the text is meant for the command: 「不在 12/1〜12/5 代決 乙」 is, 「不在 の間は…お休みします」 is a sentence.</summary>
    public static bool Takes(string argument) =>
        !argument.Contains('\n', StringComparison.Ordinal)
        && (Match(argument).Success || Cancelled(argument) is not null || CommandArguments.Name(argument));

    /// <summary>Null where it names no day; then it may be a name.</summary>
    public static AbsenceFields? Read(string argument) => Match(argument) is { Success: true } match
        ? new AbsenceFields(
            match.Groups["who"].Value.Trim(),
            match.Groups["from"].Value,
            match.Groups["to"].Value,
            match.Groups["by"].Value.Trim())
        : null;

    /// <summary>「12/24 取り消し」, 「取り消し」: whose absence of which day is to be taken back; null where it is something else.</summary>
    public static AbsenceFields? Cancelled(string argument)
    {
        var words = CancelForm().Match(TurnRouter.Normal(argument.Trim()));
        if (!words.Success) return null;
        var rest = words.Groups["rest"].Value.Trim();
        return rest.Length == 0 ? AbsenceFields.Empty : Read(rest);
    }

    /// <summary>
    /// A day as it was meant. Without a year it is the next one, unless it has only just passed: 12/1, typed on 2 December, is yesterday
    /// and not a day of next year.
    /// </summary>
    public static DateOnly? Day(string typed, DateOnly today)
    {
        var next = TypedDay.Read(typed, today);
        return IsNumbered(typed) && TypedDay.Read(typed, today.AddDays(-JustPassed)) is { } near && near < today
            ? near
            : next;
    }

    /// <summary>
    /// The last day as it was meant: 「明後日」 counts from today, 1/3 behind 12/30 is the one after it. Null where none is named, or it names
    /// no day.
    /// </summary>
    public static DateOnly? Last(AbsenceFields typed, DateOnly today) => typed.To.Length == 0
        ? null
        : Day(typed.To, IsNumbered(typed.To) && Day(typed.From, today) is { } first ? first : today);

    /// <summary>A day of the calendar, and no word that counts from today; 全角 too.</summary>
    private static bool IsNumbered(string typed) => typed.Any(char.IsDigit);

    private const int JustPassed = 60;

    private const string DayForm =
        @"(?:\d{1,4}[年/.-])?\d{1,2}[月/]\d{1,2}日?(?:\([日月火水木金土]\))?|\d{4}-\d{1,2}-\d{1,2}|今日|本日|明日|明後日|あさって|あした|today|tomorrow";

    private static Match Match(string argument) => Form().Match(TurnRouter.Normal(argument.Trim()));

    [GeneratedRegex(
        @"^(?:(?<who>[^\d\s]\S{0,40}(?: [^\d\s]\S{0,40})?) )??"
            + @"(?:(?:代決者?|代理|deputy)[: ]{0,3}(?<by>[^\d\s]\S{0,40}(?: [^\d\s]\S{0,40})?) )?(?<from>" + DayForm + @")"
            + @"(?: ?(?:~|〜|から|–|—|-|to|until) ?(?<to>" + DayForm + @"))?(?:まで)?"
            + @"(?: ?(?:代決者?|代理|deputy)[: ]{0,3}(?<by>\S{1,40}(?: \S{1,40})?))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        @"^(?<rest>.{0,90}?)[ のを]{0,2}(?:取り?消し|取り?消す|取消|キャンセル|cancel)(?:する|して|してください|たい)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CancelForm();
}

/// <summary>What was typed or chosen, word by word.</summary>
/// <param name="Who">A name or an object id; empty for oneself.</param>
/// <param name="Deputy">A name or an object id; empty for nobody.</param>
internal sealed record AbsenceFields(string Who, string From, string To, string Deputy)
{
    public static AbsenceFields Empty { get; } = new("", "", "", "");

    public const string WhoField = "who";
    public const string FromField = "from";
    public const string ToField = "to";
    public const string DeputyField = "deputy";
    public const string Absence = "absence";

    private const int Most = 60;

    public static AbsenceFields Read(CardAction action) => new(
        TypedText.Of(action[WhoField], Most),
        TypedText.Of(action[FromField], Most),
        TypedText.Of(action[ToField], Most),
        TypedText.Of(action[DeputyField], Most));
}
