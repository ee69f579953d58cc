using System.Text;
using System.Text.RegularExpressions;

namespace TeamsBot.Comments;

/// <summary>
/// Whether a resident's comment speaks of danger to people: a threat, somebody who wants to die, somebody who needs rescue. Such a comment
/// must reach somebody though the account answers none. In doubt it does: a message too many costs a glance. But what rings at a DVD or at
/// a course in sharpening knives is soon heard by nobody. Our own list (設定値); it replaces no reading by people.
/// </summary>
internal static partial class DangerWords
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>Not by insects, and not of food, cloth or paper.</summary>
    private const string Stabbed =
        @"(?<!(ハチ|はち|蜂|虫|むし|蚊|ダニ|ブヨ|アブ|ムカデ|クラゲ|エイ|トゲ|とげ|棘|針|串|ピン|旗|フォーク|ようじ|画びょう|花|枝)[にをでがの]?)"
            + @"刺(す(?!身)|そう|せ|し(て|た|ま|に(行|い|き)|違|殺)|され)";

    /// <summary>In somebody's hand or at somebody's body; what is cooked, sharpened or taught with it is left out.</summary>
    private const string Blade =
        Stabbed + @"|刃物|ナイフ[^。\n]{0,10}(持っ|突|つき|向け|脅|刺|切ら|切りつ|振り|出し)|"
        + @"包丁[^。\n]{0,14}(振り|向け|突き|つきつけ|切りつけ|切られ|刺|脅|襲|暴|追い|"
        + @"持った|持ち出|持って(いる|いた|いました|います(?!か)|走|歩|うろ|来る)|窓口|役所|役場|市長|町長|職員|行く(から|ぞ)|行ってやる)";

    private const string Fire =
        @"放火|(火|ガソリン|灯油)を?(つけ|付け|放|まい|まく)|(役所|役場|庁舎|家|学校|施設|職員|市長|町長|全部|みんな)(を|ごと|も)?燃や(す|し|そう)|燃やしてや";

    /// <summary>Width is folded first: ＤＶ and DV are one.</summary>
    public static bool In(string text)
    {
        var folded = text.Normalize(NormalizationForm.FormKC);
        return Threat().IsMatch(folded) || Despair().IsMatch(folded) || Rescue().IsMatch(folded);
    }

    [GeneratedRegex(
        @"爆破|爆弾|殺(す|し(?!っ)|害|され|そう|る(ぞ|から))|ころ(す(?!け)|して(や|ほし|くれ)|される)|" + Blade + "|" + Fire + "|"
            + @"(?<![水機])銃(?!剣|弾痕|砲店)(を|で|が|声|撃)|撃(ち|って)(殺|やる)|銃で|襲(う|撃|って)|毒を|道連れ|危害|犯行予告|"
            + @"\b(bomb(er|s|ed|ing)?|kill(er|s|ed|ing)?|shoot(er|s|ing)?|stab(s|bed|bing|ber)?)\b|"
            + @"burn (it |you |the |your )?(down|house|office)",
        Options,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Threat();

    [GeneratedRegex(
        @"(?<!必)死(に(たい|た(く|か)|ます|そう)|んで(しま|やる|おわ|終わ|もい|お詫)|んだ(ほう|方)が|のう(と|か|よ|。|$)|ぬ(しか|ほか|つもり|から|ぞ|わ|ね|よ|[。、！!…]|$)|"
            + @"のうとおも|ぬしか)|しに(たい|たく)|しのうと|自殺|自死|首を?(吊|つ(っ|り|る))|飛び降り(る|た|ま|よ|て|自)|リストカット|遺書を?(書|残|のこ|遺|用意)|"
            + @"(わたし|私|俺|僕|自分|この世|このまま|もう|どこか)[^。\n]{0,8}消え(たい|てしまいたい|てなくなりたい)|消え(てしまい|て(い|居)なくなり|去り)?たい|"
            + @"いなくな(りたい|ってしまいたい|ればいい)|生きて(い|ゆ)?(たくな|られな|けな|く(の|気))|"
            + @"(薬|錠剤|睡眠)[^。\n]{0,8}(大量|たくさん|全部|一気|まとめて|[0-9]{1,4}錠)[^。\n]{0,4}(飲|のん|服用)|"
            + @"(?<![a-z])od(しま?した|した|する|中)|オーバードーズ|虐待|監禁|殴られ|(?<![a-z])dv(?![a-z])|"
            + @"suicid|want to die|kill myself|end my life|\babus(e|ed|ing|ive)\b",
        Options,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Despair();

    [GeneratedRegex(
        @"(助け|たすけ)て(くださ|下さ|くれ(?!て|た|ま(し|せ))|ほし|欲し|よ|あげて(くだ|下|ほ)|[ー〜~！!。、…\s]|$)|救助|溺れ|生き埋め|閉じ込め|取り残され|意識(が|を)?(な|失)|"
            + @"倒れて(い|る|ま|動)|火事|燃えて(い|る|ます)|ガス(が)?(漏|臭|くさ)|"
            + @"(?<!(曲|音楽|BGM|放送|音|映像|動画|デマ|情報|うわさ|噂|歌|CM|アナウンス)[がはもを])流され(て|た|ま|そう)|\bhelp (me|us)\b|trapped|drowning",
        Options,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Rescue();
}
