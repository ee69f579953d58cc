using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Index;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines;

/// <summary>
/// Decides what is not answered. A guideline quoted on a question it says nothing about is worse than no answer. The signs are added up
/// with weights found by logistic regression over written questions inside and outside the guidelines' matters (the tests hold some of
/// both); they are about how a question is covered, never about which question it is.
/// </summary>
internal static partial class Refusals
{
    /// <summary>
    /// Below this sum a question is not answered. 0 is the even point; a little below it, because a wrong refusal is said politely and can
    /// be asked again.
    /// </summary>
    private const float Threshold = -0.35f;

    [GeneratedRegex(
        "(?i)ignore (all |any |the |your )*(above|previous|prior|instruction|rule)|disregard .*(instruction|rule|above)|forget (all|your|"
            + "the) .*(instruction|rule)|system ?prompt|system:|developer mode|jailbreak|you are now|act as (a|an|my)|pretend (to be|you "
            + "are|that you)|role-?play|reveal (the|your)|connection string|api key|(上記|これまで|今まで|以前|前)の?(すべての|全ての)?(指示|命令|ルール|設定)を?(全て|"
            + "すべて)?(無視|忘れ|破棄)|(指示|命令|ルール|制約)を(無視|忘れ|解除)|システムプロンプト|開発者モード|になりきって|として(振る舞|ふるま|話して|答えて)|のふりをして(答|話|くださ)|あなたは今から|プロンプトを(表示|教え|"
            + "見せ)|接続文字列|(設定|プロンプト|指示|内部情報|ソースコード)を?(すべて|全て|全部)?(出力|吐き出|ダンプ)|(パスワード|秘密|鍵|キー)を(表示|出力|見せ)(しろ|して|てくだ|せよ|ろ)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Instruction();

    [GeneratedRegex(
        "(?i)第?[0-9一二三四五六七八九十]+(項|条|章|節)|全文|item [0-9]+|article [0-9]+|section [0-9]+|full text",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AsksForText();

    public static RefusalReason? BeforeSearch(string text, Question question, GuidelineSource? own)
    {
        if (!text.Any(char.IsLetterOrDigit)) return RefusalReason.Empty;
        if (Instruction().IsMatch(text.Normalize(System.Text.NormalizationForm.FormKC))) return RefusalReason.Instruction;
        if (question.TermWeights.Count == 0) return RefusalReason.OutOfScope;
        if (
            own?.Pack is { } pack
            && AsksForText().IsMatch(question.Search.Plain)
            && pack.Unloaded.Exists(name => question.Search.Plain.Contains(SearchText.Of(name).Plain, StringComparison.Ordinal))
        )
            return RefusalReason.NotLoaded;
        return null;
    }

    public static RefusalReason? AfterSearch(Question question, Ranking ranking, PassageIndex index)
    {
        if (ranking.Hits.Count == 0) return RefusalReason.OutOfScope;
        if (question.Named.Count == 0 && Organisations.Foreign(question.Text, index.Sources) is not null) return RefusalReason.OutOfScope;
        if (Confidence(question, ranking, index) >= Threshold) return null;
        // Something the guidelines speak of, but not how many of it.
        var numberUnset =
            question.Elsewhere == 0
            && question.Counted.Any(concept => index.Knows(index.Terms.ConceptTerm(concept)))
            && IsAmountMissing(question, ranking.Hits[0].Entry, index);
        return question.IsOfSns || numberUnset ? RefusalReason.NotSet : RefusalReason.OutOfScope;
    }

    /// <summary>Whether an entry lacks the number that is asked for, or says it of another platform than the one asked about.</summary>
    internal static bool IsAmountMissing(Question question, IndexEntry entry, PassageIndex index)
    {
        if (question.Quantity == Quantity.None) return question.Sign.HasFlag(AnswerSign.Amount) && !AnswerSigns.HasNumberIn(entry);
        return !Quantities.IsSaid(question.Quantity, question.Search.Plain, entry.Shown)
            || question.Subjects.Any(subject => index.Lexicon.IsPlatform(subject) && !Has(subject))
            || (question.Counted.Count > 0 && !question.Counted.Any(Has));

        // What nearly every clause is about, such as a post, tells clauses apart no more than the question.
        bool Has(int concept) =>
            index.Rarity(index.Terms.ConceptTerm(concept)) < Weights.Commonplace
            || index
                .Lexicon.Near(concept)
                .Select(near => near.Concept)
                .Append(concept)
                .Any(idea => index.Share(entry.Number, index.Terms.ConceptTerm(idea)) >= Weights.Enough / 2);
    }

    /// <summary>The log-odds that the best entry answers the question.</summary>
    internal static float Confidence(Question question, Ranking ranking, PassageIndex index)
    {
        var best = ranking.Hits[0].Entry;
        var amountMissing = IsAmountMissing(question, best, index);
        var defined =
            question.Sign.HasFlag(AnswerSign.Definition) && AnswerSigns.Defines(best) && question.Subjects.Any(best.Subjects.Contains);
        return 1.1f
            + (defined || (question.Sign.HasFlag(AnswerSign.About) && AnswerSigns.TellsWhatFor(best)) ? 1.5f : 0)
            // Whoever has an incident at hand is better served by a near clause than by none.
            + (Runbooks.IsNamed(question) ? 0.8f : 0)
            + (1.15f * ranking.Coverage)
            - (1.4f * ranking.Unknown)
            + (1.6f * MathF.Log((ranking.Hits[0].Score / index.Rarest) + 0.05f))
            - (1f * Math.Min(3, question.StrangeWords))
            + (0.2f * Math.Min(3, question.Anchors))
            - ((question.Anchors >= 2 ? 1.6f : 4.5f) * Math.Min(2, question.Elsewhere))
            - (question.NamesUnknownThing ? 2.3f : 0)
            - (amountMissing ? 5f : 0);
    }
}
