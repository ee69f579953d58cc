using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A telephone number that cannot exist: wrong count of digits, broken grouping, no such area code [asaka-6-2-1c]. Short numbers (110, 188,
/// #7119) are fine.
/// </summary>
internal sealed partial class PhoneFormRule : IRule
{
    public RuleInfo About { get; } = new("phone-form", Category.Phone, Severity.Block, "asaka-6-2-1c");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var number in draft.Phones)
        {
            if (number.Fault is not { } fault) continue;
            var span = draft.At(number.Piece);
            if (context.Organisation.Phones.Values.FirstOrDefault(known => PhoneNumber.DigitsOf(known) == number.Digits) is { } right)
            {
                if (
                    PhoneNumber.Scan("電話" + right) is [{ } listed, ..]
                    && !listed.Groups.SequenceEqual(number.Groups, StringComparer.Ordinal)
                )
                    yield return About.Find(
                        span,
                        $"「{draft.Quote(span)}」は、番号の区切りが登録されているものと違います。",
                        $"「{right}」と書いてください。",
                        right,
                        Severity.Warn
                    );
                continue;
            }

            yield return About.Find(span, $"「{draft.Quote(span)}」は電話番号として正しくありません。{fault}番号を確認してください。");
        }

        foreach (Match match in WithLetter().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index)) continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」に、数字と間違えやすい文字（O・l・I）が入っています。番号を確認してください。");
        }

        foreach (Match match in WithoutZero().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index)) continue;
            var span = draft.At(match.Groups["number"]);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」は電話番号として正しくありません。市外局番の先頭の0がありません。番号を確認してください。",
                $"「0{draft.Quote(span)}」ではないか確認してください。"
            );
        }
    }

    [GeneratedRegex(
        @"(?<![0-9A-Za-z\-])(?=[0-9\-]{0,11}[OolI])[0Oo][0-9OolI]{1,3}-[0-9OolI]{2,4}-[0-9OolI]{3,4}(?![0-9A-Za-z\-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex WithLetter();

    [GeneratedRegex(
        @"(?:電話|TEL|Tel|☎|📞|℡)(?:番号)?[\s:は(]{0,3}(?<number>[1-9][0-9]{1,3}[\-‐−ー][0-9]{1,4}[\-‐−ー][0-9]{4})(?![0-9\-])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex WithoutZero();
}
