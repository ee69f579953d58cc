using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tables;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// Reads a list of accounts as it is copied from a spreadsheet, column names in the first row. It knows no register and
/// judges no names; it only says which rows can be understood.
/// </summary>
internal static class ImportTable
{
    public const int MaxRows = 200;

    public const int MaxText = 16_000;

    private static readonly Columns Columns = new(
        ("medium", ["媒体", "種類", "SNS", "medium"]),
        ("section", ["所属", "所管", "課", "所属名", "担当課", "section"]),
        ("name", ["アカウント名", "アカウント", "名前", "name"]),
        ("handle", ["ID", "ハンドル", "ユーザー名", "handle"]),
        ("url", ["URL", "登録URL"]),
        ("opened", ["開設", "開設年月", "opened"]),
        ("followers", ["フォロワー", "フォロワー数", "followers"]),
        ("followersDay", ["フォロワー数の日"]),
        ("kind", ["区分", "種別", "kind"])
    );

    /// <param name="asOf">The day the followers were counted on; without it their numbers are left out.</param>
    /// <param name="further">Further columns that the caller understands.</param>
    public static ImportResult Read(string text, string organisation, DateOnly? asOf, IReadOnlyCollection<string>? further = null)
    {
        // As it was written, so that a list comes back as it went out; a list whose very signs are wide is brought to half width first.
        var written = PastedTable.Read(text, keepsWidth: true);
        return Read(Has(written) ? written : PastedTable.Read(text), organisation, asOf, further);
    }

    /// <inheritdoc cref="Read(string, string, DateOnly?, IReadOnlyCollection{string})"/>
    public static ImportResult Read(Table table, string organisation, DateOnly? asOf, IReadOnlyCollection<string>? further = null)
    {
        if (table.UnclosedAt > 0) return new([], [new(table.UnclosedAt, "引用符（\"）が閉じていません。この行を直して、もう一度貼り付けてください。")]);
        if (table.Rows.Count == 0) return new([], [new(0, "表を貼り付けてください。")]);
        var (heading, lines) = (Folded(table.Rows[0]), table.Rows.Skip(1).ToList());
        var header = Columns.Of(heading);
        if (!Has(table))
            return new([], [new(heading.Line, "一行目に、列の名前を書いてください。「媒体」「所属」「アカウント名」は必ず要ります。")]);
        if (lines.Count > MaxRows) return new([], [new(
            MaxRows + 1, string.Create(CultureInfo.InvariantCulture, $"一度に取り込めるのは{MaxRows}行までです。分けて取り込んでください。"))]);

        var known = further ?? [];
        var (rows, problems, dayless) = (new List<ImportRow>(), Unknown(heading, header, known).ToList(), 0);
        foreach (var line in lines)
        {
            var values = Columns.Values(header, Folded(line));
            if (Row(values, organisation, asOf, out var problem) is { } account)
            {
                rows.Add(new(line.Line, account, Further(heading, line, known)));
                if (account.Followers is null && CountOf(values.GetValueOrDefault("followers", "")) is not null) dayless++;
            }
            else problems.Add(new(line.Line, problem));
        }

        if (dayless > 0) problems.Add(Dayless(heading.Line, dayless));
        return new(rows, problems);
    }

    private static ImportProblem Dayless(int line, int rows) => ImportProblem.OfTaken(line, string.Create(
        CultureInfo.InvariantCulture,
        $"いつの数か分からないため、フォロワー数は取り込んでいません（{rows}行）。「フォロワー数はいつのものか」に日を入れるか、列「フォロワー数の日」を足して、もう一度取り込んでください。"));

    private static bool Has(Table table)
    {
        if (table.Rows.Count == 0) return false;
        var header = Columns.Of(Folded(table.Rows[0]));
        string[] required = ["medium", "section", "name"];
        return required.All(field => header.Contains(field));
    }

    /// <summary>The media write names and numbers in half width; a cell that was made safe against formulas is as it was before.</summary>
    private static TableRow Folded(TableRow row) =>
        row with { Cells = [.. row.Cells.Select(cell => TurnRouter.Normal(CsvText.Plain(cell)).Trim())] };

    /// <summary>A column that nobody asks for is named once; the others are taken.</summary>
    private static IEnumerable<ImportProblem> Unknown(
        TableRow heading, IReadOnlyList<string?> header, IReadOnlyCollection<string> known) => heading.Cells
        .Where((name, at) => name.Length > 0 && header[at] is null && !known.Contains(name))
        .Select(name => ImportProblem.OfTaken(heading.Line, $"列「{Cards.ShortText.Shorten(name, 20)}」は分かりません。この列は読んでいません。"));

    /// <summary>The row's cells of the further columns, as they were written; of two with one name the first.</summary>
    private static Dictionary<string, string> Further(TableRow heading, TableRow line, IReadOnlyCollection<string> known) => heading.Cells
        .Select((name, at) => (Name: name, Value: CsvText.Plain(line.Cells.ElementAtOrDefault(at) ?? "")))
        .Where(cell => cell.Value.Length > 0 && known.Contains(cell.Name))
        .GroupBy(cell => cell.Name, StringComparer.Ordinal)
        .ToDictionary(cell => cell.Key, cell => cell.First().Value, StringComparer.Ordinal);

    private static RegisteredAccount? Row(Dictionary<string, string> of, string organisation, DateOnly? asOf, out string problem)
    {
        var (name, section, handle, url) = (of["name"], of["section"], of.GetValueOrDefault("handle", ""), of.GetValueOrDefault("url", ""));
        var (medium, followers) = (MediumOf(of["medium"]), of.GetValueOrDefault("followers", ""));
        problem = (medium, name, section) switch
        {
            (null, _, _) => $"媒体「{Cards.ShortText.Shorten(of["medium"], 20)}」が分かりません。",
            (_, { Length: 0 or > RegisteredAccount.MaxName }, _) => "アカウント名は1字から100字までで書いてください。",
            (_, _, { Length: 0 or > RegisteredAccount.MaxName }) => "所属を書いてください。",
            _ when url.Length > 0 && (url.Length > RegisteredAccount.MaxUrl || !OfficialAccount.IsAddress(url)) =>
                "URLは https:// で始まる形で書いてください。",
            _ when handle.Length > RegisteredAccount.MaxHandle => "IDが長すぎます。",
            _ when followers.Length > 0 && !Uncounted.Contains(followers) && CountOf(followers) is null =>
                $"フォロワー数「{Cards.ShortText.Shorten(followers, 20)}」は数字で書いてください。",
            _ => "",
        };
        if (problem.Length > 0) return null;
        var counted = Sheet.SheetWords.DayOf(of.GetValueOrDefault("followersDay", "")) ?? asOf;
        var count = counted is null ? null : CountOf(followers);
        return new(
            name,
            handle.TrimStart('@') is { Length: > 0 } bare ? $"@{bare}" : null,
            medium!.Value,
            url.Length > 0 ? url : null,
            KindOf(of.GetValueOrDefault("kind", ""), name, organisation),
            section,
            AccountState.Running,
            null,
            of.GetValueOrDefault("opened", "") is { Length: > 0 and <= 20 } opened ? opened : null,
            count,
            count is null ? null : counted
        );
    }

    /// <summary>As lists write that nobody counted.</summary>
    private static readonly string[] Uncounted = ["不明", "未計測", "非公開", "なし", "-", "—", "－", "ー"];

    /// <summary>1,656 or 1656人; null where it is no number.</summary>
    private static int? CountOf(string written) => int.TryParse(
        written.Replace(",", "", StringComparison.Ordinal).TrimEnd('人'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    /// <summary>Where the list does not say it, an account that bears the organisation's plain name speaks for the organisation.</summary>
    private static AccountKind KindOf(string written, string name, string organisation) =>
        written.Contains("公式", StringComparison.Ordinal) || (written.Length == 0 && name == organisation)
            ? AccountKind.CityOfficial
            : AccountKind.Section;

    private static Medium? MediumOf(string written) => written.ToUpperInvariant() switch
    {
        "X" or "TWITTER" or "X(旧TWITTER)" => Medium.X,
        "FACEBOOK" or "フェイスブック" => Medium.Facebook,
        "INSTAGRAM" or "インスタグラム" => Medium.Instagram,
        "LINE" or "ライン" => Medium.Line,
        "YOUTUBE" or "ユーチューブ" => Medium.YouTube,
        "ホームページ" or "WEBSITE" => Medium.Website,
        "その他" or "OTHER" => Medium.Other,
        _ => null,
    };
}

/// <param name="Line">From 1, as pasted.</param>
/// <param name="Further">The values of the further columns by their names; without empty ones.</param>
internal sealed record ImportRow(int Line, RegisteredAccount Account, IReadOnlyDictionary<string, string> Further);

/// <param name="Line">From 1; 0 where the whole table is meant.</param>
internal sealed record ImportProblem(int Line, string Message)
{
    /// <summary>The row was taken; this is about a part of it.</summary>
    public bool IsTaken { get; private init; }

    public static ImportProblem OfTaken(int line, string message) => new(line, message) { IsTaken = true };
}

internal sealed record ImportResult(IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportProblem> Problems);
