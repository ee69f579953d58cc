namespace TeamsBot.Load;

/// <summary>Harmless posts, no two alike: a bot may rightly hold back a text that repeats an earlier one.</summary>
internal static class DraftTexts
{
    private static readonly string[] Things =
    [
        "水彩画", "版画", "写真", "木工作品", "陶器", "押し花", "絵手紙", "書道作品", "編み物", "竹細工", "古い地図", "昆虫標本", "鉱石", "切り絵", "人形", "織物", "染め物", "和紙",
        "鉄道模型", "楽器", "絵本", "星座早見盤", "化石", "貝殻", "浮世絵", "短歌", "俳句", "折り紙", "盆栽", "生け花",
    ];

    private static readonly string[] Doings =
    [
        "飾っています", "紹介しています", "集めています", "募集しています", "貸し出しています", "解説しています", "並べています", "撮影できます", "学べます", "作れます", "交換できます", "修理できます",
    ];

    private static readonly string[] Places = ["玄関", "二階の廊下", "ロビー", "中庭", "東側の部屋", "集会室", "渡り廊下", "売店の横", "受付の前", "工作室", "屋上", "和室"];

    public static string Next()
    {
        var sentences = Enumerable.Range(0, 3).Select(_ => $"{Pick(Things)}と{Pick(Things)}を{Pick(Places)}で{Pick(Doings)}。");
        return string.Concat(sentences);
    }

    private static string Pick(string[] words) => words[Random.Shared.Next(words.Length)];
}
