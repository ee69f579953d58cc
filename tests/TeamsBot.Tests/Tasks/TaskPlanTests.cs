using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Tasks;

/// <summary>
/// An office has many tasks behind it and few before it: what is open is found by an index that leaves out what has ended, whatever was ever
/// done. Asked of the database itself, which plans without having seen a row.
/// </summary>
public sealed class TaskPlanTests : IDisposable
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-000000000001";

    private readonly TempDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_open_tasks_of_an_organisation_in_their_order() =>
        (await PlanAsync(db => db.OpenTasks(Tenant).OrderBy(task => task.DueOn).ThenBy(task => task.Id)))
            .ShouldContain("(TenantId=? AND EndedAt=?)");

    [Fact]
    public async Task Those_that_are_due_to_be_told()
    {
        var now = DateTimeOffset.UnixEpoch;
        (await PlanAsync(db => db.OpenTasks(Tenant).Where(task => task.NextAt != null && task.NextAt <= now).OrderBy(task => task.DueOn)))
            .ShouldContain("(TenantId=? AND EndedAt=?)");
    }

    [Fact]
    public async Task Those_of_an_account() =>
        (await PlanAsync(db => db.OpenTasks(Tenant).Where(task => task.AccountId == "city-x")))
            .ShouldContain("AccountId=?");

    private async Task<string> PlanAsync(Func<BotDbContext, IQueryable<DatedTask>> query)
    {
        await using var db = database.CreateDbContext();
        await using var command = query(db).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }
}
