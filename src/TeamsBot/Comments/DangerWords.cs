using System.Text.RegularExpressions;

namespace TeamsBot.Comments;

/// <summary>
/// Whether a resident's comment speaks of danger to people: a threat, somebody who wants to die, somebody who needs rescue. Such a comment
/// must reach somebody though the account answers none. In doubt it does: a message too many costs a glance. Our own list (設定値); it
/// replaces no reading by people.
/// </summary>
internal static partial class DangerWords
{
    public static bool In(string text) => Threat().IsMatch(text) || Despair().IsMatch(text) || Rescue().IsMatch(text);

    [GeneratedRegex(
        @"爆破|爆弾|殺(す|し|害|され|そう)|ころ(す|して|される)|刺(す|し|され)|刃物|包丁|ナイフ|襲(う|撃|って)|放火|(火|ガソリン|灯油)を?(つけ|付け|放|まい|まく)|毒を|道連れ|"
            + @"危害|犯行予告|\b(bomb|kill|shoot|stab)|burn (it |you |the |your )?(down|house|office)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Threat();

    [GeneratedRegex(
        @"死(に|んで)(たい|しま|やる|ます|おわ|終わ)|しにたい|自殺|自死|首を?(吊|つ)|飛び降り|リストカット|"
            + @"(消え|いなくなり)たい|生きて(い|ゆ)?(たくな|られな|けな|く(の|気))|虐待|監禁|殴られ|DV|suicid|want to die|end my life|\babuse",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Despair();

    [GeneratedRegex(
        @"(助け|たすけ)て(くださ|下さ|ほし|欲し|[！!。…\s]|$)|救助|溺れ|生き埋め|閉じ込め|取り残され|意識(が|を)?(な|失)|倒れて(い|る|ま|動)|火事|燃えて(い|る|ます)|"
            + @"ガス(が)?(漏|臭|くさ)|流され(て|た)|\bhelp (me|us)\b|trapped|drowning",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Rescue();
}
