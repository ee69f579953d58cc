using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Data;

public sealed class StatementCacheTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TempDatabase database = new();
    private readonly BotDbContext db;

    public StatementCacheTests() => db = database.CreateDbContext();

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    [Fact]
    public async Task A_query_asked_again_and_again_answers_with_the_values_of_each_time()
    {
        await db.Database.OpenConnectionAsync();
        for (var number = 0; number < 5; number++)
        {
            db.Inbox.Add(InboxEntry.Of($"{number}", Now, $"answer {number}"));
            await db.SaveChangesAsync();
        }

        for (var number = 0; number < 5; number++)
        {
            var key = $"{number}";
            (await db.Inbox.AsNoTracking().SingleAsync(entry => entry.Key == key)).Answer.ShouldBe($"answer {number}");
        }
    }

    [Fact]
    public async Task The_same_query_while_its_rows_are_being_read_has_rows_of_its_own()
    {
        await db.Database.OpenConnectionAsync();
        db.Inbox.AddRange(InboxEntry.Of("a", Now, null), InboxEntry.Of("b", Now, null), InboxEntry.Of("c", Now, null));
        await db.SaveChangesAsync();
        var all = db.Inbox.AsNoTracking().OrderBy(entry => entry.Key).Select(entry => entry.Key);
        for (var time = 0; time < 3; time++)
        {
            var pairs = new List<string>();
            await foreach (var outer in all.AsAsyncEnumerable())
            {
                await foreach (var inner in all.AsAsyncEnumerable()) pairs.Add(outer + inner);
            }

            pairs.ShouldBe(["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"]);
        }
    }

    [Fact]
    public async Task A_statement_that_was_refused_works_the_next_time()
    {
        await db.Database.OpenConnectionAsync();
        for (var time = 0; time < 4; time++)
        {
            db.Inbox.Add(InboxEntry.Of("same", Now, null));
            if (time == 0) await db.SaveChangesAsync();
            else await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            db.Inbox.Add(InboxEntry.Of($"{time}", Now, null));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        (await db.Inbox.CountAsync()).ShouldBe(5);
    }

    /// <summary>Opened again it may be another connection to SQLite, which somebody else held before.</summary>
    [Fact]
    public async Task Closing_a_connection_ends_its_statements()
    {
        using var other = database.CreateDbContext();
        for (var time = 0; time < 6; time++)
        {
            var (first, second) = time % 2 == 0 ? (db, other) : (other, db);
            await first.Database.OpenConnectionAsync();
            (await first.Inbox.AsNoTracking().CountAsync()).ShouldBe(time);
            await second.Database.OpenConnectionAsync();
            second.Inbox.Add(InboxEntry.Of($"{time}", Now, null));
            await second.SaveChangesAsync();
            (await first.Inbox.AsNoTracking().CountAsync()).ShouldBe(time + 1);
            await first.Database.CloseConnectionAsync();
            await second.Database.CloseConnectionAsync();
        }
    }

    [Fact]
    public void Texts_that_never_come_again_do_not_fill_it()
    {
        db.Database.OpenConnection();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var cache = StatementCache.Of(connection);
        for (var number = 0; number < StatementCache.Capacity * 20; number++)
        {
            using var once = new SqliteCommand($"SELECT {number}", connection);
            cache.Take(once).ShouldBeNull();
        }

        using var often = new SqliteCommand("SELECT 'often'", connection);
        cache.Take(often).ShouldBeNull();
        cache.Take(often).ShouldNotBeNull();
    }
}
