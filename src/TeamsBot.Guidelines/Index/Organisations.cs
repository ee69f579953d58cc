using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>Which organisation a question is about: one of the loaded guidelines, one that is not loaded, or none.</summary>
internal static partial class Organisations
{
    [GeneratedRegex("(?<n>[\\p{IsCJKUnifiedIdeographs}ヶケ々]{1,5}?[都道府県市区町村])(?![立長民内政役外営域所名会])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Municipality();

    [GeneratedRegex("(?<![\\p{IsCJKUnifiedIdeographs}])(?<n>[都道府県市区町村])[のがはにで]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnnamedMunicipality();

    [GeneratedRegex(
        "(?<![\\p{IsCJKUnifiedIdeographs}])[本当]?(?<k>[都県市区町村])(?=の|が|は|に|で|と|公式|HP)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OwnKind();

    public static bool IsKind(char c) => c is '都' or '道' or '府' or '県' or '市' or '区' or '町' or '村';

    /// <summary>The kind of organisation a question speaks of without naming one: 県の方針, 市として.</summary>
    public static char? KindIn(string question) => OwnKind().Match(question) is { Success: true } match ? match.Groups["k"].Value[0] : null;

    /// <summary>
    /// Names of a document's organisation: from its pack, else the municipality the document speaks of most, or its bare kind (区が, 区の).
    /// </summary>
    public static IReadOnlyList<string> NamesOf(Clauses.PackGuideline? pack, GuidelineDocument? document)
    {
        var names = pack?.Names ?? (document is null ? [] : NamesIn(document));
        return [.. names.Select(name => SearchText.Of(name).Plain).OrderByDescending(name => name.Length)];
    }

    private static List<string> NamesIn(GuidelineDocument document)
    {
        var text = $"{document.Title}\n{document.Text}";
        var most = Municipality()
            .Matches(text)
            .Select(match => match.Groups["n"].Value)
            .Where(name => name.Length is 3 or 4 && !IsGeneral(name))
            .CountBy(name => name, StringComparer.Ordinal)
            .Where(count => count.Value >= 2)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(1)
            .Select(count => count.Key)
            .ToList();
        if (most.Count > 0)
            return [most[0], most[0][..^1], .. Prefectures.Romanised(most[0]) is { } english ? [english] : Array.Empty<string>()];
        return
        [
            .. UnnamedMunicipality()
                .Matches(text)
                .Select(match => match.Groups["n"].Value)
                .CountBy(name => name, StringComparer.Ordinal)
                .Where(count => count.Value >= 4)
                .OrderByDescending(count => count.Value)
                .Take(1)
                .Select(count => count.Key),
        ];
    }

    private static bool IsGeneral(string name) =>
        name[0] is '各' or '当' or '本' or '同' or '全' or '他' or '元'
        || name[..^1] is "自治" or "公的" or "地" or "市町" or "都道府" or "区市町";

    public static IReadOnlyList<GuidelineSource> Named(SearchText question, IReadOnlyList<GuidelineSource> sources) =>
        [.. sources.Where(source => source.Names.Any(name => Stands(name, question.Plain) >= 0))];

    /// <summary>A municipality named as one (…市の, …県では) that no loaded guideline belongs to.</summary>
    public static string? Foreign(string question, IReadOnlyList<GuidelineSource> sources)
    {
        foreach (Match match in Municipality().Matches(question.Normalize(System.Text.NormalizationForm.FormKC)))
        {
            var name = match.Groups["n"].Value;
            if (name.Length < 3 || IsGeneral(name)) continue;
            if (
                sources.Any(source =>
                    source.Names.Any(known => known.Length > 1 && SearchText.Of(name).Plain.Contains(known, StringComparison.Ordinal))
                    || source.Document?.Text.Contains(name, StringComparison.Ordinal) == true
                )
            )
                continue;
            return name;
        }

        return
            Prefectures.Named(SearchText.Of(question).Plain) is { } prefecture
            && !sources.Any(source =>
                source.Names.Any(known =>
                    SearchText.Of(prefecture).Plain.StartsWith(known, StringComparison.Ordinal)
                    || known.StartsWith(SearchText.Of(prefecture).Plain, StringComparison.Ordinal)
                )
            )
            ? prefecture
            : null;
    }

    /// <summary>The question without the names, which would only find where an organisation names itself.</summary>
    public static string Without(string question, IReadOnlyList<GuidelineSource> named)
    {
        var text = question.Normalize(System.Text.NormalizationForm.FormKC);
        foreach (var name in named.SelectMany(source => source.Names).Where(name => name.Length > 1))
        {
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0) text = text[..at] + " " + text[(at + name.Length)..];
        }

        // A name of one character goes with its particle: 区だと, 区では.
        foreach (var name in named.SelectMany(source => source.Names).Where(name => name.Length == 1))
        {
            if (Stands(name, text) is not (>= 0 and var at)) continue;
            var end =
                at + 2 < text.Length && "とはて".Contains(text[at + 2], StringComparison.Ordinal) ? at + 3 : Math.Min(at + 2, text.Length);
            text = text[..at] + " " + text[end..];
        }

        return text;
    }

    /// <summary>A one-character name (区) stands alone: in front of a particle, not inside 区民 or 地区.</summary>
    private static int Stands(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var (before, after) = (at > 0 ? text[at - 1] : ' ', at + name.Length < text.Length ? text[at + name.Length] : ' ');
            if (
                name.Length == 1
                && (
                    SearchText.IsKanji(before)
                    || !(after is 'の' or 'で' or 'は' or 'が' or 'に' or 'と' or 'へ' or 'も' or 'を' or 'だ' or 'っ')
                )
            )
                continue;
            if (char.IsAscii(name[0]) && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after))) continue;
            return at;
        }

        return -1;
    }
}
