namespace TeamsBot.Guidelines.Lexicon;

/// <summary>
/// English words by their stems: enough to find "hijacked" under "hijack". It is no full stemmer and knows no irregular verbs.
/// </summary>
internal static class EnglishWords
{
    private static readonly HashSet<string> Stop = [.. """
        a an and are as at be been being but by can could did do does doing for from had has have having he her here him his how i if in
        into is it its itself just let me might my myself no nor not now of off on once one only or other our out over own please she
        should so some such than that the their them then there these they this those through to too under until up us was we were what
        when where which while who whom whose why will with would you your yours shall may must am any about before after outside inside
        during without within between against whether enable allow allowed require required necessary possible possibly happen happens
        happened apply applies mention mentions include includes give gives given take takes taken put find found think know knows see
        sure certain thing things something anything way case also get got go going say says said tell want need us s t re ve ll d m per
        according okay ok yes hi hello really very much many more most else ever still yet best better good bad well right properly
        simply actually currently someone somebody everyone everybody nobody people person lot lots bit kind kinds sort type stuff make
        makes made making come comes keep let try seem seems look looks looking thanks supposed ought each every since while upon via
        today tomorrow yesterday giving taking putting finding seeing telling saying happening trying keeping guys mean means back away
        around again already always due soon enough quite rather maybe perhaps suddenly usually normally generally exactly
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    public static bool IsStop(string word) => Stop.Contains(word);

    /// <summary>Words of a folded text in order, not stemmed; Japanese parts are skipped.</summary>
    public static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (
                i < text.Length
                && (IsWordCharacter(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])))
            )
                i++;
            var word = text[start..i].Replace('’', '\'');
            words.Add(word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.Replace("n't", "", StringComparison.Ordinal));
        }

        return words;
    }

    public static string Stem(string word)
    {
        if (word.Length <= 3) return word;
        var stem = word;
        if (stem.EndsWith("ies", StringComparison.Ordinal) && stem.Length > 4) stem = stem[..^3] + "y";
        else if (stem.EndsWith("sses", StringComparison.Ordinal)) stem = stem[..^2];
        else if (
            stem.EndsWith('s')
            && !stem.EndsWith("ss", StringComparison.Ordinal)
            && !stem.EndsWith("us", StringComparison.Ordinal)
            && !stem.EndsWith("is", StringComparison.Ordinal)
        )
            stem = stem[..^1];
        if (stem.EndsWith("ing", StringComparison.Ordinal) && stem.Length > 5) stem = Double(stem[..^3]);
        else if (stem.EndsWith("ed", StringComparison.Ordinal) && stem.Length > 4) stem = Double(stem[..^2]);
        if (stem.EndsWith("ion", StringComparison.Ordinal) && stem.Length > 6 && stem[^4] is 't' or 's') stem = stem[..^3];
        if (stem.EndsWith("ly", StringComparison.Ordinal) && stem.Length > 5) stem = stem[..^2];
        return stem.EndsWith('e') && stem.Length > 3 ? stem[..^1] : stem.EndsWith('y') && stem.Length > 4 ? stem[..^1] + "i" : stem;
    }

    private static string Double(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is >= 'à' and <= 'ÿ';
}
