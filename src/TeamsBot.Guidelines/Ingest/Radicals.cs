using System.Text;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Characters that look like a kanji but are radicals, as page text of many programs has them. The Kangxi block (2F00-2FDF) has
/// compatibility mappings; the CJK Radicals Supplement (2E80-2EFF) mostly has none, so that NFKC leaves them and a search for 長 misses ⻑.
/// Source of the second table: the Unicode property Equivalent_Unified_Ideograph.
/// </summary>
internal static class Radicals
{
    private const string Pairs =
        "⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋" +
        "⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳网⺴罓⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑" +
        "⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀";

    private static readonly Dictionary<char, char> Supplement = Pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The character meant, or null for a character that is no radical.</summary>
    public static char? Map(char c) => c switch
    {
        >= '\u2F00' and <= '\u2FDF' or '\u2E9F' or '\u2EF3' => c.ToString().Normalize(NormalizationForm.FormKC)[0],
        >= '\u2E80' and <= '\u2EFF' when Supplement.TryGetValue(c, out var ideograph) => ideograph,
        _ => null,
    };
}
