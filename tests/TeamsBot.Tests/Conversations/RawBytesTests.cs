using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Bytes that no client library would send: answered with a status the service understands, and with nothing odd or long in the log.
/// </summary>
public sealed class RawBytesTests
{
    private const string Head = "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";

    [Theory]
    [InlineData("ffffffffffffffff\r\n")]
    [InlineData("7fffffffffffffff\r\n")]
    [InlineData("80000000\r\n")]
    [InlineData("fffffffff\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("zz\r\n")]
    [InlineData("5\r\n{\"a\"x0\r\n\r\n")]
    public async Task A_chunk_size_that_cannot_be_is_a_bad_request(string chunks)
    {
        var log = new Lines();
        await using var host = await BotHost.StartAsync(adjust: builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        var answer = await SendAsync(host, Head + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        answer.ShouldStartWith("HTTP/1.1 4");
        log.All.Where(line => line.Length > 500).ShouldBeEmpty();
        log.All.ShouldNotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Raw_control_characters_of_a_header_do_not_reach_the_log()
    {
        var log = new Lines();
        await using var host = await BotHost.StartAsync(adjust: builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        await SendAsync(host, Head + "MS-CV: abc\u001b[2Jdef\u0007\r\nX-Forwarded-For: 203.0.113.5\r\nContent-Length: 2\r\n\r\n{}");
        var line = log.All.Where(one => one.Contains("NotLoopback", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain("abc?[2Jdef?");
        line.Any(char.IsControl).ShouldBeFalse();
    }

    private static async Task<string> SendAsync(BotHost host, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await reader.ReadToEndAsync(patience.Token);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel)) All.Enqueue($"{logLevel} {formatter(state, exception)}{exception}");
        }

        public void Dispose()
        {
        }
    }
}
