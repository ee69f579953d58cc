namespace TeamsBot.Checks.Text;

/// <summary>
/// The ways in which an official name is usually got wrong, but for signs and kinds of kana (<see cref="FoldedText"/> has those): one kanji
/// mistaken for another of the same sound or shape, a part of a name written in kana, one letter missing or voiced. Made once for each
/// name, so that a text is searched for all of them in one pass. A variant that is itself somebody's right name must be taken out by the
/// caller.
/// </summary>
internal static class NameVariants
{
    private const int Shortest = 4;

    /// <summary>
    /// Kanji mistaken for each other in the names of offices, within each group; the last letters of a group may be kana.
    /// </summary>
    private static readonly string[] Confused =
    [
        "課科化家過", "課か", "室質しつ", "館舘間官感", "館かん", "推水", "進新真振", "振新進信", "興行校", "産参", "境鏡", "環還", "害外碍がい", "福服", "祉止社祇", "健建", "康庚", "育郁", "長町",
        "寿樹", "危機", "管官菅監", "消商", "費非", "博薄", "図計", "総創相統", "涯害概", "習修集週", "化科", "会回", "広公", "報法放", "聴庁", "術述", "防坊", "災才", "援縁円", "子こ",
        "秘必", "観感", "光行", "流留", "農濃", "林輪", "央大", "区", "戦線", "略", "市私", "東ひがし", "西にし", "南みなみ", "北きた", "駅えき", "川河かわ", "森もり", "山やま", "青あお",
        "葉ば", "野の", "霞かすみ", "朝あさ", "中なか", "本ほん", "町まち", "桜さくら", "橋はし", "庁長", "部ぶ", "局きょく", "係掛", "児時", "童動", "幼用", "齢令", "護後", "介会", "税勢",
        "務夢", "選撰", "挙", "議義", "教共", "委医", "企起", "画書", "財材", "政制", "契計", "約", "職触", "員因", "民眠", "活勝", "保補", "険検", "年念", "金", "住充", "宅", "都",
        "計径", "建健", "設説", "築", "道動", "路露", "下水", "環", "廃", "物仏", "緑録", "公好", "園苑", "安案", "全前", "交校", "通",
    ];

    private static readonly (string Right, string Wrong)[] Words =
    [
        ("障害", "障がい"), ("障がい", "障害"), ("障害", "しょうがい"), ("子ども", "こども"), ("こども", "子ども"), ("こども", "子供"), ("子ども", "子供"), ("子育て", "子そだて"),
        ("子育て", "こそだて"), ("づくり", "ずくり"), ("まちづくり", "街づくり"), ("まちづくり", "町づくり"), ("まちづくり", "まち作り"), ("センター", "センタ"), ("センター", "セソター"),
        ("課", "室"), ("室", "課"), ("市立", "市"), ("区立", "区"), ("町立", "町"), ("県立", "県"), ("市立", "立"), ("区立", "立"), ("市立", ""), ("区立", ""),
        ("町立", ""), ("県立", ""), ("市博物", "市立博物"), ("市図書", "市立図書"), ("市美術", "市立美術"), ("市総合", "市立総合"), ("市体育", "市立体育"), ("スポーツ", "スポツ"),
        ("スポーツ", "スポーッ"), ("プロモーション", "プロモション"), ("プロモーション", "プローモーション"), ("プロモーション", "プロモーシヨン"), ("デジタル", "ディジタル"), ("デジタル", "デシタル"),
        ("東", "ひがし"), ("まつり", "祭り"), ("まつり", "祭"), ("祭", "まつり"), ("ゆめ", "夢"), ("あおば", "青葉"), ("みどり", "緑"), ("広場", "ひろば"), ("はつらつ", "溌剌"),
        ("つらつ", "つらっ"), ("中央", "中夬"), ("中央", "ちゅうおう"), ("図書館", "としょかん"), ("体育館", "たいいくかん"), ("消費生活", "消費者"), ("総合", "綜合"), ("生涯学習", "障害学習"),
        ("防災", "防犯"), ("危機管理", "危機監理"), ("子育て応援", "子育て支援"), ("子育て支援", "子育て応援"), ("戦略", "戦術"), ("推進", "促進"), ("増進", "促進"), ("支援", "援助"),
        ("応援", "援助"), ("交流", "交通"), ("安全", "安心"), ("危機管理", "危険管理"), ("危機管理", "危機対策"), ("生涯学習", "生涯教育"), ("長寿", "長命"), ("健康づくり", "健康作り"),
        ("消費生活", "消費者生活"), ("増進", "推進"), ("推進", "増進"), ("振興", "推進"), ("推進", "振興"), ("みなと", "港"), ("さくら", "桜"), ("ホール", "ホル"),
        ("ホール", "ホ−ル"), ("ホール", "ホ一ル"), ("センター", "センタ一"), ("都市", "とし"), ("環境", "かんきょう"),
    ];

    /// <param name="stem">The organisation's name without 市, 区, 町, 村, 県; for names that write it in kana. May be empty.</param>
    public static IEnumerable<string> Of(string name, string stem)
    {
        var right = NormalView.Of(name);
        if (right.Length < Shortest) return [];
        var variants = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var variant in Kanji(right)
                .Concat(Heard(right))
                .Concat(Voiced(right))
                .Concat(Parts(right))
                .Concat(Missing(right))
                .Concat(Stem(right, stem))
        )
        {
            if (
                variant.Length >= Shortest - 1
                && !right.Contains(variant, StringComparison.Ordinal)
                && !variant.Contains(right, StringComparison.Ordinal)
            )
                variants.Add(variant);
        }

        return variants;
    }

    /// <summary>
    /// One kanji for another of its group, or for its kana at the end of the group; and the first mistaken word of a pair.
    /// </summary>
    private static IEnumerable<string> Kanji(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            foreach (var group in Confused)
            {
                var kana = KanaOf(group);
                if (group[0] != name[i]) continue;
                if (kana.Length > 0) yield return name[..i] + kana + name[(i + 1)..];
                foreach (var other in group[1..(group.Length - kana.Length)]) yield return name[..i] + other + name[(i + 1)..];
            }
        }
    }

    /// <summary>One kanji for another of its reading, and a word of two kanji for another that sounds the same (進行 for 振興).</summary>
    private static IEnumerable<string> Heard(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            foreach (var other in Readings.Like(name[i]))
            {
                if (other != name[i]) yield return name[..i] + other + name[(i + 1)..];
            }

            if (i + 1 >= name.Length || Readings.Like(name[i]).Count == 0 || Readings.Like(name[i + 1]).Count == 0) continue;
            foreach (var word in MistakenCompounds.Words)
            {
                if (Readings.SoundAlike(name.AsSpan(i, 2), word)) yield return name[..i] + word + name[(i + 2)..];
            }
        }
    }

    /// <summary>Voiced kana for unvoiced and the other way round (づくり, つくり, ずくり).</summary>
    private static IEnumerable<string> Voiced(string name)
    {
        const string pairs = "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボ";
        for (var i = 1; i < name.Length; i++)
        {
            if (pairs.IndexOf(name[i], StringComparison.Ordinal) is var at and >= 0)
                yield return $"{name[..i]}{pairs[at ^ 1]}{name[(i + 1)..]}";
            if (name[i] == 'づ') yield return $"{name[..i]}ず{name[(i + 1)..]}";
        }
    }

    private static IEnumerable<string> Parts(string name)
    {
        if (name.Length > 5 && name[1] == '立' && name[0] is '県' or '市' or '区' or '町')
            yield return name[4] is '市' or '県' ? name : $"{name[2..4]}{name[..2]}{name[4..]}";
        foreach (var (right, wrong) in Words)
        {
            if (name.IndexOf(right, StringComparison.Ordinal) is var at and >= 0)
                yield return name[..at] + wrong + name[(at + right.Length)..];
        }
    }

    /// <summary>One letter missing inside a longer name, or two neighbouring kana exchanged.</summary>
    private static IEnumerable<string> Missing(string name)
    {
        for (var i = 1; name.Length >= 6 && i < name.Length - 1; i++)
        {
            yield return name.Remove(i, 1);
            if (IsKana(name[i]) && IsKana(name[i + 1]) && name[i] != name[i + 1])
                yield return $"{name[..i]}{name[i + 1]}{name[i]}{name[(i + 2)..]}";
        }
    }

    private static IEnumerable<string> Stem(string name, string stem)
    {
        if (stem.Length == 0) yield break;
        for (var i = 0; i < name.Length; i++)
        {
            var end = i;
            while (end < name.Length && name[end] is >= 'ぁ' and <= 'ゖ') end++;
            if (end - i >= 3) yield return name[..i] + stem + name[end..];
            i = end;
        }
    }

    /// <summary>How a letter is usually read in a name; empty when no group says so.</summary>
    public static string KanaOf(char letter) =>
        Confused.Where(group => group[0] == letter).Select(KanaOf).FirstOrDefault(kana => kana.Length > 0, "");

    private static string KanaOf(string group)
    {
        var from = group.Length;
        while (from > 0 && group[from - 1] is >= 'ぁ' and <= 'ゖ') from--;
        return group[from..];
    }

    private static bool IsKana(char c) => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヶ') or 'ー';
}
