using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>A number or mail box that reads like a private one.</summary>
internal sealed record PrivateContact(Piece Where, string What, string Advice, Severity Severity);

/// <summary>
/// Finds mobile numbers and mail boxes of private providers that the organisation's directory does not hold. A mobile that the text itself
/// calls official (公用携帯, 当日専用 …) and a club's mail box at a free provider are reminders only. Landlines are not judged here, but for one
/// beside a person's name.
/// </summary>
internal static partial class PrivateContacts
{
    private static readonly string[] Official =
    [
        "公用", "専用携帯", "公用携帯", "当日専用", "当日連絡", "イベント専用", "会場携帯", "本部携帯", "大会本部", "実行委員会", "事務局", "運営本部", "移動図書館", "コミュニティバス", "専用ダイヤル", "協会",
        "クラブ", "NPO", "連盟", "商店会", "観光案内", "宿直", "当直", "当番",
    ];

    private static readonly string[] FreeMail =
    [
        "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "ymobile.ne.jp", "rakumail.jp", "gmail.com",
        "googlemail.com", "yahoo.co.jp", "yahoo.com", "ymail.ne.jp", "icloud.com", "me.com", "outlook.com", "outlook.jp", "hotmail.com",
        "hotmail.co.jp", "live.jp", "msn.com", "nifty.com", "biglobe.ne.jp", "ocn.ne.jp", "so-net.ne.jp", "plala.or.jp", "jcom.home.ne.jp",
        "uqmobile.jp", "mineo.jp", "proton.me", "protonmail.com", "excite.co.jp", "infoseek.jp", "vodafone.ne.jp", "disney.ne.jp",
        "willcom.com", "qq.com", "naver.com", "163.com",
    ];

    private static readonly System.Buffers.SearchValues<char> OfficeEnds = System.Buffers.SearchValues.Create("課係室部局館園校院店社会所");

    public static IEnumerable<PrivateContact> All(DraftText draft, CheckContext context)
    {
        var text = draft.Normal;
        foreach (Match match in Mobile().Matches(text))
        {
            var digits = Digits(match.Value);
            if (draft.InUrl(match.Index) || Digit(text, match.Index - 1) || Digit(text, match.Index + match.Length)) continue;
            if (context.Organisation.Phones.Values.Any(known => Digits(known) == digits)) continue;
            var official = SaysOfficial(draft, match.Index);
            yield return new PrivateContact(
                new Piece(match.Index, match.Index + match.Length),
                official ? "携帯電話の番号" : "台帳にない携帯電話の番号",
                official ? "公用の番号であることを確かめ、台帳に登録してください。" : "個人の番号なら消し、課の代表番号を書いてください。",
                official ? Severity.Hint : Severity.Block);
        }

        foreach (Match match in Mail().Matches(text))
        {
            if (context.Organisation.Emails.Any(known => known.Equals(match.Value, StringComparison.OrdinalIgnoreCase))) continue;
            var host = match.Value[(match.Value.IndexOf('@', StringComparison.Ordinal) + 1)..];
            if (
                !FreeMail.Any(free =>
                    host.Equals(free, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + free, StringComparison.OrdinalIgnoreCase)
                )
            )
                continue;
            var official = SaysOfficial(draft, match.Index);
            yield return new PrivateContact(
                new Piece(match.Index, match.Index + match.Length),
                official ? "民間のメールアドレス" : "個人のものと見られるメールアドレス",
                official ? "団体の窓口として公表してよいか確かめてください。" : "消すか、組織のメールアドレスに直してください。",
                official ? Severity.Hint : Severity.Block);
        }

        foreach (var landline in Landlines(draft, context)) yield return landline;
    }

    /// <summary>A landline that is not in the directory and stands right beside a named person, with no office in between.</summary>
    private static IEnumerable<PrivateContact> Landlines(DraftText draft, CheckContext context)
    {
        var names = draft.People;
        if (names.Count == 0) yield break;
        foreach (Match match in Landline().Matches(draft.Normal))
        {
            var digits = Digits(match.Value);
            if (digits.Length != 10 || digits[..4] is "0120" or "0800" or "0570" || draft.InUrl(match.Index)) continue;
            if (context.Organisation.Phones.Values.Any(known => Digits(known) == digits)) continue;
            if (
                !names.Any(name =>
                    name.End <= match.Index
                    && match.Index - name.End <= 10
                    && !Office(draft.Normal.AsSpan(name.End, match.Index - name.End))
                )
            )
                continue;
            yield return new PrivateContact(
                new Piece(match.Index, match.Index + match.Length), "台帳にない電話番号が個人の名前と並んだもの", "個人の番号なら消し、課の代表番号を書いてください。", Severity.Block);
        }
    }

    private static bool Office(ReadOnlySpan<char> between) => between.ContainsAny(OfficeEnds);

    private static bool SaysOfficial(DraftText draft, int at)
    {
        var sentence = draft.SentenceAt(at);
        var from = Math.Max(sentence.Start, at - 40);
        var around = draft.Normal.AsSpan(from, Math.Min(sentence.End, at + 30) - from);
        foreach (var word in Official)
        {
            if (around.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool Digit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static string Digits(string number) => string.Concat(NormalView.Of(number).Where(char.IsAsciiDigit));

    [GeneratedRegex(@"0[789]0[-‐－ー() ]{0,2}\d{4}[-‐－ー() ]{0,2}\d{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"0\d{1,4}[-()]{1,2}\d{1,4}[-()]{1,2}\d{3,4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Landline();

    [GeneratedRegex(
        @"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63}){1,5}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mail();
}
