using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Text;

/// <summary>What a number's leading digits say about it.</summary>
internal enum PhoneKind
{
    /// <summary>A line at a place, with an area code; ten digits.</summary>
    Fixed,

    /// <summary>060, 070, 080, 090; eleven digits.</summary>
    Mobile,

    /// <summary>0120, 0800, 0570, 0180, 0990: free or shared-cost services.</summary>
    Service,

    /// <summary>050; eleven digits.</summary>
    Internet,

    /// <summary>No Japanese number starts like this.</summary>
    Impossible,
}

/// <summary>
/// A telephone number as written, with its groups. Lengths and leading digits follow the numbering plan of the Ministry of Internal Affairs
/// and Communications; area codes are judged only where the plan is unambiguous, so that an unknown number is never called wrong for its
/// exchange.
/// </summary>
internal sealed partial record PhoneNumber(Piece Piece, string Digits, IReadOnlyList<string> Groups, bool Labelled)
{
    private static readonly HashSet<string> ThreeDigitAreas = new(
        (
            "011 017 018 019 022 023 024 025 026 027 028 029 042 043 044 045 046 047 048 049 052 053 054 055 058 059 072 073 075 076 077 "
                + "078 079 "
            + "082 083 084 086 087 088 089 092 093 095 096 097 098 099"
        ).Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> FiveDigitAreas = new(
        (
            "01267 01372 01374 01377 01392 01397 01398 01456 01457 01466 01547 01558 01564 01586 01587 01632 01634 01635 01648 01654 01655 "
                + "01656 01658 "
            + "04992 04994 04996 04998 05769 05979 07468 08387 08388 08396 08477 08512 08514 09496 09802 09912 09913 09969"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public PhoneKind Kind => KindOf(Digits);

    /// <summary>Why the number cannot be one, for a person to read; null when it can.</summary>
    public string? Fault
    {
        get
        {
            if (Kind == PhoneKind.Impossible) return "この番号で始まる電話番号はありません。";
            var expected = ExpectedLength(Digits);
            if (Digits.Length != expected) return $"{Digits.Length}けたです（この番号は{expected}けたです）。";
            return Groups.Count == 3 ? GroupFault() : null;
        }
    }

    public static IReadOnlyList<PhoneNumber> Scan(string text)
    {
        var found = new List<PhoneNumber>();
        foreach (Match match in Pattern().Matches(text))
        {
            var labelled = Label().IsMatch(text[Math.Max(0, match.Index - 12)..match.Index]);
            var groups = match.Groups["g"].Captures.Select(capture => capture.Value).ToArray();
            var digits = string.Concat(groups);
            if (match.Groups["intl"].Success)
            {
                groups[0] = "0" + groups[0].TrimStart('0');
                digits = string.Concat(groups);
            }

            var number = new PhoneNumber(new Piece(match.Index, match.Index + match.Length), digits, groups, labelled);
            if (number.LooksLikePhone(text)) found.Add(number);
        }

        return found;
    }

    /// <summary>The digits of a written number, for comparing: 048(463)1111 and 048-463-1111 are one.</summary>
    public static string DigitsOf(string written) => string.Concat(NormalView.Of(written).Where(char.IsAsciiDigit));

    private static PhoneKind KindOf(string digits) => digits switch
    {
        ['0', '0', ..] => PhoneKind.Impossible,
        ['0', '1', '2', '0', ..]
        or ['0', '8', '0', '0', ..]
        or ['0', '5', '7', '0', ..]
        or ['0', '1', '8', '0', ..]
        or ['0', '9', '9', '0', ..] => PhoneKind.Service,
        ['0', '6' or '7' or '8' or '9', '0', ..] => PhoneKind.Mobile,
        ['0', '5', '0', ..] => PhoneKind.Internet,
        ['0', '2' or '3' or '4', '0', ..] or ['0', '1', '0', ..] => PhoneKind.Impossible,
        ['0', ..] => PhoneKind.Fixed,
        _ => PhoneKind.Impossible,
    };

    /// <summary>0800 without the second zero group is a mobile number when eleven digits are grouped 080-0….</summary>
    private static int ExpectedLength(string digits) => KindOf(digits) switch
    {
        PhoneKind.Mobile or PhoneKind.Internet => 11,
        PhoneKind.Service => digits.StartsWith("0800", StringComparison.Ordinal) ? 11 : 10,
        _ => 10,
    };

    private string? GroupFault()
    {
        var (area, last) = (Groups[0], Groups[2]);
        if (Kind is PhoneKind.Mobile or PhoneKind.Internet) return area.Length == 3 && last.Length == 4 ? null : "区切りは3けた-4けた-4けたです。";
        if (Kind == PhoneKind.Service) return null;
        if (last.Length != 4) return "最後の区切りは4けたです。";
        return area.Length switch
        {
            2 => area is "03" or "04" or "06" ? null : $"「{area}」という市外局番はありません。",
            3 => ThreeDigitAreas.Contains(area) ? null : $"「{area}」という市外局番はありません。",
            4 => Digits[1] is '3' or '6' ? $"「{area}」という市外局番はありません。"
            : Digits[..3] is "011" or "044" or "045" or "075" or "078" || (Digits[..3] == "048" && area != "0480")
                ? $"市外局番は「{Digits[..3]}」です。"
            : null,
            5 => FiveDigitAreas.Contains(area) ? null : $"「{area}」という市外局番はありません。",
            _ => "市外局番の区切りが正しくありません。",
        };
    }

    /// <summary>Keeps out postal codes, dates and serial numbers that only share the shape.</summary>
    private bool LooksLikePhone(string text)
    {
        if (Piece.Start > 0 && text[Math.Max(0, Piece.Start - 2)..Piece.Start].Contains('〒', StringComparison.Ordinal)) return false;
        if (Groups.Count == 1) return Labelled && Digits.Length is >= 9 and <= 12;
        if (Groups.Count == 2) return Labelled && Digits.Length is >= 9 and <= 12;
        if (Digits.Length is < 8 or > 13 || (!Labelled && SerialNumber().IsMatch(text[Math.Max(0, Piece.Start - 12)..Piece.Start])))
            return false;
        return Labelled || Kind != PhoneKind.Impossible || Digits.Length is >= 10 and <= 11;
    }

    private const string Dash = @"\s?[\-‐‑‒–—―−ーｰ]\s?";

    [GeneratedRegex(
        @"(?<![0-9A-Za-z.\-‐−/_=])(?:(?<intl>\+81)[\-\s]?\(?(?<g>0?[0-9]{1,4})\)?(?:"
            + Dash
            + @"|\s?\)?\s?)(?<g>[0-9]{1,4})"
            + Dash
            + @"(?<g>[0-9]{3,4})"
        + @"|\(?(?<g>0[0-9]{1,4})(?:" + Dash + @"|\)\s?|\s?\(|\s)(?<g>[0-9]{1,5})(?:" + Dash + @"|\)\s?|\s)(?<g>[0-9]{1,6})"
        + @"|(?<g>0[0-9]{1,5})" + Dash + @"(?<g>[0-9]{4,8})|(?<g>0[0-9]{8,11}))(?![0-9A-Za-z_]|[\-‐−][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000)]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"(?:(?<!電話|携帯|代表|直通|新しい|次の|下記の|以下の|こちらの|合わせの|合せの|課の|室の|館の)番号|口座|記号|コード|ISBN|ISSN|No\.?|ID|第|型番|品番)[\s:は.(]{0,3}$",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex SerialNumber();

    [GeneratedRegex(
        @"(?:電話|でんわ|TEL|Tel|tel|Phone|phone|☎|📞|☏|℡|携帯|問い?合わ?せ先?|連絡先|ダイヤル|フリーダイヤル|FAX|Fax|ファクス|ファックス|代表|直通)(?:番号)?[\s:は()・/】\]]{0,4}$",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Label();
}
