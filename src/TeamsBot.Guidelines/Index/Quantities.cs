using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// What a question wants counted or measured, and whether a text says how much of it there is. A clause on hashtags is no answer to how
/// many hashtags: the unit that is asked for has to stand in the answer. Words that settle a number without one (複数枚, 必要最小限, 無料) count.
/// </summary>
internal static partial class Quantities
{
    private static readonly (Quantity Kind, Regex Asked, Regex Said)[] Units =
    [
        (Quantity.Pieces, AsksPieces(), SaysPieces()),
        (Quantity.Sheets, AsksSheets(), SaysSheets()),
        (Quantity.Cases, AsksCases(), SaysCases()),
        (Quantity.People, AsksPeople(), SaysPeople()),
        (Quantity.Money, AsksMoney(), SaysMoney()),
        (Quantity.Characters, AsksCharacters(), SaysCharacters()),
        (Quantity.Hours, AsksHours(), SaysHours()),
        (Quantity.Days, AsksDays(), SaysDays()),
        (Quantity.Clock, AsksClock(), SaysClock()),
        (Quantity.Times, AsksTimes(), SaysTimes()),
        (Quantity.Size, AsksSize(), SaysSize()),
        (Quantity.Ratio, AsksRatio(), SaysRatio()),
        (Quantity.Age, AsksAge(), SaysAge()),
    ];

    /// <param name="text">The question in lower case, hiragana as typed.</param>
    public static Quantity Of(string text)
    {
        var asked = Quantity.None;
        foreach (var (kind, asks, _) in Units) if (asks.IsMatch(text)) asked |= kind;
        return asked == Quantity.None && HowMany().IsMatch(text) ? Quantity.Other : asked;
    }

    /// <summary>Whether an entry says how much of something asked for there is; of several units one is enough.</summary>
    public static bool IsSaid(Quantity asked, string question, string entry)
    {
        foreach (var (kind, _, says) in Units) if (asked.HasFlag(kind) && says.IsMatch(entry)) return true;
        // A noun without a unit of its own: "several hashtags", "one account".
        return asked.HasFlag(Quantity.Other) && HowMany().Match(question) is { Success: true } match && SaysWithNoun(entry, match);
    }

    private static bool SaysWithNoun(string entry, Match asked) =>
        Regex.IsMatch(
            entry,
            $"([0-9]|\\b(one|two|three|four|five|six|seven|eight|nine|ten|several|multiple|single|only))[ -](\\w+ "
                + $")?{Regex.Escape(asked.Groups["n"].Value.TrimEnd('s'))}",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        )
        || SaysAnyPieces().IsMatch(entry);

    [GeneratedRegex("[0-9](個|ツ|件|本|枚|種)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysAnyPieces();

    /// <summary>Where a text begins to ask how many, or -1.</summary>
    public static int PlaceIn(string text)
    {
        foreach (var (_, asks, _) in Units) if (asks.Match(text) is { Success: true, Index: var at }) return at;
        return -1;
    }

    [GeneratedRegex("how many (?<n>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HowMany();

    [GeneratedRegex("何(個|こ(?!と)|つ)|いくつ(?!か|以上|以下)|なんこ|how many ([a-z]+ ){0,2}accounts", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksPieces();

    [GeneratedRegex("[0-9](個|ツ|アカウント)|[0-9]+ accounts?|複数ノ?アカウント|一ツ|一個|one only|only one", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysPieces();

    [GeneratedRegex("何枚|how many ([a-z]+ )?(images?|photos?|pictures?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksSheets();

    [GeneratedRegex("[0-9]枚|複数枚|(several|multiple|[0-9]) (images?|photos?|pictures?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysSheets();

    [GeneratedRegex("何(件|本|種類|[かヶカ]国語|言語|行|箇所|か所)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksCases();

    [GeneratedRegex("[0-9](件|本|種|[カヶ]国|行|箇所|カ所)|複数(件|回)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysCases();

    [GeneratedRegex(
        "何(人|名)|なんにん|(ユーザー|利用者|フォロワー|登録者)数(?=(は|って|を)?(何|いくつ|いくら|どれ|どの(くらい|程度)|教え|[?？]|$)|の(上限|制限))|how many ([a-z]+ )?(people|persons?|"
            + "users?|staff|followers?|members?|employees|of us|reviewers?|checkers?)|number of (users|followers|people)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksPeople();

    [GeneratedRegex(
        "[0-9万](人|名)|複数ノ?(職員|人|名|担当)|最小限|最低限|フォロワー数|million|several (staff|people)|as few|minimum",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SaysPeople();

    [GeneratedRegex(
        "いくら(?!で)|何円|(料金|費用|値段|価格|代金|相場)(は|って|が|を|$|[?？])|how (much|expensive)|(?<![a-z])(price|costs?|fees?)(?![a-z])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksMoney();

    [GeneratedRegex("[0-9万千]円|無料|無償|有料|月額|料金|費用ガカカ|free of charge|monthly fee|for free", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysMoney();

    [GeneratedRegex(
        "何(文字|字|桁)|なんもじ|(文字|字)数(?=(は|って|を)?(何|いくつ|いくら|どれ|どの(くらい|程度)|教え|[?？]|$)|の(上限|制限))|how many (characters?|letters?|digits?)|character "
            + "(limit|count)|how long (must|should|does|do|is|can|may|has)[a-z ]{0,20} (password|passcode|tweet|post|text|caption)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksCharacters();

    [GeneratedRegex("[0-9] ?(文字|字|桁)|[0-9]+ (or more )?characters", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysCharacters();

    [GeneratedRegex("何(秒|分(?!か)|時間)|how many (seconds?|minutes?|hours?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksHours();

    [GeneratedRegex("[0-9](秒|分(?!類)|時間)|[0-9]+ (seconds?|minutes?|hours?)|勤務時間|業務時間", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysHours();

    [GeneratedRegex(
        "何(日|週間|[かヶカ]月|年)(?!何月)|なんにち|なんかげつ|なんねん|how many (days?|weeks?|months?|years?)|how (far|early|long) (in advance|before|ahead)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksDays();

    [GeneratedRegex(
        "[0-9](日|週|[カヶ]月|月|年|半)|半年|毎[年月日]|前日|当日|一定期間|[0-9]+ (days?|weeks?|months?|years?)|once a|the eve|(one|two|three) (days?|weeks?|"
            + "months?)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SaysDays();

    [GeneratedRegex("何時(?!間)|なんじ|(?<![a-z])(what|which|best) (time|hours?)(?![a-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksClock();

    [GeneratedRegex("業務時間|勤務時間|開庁時間|運用時間|時間外|時間帯|[0-9〇○]時(?!点)|working hours|office hours", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysClock();

    [GeneratedRegex("何(回|度)|なんかい|頻度|how (often|frequently|many times)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksTimes();

    [GeneratedRegex("[0-9]回|定期|継続|随時|毎[年月日週]|頻度|回数|複数回|不定期|一度|regular|once|often|several times|repeat", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysTimes();

    [GeneratedRegex(
        "[mg]b(?![a-z])|サイズ|大きさ|(image|photo|picture|video|file|banner) (size|length|dimension)s?|what size|メガバイト|ギガ|(ファイル|画像|動画)の?(サイズ|"
            + "容量)|解像度|縦横比|アスペクト比|ピクセル|file size|resolution|aspect ratio|dimensions",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksSize();

    [GeneratedRegex("[0-9] ?([mg]b|メガ|ギガ|ピクセル|px|対|：)|縦横比|解像度", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysSize();

    [GeneratedRegex("何(%|パーセント|割|倍|点|位)|percentage|how many percent|what (share|rank)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksRatio();

    [GeneratedRegex("[0-9](%|パーセント|割|倍|点|位)|percent", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysRatio();

    [GeneratedRegex("何(歳|才|代)|年齢層|どの(年代|世代)|how old|(which|what) age(?![a-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksAge();

    [GeneratedRegex("[0-9](歳|才|代)|年代|世代|aged|all ages|[0-9]+s ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SaysAge();
}

/// <summary>Units in which something can be asked for.</summary>
[Flags]
internal enum Quantity
{
    None = 0,
    Pieces = 1,
    Sheets = 2,
    Cases = 4,
    People = 8,
    Money = 16,
    Characters = 32,
    Hours = 64,
    Days = 128,
    Clock = 256,
    Times = 512,
    Size = 1024,
    Ratio = 2048,
    Age = 4096,

    /// <summary>So many of a noun that has no unit of its own.</summary>
    Other = 8192,
}
