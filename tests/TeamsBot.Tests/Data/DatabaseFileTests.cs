using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tests.Data;

/// <summary>The file as it lies on a disk: held, whole, this program's, and complete when nobody runs.</summary>
public sealed class DatabaseFileTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;

    private string FilePath => Path.Combine(folder, "bot.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    [Fact]
    public async Task After_a_clean_stop_the_file_alone_is_the_database()
    {
        await using (var services = await StartAsync())
        {
            foreach (var number in Enumerable.Range(1, 3)) await RecordAsync(services, $"entry-{number}");
        }

        Directory.GetFiles(folder).ShouldBe([FilePath]);
        Count("AuditEntries").ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task A_commit_into_a_deleted_file_is_not_acknowledged(string part)
    {
        if (OperatingSystem.IsWindows()) return;
        await using var services = await StartAsync();
        await RecordAsync(services, "before");
        File.Delete(FilePath + part);
        await Should.ThrowAsync<DatabaseMissingException>(() => RecordAsync(services, "lost"));
        File.Exists(FilePath + part).ShouldBeFalse("an empty file in its place would be taken for the database at the next start");
    }

    /// <summary>Between the look before and the commit, too: what counts is the look behind it.</summary>
    [Fact]
    public async Task A_file_deleted_during_the_commit_is_noticed_before_anybody_is_told()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var services = await StartAsync();
        var gate = services.GetRequiredService<WriteGate>();
        using (await gate.EnterAsync(default))
        {
            File.Move(FilePath, FilePath + ".away");
            Should.Throw<DatabaseMissingException>(gate.MakeSure);
            File.Move(FilePath + ".away", FilePath);
        }

        await RecordAsync(services, "it is the same file again");
    }

    [Fact]
    public async Task Another_file_in_its_place_is_not_the_database()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var services = await StartAsync();
        File.Move(FilePath, FilePath + ".away");
        Copy(FilePath + ".away", FilePath);
        await Should.ThrowAsync<DatabaseMissingException>(() => RecordAsync(services, "lost"));
    }

    [Fact]
    public async Task A_file_that_was_cut_is_noticed()
    {
        if (OperatingSystem.IsWindows()) return;
        await using (var before = await StartAsync()) await RecordAsync(before, "before");
        await using var services = await StartAsync();
        await RecordAsync(services, "now");
        Run("truncate", "-s", "4096", FilePath);
        await Should.ThrowAsync<DatabaseMissingException>(() => RecordAsync(services, "lost"));
    }

    [Fact]
    public async Task Another_name_for_the_same_file_lets_nobody_in()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var first = await StartAsync();
        var (symbolic, hard) = (Path.Combine(folder, "symbolic.db"), Path.Combine(folder, "hard.db"));
        File.CreateSymbolicLink(symbolic, FilePath);
        Run("ln", FilePath, hard);
        foreach (var name in (string[])[symbolic, hard])
        {
            (await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync(name))).ExitCode.ShouldBe(
                DatabaseUnavailableException.TryAgain,
                name
            );
        }
    }

    [Fact]
    public async Task No_file_beside_it_has_to_be_there_to_keep_a_second_bot_out()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var first = await StartAsync();
        foreach (var file in Directory.GetFiles(folder).Where(file => file != FilePath)) File.Delete(file);
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync())).ExitCode.ShouldBe(
            DatabaseUnavailableException.TryAgain
        );
    }

    [Fact]
    public async Task A_tool_may_read_beside_a_running_bot_and_does_not_end_its_hold()
    {
        await using var first = await StartAsync();
        await RecordAsync(first, "before");
        Count("AuditEntries").ShouldBe(1);
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync())).ExitCode.ShouldBe(
            DatabaseUnavailableException.TryAgain
        );
    }

    [Fact]
    public async Task Only_the_bots_own_account_may_read_the_files_also_in_a_folder_that_was_there()
    {
        if (OperatingSystem.IsWindows()) return;
        await using (var first = await StartAsync()) await RecordAsync(first, "before");
        File.GetUnixFileMode(FilePath).ShouldBe(Own);
        File.SetUnixFileMode(FilePath, Own | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await using var second = await StartAsync();
        await RecordAsync(second, "after");
        foreach (var file in Directory.GetFiles(folder)) File.GetUnixFileMode(file).ShouldBe(Own, file);
    }

    [Fact]
    public async Task A_damaged_page_is_found_at_the_start()
    {
        await using (var before = await StartAsync())
        {
            foreach (var number in Enumerable.Range(1, 50)) await RecordAsync(before, $"entry-{number}");
        }

        Damage(FilePath, "AuditEntries");
        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync());
        refusal.ExitCode.ShouldBe(DatabaseUnavailableException.BadData);
        refusal.Message.ShouldContain("控えから戻してください");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_of_a_newer_program_is_refused_and_not_written(bool isCrashed)
    {
        await using (var before = await StartAsync()) await RecordAsync(before, "before");
        using var newer = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        newer.Open();
        Execute(newer, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Newer', '99.0.0')");
        // What a crash leaves: a log that nobody brought into the file.
        if (!isCrashed) newer.Close();
        var before1 = Bytes();
        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync());
        refusal.ExitCode.ShouldBe(DatabaseUnavailableException.NewerProgram);
        refusal.Message.ShouldContain("新しいプログラム");
        refusal.Message.ShouldContain("newer program");
        Bytes().ShouldBe(before1);
        byte[][] Bytes() =>
            [.. ((string[])[FilePath, FilePath + "-wal"]).Where(file => File.Exists(file) && new FileInfo(file).Length > 0).Select(Read)];
    }

    [Fact]
    public async Task A_file_of_an_unknown_history_is_no_disk_problem()
    {
        ZipFile.ExtractToDirectory(Path.Combine(Files(), "unknown-history.zip"), folder);
        var before = Read(FilePath);
        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync());
        refusal.ExitCode.ShouldBe(DatabaseUnavailableException.BadData);
        refusal.Message.ShouldContain("このボットのものではありません");
        Read(FilePath).ShouldBe(before);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        using (var other = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            other.Open();
            Execute(other, "CREATE TABLE Recipe (Id INTEGER PRIMARY KEY)");
        }

        var before = Read(FilePath);
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => StartAsync())).Message.ShouldContain("このボットのものではありません");
        Read(FilePath).ShouldBe(before);
    }

    /// <summary>Overwrites a page of the table with noise, as a bad sector reads.</summary>
    internal static void Damage(string file, string table)
    {
        long page, size;
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = $name";
            command.Parameters.AddWithValue("$name", table);
            using var row = command.ExecuteReader();
            row.Read().ShouldBeTrue();
            (page, size) = (row.GetInt64(0), row.GetInt64(1));
        }

        var noise = Path.Combine(Path.GetDirectoryName(file)!, "noise");
        File.WriteAllBytes(noise, [.. Enumerable.Repeat((byte)0xA5, (int)size)]);
        Run("dd", $"if={noise}", $"of={file}", $"bs={size}", $"seek={page - 1}", "conv=notrunc", "status=none");
        File.Delete(noise);
    }

    internal static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, program);
    }

    private static async Task RecordAsync(ServiceProvider services, string action)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        scope
            .ServiceProvider.GetRequiredService<AuditTrail>()
            .Record(new Actor("t", "p", "29:p", "佐藤 花子"), action, "test", new { text = new string('あ', 500) });
        await scope.ServiceProvider.GetRequiredService<CommitGate>().SaveAsync(db, default);
    }

    private async Task<ServiceProvider> StartAsync(string? file = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = folder, EnvironmentName = "Production" });
        services.AddSingleton(TimeProvider.System);
        services.AddBotData(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new("Data:File", file ?? FilePath), new("Data:BusyTimeoutSeconds", "1")])
                .Build()
        );
        services.AddAudit(new ConfigurationBuilder().Build());
        var provider = services.BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<BotDatabase>().PrepareAsync(default);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    private long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are written in this file.
        command.CommandText = $"SELECT count(*) FROM \"{table}\"";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Copy(string from, string to) => Run("cp", from, to);

    private byte[] Read(string file)
    {
        var copy = Path.Combine(folder, "copy");
        Copy(file, copy);
        var bytes = File.ReadAllBytes(copy);
        File.Delete(copy);
        return bytes;
    }

    private static string Files([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Files");
}
