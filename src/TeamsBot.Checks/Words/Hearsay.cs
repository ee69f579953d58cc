using System.Buffers;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Words;

/// <summary>
/// Tells the hearsay らしい (閉店するらしい) from the suffix らしい (秋らしい空). Hearsay follows a finished predicate, or a noun that names an event,
/// and ends its clause; the suffix follows a noun that has a character of its own and mostly stands before a noun. The judgement is made
/// from the letters around the word, without a dictionary of Japanese; where they do not decide, nothing is reported.
/// </summary>
internal readonly record struct Hearsay(Piece Where, Severity Severity)
{
    private const string Word = "らし";

    /// <summary>What may follow when らしい ends its clause.</summary>
    private static readonly string[] Ends =
    [
        "です", "よ", "ね", "。", "!", "?", "、", "が", "けど", "けれど", "ので", "から", "し、", "との", "という", "って", "のです", "んです", "ですけ", "~", "〜", "…", ")",
        "」", "\n", "ぞ", "わ",
    ];

    /// <summary>Nouns of events: before らしい they make hearsay.</summary>
    private static readonly string[] Events =
    [
        "中止", "延期", "開催", "決定", "内定", "閉店", "開店", "開業", "閉館", "開館", "閉鎖", "廃止", "廃線", "廃校", "統合", "合併", "移転", "建設", "着工", "完成", "誕生", "新設",
        "再開", "休業", "休館", "休校", "無料", "有料", "値上げ", "値下げ", "増額", "減額", "復活", "完売", "満員", "満席", "売り切れ", "不足", "品薄", "倒産", "撤退", "進出", "出店",
        "買収", "売却", "事故", "火事", "火災", "地震", "津波", "停電", "断水", "犯人", "容疑者", "本当", "嘘", "うそ", "確実", "有名", "事実", "大変", "逮捕", "辞職", "辞任", "退任",
        "引退", "立候補", "出馬", "当選", "落選", "結婚", "離婚", "感染", "陽性", "原因", "危険", "安全", "来年", "今年", "来月", "今月", "予定", "計画", "だけ", "まで", "から", "ため",
        "せい", "とか", "人気", "好評", "予想", "見込み", "限定", "最後", "初", "一番", "日本一", "県内初",
    ];

    /// <summary>
    /// What らしい, read with the letters before it, is in its own right: adjectives, and nouns with a character of their own that end like a
    /// verb.
    /// </summary>
    private static readonly string[] Suffixed =
    [
        "あた", "かわい", "可愛い", "にく", "憎た", "にくた", "憎", "あい", "愛", "素晴", "すば", "めず", "誇", "いじ", "いや", "嫌", "汚", "きたな", "みすぼ", "しお", "わざと",
        "もっとも", "尤も", "馬鹿", "ばか", "ばかば", "阿呆", "あほ", "長った", "貧乏った", "嫌味った", "未練た", "じれった", "しかつめ", "なつ", "はる", "ふゆ", "あき", "あなた", "うた",
        "わたし", "じぶん", "こども", "子ども", "おとな", "ひと", "ふるさと", "まつり", "ほっかいどう", "とうきょう", "きょうと", "ゆめ", "くらしいき", "暮", "く",
    ];

    /// <summary>Feelings of animals and mascots are play, not news.</summary>
    private static readonly SearchValues<string> Play = SearchValues.Create(
        ["お気に入り", "気に入っ", "好き", "大好物", "眠い", "眠たい", "うれしい", "嬉しい", "楽しい", "ご機嫌", "人見知り", "恥ずかし", "照れ", "食いしん坊"], StringComparison.Ordinal);

    public static IEnumerable<Hearsay> All(DraftText draft)
    {
        var text = draft.Normal;
        var hits = draft.Phrases;
        for (
            var at = text.IndexOf(Word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Word, at + Word.Length, StringComparison.Ordinal)
        )
        {
            var sentence = draft.SentenceAt(at);
            var length = at + 2 < text.Length && text[at + 2] is 'い' or 'く' ? 3 : 0;
            if (length == 0 || at == sentence.Start || draft.InUrl(at) || !EndsClause(text, at + length, text[at + 2])) continue;
            var before = text.AsSpan(sentence.Start, at - sentence.Start);
            var heard = AfterPredicate(before) || AfterEvent(before);
            if (!heard && !(AfterUnknownNoun(before) && length == 3 && text[at + 2] is 'い')) continue;
            var where = new Piece(at - Lead(before), at + length);
            if (hits.InQuotes(where) || Cleared(draft, hits, sentence)) continue;
            var play = text.AsSpan(sentence.Start, sentence.Length).ContainsAny(Play);
            yield return new Hearsay(where, play || !heard ? Severity.Hint : Severity.Block);
        }
    }

    private static bool EndsClause(string text, int at, char ending)
    {
        if (ending is 'く') return at < text.Length && text[at] is '、' or 'て';
        if (at >= text.Length) return true;
        foreach (var end in Ends)
        {
            if (string.CompareOrdinal(text, at, end, 0, end.Length) == 0) return true;
        }

        return char.IsWhiteSpace(text[at]) || char.IsSurrogate(text[at]);
    }

    /// <summary>
    /// After a verb or an adjective in its plain form: the last letter is one that plain forms end in, and the word is no noun of that
    /// shape.
    /// </summary>
    private static bool AfterPredicate(ReadOnlySpan<char> before)
    {
        foreach (var noun in Suffixed)
        {
            if (before.EndsWith(noun, StringComparison.Ordinal) && !(noun is "く" && VerbInKu(before))) return false;
        }

        var last = before[^1];
        if (last is 'う') return before.Length > 1 && (Scripts.Of(before[^2]) == Script.Kanji || before[^2] is 'ま' or 'ら' or 'い' or 'か');
        return last is 'る' or 'た' or 'だ' or 'い' or 'く' or 'す' or 'つ' or 'む' or 'ぶ' or 'ぐ' or 'ぬ';
    }

    /// <summary>行く and 続く end in く after a kanji; in くらしいきいき the く belongs to 暮らし.</summary>
    private static bool VerbInKu(ReadOnlySpan<char> before) =>
        before.Length > 1 && (Scripts.Of(before[^2]) == Script.Kanji || before[^2] is 'い' or 'て');

    /// <summary>A noun in kanji or katakana of two letters and more that no list knows: it may be hearsay, so it is worth a hint.</summary>
    private static bool AfterUnknownNoun(ReadOnlySpan<char> before)
    {
        foreach (var noun in Suffixed)
        {
            if (before.EndsWith(noun, StringComparison.Ordinal)) return false;
        }

        return before.Length > 2
            && Scripts.Of(before[^1]) is Script.Kanji or Script.Katakana
            && Scripts.Of(before[^2]) == Scripts.Of(before[^1]);
    }

    private static bool AfterEvent(ReadOnlySpan<char> before)
    {
        foreach (var noun in Events)
        {
            if (before.EndsWith(noun, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>How many letters before らしい to quote: the predicate, back to a particle or a comma, at most eight.</summary>
    private static int Lead(ReadOnlySpan<char> before)
    {
        var length = 0;
        while (
            length < before.Length
            && length < 8
            && before[^(length + 1)] is not ('、' or ' ' or '「' or '」' or '(' or ')' or 'が' or 'は' or 'を' or 'に')
        )
            length++;
        return Math.Max(length, Math.Min(2, before.Length));
    }

    private static bool Cleared(DraftText draft, PhraseHits hits, Piece sentence)
    {
        var next = draft.SentenceAfter(sentence) ?? sentence;
        return PhraseBook.Embedded.Lists("rumour", "denial").Any(list => hits.AnyWithin(list, sentence) || hits.AnyWithin(list, next))
            || PhraseBook.Embedded.Lists("rumour", "story", "story_or_show", "reported").Any(list => hits.AnyWithin(list, sentence));
    }
}
