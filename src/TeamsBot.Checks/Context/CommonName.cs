using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Context;

/// <summary>
/// What a kind of place is called and not one of them: 図書館, 市役所, 保健センター. A section or facility may be registered under such a word, but
/// that a text uses it says nothing about an official name. Offices (広報課) and committees are no kinds of place.
/// </summary>
internal static partial class CommonName
{
    public static bool Is(string name) => Kinds().IsMatch(name);

    [GeneratedRegex(
        "^(?:[都道府県市区町村国公私]立)?(?:図書館|図書室|公民館|博物館|美術館|資料館|郷土資料館|文学館|科学館|水族館|動物園|植物園|体育館|武道館|市民会館|町民会館|文化会館|会館|集会所|児童館|学童保育所"
        + "|ホール|市民ホール|文化ホール|(?:保健|福祉|文化|子育て支援|給食|学校給食|生涯学習|学習|消費生活|環境|清掃|清掃工場|体育|交流|地域|防災|観光|情報)?センター|子育て支援センター"
        + "|保健所|小学校|中学校|高校|高等学校|学校|大学|幼稚園|保育園|保育所|こども園|認定こども園|病院|市民病院|診療所|薬局|役所|[市区]役所|[町村]役場|役場|[都道府県]庁|本庁|本庁舎|庁舎|分庁舎|支所|出張所"
        + "|消防署|消防本部|消防団|警察署|交番|公園|運動公園|中央公園|グラウンド|運動場|プール|市民プール|斎場|火葬場|浄水場|駅|案内所|観光案内所|道の駅)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Kinds();
}
