using System.Text.RegularExpressions;
using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>Which organisation a question is about: one of the loaded guidelines, one that is not loaded, or none.</summary>
internal static partial class Organisations
{
    [GeneratedRegex("(?<n>[\\p{IsCJKUnifiedIdeographs}ヶケ々]{1,5}?[都道府県市区町村])(?![立長民内政役外営域所名会])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Municipality();

    /// <summary>Names of a document's organisation: from its pack, else the municipality its title begins with.</summary>
    public static IReadOnlyList<string> NamesOf(Clauses.PackGuideline? pack, GuidelineDocument? document)
    {
        var names = new List<string>(pack?.Names ?? []);
        if (pack is null && document is not null && Municipality().Match(document.Title) is { Success: true, Index: 0 } match) names.Add(match.Value);
        return [.. names.Select(name => SearchText.Of(name).Plain).OrderByDescending(name => name.Length)];
    }

    public static IReadOnlyList<GuidelineSource> Named(SearchText question, IReadOnlyList<GuidelineSource> sources) =>
        [.. sources.Where(source => source.Names.Any(name => Stands(name, question.Plain) >= 0))];

    /// <summary>A municipality named as one (…市の, …県では) that no loaded guideline belongs to.</summary>
    public static string? Foreign(string question, IReadOnlyList<GuidelineSource> sources)
    {
        foreach (Match match in Municipality().Matches(question.Normalize(System.Text.NormalizationForm.FormKC)))
        {
            var name = match.Groups["n"].Value;
            if (name.Length < 3 || name[..^1].EndsWith('各') || name[0] is '各' or '当' or '本' or '同' or '全' or '他') continue;
            if (sources.Any(source => source.Names.Any(known => known.Length > 1 && SearchText.Of(name).Plain.Contains(known, StringComparison.Ordinal)) || source.Document?.Text.Contains(name, StringComparison.Ordinal) == true)) continue;
            return name;
        }

        return null;
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

        return text;
    }

    /// <summary>A one-character name (区) stands alone: in front of a particle, not inside 区民 or 地区.</summary>
    private static int Stands(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var (before, after) = (at > 0 ? text[at - 1] : ' ', at + name.Length < text.Length ? text[at + name.Length] : ' ');
            if (name.Length == 1 && (SearchText.IsKanji(before) || !(after is 'の' or 'で' or 'は' or 'が' or 'に' or 'と' or 'へ' or 'も' or 'を'))) continue;
            if (char.IsAscii(name[0]) && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after))) continue;
            return at;
        }

        return -1;
    }
}
