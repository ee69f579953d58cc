using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Index;

/// <summary>What kind of thing a question asks for, as far as its form shows it.</summary>
[Flags]
internal enum AnswerSign
{
    None = 0,
    Number = 1,
    Definition = 2,
    Many = 4,
    Phone = 8,
    Reason = 16,
    Who = 32,

    /// <summary>A limit or an amount: without a number in the clause there is no answer.</summary>
    Amount = 64,
    Time = 128,

    /// <summary>What the document itself is for.</summary>
    About = 256,
}

/// <summary>Reads the sign off a question, and tells whether a text can be such an answer.</summary>
internal static partial class AnswerSigns
{
    [GeneratedRegex(
        "何(文字|字|人|歳|回|個|枚|桁|円|年|か月|ヶ月|日|時|件|倍|%|パーセント)|いくつ|いくら|何割|(ユーザー|利用者)数|どのくらいの(頻度|長さ|期間)|(?<![a-z])(how (many|long|often|much|old|"
            + "far|soon|large|big|high)|what (age|number|percentage|time)|character limit)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex AsksNumber();

    [GeneratedRegex(
        "とは[?？、。]?($|何|なに|どう|どの|どん|いう)|って(何|なに|なん)(?=[?？。!！]|$|のこと|ですか|だ)|の意味|定義|ていぎ|の(説明|解説)は?[?？。]?$|という(言葉|用語|語)|どのような(状況|状態|行為|もの)|"
            + "どういう(意味|状態|こと)|(what (does|do) .* (mean|stand for))|definition|define|meaning of|what is (a |an |the )?[\\w\\- \"'“”]{1,"
            + "24}\\??$|what counts as",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex AsksDefinition();

    [GeneratedRegex(
        "項目|一覧|すべて|全部|どんな|どのような(もの|内容|情報|対策|項目|こと)|何と何|何がある|手順|流れ|方法|対策|チェック(項目|リスト)|何を?(すれ|する|見れ|みれ|確認|チェック)|どうすれば|防ぐには|特徴|目的|たい(です)?[。"
            + "！!]?$|what (are|kind|measures|steps|items|information)|list|which (items|media|things)|how (can|do|should|to) |(we|i) (want|"
            + "would like)|checklist|steps|measures|features|overview",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex AsksMany();

    [GeneratedRegex("電話|tel|でんわ|連絡先|phone", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AsksPhone();

    [GeneratedRegex("なぜ|どうして|理由|なんで|何で(?![すしきあ])|(?<![a-z])why|reason", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex AsksReason();

    [GeneratedRegex(
        "[0-9]{2,}|[0-9〇一二三四五六七八九十](個|人|回|年|月|日|週|カ月|枚|秒|分|時|件|円|万|千|文字|つノミ|ツノミ)|月額|無償|無料|タダ|free|fee|minimum|複数",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HasNumber();

    [GeneratedRegex(
        "ヲイウ|トイイマス|ヲ(イイ|言イ)マス|コトヲイ|呼称|行為デス|ト定義スル|媒体ヲ|状態|トハ[、,]|情報伝達媒体|means|=|＝|account:|impersonation:|url:|flaming:",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex IsDefinition();

    [GeneratedRegex(
        "(ナル|スル|状態|コト|アドレス|行為|媒体|サービス|状況ナド)(ノコト)?(ヲ|ト)?(イイマス|言イマス|イウ|定義スル|デス)。|^※[0-9]|：サービスノ利用ヲ|付与サレル呼称",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SaysMeaning();

    [GeneratedRegex(
        "何(個|秒|分|円|パーセント|%|割|倍|点)|最大|上限|いくら|目標|どの製品|maximum|how (many|much)|upper limit|budget|(?<![a-z])target number|how long (do|does|"
            + "is|are)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksAmount();

    [GeneratedRegex("いつ|何(日|か月|ヶ月|週間)[前後]|タイミング|時期|(?<![a-z])(when|how (early|soon|far))(?![a-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksTime();

    [GeneratedRegex(
        "[年月日週]間?ニ?[0-9一]*回?|[0-9]+(カ月|ヶ月|週間|日|年)|前日|当日|直チニ|速ヤカ|場合|前ニ|後ニ|week|month|day|once",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HasTime();

    [GeneratedRegex(
        "(ガイドライン|マニュアル|要綱|要領|指針|基準|規程|方針|文書|手引き?)は?[、,]?.{0,12}(何(について|を|のため)|誰|だれ|目的|対象|趣旨)|(作成|策定|作ら?れ)した?(理由|目的|わけ)|(なぜ|どうして|何のため|何で|"
            + "なんで).{0,16}(使|利用|活用|発信|やって|やる|つか)|why (do|should|does) .{0,30}(use|run|be on|post)|(purpose|aim|scope) of (this|the|its)|"
            + "what is (this|the) .{0,20}(guideline|manual|document) (about|for)|who is (this|the) .{0,20}(guideline|manual) for",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksAbout();

    [GeneratedRegex(
        "誰|だれ|どこ(の課|に(報告|連絡|相談|聞)|へ(報告|連絡)|が(管理|運営))|何課|どの(課|部署)|担当課|報告先|(?<![a-z])(who|whom|whose|which (section|department|"
            + "desk))(?![a-z])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksWho();

    [GeneratedRegex(
        "課|担当者|長[ハガニノヲト]|上司|責任者|警察|管理者|運営者|プロバイダ|section|head|superior|operator|police|team",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamesSomebody();

    [GeneratedRegex("目的|趣旨|はじめに|この(要綱|要領|規程|規則|基準|指針|ガイドライン|方針|マニュアル)は|(マニュアル|ガイドライン)について", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysWhatFor();

    [GeneratedRegex("0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HasPhone();

    public static AnswerSign Of(Question question)
    {
        var text = question.Search.Plain;
        return (AsksNumber().IsMatch(text) ? AnswerSign.Number : AnswerSign.None)
            | (AsksDefinition().IsMatch(text) ? AnswerSign.Definition : AnswerSign.None)
            | (AsksMany().IsMatch(text) ? AnswerSign.Many : AnswerSign.None)
            | (AsksPhone().IsMatch(text) ? AnswerSign.Phone : AnswerSign.None)
            | (AsksReason().IsMatch(text) ? AnswerSign.Reason : AnswerSign.None)
            | (AsksTime().IsMatch(text) ? AnswerSign.Time : AnswerSign.None)
            | (AsksAbout().IsMatch(text) ? AnswerSign.About : AnswerSign.None)
            | (AsksAmount().IsMatch(text) ? AnswerSign.Amount : AnswerSign.None)
            | (AsksWho().IsMatch(text) ? AnswerSign.Who : AnswerSign.None);
    }

    public static bool Defines(IndexEntry entry) => IsDefinition().IsMatch(entry.Text);

    /// <summary>Whether a text says what a word means and nothing to do.</summary>
    public static bool OnlyDefines(string text) => SaysMeaning().IsMatch(text);

    public static bool TellsWhatFor(IndexEntry entry) =>
        entry.Passage is { } passage
        && (
            passage.Clause.StartsWith("前文", StringComparison.Ordinal)
            || SaysWhatFor().IsMatch(passage.Heading)
            || (passage.Kind != PassageKind.Item && SaysWhatFor().IsMatch(passage.OwnText[..Math.Min(30, passage.OwnText.Length)]))
        );

    public static bool HasNumberIn(IndexEntry entry) => HasNumber().IsMatch(entry.Text);

    /// <summary>How much likelier (above 1) or unlikelier an entry is to be the answer because of its form.</summary>
    public static float Fit(Question question, IndexEntry entry)
    {
        var (sign, fit) = (question.Sign, 1f);
        if (question.Quantity != Quantity.None)
            fit *= Quantities.IsSaid(question.Quantity, question.Search.Plain, entry.Shown) ? Weights.Number : Weights.NoNumber;
        else if (sign.HasFlag(AnswerSign.Number)) fit *= HasNumber().IsMatch(entry.Text) ? Weights.Number : Weights.NoNumber;
        if (sign.HasFlag(AnswerSign.Definition) && IsDefinition().IsMatch(entry.Text)) fit *= Weights.Definition;
        if (sign.HasFlag(AnswerSign.Phone) && HasPhone().IsMatch(entry.Text)) fit *= Weights.Phone;
        if (sign.HasFlag(AnswerSign.Time) && HasTime().IsMatch(entry.Text)) fit *= Weights.Time;
        if (sign.HasFlag(AnswerSign.About) && TellsWhatFor(entry)) fit *= Weights.About;
        if (sign.HasFlag(AnswerSign.Who) && NamesSomebody().IsMatch(entry.Text)) fit *= Weights.Who;
        return fit;
    }
}
