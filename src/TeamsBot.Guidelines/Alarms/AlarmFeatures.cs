using System.Text;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// What a text is weighed by: its runs of up to three characters; the same with every kanji, katakana and Latin run taken as one, which is
/// the voice without the matter; in English its words; the signs; and its form. A feature is known by a hash of 32 bits only: two of
/// 100,000 may coincide, which learning bears. Time grows linearly with the text.
/// </summary>
internal static class AlarmFeatures
{
    /// <summary>
    /// What one view of the text may weigh altogether, whatever the text's length, and what one sign and one trait of form may.
    /// </summary>
    private const double View = 2, Sign = 0.1, Form = 0.3;

    private const int LongestRun = 3, LongestVoice = 4, LongestPhrase = 3;

    /// <summary>Marks the beginning and the end of a text; what stands there says more than what stands between.</summary>
    private const char Begin = '^', End = '$';

    public static List<AlarmFeature> Of(AlarmText text, AlarmSigns.Seen signs)
    {
        var plain = Evened(text.Folded);
        var found = new List<AlarmFeature>(plain.Length * 8);
        AddView(found, Runs('c', Begin + plain + End, 1, LongestRun));
        if (text.IsEnglish) AddView(found, Phrases(plain));
        else AddView(found, Runs('k', Begin + Voice(plain) + End, 2, LongestVoice));
        found.AddRange(signs.All.Select(sign => new AlarmFeature(Hash('s', sign.Name), sign.Value * Sign)));
        found.AddRange(FormOf(text, plain).Select(trait => new AlarmFeature(Hash('f', trait), Form)));
        return found;
    }

    private static IEnumerable<string> FormOf(AlarmText text, string plain) =>
    [
        $"length{Math.Min(8, (int)Math.Log2(plain.Length + 1))}",
        $"lines{Math.Min(3, plain.Count(c => c == '\n'))}",
        $"sentences{Math.Min(5, plain.Count(c => c is '。' or '!' or '?' or '\n' or '.'))}",
        $"english{text.IsEnglish}",
        plain.Length > 0 ? $"ends{plain[^1]}" : "empty",
    ];

    /// <summary>Blanks and numbers of any length are one; which number it is tells nothing.</summary>
    private static string Evened(string text)
    {
        var even = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var kind = c == '\t' ? ' ' : char.IsDigit(c) ? '0' : c;
            if (kind is ' ' or '0' && even.Length > 0 && even[^1] == kind) continue;
            even.Append(kind);
        }

        return even.ToString();
    }

    private static string Voice(string text)
    {
        var voice = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var kind = SearchText.IsKanji(c) ? '漢' : SearchText.IsKatakana(c) ? 'カ' : char.IsAsciiLetterLower(c) ? 'a' : c;
            if (kind is '漢' or 'カ' or 'a' && voice.Length > 0 && voice[^1] == kind) continue;
            voice.Append(kind);
        }

        return voice.ToString();
    }

    private static HashSet<uint> Runs(char view, string text, int shortest, int longest)
    {
        var runs = new HashSet<uint>(text.Length * longest);
        for (var from = 0; from < text.Length; from++)
        {
            var hash = Step(Offset, view);
            for (var length = 1; length <= longest && from + length <= text.Length; length++)
            {
                hash = Step(hash, text[from + length - 1]);
                if (length >= shortest) runs.Add(hash);
            }
        }

        return runs;
    }

    private static HashSet<uint> Phrases(string text)
    {
        string[] words = [Begin.ToString(), .. AlarmText.Words(text), End.ToString()];
        var phrases = new HashSet<uint>();
        for (var from = 0; from < words.Length; from++)
        {
            var hash = Step(Offset, 'w');
            foreach (var word in words.Skip(from).Take(LongestPhrase))
            {
                foreach (var c in word) hash = Step(hash, c);
                phrases.Add(hash = Step(hash, ' '));
            }
        }

        return phrases;
    }

    private static void AddView(List<AlarmFeature> found, HashSet<uint> view)
    {
        var value = View / Math.Sqrt(Math.Max(1, view.Count));
        found.AddRange(view.Select(feature => new AlarmFeature(feature, value)));
    }

    // FNV-1a, by UTF-16 unit: the same on every machine, unlike string.GetHashCode.
    private const uint Offset = 2_166_136_261, Prime = 16_777_619;

    private static uint Step(uint hash, char c) => unchecked((hash ^ c) * Prime);

    private static uint Hash(char view, string name) => name.Aggregate(Step(Offset, view), Step);
}

internal readonly record struct AlarmFeature(uint Key, double Value);
