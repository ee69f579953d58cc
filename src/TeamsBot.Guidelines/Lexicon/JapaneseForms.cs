namespace TeamsBot.Guidelines.Lexicon;

/// <summary>
/// Finds many Japanese forms in a text at once (a trie over folded characters). Short katakana forms must stand as words of their own and
/// be written in katakana: タダ is "free of charge", ただ in いただく is not; ライン is LINE, in ガイドライン it is not.
/// </summary>
internal sealed class JapaneseForms
{
    private readonly Dictionary<(int Node, char Next), int> edges = [];
    private readonly List<List<(int Concept, bool WordOfItsOwn, bool AsciiWord, bool Kana)>?> ends = [null];
    private readonly List<(string Folded, string Form)> kana = [];

    public void Add(string form, int concept)
    {
        var text = SearchText.Of(form);
        var node = 0;
        foreach (var c in text.Folded)
        {
            if (!edges.TryGetValue((node, c), out var next))
            {
                next = ends.Count;
                ends.Add(null);
                edges[(node, c)] = next;
            }

            node = next;
        }

        var katakana = text.Plain.All(SearchText.IsKatakana);
        (ends[node] ??= []).Add(
            (
                concept,
                katakana && text.Plain.Length <= 3,
                text.Plain.All(char.IsAscii),
                text.Plain.Length <= 3 && text.Plain.All(SearchText.IsHiragana)
            )
        );
        if (text.Folded.Length >= 4 && text.Folded.All(SearchText.IsKatakana)) kana.Add((text.Folded, form));
    }

    /// <param name="strict">Whether the rule for short katakana forms holds; a text without kanji gives no word boundaries to see.</param>
    public void Find(SearchText text, List<ConceptHit> hits, bool strict)
    {
        var folded = text.Folded;
        for (var start = 0; start < folded.Length; start++)
        {
            var node = 0;
            for (var i = start; i < folded.Length && edges.TryGetValue((node, folded[i]), out node); i++)
            {
                if (ends[node] is not { } found) continue;
                foreach (var (concept, word, ascii, kana) in found)
                {
                    if (ascii && (IsLetter(text.Plain, start - 1) || IsLetter(text.Plain, i + 1))) continue;
                    if (kana && IsInsideKatakana(text.Plain, start, i)) continue;
                    if (word && strict && !IsKatakanaWord(text.Plain, start, i)) continue;
                    hits.Add(new(concept, start, i + 1));
                }
            }
        }
    }

    /// <summary>The one kana form within one slip of the word (two in a long word), or null when none or several are.</summary>
    public string? Nearest(string word)
    {
        string? best = null;
        var most = word.Length >= 8 ? 2 : 1;
        foreach (var (folded, form) in kana)
        {
            if (Math.Abs(folded.Length - word.Length) > most || folded.Length < 4) continue;
            var slips = Slips.Between(folded, word, most);
            if (slips > most) continue;
            if (slips < most || best is null) best = form;
            most = Math.Min(most, Math.Max(slips, 1));
        }

        return best;
    }

    private static bool IsLetter(string text, int i) => i >= 0 && i < text.Length && char.IsAsciiLetter(text[i]);

    /// <summary>うそ is no part of アカウント, however it is mistyped.</summary>
    private static bool IsInsideKatakana(string plain, int start, int last) =>
        SearchText.IsKatakana(plain[start])
        && ((start > 0 && SearchText.IsKatakana(plain[start - 1])) || (last + 1 < plain.Length && SearchText.IsKatakana(plain[last + 1])));

    private static bool IsKatakanaWord(string plain, int start, int last)
    {
        for (var i = start; i <= last; i++) if (!SearchText.IsKatakana(plain[i])) return false;
        return (start == 0 || !SearchText.IsKatakana(plain[start - 1]))
            && (last + 1 >= plain.Length || !SearchText.IsKatakana(plain[last + 1]));
    }
}
