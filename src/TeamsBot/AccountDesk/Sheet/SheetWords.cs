using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Sheet;

/// <summary>Values of the list as people write them, each to be read again as it was written.</summary>
internal static partial class SheetWords
{
    public static readonly (string Word, CredentialStorage Value)[] Storage =
        [("金庫", CredentialStorage.Vault), ("封書", CredentialStorage.SealedPaper), ("なし", CredentialStorage.Nowhere)];

    public static readonly (string Word, TwoStepState Value)[] TwoStep =
        [("使用", TwoStepState.On), ("使わない", TwoStepState.Off), ("媒体にない", TwoStepState.NotOffered)];

    public static readonly (string Word, BadgeState Value)[] Badges =
    [
        ("取得済み", BadgeState.Granted), ("申請中", BadgeState.Applied), ("認められない", BadgeState.Refused),
        ("媒体にない", BadgeState.NotOffered),
    ];

    public static readonly (string Word, bool Value)[] Replies = [("返信する", true), ("返信しない", false)];

    public static readonly (string Word, bool Value)[] YesNo = [("はい", true), ("いいえ", false)];

    public static readonly (string Word, AccountState Value)[] States =
        [.. Enum.GetValues<AccountState>().Select(state => (OfficialAccount.InJapanese(state), state))];

    public static readonly (string Word, Checks.Profiles.ReplyMode Value)[] Modes =
        [.. Enum.GetValues<Checks.Profiles.ReplyMode>().Select(mode => (OfficialAccount.InJapanese(mode), mode))];

    public static string Of<T>((string Word, T Value)[] words, T? value)
        where T : struct => value is { } known ? Array.Find(words, pair => pair.Value.Equals(known)).Word ?? "" : "";

    public static T? Read<T>((string Word, T Value)[] words, string written)
        where T : struct =>
        Array.FindIndex(words, pair => Plain(pair.Word) == Plain(written)) is >= 0 and var at ? words[at].Value : null;

    /// <summary>Texts that differ in width and blanks only are one, as people read them.</summary>
    public static string Plain(string written) =>
        string.Concat(TurnRouter.Normal(written).Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>An address as it is compared: the host in small letters, without the stroke at the end.</summary>
    public static string Address(string written) =>
        Uri.TryCreate(written.Trim(), UriKind.Absolute, out var address) ? address.AbsoluteUri.TrimEnd('/') : written;

    /// <summary>A month as it is compared, by its numbers: 2024-05 and 2024年5月 are one.</summary>
    public static string Month(string written) => string.Join('-', Digits().Matches(TurnRouter.Normal(written))
        .Select(match => match.Value.TrimStart('0')));

    /// <summary>Names or topics in a list of them, whose order says nothing.</summary>
    public static string Set(IEnumerable<string> parts) => string.Join('、', parts.Select(Plain).Order(StringComparer.Ordinal));

    /// <summary>However a spreadsheet writes it; a number is the day as Excel counts it.</summary>
    public static DateOnly? DayOf(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 36_526 and < 73_050)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        return TypedDay.Read(written, DateOnly.MinValue);
    }

    /// <summary>For example <c>月火水木金 08:30-17:15 祝日除く</c>.</summary>
    public static string Hours(AccountHours? hours) => hours is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Concat(hours.Days.Select(day => Week[(int)day]))} {hours.Opens:HH\\:mm}-{hours.Closes:HH\\:mm}"
            + $"{(hours.NotOnHolidays ? " 祝日除く" : "")}{(hours.YearEnd ? " 年末年始除く" : "")}");

    public static AccountHours? HoursOf(string written)
    {
        if (TurnRouter.Normal(written).Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var span, .. var except])
            return null;
        if (days.Any(day => !Week.Contains(day, StringComparison.Ordinal)) || except.Any(word => word is not ("祝日除く" or "年末年始除く")))
            return null;
        if (span.Split('-', '~', '〜') is not [var from, var to]) return null;
        if (Clock(from) is not { } opens || Clock(to) is not { } closes || closes <= opens) return null;
        return new(
            [.. days.Select(day => (DayOfWeek)Week.IndexOf(day, StringComparison.Ordinal)).Distinct()], opens, closes,
            except.Contains("祝日除く"), except.Contains("年末年始除く"));
    }

    /// <summary>For example <c>2026-10-31:120、2026-11-30:131</c>.</summary>
    public static string Series(IEnumerable<Followers> series) => string.Join(
        "、", series.Select(one => string.Create(CultureInfo.InvariantCulture, $"{TypedDay.Write(one.AsOf)}:{one.Count}")));

    /// <summary>Null where a part of it cannot be read.</summary>
    public static IReadOnlyList<Followers>? SeriesOf(string written)
    {
        var read = new List<Followers>();
        foreach (var part in TurnRouter.Normal(written).Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(':') is not [var day, var number] || DayOf(day) is not { } on) return null;
            var digits = number.Replace(",", "", StringComparison.Ordinal);
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
            read.Add(new(count, on));
        }

        return read;
    }

    private const string Week = "日月火水木金土";

    private static TimeOnly? Clock(string written) =>
        TimeOnly.TryParseExact(written, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    [GeneratedRegex("[0-9]{1,8}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
