using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

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
}
