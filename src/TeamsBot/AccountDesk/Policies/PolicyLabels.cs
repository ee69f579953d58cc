using System.Globalization;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>What the fields of a policy are called in print, and which words of a pack ask for them.</summary>
internal static class PolicyLabels
{
    /// <summary>Two guidelines, two words for what becomes of residents' posts (tochigi-5-1-1a, yamaguchi-3-1-5).</summary>
    public static readonly string[] Handling = ["受けた投稿の扱い", "意見や質問への対応"];

    /// <summary>Beyond the printed ten rows: asked of whom the guideline wants them.</summary>
    public static readonly (string Label, string Field)[] Further =
    [
        ("手順", PolicyFields.Procedure), ("担当者", PolicyFields.Writer), ("責任者", PolicyFields.Responsible),
        ("頻度・タイミング", PolicyFields.Frequency), ("発信方法", PolicyFields.Method), ("批判や苦情の相談先", PolicyFields.CriticismContact),
        ("批判や苦情への姿勢", PolicyFields.CriticismStance),
    ];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [PolicyFields.Department] = "部",
        [PolicyFields.Section] = "課",
        [PolicyFields.Information] = "発信情報",
        [PolicyFields.Purpose] = "利用目的",
        [PolicyFields.Audience] = "対象者",
        [PolicyFields.MediumName] = "その他の媒体の名称",
        [PolicyFields.Name] = "アカウント名",
        [PolicyFields.Handle] = "ID",
        [PolicyFields.Url] = "登録URL",
        [PolicyFields.Except] = "除く日",
        [PolicyFields.Handling] = "受けた投稿の扱い",
        [PolicyFields.Remarks] = "備考",
    };

    public static string Of(string field) =>
        Names.GetValueOrDefault(field) ?? Array.Find(Further, further => further.Field == field).Label ?? field;

    /// <summary>The rule that is to be obeyed when a policy is made (asaka-annex-n): the guideline's parent, else the guideline.</summary>
    public static string RuleOf(Pack pack) =>
        pack.Parents.Select(parent => parent.Name).FirstOrDefault(name => name.Contains("要領", StringComparison.Ordinal)) ?? pack.Title.Ja;

    /// <summary>The value of a tick on the card.</summary>
    public static string TickOf(int at) => string.Create(CultureInfo.InvariantCulture, $"t{at + 1}");
}
