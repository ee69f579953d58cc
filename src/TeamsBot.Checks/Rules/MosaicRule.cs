using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Private use: two or more of place, time, companion and work in one text let readers work out more than was written [private-2-2-1a]. Two
/// kinds is a suggested threshold; which words belong to a kind is a short list, not knowledge of places.
/// </summary>
internal sealed partial class MosaicRule : IRule
{
    private const int Kinds = 2;

    public RuleInfo About { get; } = new("mosaic", Category.Private, Severity.Warn, "private-2-2-1a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!context.Private) yield break;
        var fragments = new List<(string Kind, Piece Where)>();
        Add("場所", Place().Match(draft.Normal));
        Add("時間", Time().Match(draft.Normal));
        Add("同行者", Companion().Match(draft.Normal));
        Add("作品", Work().Match(draft.Normal));
        if (!fragments.Exists(fragment => fragment.Kind == "同行者") && draft.People.Cast<Piece?>().FirstOrDefault() is { } person)
            fragments.Add(("同行者", person));
        if (fragments.Count < Kinds) yield break;
        var span = draft.At(new Piece(fragments.Min(fragment => fragment.Where.Start), fragments.Max(fragment => fragment.Where.End)));
        var list = string.Join("、", fragments.Select(fragment => $"{fragment.Kind}「{draft.Quote(draft.At(fragment.Where))}」"));
        yield return About.Find(span, $"{list}を合わせると、具体的な状況が分かります。", "どれかを書かないようにできないか考えてください。");

        void Add(string kind, Match match)
        {
            if (match.Success) fragments.Add((kind, new Piece(match.Index, match.Index + match.Length)));
        }
    }

    [GeneratedRegex(
        @"渋谷|新宿|池袋|原宿|銀座|六本木|赤坂|青山|恵比寿|中目黒|下北沢|吉祥寺|秋葉原|上野|浅草|品川|横浜|大阪|梅田|難波|京都|名古屋|福岡|札幌|仙台|沖縄|[一-龠]{1,6}(駅|空港|スタジオ|ホテル|劇場|区|市|町)|スタジオ|控室|"
            + @"控え室|楽屋|ロケ地|現場|テレビ局|事務所",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"今夜|今晩|今朝|今日|明日|あした|昨日|昨夜|さっき|今から|これから|今週末|来週|\d{1,2}時|\d{1,2}月\d{1,2}日|なう",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"(監督|共演者|プロデューサー|ディレクター|マネージャー|マネジャー|社長|先輩|後輩|相方|メンバー|スタッフ|スポンサー|脚本家|カメラマン|モデル仲間|彼氏|彼女|元カレ|元カノ)(さん|たち|の皆さん)?(と|が|に)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Companion();

    [GeneratedRegex(
        @"『[^』\n]{1,40}』|(新作|新曲|主題歌|映画|ドラマ|舞台|番組|CM|撮影|収録|リハ|リハーサル|オーディション|台本|脚本)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Work();
}
