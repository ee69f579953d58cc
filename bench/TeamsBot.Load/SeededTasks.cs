using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Load;

/// <summary>
/// Tasks written beside the bot into its file, while it does not run: open ones over 300 accounts and ended ones of years ago, as an office
/// has them after a while. They are no part of the audit chain, and so the file is good for measuring only.
/// </summary>
internal static class SeededTasks
{
    private const int Accounts = 300;

    public static void Write(string file, int open, int ended)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            """
            INSERT INTO "DatedTask" ("Id", "TenantId", "Key", "AccountId", "Section", "Cause", "RaisedAt", "FirstDueOn", "DueOn", "CalledFrom",
                "Calls", "Step", "NextAt", "State", "Reason", "EndedByName", "EndedAt", "Messages", "Waiting", "Stamp")
            VALUES ($id, $tenant, 'pw-yearly', $account, '広報課', $cause, $raised, $due, $due, $due, 0, 0, NULL, $state, '', '', $ended, '[]', '[]', 1)
            """;
        foreach (var name in (string[])["$id", "$tenant", "$account", "$cause", "$raised", "$due", "$state", "$ended"])
            insert.Parameters.AddWithValue(name, DBNull.Value);
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        for (var number = 0; number < open + ended; number++)
        {
            var isOpen = number < open;
            var due = isOpen ? today.AddDays(number % 60) : today.AddDays(-30 - (number % 3_000));
            insert.Parameters["$id"].Value = Guid.CreateVersion7().ToString().ToUpperInvariant();
            insert.Parameters["$tenant"].Value = FakeService.TenantId;
            // The first of them is an account of the sample pack, whose tasks are drawn; the others are only looked at.
            insert.Parameters["$account"].Value = number % Accounts == 0 ? "city-x" : string.Create(CultureInfo.InvariantCulture, $"account{number % Accounts}");
            insert.Parameters["$cause"].Value = number.ToString(CultureInfo.InvariantCulture);
            insert.Parameters["$raised"].Value = due.AddDays(-60).Ticks;
            insert.Parameters["$due"].Value = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            insert.Parameters["$state"].Value = isOpen ? "Open" : "Done";
            insert.Parameters["$ended"].Value = isOpen ? DBNull.Value : due.Ticks;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
