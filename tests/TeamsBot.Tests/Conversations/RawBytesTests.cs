using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsBot.Protocol.Tests.Support;

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
        using var log = new LogLines();
        await using var host = await BotHost.StartAsync(adjust: builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        var answer = await SendAsync(host, Head + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        answer.ShouldStartWith("HTTP/1.1 4");
        Warnings(log).Where(line => line.Text.Length > 500).ShouldBeEmpty();
        log.Lines.ShouldNotContain(line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Raw_control_characters_of_a_header_do_not_reach_the_log()
    {
        using var log = new LogLines();
        await using var host = await BotHost.StartAsync(adjust: builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        await SendAsync(host, Head + "MS-CV: abc\u001b[2Jdef\u0007\r\nX-Forwarded-For: 203.0.113.5\r\nContent-Length: 2\r\n\r\n{}");
        var line = Warnings(log).Where(one => one.Text.Contains("NotLoopback", StringComparison.Ordinal)).ShouldHaveSingleItem().Text;
        line.ShouldContain("abc?[2Jdef?");
        line.Any(char.IsControl).ShouldBeFalse();
    }

    private static IEnumerable<(int Id, LogLevel Level, string Text)> Warnings(LogLines log) =>
        log.Lines.Where(line => line.Level >= LogLevel.Warning);

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
}
