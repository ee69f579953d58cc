using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace TeamsBot.Data;

// There is no public place for it: a context that goes back to its pool closes its connection, whatever an interceptor says.
#pragma warning disable EF1001

/// <summary>
/// A context's connection that is closed only where <see cref="KeptConnections"/> does not keep it: in the served program it stays, in a
/// command or a test that makes its own contexts it goes. What is stuck in a transaction is closed by <see cref="BotDbContext.LetGo"/>,
/// which asks the connection itself.
/// </summary>
internal sealed class KeptConnection(
    RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder commands, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log)
    : SqliteRelationalConnection(dependencies, commands, log)
{
    private readonly KeptConnections? kept =
        dependencies.ContextOptions.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<KeptConnections>();

    private bool Rests => kept?.Rest(DbConnection) == true;

    public override bool Open(bool errorsExpected = false)
    {
        kept?.Use(DbConnection);
        return base.Open(errorsExpected);
    }

    public override Task<bool> OpenAsync(CancellationToken cancellationToken, bool errorsExpected = false)
    {
        kept?.Use(DbConnection);
        return base.OpenAsync(cancellationToken, errorsExpected);
    }

    protected override void CloseDbConnection()
    {
        if (!Rests) base.CloseDbConnection();
    }

    protected override Task CloseDbConnectionAsync() => Rests ? Task.CompletedTask : base.CloseDbConnectionAsync();
}
