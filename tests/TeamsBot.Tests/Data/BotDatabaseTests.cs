using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using TeamsBot.Data;

namespace TeamsBot.Tests.Data;

public sealed class BotDatabaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;

    private string FilePath => Path.Combine(folder, "data", "bot.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    [Fact]
    public async Task A_first_start_makes_the_file_and_its_tables_and_a_second_start_keeps_them()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var services = Services();
            await services.GetRequiredService<BotDatabase>().PrepareAsync(default);
            await using var db = services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContext();
            (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_commit_is_on_the_disk_before_it_returns()
    {
        await using var services = Services();
        await services.GetRequiredService<BotDatabase>().PrepareAsync(default);
        await using var db = services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContext();
        await db.Database.OpenConnectionAsync();
        (Pragma(db, "journal_mode"), Pragma(db, "synchronous"), Pragma(db, "foreign_keys"), Pragma(db, "busy_timeout")).ShouldBe(
            ("wal", "2", "1", "1000")
        );
    }

    [Fact]
    public async Task Only_the_bots_own_account_may_look_into_a_folder_it_made()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var services = Services();
        await services.GetRequiredService<BotDatabase>().PrepareAsync(default);
        File.GetUnixFileMode(Path.GetDirectoryName(FilePath)!)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_is_refused()
    {
        await using var first = Services();
        await first.GetRequiredService<BotDatabase>().PrepareAsync(default);
        await using var second = Services();
        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() =>
            second.GetRequiredService<BotDatabase>().PrepareAsync(default)
        );
        ShouldExplain(refusal, DatabaseUnavailableException.TryAgain, "別のプログラムが使っています", "Another program");
    }

    [Fact]
    public async Task A_database_locked_at_start_says_so_and_to_try_again()
    {
        await using (var before = Services()) await before.GetRequiredService<BotDatabase>().PrepareAsync(default);
        await using var other = new SqliteConnection($"Data Source={FilePath}");
        await other.OpenAsync();
        using var held = other.BeginTransaction();
        await using var services = Services();
        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() =>
            services.GetRequiredService<BotDatabase>().PrepareAsync(default)
        );
        ShouldExplain(refusal, DatabaseUnavailableException.TryAgain, "別のプログラムが使っています", "Another program");
    }

    [Fact]
    public async Task A_damaged_file_is_named_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        var letter = string.Concat(Enumerable.Repeat("this is a letter and no database\n", 100));
        await File.WriteAllTextAsync(FilePath, letter);
        await using (var services = Services())
        {
            var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() =>
                services.GetRequiredService<BotDatabase>().PrepareAsync(default)
            );
            ShouldExplain(refusal, DatabaseUnavailableException.BadData, "控えから戻してください", "Restore it from a backup");
        }

        (await File.ReadAllTextAsync(FilePath)).ShouldBe(letter);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(Path.GetDirectoryName(FilePath)!, "a file where the folder should be");
        await using var services = Services();
        var refusal = await Should.ThrowAsync<DatabaseUnavailableException>(() =>
            services.GetRequiredService<BotDatabase>().PrepareAsync(default)
        );
        refusal.Message.ShouldContain(FilePath);
    }

    [Theory]
    [InlineData(5, DatabaseUnavailableException.TryAgain)]
    [InlineData(6, DatabaseUnavailableException.TryAgain)]
    [InlineData(13, DatabaseUnavailableException.DiskProblem)]
    [InlineData(10, DatabaseUnavailableException.DiskProblem)]
    [InlineData(8, DatabaseUnavailableException.NoPermission)]
    [InlineData(14, DatabaseUnavailableException.CannotOpen)]
    [InlineData(11, DatabaseUnavailableException.BadData)]
    [InlineData(1, DatabaseUnavailableException.DiskProblem)]
    public void Each_trouble_has_a_sentence_in_two_languages_and_an_exit_code(int code, int exitCode)
    {
        var explained = DatabaseUnavailableException.Because(new SqliteException("detail", code), "/var/lib/bot.db");
        explained.ExitCode.ShouldBe(exitCode);
        explained.Message.Split('\n').Length.ShouldBe(3);
        explained.Message.ShouldContain("/var/lib/bot.db");
        explained.Message.ShouldNotContain("detail");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(13)]
    public void A_full_disk_is_said_to_be_full_whatever_error_arrives_first(int code) =>
        DatabaseUnavailableException
            .Because(new SqliteException("cannot rollback", code), "bot.db", diskIsFull: true)
            .Message.ShouldContain("ディスクの空きがない");

    [Theory]
    [InlineData(30, DatabaseUnavailableException.NoPermission)]
    [InlineData(28, DatabaseUnavailableException.DiskProblem)]
    [InlineData(11, DatabaseUnavailableException.TryAgain)]
    public void What_the_file_system_refuses_is_told_apart(int errno, int exitCode)
        => DatabaseUnavailableException.Because(new IOException("refused", errno), "bot.db").ExitCode.ShouldBe(exitCode);

    [Theory]
    [InlineData("Development", "", "/app/data/bot.db")]
    [InlineData("Production", "state/x.db", "/app/state/x.db")]
    [InlineData("Production", "/var/lib/x.db", "/var/lib/x.db")]
    public void The_file_is_where_the_settings_say(string environment, string setting, string expected)
    {
        if (OperatingSystem.IsWindows()) return;
        new DataOptions { File = setting }
            .FileIn(new HostingEnvironment { EnvironmentName = environment, ContentRootPath = "/app" })
            .ShouldBe(expected);
    }

    private static void ShouldExplain(DatabaseUnavailableException refusal, int exitCode, string ja, string en)
    {
        refusal.ExitCode.ShouldBe(exitCode);
        refusal.Message.ShouldContain(ja);
        refusal.Message.ShouldContain(en);
        refusal.Message.ShouldNotContain("   at ");
    }

    private ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:File"] = FilePath,
            ["Data:BusyTimeoutSeconds"] = "1",
        }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = folder })
            .AddBotData(configuration)
            .BuildServiceProvider();
    }

    private static string Pragma(BotDbContext db, string name)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name is written in this file.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return $"{command.ExecuteScalar()}";
    }
}
