using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A possible number stands beside an office of the directory and is not that office's [asaka-6-2-1c]. The organisation's main number, a
/// fax, a free or internet number are other lines, not mistakes; a number with no office beside it is left alone.
/// </summary>
internal sealed partial class PhoneBookRule : IRule
{
    private const int Reach = 48;

    public RuleInfo About { get; } = new("phone-book", Category.Phone, Severity.Warn, "asaka-6-2-1c", "yamaguchi-5");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var book = context.Organisation.Phones;
        if (book.Count == 0) yield break;
        foreach (var number in draft.Phones)
        {
            if (number.Fault is not null) continue;
            if (OfficeBeside(draft, number, book) is not { } office)
            {
                if (number.Kind == PhoneKind.Fixed && !book.Values.Any(known => PhoneNumber.DigitsOf(known) == number.Digits))
                    yield return About.Find(
                        draft.At(number.Piece),
                        $"「{draft.Quote(draft.At(number.Piece))}」は登録簿にない電話番号です。番号に誤りがないか確認してください。",
                        severity: Severity.Hint
                    );
                continue;
            }

            var right = book[office];
            if (PhoneNumber.DigitsOf(right) == number.Digits || IsMain(number.Digits, context)) continue;
            if (KindOf(right) != number.Kind) continue;
            var span = draft.At(number.Piece);
            var owner = book.FirstOrDefault(entry => PhoneNumber.DigitsOf(entry.Value) == number.Digits).Key;
            var whose = owner is null ? "登録された番号と違います" : $"「{owner}」の番号です";
            yield return Facility.Weigh(
                About.Find(
                    span,
                    $"「{office}」の電話番号として「{draft.Quote(span)}」とありますが、{whose}。番号を確認してください。",
                    $"登録されている番号は「{right}」です。",
                    right
                ),
                context.Organisation,
                office
            );
        }
    }

    private static PhoneKind? KindOf(string written) =>
        PhoneNumber.Scan("電話" + NormalView.Of(written)) is [{ } number, ..] ? number.Kind : null;

    /// <summary>The number of the town hall itself reaches every office by extension.</summary>
    private static bool IsMain(string digits, CheckContext context) =>
        context.Organisation.Phones.Any(entry =>
            PhoneNumber.DigitsOf(entry.Value) == digits
            && (entry.Key == context.Organisation.Name || MainOffice().IsMatch(entry.Key)));

    private static string? OfficeBeside(DraftText draft, PhoneNumber number, IReadOnlyDictionary<string, string> book)
    {
        var line = draft.Normal.LastIndexOf('\n', Math.Max(0, number.Piece.Start - 1)) + 1;
        var from = Math.Max(line, number.Piece.Start - Reach);
        var before = draft.Normal[Math.Min(from, number.Piece.Start)..number.Piece.Start];
        var cut = Boundary().Match(before);
        if (cut.Success) before = before[(cut.Index + cut.Length)..];
        if (Fax().IsMatch(before)) return null;
        var (best, end) = (default(string), -1);
        foreach (var office in book.Keys)
        {
            var name = NormalView.Of(office);
            var at = before.LastIndexOf(name, StringComparison.Ordinal);
            if (at < 0) continue;
            var stop = at + name.Length;
            if (stop > end || (stop == end && name.Length > best!.Length)) (best, end) = (office, stop);
        }

        return best is not null && Filler().IsMatch(before[end..]) ? best : OfficeAfter(draft, number, book);
    }

    /// <summary>0265-22-3401（健やか支援課）</summary>
    private static string? OfficeAfter(DraftText draft, PhoneNumber number, IReadOnlyDictionary<string, string> book)
    {
        var rest = draft.Normal.AsSpan(number.Piece.End).TrimStart(' ');
        if (rest.Length == 0 || rest[0] != '(') return null;
        var close = rest.IndexOf(')');
        if (close is < 2 or > Reach) return null;
        var named = rest[1..close].ToString();
        return book.Keys.FirstOrDefault(office => NormalView.Of(office) == named);
    }

    [GeneratedRegex("(?:市役所|区役所|町役場|村役場|県庁|都庁|道庁|府庁)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MainOffice();

    /// <summary>Another number or the end of a sentence cuts the office off; searched from the right, so the last one counts.</summary>
    [GeneratedRegex("[0-9]{3,4}(?![0-9])|。", RegexOptions.CultureInvariant | RegexOptions.RightToLeft, 2000)]
    private static partial Regex Boundary();

    [GeneratedRegex("FAX|Fax|fax|ファクス|ファックス", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Fax();

    /// <summary>Between office and number only words that join them, or a desk inside the office (〇〇係).</summary>
    [GeneratedRegex(
        @"^(?:[\s:()・/、,へはのにまで【】\[\]]|\([^()\n]{0,24}\)|電話|でんわ|TEL|Tel|tel|☎|📞|℡|直通|番号|代表|問い?合わ?せ先?|連絡先|[^\s。、()]{1,8}(?:係|担当|班|グループ|窓口)|"
            + @"または|お申し?込み|申し?込み|申込先?|予約){0,10}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Filler();
}
