using System.Text.RegularExpressions;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// A decision typed as a sentence instead of pressed, 「承認します」「OK 差し戻し」, and the number of a draft alone, 「No.3」「3番」. Pure. It decides
/// nothing: who reads it shows the card with the buttons.
/// </summary>
/// <param name="Number">The digits of the draft's number; empty where none was typed.</param>
/// <param name="Decides">A decision is named; else the draft is only to be shown.</param>
internal sealed partial record SpokenDecision(string Number, bool Decides)
{
    /// <summary>Nobody says a decision at greater length.</summary>
    private const int MaxLength = 80;

    /// <summary>Null where the text is neither.</summary>
    public static SpokenDecision? Of(string text)
    {
        if (text.Length > MaxLength || text.Trim().Contains('\n', StringComparison.Ordinal)) return null;
        var said = TurnRouter.Fold(text);
        if (IsForHelp().IsMatch(said)) return null;
        if (Alone().Match(said) is { Success: true } alone) return new(NumberIn(alone), Decides: false);
        if (PostLikeText.EndsAsQuestion(said)) return null;
        return Decision().Match(said) is { Success: true } decision ? new(NumberIn(decision), Decides: true) : null;
    }

    private static string NumberIn(Match match) => match.Groups["n"].Value is { Length: > 0 } before ? before : match.Groups["m"].Value;

    private const string Assent = @"(?:(?:ok(?:です)?|okay|yes|はい|了解(?:です)?|オーケー|おけ|よし)[\s、,。.!！]*)?";

    /// <summary>
    /// How a number is written with a word before or behind it; one of both has to stand there, because 「2026」 is no draft.
    /// </summary>
    private const string Marked =
        @"(?:(?:下書き|draft|no|number|#|第|の)+\s*[.．:：#]?\s*(?<n>[0-9]{1,6})(?:\s*[番号]+)?|(?<n>[0-9]{1,6})\s*[番号]+)";

    /// <summary>Behind a decision a bare number is the draft's: 「承認 3」.</summary>
    private const string Behind = @"(?:no|number|#|第)\s*[.．:：#]?\s*(?<m>[0-9]{1,6})(?:\s*[番号]+)?|(?<m>[0-9]{1,6})(?:\s*[番号]+)?";

    /// <summary>
    /// Police, coast guard and fire brigade, unless the word 下書き stands there. The drafts of these numbers are found by it, or in the list.
    /// </summary>
    [GeneratedRegex(@"^(?:no|number|#|第)*\s*[.．:：#]?\s*11[089]\s*[番号]*[\s。.!！?？]*$", Options, 1000)]
    private static partial Regex IsForHelp();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"^(?:show|open|see|view)?\s*(?:me\s*)?" + Marked
            + @"(?:の?(?:下書き|カード|本文))?(?:[をはが]|って)?\s*(?:見せて|みせて|見たい(?:です)?|見る|開いて|開く|ひらいて|表示(?:して)?|出して|どこ)?(?:ください|下さい)?"
            + @"(?:\s*please)?[\s。.!！?？]*$",
        Options,
        1000
    )]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"^" + Assent + "(?:" + Marked + @"\s*(?:[をはのも、,]|について)*\s*)?"
            + @"(?:これを?\s*|この(?:下書き|件|投稿)[をは]?\s*|i\s+|please\s+)?"
            + @"(?:(?:承認|決裁|代決|確認済み?|却下|差し?戻し?)"
            + @"(?:し|す)?(?:ます|ました|た|る|て|とします|いたします|致します|にします|にする|にして|とする|です|[でを]?お願い(?:します|いたします|致します)?|で|ok(?:です)?|(?:で|だ)ok(?:です)?)*"
            + @"(?:ください|下さい)?(?:ね|よ)?"
            + @"|ok(?:です|でした)|オーケーです|問題(?:な(?:い|し)|ありません|ないです)(?:です|と思います)?|(?:いい|良い|よい)(?:です|と思います)|進めて(?:ください|下さい|OK)?"
            + @"|approved?|reject(?:ed)?|return(?:ed)?|(?:send|sent)(?: it)? back|sign(?:ed)? off|mark(?:ed)? (?:it )?as checked)"
            + @"(?:\s+(?:it|this|this one|that|the draft))?\s*(?:" + Behind + @")?(?:\s*please)?[\s。.!！~〜ー♪\p{So}]*$",
        Options,
        1000
    )]
    private static partial Regex Decision();
}
