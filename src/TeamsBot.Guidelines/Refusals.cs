using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>
/// Decides what is not answered. A guideline that is quoted on a question it says nothing about is worse than no answer, so a question must
/// be explained well enough by one clause; how well is measured, not guessed (see the tests' figures).
/// </summary>
internal static partial class Refusals
{
    private const float LeastCoverage = 0.2f;
    private const float MostUnknown = 0.6f;

    [GeneratedRegex("(?i)ignore (all |any |the |your )*(above|previous|prior|instruction|rule)|disregard .*(instruction|rule|above)|system ?(prompt|:)|developer mode|jailbreak|you are now|act as|pretend (to be|you are)|roleplay|role-play|reveal (the|your)|connection string|api key|(上記|これまで|今まで|以前)の?(指示|命令|ルール)?を?(全て|すべて)?(無視|忘れ)|指示を無視|命令を無視|ルールを無視|システムプロンプト|開発者モード|になりきって|として振る舞|のふりをして(答|話|くださ)|プロンプトを(表示|教え|見せ)|接続文字列", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instruction();

    public static RefusalReason? BeforeSearch(string text, Question question)
    {
        if (!text.Any(char.IsLetterOrDigit) || question.TermWeights.Count == 0) return RefusalReason.Empty;
        if (Instruction().IsMatch(text)) return RefusalReason.Instruction;
        return null;
    }

    public static RefusalReason? AfterSearch(Question question, Ranking ranking, PassageIndex index)
    {
        if (ranking.Hits.Count == 0) return RefusalReason.OutOfScope;
        if (question.Named.Count == 0 && Organisations.Foreign(question.Text, index.Sources) is not null) return RefusalReason.OutOfScope;
        if (ranking.Unknown > MostUnknown || ranking.Coverage < LeastCoverage) return RefusalReason.OutOfScope;
        return null;
    }
}
