using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Protocol.Tests.Support;

/// <summary>Keeps what is logged, to prove what is said and what never is.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Id, LogLevel Level, string Text)> lines = new();

    public IReadOnlyCollection<(int Id, LogLevel Level, string Text)> Lines => lines;

    public string All => string.Join('\n', lines.Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue((eventId.Id, logLevel, formatter(state, exception) + exception));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
