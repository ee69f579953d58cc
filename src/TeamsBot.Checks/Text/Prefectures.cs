namespace TeamsBot.Checks.Text;

/// <summary>
/// The 47 prefectures and the first two digits of their postal codes (Japan Post's regions), neighbours that share a region included.
/// </summary>
internal static class Prefectures
{
    private const string Table =
        "北海道 00 04-09|秋田県 01|岩手県 02|青森県 03|東京都 10-20|神奈川県 21-25|千葉県 26-29|茨城県 30-31|栃木県 32|埼玉県 33-36|群馬県 37|長野県 38-39|山梨県 40|静岡県 41-43|愛知県 "
            + "44-49|"
        + "岐阜県 50|三重県 51 49 64|滋賀県 52|大阪府 53-59 61|京都府 60-62 52|奈良県 63 64|和歌山県 64|兵庫県 65-67 56|鳥取県 68|島根県 69 68|岡山県 70-71|広島県 72-73|山口県 "
        + "74-75|香川県 76|徳島県 77|"
        + "高知県 78|愛媛県 79|福岡県 80-83 87|佐賀県 84|長崎県 85 81|熊本県 86|大分県 87|宮崎県 88|鹿児島県 89|沖縄県 90|福井県 91|石川県 92|富山県 93|新潟県 94-95|福島県 96-97|宮城県 98|"
        + "山形県 99";

    private static readonly Dictionary<string, HashSet<int>> Regions = Table.Split('|')
        .Select(row => row.Split(' '))
        .ToDictionary(row => row[0], row => row.Skip(1).SelectMany(Numbers).ToHashSet(), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Regions.Keys;

    /// <summary>False only when the prefecture is a real one and the code certainly lies elsewhere.</summary>
    public static bool MayHave(string prefecture, string postalDigits) =>
        !Regions.TryGetValue(prefecture, out var regions) || regions.Contains(((postalDigits[0] - '0') * 10) + postalDigits[1] - '0');

    private static IEnumerable<int> Numbers(string written)
    {
        var ends = written.Split('-').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }
}
