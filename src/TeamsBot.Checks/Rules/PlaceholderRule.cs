using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A template posted before it was filled in: ○月○日, ●●公園, 「電話：048-XXX-XXXX」, {{name}}, TODO, an empty weekday bracket. Circles as bullets,
/// as answers (○か×か), as kanji zero (二〇二六年), and the made-up names of fraud warnings (「○○警察です」と名乗る) are no blanks.
/// </summary>
internal sealed partial class PlaceholderRule : IRule
{
    private const int Milliseconds = 2000;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Mark = "[○〇◯●□■△▲◇◆☆★＊*_＿]";
    private const string Slot = "(?:[○〇◯●□■△▲◇◆☆★*_]{1,4}|[XxΧ×]{1,4}|[0-9]?[XxΧ×○〇◯●□_]{1,3})";
    private const string NameMark = "[○〇◯◎●□■△▲]";

    public RuleInfo About { get; } = new("placeholder", Category.Placeholder, Severity.Block, "asaka-6-2-4-so", "asaka-6-2-2a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var taken = new List<Piece>();
        foreach (var match in Matches(draft.Normal))
        {
            var piece = new Piece(match.Index, match.Index + match.Length);
            if (taken.Any(other => other.Start < piece.End && piece.Start < other.End)) continue;
            taken.Add(piece);
            var span = draft.At(piece);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、ひな形の未記入の欄のように見えます。正しい内容を記入するか、不要であれば削除してください。", asks: "正しい内容");
        }

        foreach (Match match in Provisional().Matches(draft.Normal))
        {
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」が残っています。内容が確定しているかを確認し、確定していれば表示を外してください。", severity: Severity.Warn);
        }

        foreach (Match match in Undecided().Matches(draft.Normal))
        {
            var span = draft.At(match);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」とあります。決まっていれば内容を記入し、決まっていなければ、いつどこでお知らせするかを書き添えてください。",
                severity: Severity.Hint
            );
        }

        if (Drill().Match(draft.Normal) is { Success: true } drill)
        {
            var span = draft.At(drill);
            yield return About.Find(span, $"「{draft.Quote(span)}」の表示があります。実際の災害の投稿であれば外し、訓練の投稿であればこのまま進めてください。", severity: Severity.Hint);
        }
    }

    private static IEnumerable<Match> Matches(string text)
    {
        foreach (Match match in Token().Matches(text)) yield return match;
        foreach (Match match in DateSlot().Matches(text)) if (!KanjiZero(text, match)) yield return match;
        foreach (Match match in EmptyDate().Matches(text)) yield return match;
        foreach (Match match in TimeSlot().Matches(text)) if (!KanjiZero(text, match) && !IsMidnight(text, match)) yield return match;
        foreach (Match match in CountSlot().Matches(text)) if (!KanjiZero(text, match)) yield return match;
        foreach (Match match in PhoneSlot().Matches(text)) if (!QuotedAsExample(text, match)) yield return match;
        foreach (Match match in NameSlot().Matches(text)) if (!QuotedAsExample(text, match) && !Decorates(text, match)) yield return match;
        foreach (Match match in SubjectSlot().Matches(text))
            if (!QuotedAsExample(text, match) && !Decorates(text, match))
                yield return match;
        foreach (Match match in FieldSlot().Matches(text)) if (!QuotedAsExample(text, match)) yield return match;
        foreach (Match match in LoneMark().Matches(text)) if (!QuotedAsExample(text, match)) yield return match;
    }

    /// <summary>〇 among kanji numerals is the figure zero; the same goes for 〇歳児 and 〇時.</summary>
    private static bool KanjiZero(string text, Match match)
    {
        if (!match.Value.Contains('〇', StringComparison.Ordinal) || match.Value.Contains("〇〇", StringComparison.Ordinal)) return false;
        const string numerals = "一二三四五六七八九十百千";
        return match.Value.Any(c => numerals.Contains(c, StringComparison.Ordinal))
            || (match.Index > 0 && numerals.Contains(text[match.Index - 1], StringComparison.Ordinal));
    }

    /// <summary>午前〇時 is midnight in a text that writes its figures in kanji; among Arabic figures it is a blank.</summary>
    private static bool IsMidnight(string text, Match match) =>
        match.Value.EndsWith("〇時", StringComparison.Ordinal) && !text.Any(char.IsAsciiDigit);

    /// <summary>Marks around a heading, ●●図書館だより●●, are ornament.</summary>
    private static bool Decorates(string text, Match match)
    {
        var end = text.IndexOf('\n', match.Index + match.Length);
        var line = text[(match.Index + match.Length)..(end < 0 ? text.Length : end)].TrimEnd();
        return line.Length > 0 && line[^1] == match.Value[0] && (match.Index == 0 || text[match.Index - 1] == '\n');
    }

    /// <summary>A warning quotes what strangers say; a quiz or an example says that it is one.</summary>
    private static bool QuotedAsExample(string text, Match match)
    {
        var start = Math.Max(0, match.Index - 20);
        var before = text[start..match.Index];
        var after = text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 30)];
        if (ExampleBefore().IsMatch(before)) return true;
        var open = before.LastIndexOfAny(['「', '『', '“', '"']);
        var quoted = open > before.LastIndexOfAny(['」', '』']) && after.IndexOfAny(['」', '』', '”', '"']) >= 0;
        return (quoted && Story().IsMatch(text)) || ExampleAfter().IsMatch(after);
    }

    [GeneratedRegex(
        @"\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|<<[^<>\n]{1,30}>>|\bTODO\b|\bTBD\b|\bFIXME\b|[Ll]orem ipsum|[【\[(](?:要確認|確認中|要修正|要追記|"
            + @"未記入|未入力|記入|入力|ここに記入|仮置き|ダミー|サンプル|テスト投稿|下書き)[】\])]|(?:ダミー|サンプル)(?:テキスト|文|の文章)|[【\[(<{]ここに[^】\])>}\n]{0,20}[】\])>}]|"
            + @"[(\[{<【](?:お?名前|氏名|[一-龠]{1,4}名|宛名)[)\]}>】](?:さん|様|殿|氏|先生|にて|において)|[★※]\s?(?:要確認|(?:後|あと)で(?:追記|修正|記入|確認|差し替え))|"
            + @"^[(【\[](?:タイトル|本文|見出し|件名|リンク|URL)[)】\]]$|[\[{<](?:日付|日時|月日|時刻|時間|場所|会場|会場名|氏名|名前|電話番号|イベント名|行事名|タイトル|件名|担当者?名?|課名|人数|金額|"
            + @"URL)[\]}>](?=[にをではへまのが、。])|ここに(?:本文|タイトル|内容|文章|リンク|URL)を?(?:入力|記入|挿入|入れ)|(?:本文|タイトル|見出し|内容|文章|リンク|URL|画像|写真|件名|テキスト)(?:を|"
            + @"は)(?:ここに|こちらに)(?:入力|記入|挿入|入れ|貼)|(?:タイトル|件名|見出し|本文|題名)(?:未定|未入力|なし|を入力してください)|(?:後|あと)で(?:差し替え|差替え|追記|書き直し)(?:る|ます|予定)|^[ "
            + @"\t]{0,8}(?:test|TEST|テスト)[ \t]{0,8}$",
        Options | RegexOptions.Multiline,
        Milliseconds
    )]
    private static partial Regex Token();

    [GeneratedRegex(
        @"(?:(?:令和|平成|20)?\s?"
            + Slot
            + @"\s?年\s?)?(?<![0-9年])"
            + Slot
            + @"\s?月\s?(?:"
            + Slot
            + @"|[0-9]{1,2})\s?日(?:\s?\("
            + Slot
            + @"\))?"
            + @"|[0-9]{1,2}月\s?"
            + Slot
            + @"\s?日(?:\s?\("
            + Slot
            + @"\))?"
            + @"|(?:令和|平成)\s?"
            + Slot
            + @"\s?年|20"
            + Mark
            + @"{2}年|20[XxΧ×]{2}年"
            + @"|[0-9]日\s?\((?:"
            + Slot
            + @"|曜|曜日|\s{1,4})?\)"
            + @"|(?<=[^\s0-9一二三四五六七八九十])"
            + NameMark
            + @"{1,2}\s?月(?=の|号|に|から|まで|上旬|中旬|下旬|末|ごろ|頃|、)|"
            + NameMark
            + @"{2}\s?月(?=の|号|に|から|まで|上旬|中旬|下旬|末)|(?<![A-Za-z0-9])"
            + Slot
            + "/"
            + Slot
            + @"\s?\("
            + Slot
            + @"\)|(?<![0-9/])[0-9]{1,2}/[○〇◯●□]{1,2}(?:\s?\("
            + Slot
            + @"\))?|(?<![A-Za-z0-9])[OoΟО]{1,2}月[OoΟО]{1,2}日",
        Options,
        Milliseconds
    )]
    private static partial Regex DateSlot();

    [GeneratedRegex(
        @"(?:令和|平成)\s?[0-9]{0,2}\s{1,4}年|(?:令和[0-9]{1,2}年|20[0-9]{2}年)\s{1,4}月|(?<=年|^|[:(])[ \t]{1,4}月[ \t]{1,4}日|[0-9]月\s"
            + @"{1,4}日(?=[\s(まにか])",
        Options | RegexOptions.Multiline,
        Milliseconds
    )]
    private static partial Regex EmptyDate();

    [GeneratedRegex(
        @"(?:午前|午後)\s?"
            + Slot
            + @"\s?時(?:\s?(?:"
            + Slot
            + @"|[0-9]{1,2})\s?分)?|"
            + Mark
            + @"{1,3}\s?時\s?(?:"
            + Mark
            + @"{1,3}|[0-9]{2})\s?分|[XxΧ×]{1,2}時(?:[XxΧ×]{1,2}|[0-9]{2})分|[0-9]時\s?"
            + Slot
            + @"\s?分|(?<![0-9A-Za-z])[XxΧ×]{2}:[XxΧ×0-9]{2}|(?<![0-9A-Za-z])"
            + Mark
            + @"{1,2}:"
            + Mark
            + @"{1,2}(?![0-9])|(?:午前|午後)\s{1,4}時|[0-9]時\s{1,4}分",
        Options,
        Milliseconds
    )]
    private static partial Regex TimeSlot();

    [GeneratedRegex(
        "(?:定員|先着|限定|抽選で?|料金|費用|参加費|入場料|約|第)\\s?:?\\s?"
            + Mark
            + "{1,4}\\s?(?:名|人|組|回|円|分|台|件|枠|号|部|世帯|か所|カ所)(?![^\\s0-9]{0,2}×)|"
            + NameMark
            + "{1,3}名様|(?<![A-Za-z0-9])[XxΧ]{2,4}\\s?(?:名|人|組|回|円|分|台|件|枠|号|世帯|か所|カ所|%|パーセント|トン|歳|時間|日間|年度)|(?:定員|先着|参加費|料金|費用|"
            + "第)\\s?:?\\s?[XxΧ×]{1,4}\\s?(?:名|人|組|回|円|台|件|枠)",
        Options,
        Milliseconds
    )]
    private static partial Regex CountSlot();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])0?[0-9]{0,4}[\-‐−ー](?:[○〇◯●□■△▲XxΧ×*]{2,4})[\-‐−ー](?:[○〇◯●□■△▲XxΧ×*]{2,4}|[0-9]{4})|(?<![0-9A-Za-z])0[0-9]"
            + @"{1,4}[\-‐−][0-9]{1,4}[\-‐−][○〇◯●□■△▲XxΧ×*]{2,4}|https?://[○〇◯●□■△▲*]{1,8}",
        Options,
        Milliseconds
    )]
    private static partial Regex PhoneSlot();

    [GeneratedRegex(
        @"(?<![□△▲■●])[□△▲]{2,4}(?=[一-龠ァ-ヶ]{2}|%)|(?:"
            + NameMark
            + @"{2,6}|\*{3,6}|(?<![A-Za-z0-9])[XxΧ×]{2,5})(?:市立|町立|村立|区立|県立|立)?(?:[市区町村県](?![民内長立制税議街道報営場])|市長|区長|町長|村長|知事|役所|役場|課|部|室|係|局|"
            + @"小学校|中学校|高校|高等学校|学校|公園|会館|公民館|センター|ホール|図書館|体育館|美術館|博物館|駅|さん|様|氏|先生|講師|丁目|教室|講座|講演|まつり|祭り|フェス|イベント|株式会社|大学|病院|保育園|幼稚園|会場|地区)",
        Options,
        Milliseconds
    )]
    private static partial Regex NameSlot();

    [GeneratedRegex(
        @"(?:日時|とき|日程|期間|会場|場所|ところ|講師|テーマ|題名|演題|定員|費用|締切|締め切り|担当|担当者|内線|電話|TEL|URL|リンク|問い?合わ?せ先?|氏名|名称|件名|対象|持ち物)\s?(?::|は|】|\])\s?(?:"
            + Mark
            + @"{1,8}|[XxΧ×]{2,8})(?=$|[\s。、)(」]|です|まで|から|を|に|へ)",
        Options | RegexOptions.Multiline,
        Milliseconds
    )]
    private static partial Regex FieldSlot();

    /// <summary>A run of marks standing for a name before the words of an announcement: ○○を実施します, ■■■について.</summary>
    [GeneratedRegex(
        NameMark
            + "{2,6}(?:を(?:実施|開催|配布|募集|行い|開き|中止|延期)|が(?:開催|始ま)|で(?:開催|実施|行い)|へ(?:お越し|ご連絡|お問い|お申)|まで(?:ご連絡|お問い|お申)|について(?:お知らせ|ご案内|の|$|[\\s。"
            + "])|の(?:お知らせ|ご案内|開催|募集))",
        Options,
        Milliseconds
    )]
    private static partial Regex SubjectSlot();

    /// <summary>A filled mark standing where a word should: 会場は●です. Hollow circles are left out, they are also answers.</summary>
    [GeneratedRegex(@"(?<=[はがをにで「『のと、])[●■□]{1,6}(?=(?:です|で行|にて|まで|から|を|」|』|。|、|\s?\())(?!に(?:チェック|✓|レ|印))", Options, Milliseconds)]
    private static partial Regex LoneMark();

    [GeneratedRegex(@"[【\[](?:仮|案|未定|調整中|確認待ち|添付予定|追記予定|後日追記|後送|差し替え|差替え|公開前)[】\]]", Options, Milliseconds)]
    private static partial Regex Provisional();

    [GeneratedRegex(@"(?:日時|とき|日程|期間|会場|場所|ところ|講師|テーマ|定員|費用|締切|担当|内容)\s?:\s?(?:未定|調整中|検討中|TBA)", Options, Milliseconds)]
    private static partial Regex Undecided();

    [GeneratedRegex(@"\A\s?[【\[(《<](?:訓練|これは訓練です|訓練です|訓練中|テスト|試験)[】\])》>]", Options, Milliseconds)]
    private static partial Regex Drill();

    [GeneratedRegex(@"(?:(?:例|例えば|たとえば|記入例|クイズ|問題)\s?[:)]?\s?[「『]?|(?:例|記入例)\s?[:)][^\n。]{0,18})$", Options, Milliseconds)]
    private static partial Regex ExampleBefore();

    [GeneratedRegex(@"^[^。\n]{0,12}(?:に(?:入る|当てはまる|あてはまる)|などと|などの|のような|といった|を名乗|と名乗)", Options, Milliseconds)]
    private static partial Regex ExampleAfter();

    [GeneratedRegex("名乗|詐欺|不審|偽|ニセ|騙|だまし|かたる|装|クイズ|答え|正解|例えば|たとえば|なりすま|勧誘|電話があ|電話が", Options, Milliseconds)]
    private static partial Regex Story();
}
