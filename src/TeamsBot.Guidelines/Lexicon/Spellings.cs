namespace TeamsBot.Guidelines.Lexicon;

/// <summary>
/// Other spellings of a Japanese form that mean the same: 申し込み is also written 申込み and 申込, 遅くなる also stands as 遅くなり. A few of them
/// are no words; such a one is never met in a text.
/// </summary>
internal static class Spellings
{
    /// <summary>The kana that a verb ends on inside a compound (取り扱い, 受け付け).</summary>
    private const string Connecting = "いきしちみりえけせめれげべぎび";

    public static IEnumerable<string> Of(string form)
    {
        yield return form;
        if (Stem(form) is { } stem) yield return stem;
        var short1 = WithoutInnerKana(form);
        if (short1 == form) yield break;
        yield return short1;
        if (short1.Length >= 3 && Connecting.Contains(short1[^1], StringComparison.Ordinal) && short1[..^1].All(SearchText.IsKanji))
            yield return short1[..^1];
    }

    /// <summary>申し込み to 申込み: one kana between two kanji is left out.</summary>
    private static string WithoutInnerKana(string form)
    {
        for (var i = 1; i + 1 < form.Length; i++)
        {
            if (
                Connecting.Contains(form[i], StringComparison.Ordinal)
                && SearchText.IsKanji(form[i - 1])
                && SearchText.IsKanji(form[i + 1])
            )
                return form.Remove(i, 1);
        }

        return form;
    }

    /// <summary>
    /// What does not change when a verb or an adjective is inflected; only of forms long enough to mean something without their end.
    /// </summary>
    private static string? Stem(string form) =>
        form.Length >= 4 && form[^1] is 'る' or 'い' && SearchText.IsHiragana(form[^2]) && form.Any(SearchText.IsKanji) ? form[..^1] : null;
}
