using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Conversion slips from a word list, common terms and katakana words with one letter wrong, doubled particles and endings, a Latin letter
/// left by the keyboard, a doubled word [asaka-6-2-2a]. What an official name or a word's exception covers is right. It knows no grammar:
/// only slips that are (nearly) never meant are called.
/// </summary>
internal sealed partial class TypoRule : IRule
{
    private sealed record Slip(string Wrong, string Right, IReadOnlyList<string> Except);

    private static readonly WordIndex<Slip> Slips = new(EmbeddedText.Lines("typos.tsv")
        .Select(line => line.Split('\t'))
        .Select(row => (row[0], new Slip(row[0], row[1], row.Length > 2 ? row[2].Split(' ') : [])))
        .Concat(MistakenTerms.All().Select(slip => (slip.Wrong, new Slip(slip.Wrong, slip.Right, [])))));

    public RuleInfo About { get; } = new("typo", Category.Typo, Severity.Warn, "asaka-6-2-2a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var said = new List<Piece>();
        foreach (var (start, length, slip) in Slips.Find(draft.Normal).OrderByDescending(hit => hit.Length).ThenBy(hit => hit.Start))
        {
            if (said.Exists(piece => piece.Start < start + length && start < piece.End)) continue;
            if (
                draft.InUrl(start)
                || slip.Except.Any(word => Covers(draft.Normal, start, slip.Wrong, word))
                || InOfficialName(draft, context, start, slip.Wrong)
            )
                continue;
            said.Add(new Piece(start, start + length));
            var span = draft.At(start, length);
            yield return About.Find(span, $"「{draft.Quote(span)}」は「{slip.Right}」の誤りではありませんか。", $"「{slip.Right}」に直してください。", slip.Right);
        }

        foreach (var (start, length, right) in MistakenCompounds.Find(draft.Normal))
        {
            if (
                draft.InUrl(start)
                || InOfficialName(draft, context, start, draft.Normal.Substring(start, length))
                || said.Exists(piece => piece.Start < start + length && start < piece.End)
            )
                continue;
            var span = draft.At(start, length);
            yield return About.Find(span, $"「{draft.Quote(span)}」は「{right}」の誤りではありませんか。", $"「{right}」に直してください。", right);
        }

        foreach (Match match in Doubled().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index) || said.Exists(piece => piece.Start < match.Index + match.Length && match.Index < piece.End))
                continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」に、余分な文字か抜けている文字があるように見えます。入力を確認してください。");
        }

        foreach (Match match in LongVowel().Matches(draft.Normal))
        {
            var span = draft.At(match);
            var right = draft.Quote(span).Replace('一', 'ー');
            yield return About.Find(span, $"「{draft.Quote(span)}」の「一」は、長音の「ー」ではなく漢数字です。", $"「{right}」に直してください。", right);
        }

        foreach (Match match in Katakana().Matches(draft.Normal))
        {
            if (
                MistakenKatakana.Meant(match.ValueSpan) is not { } right
                || draft.InUrl(match.Index)
                || InOfficialName(draft, context, match.Index, match.Value)
            )
                continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」は「{right}」の誤りではありませんか。", $"「{right}」に直してください。", right);
        }

        foreach (Match match in LeftOver().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index)) continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」に、かなに変換されていない文字が残っているように見えます。入力を確認してください。");
        }

        foreach (Match match in StartsWithOtherwise().Matches(draft.Normal))
        {
            var span = draft.At(match);
            var right = "意外" + match.Value[^1];
            yield return About.Find(span, $"「{draft.Quote(span)}」は「{right}」の誤りではありませんか。", $"「{right}」に直してください。", right);
        }
    }

    private static bool InOfficialName(DraftText draft, CheckContext context, int start, string wrong)
    {
        foreach (var name in context.Organisation.OfficialNames)
        {
            if (Covers(draft.Normal, start, wrong, name)) return true;
        }

        return false;
    }

    /// <summary>True when the longer word stands at this place of the text, around the spelling found.</summary>
    private static bool Covers(string text, int start, string wrong, string longer)
    {
        for (
            var at = longer.IndexOf(wrong, StringComparison.Ordinal);
            at >= 0;
            at = longer.IndexOf(wrong, at + 1, StringComparison.Ordinal)
        )
        {
            if (start - at >= 0 && string.CompareOrdinal(text, start - at, longer, 0, longer.Length) == 0) return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"をを|(?<=[一-龠々ァ-ヶー」)])(?:がが|にに|へへ|はは|でで|とと|のの)(?=[一-龠ァ-ヶ「0-9A-Z])"
            + @"|[ぁ-ん][いきしちにみりぎじびえけせてねべめれげぜ]まます|[一-龠]?[いきしちみりぎじびえけせてねべめれげぜ]まます"
            + @"|(?:で|ま)すす(?=[。!?、\s」]|$)|ましたた(?=[。!?、\s」]|$)|くださいい(?=[。!?、\s」]|$)|でしす(?=[。!?、\s」]|$)"
            + @"|(?<pair>[一-龠]{2})(?<![一毎何数各日時年月人回件々][一-龠])\k<pair>(?!々)"
            + @"|(?:[てでみりきえびし]|ご[一-龠]{2})く(?:だい|ださ|さい|ざさい)(?=[。!、\s」]|$)"
            + @"|(?<=[一-龠々ァ-ヶー」)])(?:はが|がは|をが|がを|をは|はを|をに|にを|でを|とを(?!る)|へを|をで|をへ|がで(?=[一-龠ァ-ヶ])|がに(?=[一-龠ァ-ヶ]))(?=[一-龠ァ-ヶー「0-9A-Z])"
            + @"|(?<=[一-龠ぁ-んァ-ヶー])(?:(?<=[一-龠いきか])でです|ですです|ででし)(?=[。!?、\s」]|$|[^ぁ-ん]|ので|が、|から)|(?<=[一-龠ぁ-んァ-ヶー])ですで(?=[。、お一-龠ァ-ヶ])|"
            + @"(?<=[ちき一-龠ァ-ヶー])しし(?=て(?:い|お|く|ま)|ま(?:す|し)|た(?:。|、|$))(?<!鹿しし|猪しし)"
            + @"|[てで]いい(?=ます|ました|ません)|おりりま|いたししま|いたたし|ございいま|ござざい|ありりま|ありがととう|ありがうと|ありがとご|(?<=お[一-龠ぁ-ん]{0,3}[けりちえいきみべめ])しいたします|"
            + @"(?<=[一-龠ァ-ヶー]|[一-龠][いりきち])わ(?=[一-龠ァ-ヶ][一-龠ァ-ヶーで])|お願いい(?:します|いたします)|願いしします|ましてて|までまで|からから(?=[お一-龠])(?<!が?らからから)"
            + @"|(?<=詳し|多|近|遠|長|早|正し|新し)くはは|(?<=[一-龠々ァ-ヶー」)])(?:はは|がが|でで|をを|にに)(?=、)(?<!母はは)|(?:には|では|からは|までは|よりは|とは)は(?=[一-龠ァ-ヶ「0-9])|"
            + @"(?<=[ぁ-ん](?:もの|こと|ため))(?:はは|がが|にに|をを|でで)(?=[一-龠ァ-ヶ「0-9])"
        + "|、、(?!、)(?<!、、、)|、。|。、",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        2000)]
    private static partial Regex Doubled();

    [GeneratedRegex("[ァ-ヶー]{4,}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Katakana();

    [GeneratedRegex("[ァ-ヶ]{1,8}一[ァ-ヶ]{1,8}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LongVowel();

    /// <summary>おねがいしまs: one consonant between kana and a stop. Units and signs (5m, Tシャツ, Aさん) follow no kana or are capitals.</summary>
    [GeneratedRegex(
        @"[ぁ-ん]{1,4}[sdkthnyrmwbgzj](?=[。、!?\s]|$|[ぁ-ん])(?<!(?:約|各|縦|横|高さ|幅|長さ|重さ)[ぁ-ん]{1,4}[mgt])",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        2000
    )]
    private static partial Regex LeftOver();

    [GeneratedRegex(@"(?<=^|[、。!?\s「・])以外[とに](?=[知簡多少大安手身近楽難おもカかた])", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex StartsWithOtherwise();
}
