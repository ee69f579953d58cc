namespace TeamsBot.Tests.Conversations;

/// <summary>The same office at several times; in between the bot stands still, so that months take no time.</summary>
internal sealed class Later(params string[] settings) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;

    public async Task AtAsync(DateTimeOffset at, Func<RotationPlay, Task> act)
    {
        await using var host = await BotHost.StartAsync(folder, new FakeTime(at), null, settings);
        await act(new RotationPlay(host));
        await host.IdleAsync();
        await host.StopAsync();
    }

    public ValueTask DisposeAsync()
    {
        TempFolder.Delete(folder);
        return ValueTask.CompletedTask;
    }
}
