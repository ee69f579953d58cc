using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Index;

/// <summary>The words of asking itself, which say nothing about what is asked.</summary>
internal static partial class Phrases
{
    [GeneratedRegex(
        "(?i),? (right|isn't it|is it not|correct|yes)\\?+$|^(please |can you |could you )*(list|name|enumerate|give (me|us)|show (me|us)|"
            + "tell (me|us)|describe|explain)( (all|every|the|about))*(?= )|^(what|which) (are|is) (all )?the (list|rules?) (of|on|for)|"
            + "(に関する|についての|の)?(規定|定め|決まり|ルール|取り?決め|方針)(は|が)?(あり|ある(?=[?？か])|何|どう|を教え)|について伺い|を伺い|を?お示し|を列挙|の(可否|要否|取扱い|取り扱い)|の(説明|解説)は?[?？。"
            + "]?$|(と|を|は)?(説明|解説|定義|説明を)(して|されて)(ください|下さい|いますか|います|いる)?|という(用語|言葉|語)|どういう意味|の意味|とは[?？、。]?(何|なに|どう|$)|って(何|なに|なん)(?=[?？。"
            + "!！]|$|のこと|ですか|だ)|(を|は|について|に関して)?(教えて|おしえて)(ください|下さい|ほしい|くれ)?|(いい|よい|良い|よろしい)(のかな|のでしょうか|でしょうか|ですか|の|か)?[?？。]?$|でしょうか|ませんか|"
            + "ますか|ですか|ください|下さい|とされていますか?|されていますか|定められていますか?|について(?=$|、|の)|どのように|(この|その)?ガイドライン(では|に|における|で)|(この)?マニュアル(では|における|で)|お願いします|"
            + "知りたい(です)?|(すみません|あの|えっと|ねえ)[、,]?|^(お疲れ(さま|様)(です|でした)?|お世話になって(おり|い)ます|こんにちは|こんばんは|おはよう(ございます)?|恐れ入りますが|失礼(いた)?します|至急|急ぎ|大至急|"
            + "質問です|相談です|hi|hello|hey|good (morning|afternoon)|thanks|excuse me)[ 、。,.!！ー～]+(?=.{4})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Asking();

    public static string WithoutAsking(string text) => Asking().Replace(text, " ");
}
