using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Tests.Data;

/// <summary>
/// Files as earlier programs left them, one for each migration, with a small city's drafts in them: they open, and every value that stood
/// in them stands there afterwards. Files and not models, because what counts is what lies on somebody's disk.
/// </summary>
public sealed class EarlierFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;

    public static TheoryData<string> Names() => [.. Zips()];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_of_an_earlier_program_opens_and_keeps_everything(string name)
    {
        ZipFile.ExtractToDirectory(Path.Combine(Files(), name + ".zip"), folder);
        var file = Path.Combine(folder, "bot.db");
        var before = Tables(file);
        before.ShouldNotBeEmpty();

        await using (var db = new BotDbContext(TempDatabase.Options(file))) await db.Database.MigrateAsync();

        var after = before.ToDictionary(
            table => table.Key,
            table => table.Value with { Rows = Rows(file, table.Key, table.Value.Columns) },
            StringComparer.Ordinal
        );
        foreach (var (table, was) in before) after[table].Rows.ShouldBe(was.Rows, table);
    }

    /// <summary>The rows are there to be kept: a fixture that lost its own would prove nothing.</summary>
    [Fact]
    public void The_newest_file_holds_a_city_at_work()
    {
        ZipFile.ExtractToDirectory(Path.Combine(Files(), Zips().Last() + ".zip"), folder);
        var tables = Tables(Path.Combine(folder, "bot.db"));
        foreach (var table in (string[])["Draft", "Revision", "Review", "DraftEvent", "AuditEntries", "OutboxMessages", "Conversations"])
            tables[table].Rows.ShouldNotBeEmpty(table);
    }

    private sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<string> Rows);

    private static Dictionary<string, Table> Tables(string file)
    {
        var names = Read(
            file,
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'"
        );
        return names.ToDictionary(name => name, name =>
        {
            var columns = Read(file, $"SELECT name FROM pragma_table_info('{name}') ORDER BY cid");
            return new Table(columns, Rows(file, name, columns));
        }, StringComparer.Ordinal);
    }

    private static List<string> Rows(string file, string table, IReadOnlyList<string> columns)
    {
        var cells = string.Join(" || char(31) || ", columns.Select(column => $"quote(\"{column}\")"));
        return [.. Read(file, $"SELECT {cells} FROM \"{table}\"").Order(StringComparer.Ordinal)];
    }

    private static List<string> Read(string file, string query)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }

    private static IEnumerable<string> Zips() =>
        Directory.EnumerateFiles(Files(), "2*.zip").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Files([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Files");
}
