using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TeamsBot.Hosting;

/// <summary>
/// For somebody who tries the bot on their own machine: says what it does while it starts, and where the page is once it is there.
/// </summary>
internal sealed partial class OpeningNotice(IServer server, IHostApplicationLifetime lifetime, ILogger<OpeningNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Preparing(log);
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) Open(log, address);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        1010,
        LogLevel.Information,
        "準備しています（組織の設定、点検の語、ガイドラインの索引）。 / Getting ready: the organisation, the words to check, the guideline's index"
    )]
    private static partial void Preparing(ILogger log);

    [LoggerMessage(
        1011,
        LogLevel.Information,
        "ブラウザーで {Address} を開いてください。終わるときは Ctrl+C を押します。 / Open {Address} in a browser; Ctrl+C ends it"
    )]
    private static partial void Open(ILogger log, string address);
}
