using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Load;

/// <summary>
/// Tasks written beside the bot into its file, while it does not run: open ones of the sample pack's accounts and ended ones of years ago, as
/// an office has them after a while. They are no part of the audit chain, and so the file is good for measuring only.
/// </summary>
internal static class SeededTasks
{
    /// <summary>Of the sample pack: a task of another account has no cause, and the list would be an empty one.</summary>
    private static readonly string[] Accounts = ["city-x", "city-facebook", "city-instagram", "city-line", "bosai-x", "library-instagram"];

    /// <summary>Of so many open tasks one is overdue by so much that the desk was told: those are drawn, the others are looked at.</summary>
    private const int OverdueEvery = 10;

    /// <summary>The desk's link of the chain of <c>pw-staff</c>, and how many calls are over by then.</summary>
    private const int DeskStep = 2;

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
            VALUES ($id, $tenant, 'pw-staff', $account, '広報課', $cause, $raised, $due, $due, $due, $step, $step, NULL, $state, '', '', $ended, '[]', '[]', 1)
            """;
        foreach (var name in (string[])["$id", "$tenant", "$account", "$cause", "$raised", "$due", "$step", "$state", "$ended"])
            insert.Parameters.AddWithValue(name, DBNull.Value);
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        for (var number = 0; number < open + ended; number++)
        {
            var isOpen = number < open;
            var isOverdue = isOpen && number % OverdueEvery == 0;
            var due = isOverdue ? today.AddDays(-10) : isOpen ? today.AddDays(number % 60) : today.AddDays(-30 - (number % 3_000));
            insert.Parameters["$id"].Value = Guid.CreateVersion7().ToString().ToUpperInvariant();
            insert.Parameters["$tenant"].Value = FakeService.TenantId;
            insert.Parameters["$account"].Value = Accounts[number % Accounts.Length];
            insert.Parameters["$step"].Value = isOverdue ? DeskStep : 0;
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
