using System.Text.RegularExpressions;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>A word of thanks or assent and nothing else: it asks for nothing, and a menu would be no answer to it.</summary>
internal static partial class Courtesy
{
    private const int MaxLength = 40;

    [GeneratedRegex(
        @"^((どうも)?(ありがとう|有難う|有り難う|ありがと)|了解|りょうかい|承知|かしこまりました|(わか|分か|判か)りました|助かりました|大丈夫|ok|okay|オーケー|おけ|はい|thanks|thank you|thx|got it|sure|"
            + @"great)"
            + @"(です|ございます|ございました|いたしました|致しました|しました|した|でした|( so| very)? much| a lot|[、 ]*ありがとう)*[\s。．.!~〜ー♪\p{So}]*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    public static bool Is(string text) => text.Length <= MaxLength && Words().IsMatch(TurnRouter.Fold(text));
}
