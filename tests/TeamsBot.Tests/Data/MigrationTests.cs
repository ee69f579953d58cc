using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;

namespace TeamsBot.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_make_the_model_of_the_code()
    {
        using var database = new TempDatabase();
        using var db = database.CreateDbContext();
        var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        if (snapshot is IMutableModel mutable) snapshot = mutable.FinalizeModel();
        snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(snapshot);
        var differences = db.GetService<IMigrationsModelDiffer>().GetDifferences(
            snapshot.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());
        differences.Select(operation => operation.GetType().Name).ShouldBeEmpty("run: dotnet ef migrations add (see DesignTimeContext)");
    }

    [Fact]
    public void No_migration_is_pending_after_a_start()
    {
        using var database = new TempDatabase();
        using var db = database.CreateDbContext();
        db.Database.GetPendingMigrations().ShouldBeEmpty();
    }

    /// <summary>What an installation had when the first answers came: these names stand in its file, and a migration must never be made anew under another.</summary>
    private const string First = "20261120085852_Answers";

    [Fact]
    public async Task A_file_of_an_earlier_program_keeps_its_drafts()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-");
        try
        {
            await using var db = new BotDbContext(TempDatabase.Options(Path.Combine(folder.FullName, "bot.db")));
            await db.GetService<IMigrator>().MigrateAsync(First);
            var ticks = new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero).UtcTicks;
            // Interpolated values become parameters; braces of JSON are among them.
            await db.Database.ExecuteSqlInterpolatedAsync($"INSERT INTO Draft (Number, TenantId, AuthorId, AuthorName, Section, Status, Stamp, IsEmbargoed, Note, CreatedAt, ChangedAt, IsLiftAsked, Holders) VALUES (7, 't', 'a', '佐藤 花子', '広報課', 'Composing', 1, 0, '', {ticks}, {ticks}, 0, '[]')");
            await db.Database.ExecuteSqlInterpolatedAsync($"INSERT INTO Revision (DraftNumber, Number, Text, CreatedAt, Findings, Answers) VALUES (7, 1, '図書館まつりを開催します。', {ticks}, '[]', {"{}"})");

            await db.Database.MigrateAsync();

            var draft = await db.FindDraftAsync(7, "t", CancellationToken.None);
            draft!.Current.Text.ShouldBe("図書館まつりを開催します。");
            draft.Pictures.ShouldBeEmpty();
            draft.CurrentHash.ShouldNotBeNullOrEmpty();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
