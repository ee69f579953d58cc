using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsBot.Packs.Reading;

/// <summary>
/// Takes the fields of one mapping, each with its type, and notes what is missing, mistyped or unknown. After a problem it returns a
/// harmless value and goes on: whoever reads must look at the problems before using the result.
/// </summary>
internal sealed partial class MapReader(MapNode map, string path, ProblemList problems)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public Place Place => map.Place;

    /// <summary>Whether the field is there with a value: neither left out nor null.</summary>
    public bool Has(string name) => map.Entries.Any(entry => entry.Key == name && entry.Value is not ScalarNode { Text: null });

    /// <summary>Reads a whole mapping: takes the fields and refuses those nobody asked for.</summary>
    public static T Read<T>(MapNode map, string path, ProblemList problems, Func<MapReader, T> read)
    {
        var reader = new MapReader(map, path, problems);
        var result = read(reader);
        foreach (var entry in map.Entries.Where(entry => !reader.taken.Contains(entry.Key)))
        {
            problems.Add(
                entry.KeyPlace, reader.PathOf(entry.Key),
                $"「{entry.Key}」という項目はありません。使える項目: {string.Join("、", reader.taken)}",
                $"There is no field '{entry.Key}' here. Known fields: {string.Join(", ", reader.taken)}");
        }

        return result;
    }

    public string Text(string name) => Required(name) is { } node ? TextOf(node, PathOf(name)) : "";

    public string? OptionalText(string name) => Value(name) is { } node ? TextOf(node, PathOf(name)) : null;

    public bool Flag(string name, bool otherwise) =>
        Value(name) is { } node ? Parsed<bool>(node, PathOf(name), TryFlag, "true か false", "true or false") : otherwise;

    /// <summary>True, false, or null where nothing is said.</summary>
    public bool? OptionalFlag(string name) => Value(name) is null ? null : Flag(name, false);

    public int RequiredNumber(string name, int from, int to) => Required(name) is { } node ? NumberOf(node, PathOf(name), from, to) : from;

    public int? OptionalNumber(string name, int from, int to) => Value(name) is { } node ? NumberOf(node, PathOf(name), from, to) : null;

    /// <summary>A number that may carry its own basis; written plainly it rests on its section's.</summary>
    public NumberSetting? Number(string name, int from, int to, Basis section) => Value(name) switch
    {
        null => null,
        MapNode own => Read(own, PathOf(name), problems, inner => new NumberSetting(
            inner.RequiredNumber("value", from, to),
            Basis.Read(inner)
        )),
        { } plain => new(NumberOf(plain, PathOf(name), from, to), section),
    };

    public DateOnly? OptionalDate(string name) => Value(name) is { } node
        ? Parsed<DateOnly>(node, PathOf(name), TryDate, "2026-04-01 の形の日付", "a date such as 2026-04-01")
        : null;

    public TimeOnly Time(string name) => Required(name) is { } node
        ? Parsed<TimeOnly>(node, PathOf(name), TryTime, "\"08:30\" の形の時刻", "a time such as \"08:30\"")
        : default;

    public T Word<T>(string name, Words<T> words)
        where T : struct => Required(name) is { } node ? WordOf(node, PathOf(name), words) : default;

    /// <summary>A word, or what counts where the field is left out.</summary>
    public T Word<T>(string name, Words<T> words, T otherwise)
        where T : struct => Value(name) is { } node ? WordOf(node, PathOf(name), words) : otherwise;

    public T? OptionalWord<T>(string name, Words<T> words)
        where T : struct => Value(name) is { } node ? WordOf(node, PathOf(name), words) : null;

    public IReadOnlyList<T> WordList<T>(string name, Words<T> words)
        where T : struct => [.. Items(name).Select((item, at) => WordOf(item, PathOf(name, at), words))];

    /// <summary>A list of texts; empty where the field is left out.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select((item, at) => TextOf(item, PathOf(name, at)))];

    public T? OptionalMap<T>(string name, Func<MapReader, T> read)
        where T : class => Value(name) is { } node ? MapOf(node, PathOf(name), read) : null;

    public T? RequiredMap<T>(string name, Func<MapReader, T> read)
        where T : class => Required(name) is { } node ? MapOf(node, PathOf(name), read) : null;

    /// <summary>
    /// A section that each pack must mention: null says that the guideline is silent, leaving it out says that somebody forgot it.
    /// </summary>
    public T? Stated<T>(string name, Func<MapReader, T> read)
        where T : class
    {
        if (map.Entries.All(entry => entry.Key != name))
        {
            taken.Add(name);
            Report(Place, PathOf(name), "この項目を書いてください。定めがなければ null と書きます。", "State this field; write null where the guideline is silent.");
            return null;
        }

        return OptionalMap(name, read);
    }

    public IReadOnlyList<T> Maps<T>(string name, Func<MapReader, T> read)
        where T : class => [.. Items(name).Select((item, at) => MapOf(item, PathOf(name, at), read)).OfType<T>()];

    /// <summary>A mapping whose keys are the operator's own words, for example incident kinds.</summary>
    public IReadOnlyList<KeyValuePair<TKey, TValue>> Keyed<TKey, TValue>(string name, Words<TKey> words, Func<MapReader, TValue> read)
        where TKey : struct
        where TValue : class
    {
        if (Value(name) is not { } node) return [];
        if (node is not MapNode entries)
        {
            Report(node.Place, PathOf(name), "「項目: 値」の形で書いてください。", "Write this as 'field: value'.");
            return [];
        }

        var found = new List<KeyValuePair<TKey, TValue>>();
        foreach (var entry in entries.Entries)
        {
            var at = $"{PathOf(name)}.{entry.Key}";
            var key = WordOf(new ScalarNode(entry.Key, entry.KeyPlace), at, words);
            if (MapOf(entry.Value, at, read) is { } value) found.Add(new(key, value));
        }

        return found;
    }

    /// <summary>
    /// The clauses this rests on. Only the form is checked here; whether a clause exists is known where the guideline is.
    /// </summary>
    public IReadOnlyList<string> Cite()
    {
        var ids = new List<string>();
        foreach (var (item, at) in Items("cite").Select((item, at) => (item, at)))
        {
            var id = TextOf(item, PathOf("cite", at));
            if (ClauseId().IsMatch(id)) ids.Add(id);
            else if (id.Length > 0)
                Report(
                    item.Place,
                    PathOf("cite", at),
                    $"「{id}」は条項番号の形ではありません（例 asaka-4-n3a）。",
                    $"'{id}' is not a clause id (for example asaka-4-n3a)."
                );
        }

        return ids;
    }

    /// <summary>Notes a problem of meaning at a field: what is written is well-formed but cannot be meant.</summary>
    public void Refuse(string name, string japanese, string english) =>
        Report(map.Entries.FirstOrDefault(entry => entry.Key == name)?.KeyPlace ?? Place, PathOf(name), japanese, english);

    /// <summary>The same for a field of an item of a list.</summary>
    public void Refuse(string name, int at, string field, string japanese, string english)
    {
        var items = (map.Entries.FirstOrDefault(entry => entry.Key == name)?.Value as ListNode)?.Items ?? [];
        var item = at < items.Count ? items[at] : map;
        var value = (item as MapNode)?.Entries.FirstOrDefault(entry => entry.Key == field)?.Value;
        Report((value ?? item).Place, $"{PathOf(name, at)}.{field}", japanese, english);
    }

    [GeneratedRegex(
        "^[a-z][a-z0-9]*(-[a-z0-9]+)+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex ClauseId();

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private string PathOf(string name, int at) => string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{at}]");

    private void Report(Place place, string field, string japanese, string english) => problems.Add(place, field, japanese, english);

    private DataNode? Value(string name)
    {
        taken.Add(name);
        var value = map.Entries.FirstOrDefault(entry => entry.Key == name)?.Value;
        return value is ScalarNode { Text: null } ? null : value;
    }

    private DataNode? Required(string name)
    {
        var value = Value(name);
        if (value is null) Refuse(name, "必ず書く項目です。", "This field is required.");
        return value;
    }

    private IReadOnlyList<DataNode> Items(string name)
    {
        switch (Value(name))
        {
            case null: return [];
            case ListNode list: return list.Items;
            case { } other:
                Report(other.Place, PathOf(name), "一覧（[ … ] または - の並び）で書いてください。", "Write this as a list.");
                return [];
        }
    }

    private T? MapOf<T>(DataNode node, string at, Func<MapReader, T> read)
        where T : class
    {
        if (node is MapNode inner) return Read(inner, at, problems, read);
        Report(node.Place, at, "「項目: 値」の形で書いてください。", "Write this as 'field: value'.");
        return null;
    }

    private string TextOf(DataNode node, string at)
    {
        if (node is ScalarNode { Text: { } text } && text.Trim().Length > 0) return text;
        Report(node.Place, at, "文字列を書いてください。", "Write a text here.");
        return "";
    }

    private T WordOf<T>(DataNode node, string at, Words<T> words)
        where T : struct
    {
        if (node is ScalarNode { Text: { } text } && words.Find(text) is { } meaning) return meaning;
        var written = node is ScalarNode { Text: { } word } ? word : "…";
        Report(
            node.Place,
            at,
            $"「{written}」は使えません。次のどれかを書いてください: {words.Choices}",
            $"'{written}' is not known here. Use one of: {words.Choices}"
        );
        return default;
    }

    private int NumberOf(DataNode node, string at, int from, int to)
    {
        var number = Parsed<int>(node, at, TryNumber, "整数", "a whole number");
        if (number < from || number > to) Report(node.Place, at, $"{from}から{to}までの数を書いてください。", $"Write a number from {from} to {to}.");
        return number;
    }

    private delegate bool Parser<T>(string text, out T value);

    private T Parsed<T>(DataNode node, string at, Parser<T> parse, string japanese, string english)
        where T : struct
    {
        if (node is ScalarNode { Text: { } text } && parse(text, out var value)) return value;
        Report(node.Place, at, $"{japanese}を書いてください。", $"Write {english}.");
        return default;
    }

    private static bool TryFlag(string text, out bool value) => bool.TryParse(text, out value);

    private static bool TryNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryDate(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private static bool TryTime(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
