using TeamsBot.LocalTeams.Chats;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Audit;

/// <summary>A database in which people entered days of the calendar, took one back, asked a question and said who keeps a password.</summary>
public sealed class EnteredRows : IAsyncLifetime
{
    private readonly TempFolder folder = new();

    public async Task InitializeAsync()
    {
        await using var host = await BotHost.StartAsync(folder.Path);
        var desk = await host.OpenAsync(BotHost.Checker);
        var table = await ShowAsync("開庁日と祝日");
        foreach (var (day, name) in new[] { ("2026-12-01", "停電"), ("2026-12-02", "式典"), ("2026-12-01", "庁舎の停電") })
            await desk.PressAsync(table, "登録する", new Dictionary<string, string> { ["day"] = day, ["kind"] = "Closed", ["name"] = name });
        await desk.PressAsync(await ShowAsync("庁舎の停電"), "12/2(水)の登録を取り消す");
        await (await host.OpenAsync(BotHost.Author)).SayAsync("アカウントが乗っ取られたらどうすればいいですか");
        await new RotationPlay(host).EntrustAsync(desk, "hoshimi_city", RotationPlay.Sato, "2026-05-11");
        await host.IdleAsync();
        await host.StopAsync();

        async Task<ChatMessage> ShowAsync(string part)
        {
            await desk.SayAsync("開庁日");
            return await host.SeesAsync(desk.Chat, message => RotationPlay.Says(message, part));
        }
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A folder of its own with the same database.</summary>
    internal TempFolder Copy()
    {
        var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(folder.Path)) File.Copy(file, copy.File(Path.GetFileName(file)));
        return copy;
    }
}
