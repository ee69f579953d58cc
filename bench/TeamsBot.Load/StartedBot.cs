using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeamsBot.Load;

/// <summary>
/// A bot started for this measurement, in the Development environment, with an empty database of its own; ended and cleaned up afterwards.
/// </summary>
internal sealed class StartedBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string folder;
    private readonly bool isLast;

    private StartedBot(Process process, string folder, bool isLast, Uri messagesUrl) =>
        (this.process, this.folder, this.isLast, MessagesUrl) = (process, folder, isLast, messagesUrl);

    public Uri MessagesUrl { get; }

    public int ProcessId => process.Id;

    /// <summary>From starting the process to the first good answer of its readiness check.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <exception cref="InvalidOperationException">It ended by itself, or was not ready within a minute.</exception>
    public static async Task<StartedBot> StartAsync(string path, FakeService service, LoadPlan plan, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("teamsbot-load-").FullName;
        // The tables are made by a first start.
        if (plan.Tasks != default)
        {
            await using (await LiveAsync(path, data, isLast: false, service, plan, cancellationToken)) { }
            SeededTasks.Write(Path.Combine(data, "bot.db"), plan.Tasks.Open, plan.Tasks.Ended);
        }

        return await LiveAsync(path, data, isLast: true, service, plan, cancellationToken);
    }

    private static async Task<StartedBot> LiveAsync(
        string path,
        string data,
        bool isLast,
        FakeService service,
        LoadPlan plan,
        CancellationToken cancellationToken
    )
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.GetFullPath(path));
        foreach (var (name, value) in Settings(url, data, service, plan)) start.Environment[name] = value;

        var since = Stopwatch.GetTimestamp();
        var started = Process.Start(start) ?? throw new InvalidOperationException("The bot could not be started.");
        _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var bot = new StartedBot(started, data, isLast, new Uri(url + "/api/messages"));
        try
        {
            await bot.WaitAsync(url, cancellationToken);
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        bot.StartUp = Stopwatch.GetElapsedTime(since);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        if (isLast) Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<(string Name, string Value)> Settings(string url, string folder, FakeService service, LoadPlan plan)
    {
        yield return ("ASPNETCORE_ENVIRONMENT", "Development");
        yield return ("ASPNETCORE_URLS", url);
        yield return ("Data__File", Path.Combine(folder, "bot.db"));
        yield return ("Logging__LogLevel__Default", "Warning");
        if (plan.Auth != AuthKind.Signed) yield break;
        yield return ("Bot__AppId", FakeService.AppId);
        yield return ("Bot__TenantId", FakeService.TenantId);
        yield return ("Bot__MetadataUrl", service.MetadataUrl);
        yield return ("Bot__ServiceUrlHosts__0", "127.0.0.1");
        if (plan.Scenario != ScenarioKind.Message) yield break;
        for (var user = 0; user < plan.Users; user++) yield return ($"Bot__AllowedTenants__{user}", MessageScenario.TenantOf(user));
    }

    private async Task WaitAsync(string url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Patience)
        {
            if (process.HasExited) throw new InvalidOperationException($"The bot ended by itself with {process.ExitCode}.");
            try
            {
                using var answer = await http.GetAsync(url + "/health/ready", cancellationToken);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10, cancellationToken);
        }

        throw new InvalidOperationException("The bot was not ready within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
