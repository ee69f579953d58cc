using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>Ways of speaking that decide where the learned odds leave it open. Read on folded text (<see cref="AlarmText"/>).</summary>
internal static partial class AlarmPhrases
{
    [GeneratedRegex(
        @"どう(し|す|せ|対|やっ)|(何|なに)(を|から)(す|し|や)|まず|最初|対(処|応)(は|方|を|の)|いかが|手順|first\b|\b(what|how) (do|does|should|shall|can|could|must|"
            + @"to)\b.{0,12}\b(do|react|respond|act|handle|deal)\b|what (now|next|then)|steps",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex AsksForSteps();

    [GeneratedRegex(
        @"防(ぐ|ぎ|止|ご)|ように(する|は)|予防|対策|備え|とは|定義|ていぎ|注意(点)?は|意味|って(何|なに)|どんな|プロフィール|prevent|avoid|prepare|protect|mean\b|definition|check|"
            + @"confirm|before|what is\b|likely",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex AsksForRules();

    [GeneratedRegex(
        @"(公式|アカウント|うちの|当課の|当館の|(市|県|町|村|区)の)[^。!?\n]{0,16}(が|を)[^。!?\n]{0,6}(乗っ?取|ハック|凍結|停止|なりすま|奪)(され|られ)(まし|て(い|お)|た)|(our|the) "
            + @"(official |city.s )?\w* ?(account|page) (was|has been|got|is|has) (hijacked|hacked|suspended|taken over|gone|missing|"
            + @"disappeared|vanished)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex OwnAccountLost();

    /// <summary>One colleague asks another to look at once; no post does.</summary>
    [GeneratedRegex(
        @"^\W*(大?至急|緊急|急ぎ)[^\n]{0,80}(投稿|アカウント|公式|フォロワー|(市|町|村|区|県|課|うち)の(x|インスタ|line|ページ))[^\n]{0,60}(確認|対応|連絡|指示|相談)(を|し|の)?.{0,4}(願|"
            + @"ください|下さい|たい)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex AsksAColleague();

    /// <summary>
    /// "まずいことになりました、電話ください": one colleague calls another and does not say what it is about. Few words; nothing that may happen, and
    /// nobody who is addressed.
    /// </summary>
    [GeneratedRegex(
        @"^(?=[^\n]{4,50}$)(?!.*(たら|れば|ときは|時は|場合|方は|方へ|お困り|お気軽|ひとりで|一人で|窓口|センター|\?))"
            + @"(?=.*((電話|連絡|来て|相談|手を貸し|時間).{0,6}(くださ|下さ|ほし|欲し|くれ|もら|頂|いただ|頼|願|たい|乗って)|助けて))"
            + @"(?=.*(まず(い|く)(こと|です|かも|状|なっ)|やば(い|く)|(大変な?|えらい|とんでもない|困った|おおごとな?)(ことに|事態)|やらか|しくじ|トラブル(になりまし|発生です|です)))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex CallsWithoutSayingWhy();

    /// <summary>"Whoever sees one, call 110": said to readers, whatever it warns of.</summary>
    [GeneratedRegex(
        @"(見かけ|見つけ|みかけ|みつけ|目撃し|発見し|気づい|届い|来|かかってき|受け|遭遇し|出会っ)たら[^。!\n]{0,16}"
            + @"([0-9]{3,}番?|警察|消防|交番|駐在|役所|役場|[^\s。、]{1,8}[課署係室局所]|センター|窓口|下記|こちら)[^。\n]{0,4}(へ|に|まで)"
            + @"([。!]|$|[^。\n]{0,6}(通報|連絡|電話|相談|お知らせ|情報))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex TellsReadersWhatToDo();

    /// <summary>Anything is asked, if only by how it ends.</summary>
    [GeneratedRegex(
        @"\?|か[。…]?$|(教え|おしえ)て|知りたい|とは|っけ|かな[ぁあ]?$|(て|で)(いい|よい|ええ)(の|ん)?$|べき|どう(し|す|なる|やっ)|何(を|が|から)|\b(how|what|when|who|whom|where|which|"
            + @"should|can|may|must|do|does|is|are) (i|we|you|it|there|the|this|a)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex AsksAnything();

    /// <summary>"Do we change the password?": what is asked is what has to be done as a rule.</summary>
    [GeneratedRegex(
        @"\b(do|must|may) (we|i)( have to| need to)? (change|keep|need|publish|report|register|tell|ask|use|answer|reply)\b[^.!?]*\?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    public static partial Regex AsksForDuty();
}
