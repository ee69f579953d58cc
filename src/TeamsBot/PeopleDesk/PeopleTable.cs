using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tables;

namespace TeamsBot.PeopleDesk;

/// <summary>
/// Reads a list of people: our own columns, or those of the list of users that Entra's admin centre downloads. Says of every row that
/// cannot be understood what is wrong with it; the others may be used without it. A list without the column of roles leaves roles as they
/// are.
/// </summary>
internal static class PeopleTable
{
    public const int MaxRows = 1_000;

    public const int MaxText = 16_000;

    private const int MaxName = 60;

    private static readonly Columns Columns = new(
        ("id", ["オブジェクトID", "オブジェクト ID", "object id", "objectId", "id"]), ("name", ["氏名", "名前", "表示名", "name", "displayName"]),
        ("kana", ["ふりがな", "フリガナ", "よみがな", "kana"]), ("section", ["所属", "課", "部署", "section", "department"]),
        ("title", ["職名", "役職", "title", "jobTitle"]), ("roles", ["役割", "role", "roles"]));

    private static readonly string[] Required = ["id", "name", "section", "title"];

    private static readonly Role[] AllRoles = Enum.GetValues<Role>();

    /// <param name="known">The people in force: who a role is left to.</param>
    /// <param name="sections">The organisation's sections; empty means any name is accepted.</param>
    public static PeopleList Read(Table table, PeopleDirectory known, IReadOnlyList<string> sections)
    {
        if (table.UnclosedAt > 0) return PeopleList.Not(
            table.UnclosedAt, "引用符（\"）が閉じていません。この行を直してください。", "The quotation mark (\") is not closed. Please mend this row.");
        if (table.Rows.Count == 0) return PeopleList.Not(0, "一覧表を貼り付けてください。", "Please paste the table.");
        var header = Columns.Of(table.Rows[0]);
        if (Required.Any(field => !header.Contains(field)))
            return PeopleList.Not(table.Rows[0].Line, "一行目に、列の名前を書いてください。「オブジェクトID」「氏名」「所属」「職名」は必ず要ります。",
                "Name the columns in the first row; object id, name, section and title are needed.");
        if (table.Rows.Count - 1 > MaxRows)
            return PeopleList.Not(0, string.Create(CultureInfo.InvariantCulture, $"一度に取り込めるのは{MaxRows:N0}行までです。分けて取り込んでください。"),
                string.Create(CultureInfo.InvariantCulture, $"At most {MaxRows:N0} rows at once; please import the list in parts."));
        var (rows, problems) = (new List<PeopleRow>(), new List<PeopleFault>());
        foreach (var row in table.Rows.Skip(1))
        {
            var cells = Columns.Values(header, row);
            if (Fault(cells, sections) is { } fault) problems.Add(new(row.Line, fault.Japanese, fault.English));
            else rows.Add(new(row.Line, PersonOf(cells, known)));
        }

        var together = PeopleRules.Problems([.. rows.Select(row => row.Person)], []).Select(problem => (rows[problem.At].Line, problem))
            .ToList();
        problems.AddRange(together.Select(found => new PeopleFault(found.Line, found.problem.Japanese, found.problem.English)));
        var refused = together.Select(found => found.Line).ToHashSet();
        return new([.. rows.Where(row => !refused.Contains(row.Line))], [.. problems.OrderBy(problem => problem.Line)],
            HasRoles: header.Contains("roles"));
    }

    private static (string Japanese, string English)? Fault(Dictionary<string, string> cells, IReadOnlyList<string> sections)
    {
        var (id, name, section) = (cells["id"], cells["name"], cells["section"]);
        if (!Guid.TryParseExact(id, "D", out _)) return (
            "オブジェクトIDが 8-4-4-4-12桁の形ではありません。", "The object id does not have the form of 8-4-4-4-12 digits.");
        if (name.Length is 0 or > MaxName) return ("氏名は1字から60字までで書いてください。", "A name has 1 to 60 characters.");
        if (section.Length is 0 or > MaxName) return ("所属を書いてください。", "Please state the section.");
        if (sections.Count > 0 && !sections.Contains(section, StringComparer.Ordinal)) return (
            $"所属「{TypedText.Quote(section)}」は組織の一覧にありません。", $"The section '{TypedText.Quote(section)}' is not one of the organisation's.");
        if (cells["title"].Length is 0 or > MaxName) return ("職名を書いてください。", "Please state the title.");
        return Array.Find(Words(cells), word => RoleOf(word) is null) is { } unknown
            ? (
                $"役割「{TypedText.Quote(unknown)}」が分かりません。使える役割：{string.Join("、", AllRoles.Select(role => role.InJapanese()))}",
                $"The role '{TypedText.Quote(unknown)}' is not known. Roles: {string.Join(", ", AllRoles.Select(role => role.InEnglish()))}"
            )
            : null;
    }

    private static Person PersonOf(Dictionary<string, string> cells, PeopleDirectory known)
    {
        var id = cells["id"].ToLowerInvariant();
        var before = known.Find(id);
        var kana = cells.GetValueOrDefault("kana", "") is { Length: > 0 and <= MaxName } written ? written : before?.Kana;
        IReadOnlyList<Role> roles = cells.ContainsKey("roles") ? [.. Words(cells).Select(RoleOf).OfType<Role>().Distinct()]
            : before?.Roles ?? [];
        return new(id, cells["name"], kana, cells["section"], cells["title"], roles);
    }

    private static string[] Words(Dictionary<string, string> cells) =>
        cells.GetValueOrDefault("roles", "").Split(['、', '・', ',', ';', '/', ' ', '\n'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>As people files write it, or as people read it in either language.</summary>
    private static Role? RoleOf(string word) => Roles.Words.Find(word) ?? AllRoles.Cast<Role?>()
        .FirstOrDefault(role => word.Equals(role!.Value.InJapanese(), StringComparison.Ordinal)
            || word.Equals(role.Value.InEnglish(), StringComparison.OrdinalIgnoreCase)
            || word.Equals(role.Value.ToString(), StringComparison.OrdinalIgnoreCase));
}

/// <param name="HasRoles">The list says who has which role; without, roles stay.</param>
internal sealed record PeopleList(IReadOnlyList<PeopleRow> Rows, IReadOnlyList<PeopleFault> Faults, bool HasRoles)
{
    public static PeopleList Not(int line, string japanese, string english) => new([], [new(line, japanese, english)], HasRoles: false);

    public IReadOnlyList<Person> Persons => [.. Rows.Select(row => row.Person)];
}

internal sealed record PeopleRow(int Line, Person Person);

/// <param name="Line">From 1, as the person sees it; 0 where the whole table is meant.</param>
internal sealed record PeopleFault(int Line, string Japanese, string English);
