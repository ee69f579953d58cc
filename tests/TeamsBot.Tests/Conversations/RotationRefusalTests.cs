using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Reminders;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>Whoever may not is refused and written down; what an organisation demands no more is not asked for.</summary>
public sealed class RotationRefusalTests
{
    [Fact]
    public async Task Every_refused_press_stands_in_the_audit_trail_with_who_pressed()
    {
        await using var host = await BotHost.StartAsync(time: new FakeTime(RotationPlay.At(2026, 11, 9)));
        var play = new RotationPlay(host);
        var (writer, desk, other) =
            (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync("中村 美咲"));
        await play.EntrustAsync(writer, "city-x", RotationPlay.Sato, "2025-12-10");
        await play.GoToAsync(RotationPlay.At(2026, 11, 10, 8, 31));
        var (card, custody) = (await play.SeesAsync(writer, "パスワードを変える時期です"), await play.SeesAsync(writer, "パスワードの管理"));

        await desk.PressAsync(card, "変更を終えた", RotationPlay.Done("2026-11-10"));
        await desk.PressAsync(card, "期限を延ばす", new Dictionary<string, string> { ["laterUntil"] = "2026-12-11", ["laterReason"] = "出張" });
        await other.PressAsync(custody, "内容を変える");
        await other.SayAsync("異動 佐藤→");
        await host.SeesTextAsync(other.Chat, "異動を記録できるのは");

        var refused = await host.ReadAsync(db => db.AuditEntries.Where(entry => entry.Action.EndsWith(".refused")).ToListAsync());
        refused.Select(entry => (entry.Action, entry.ActorObjectId)).ShouldBe([
            ("rotation.refused", RotationPlay.Suzuki), ("task.refused", RotationPlay.Suzuki), ("custody.refused", RotationPlay.Nakamura),
            ("custody.refused", RotationPlay.Nakamura),
        ]);
    }

    [Fact]
    public async Task Tasks_of_an_organisation_that_speaks_of_passwords_no_more_are_dropped_without_an_error()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        using var packs = new TempFolder();
        PackCopy.Of("sample", packs, WithoutPassword);
        try
        {
            await using (var host = await BotHost.StartAsync(folder, new FakeTime(RotationPlay.At(2026, 11, 9))))
            {
                await new RotationPlay(host).EntrustAsync(await host.OpenAsync(BotHost.Author), "city-x", RotationPlay.Sato, "2025-12-10");
                await host.StopAsync();
            }

            await using (var host = await BotHost.StartAsync(
                folder, new FakeTime(RotationPlay.At(2026, 11, 10)), settings: $"--Packs:Folder={packs.Path}"))
            {
                var writer = await host.OpenAsync(BotHost.Author);
                await writer.SayAsync("今週");
                await host.SeesAsync(writer.Chat, message =>
                    message.Card is { } card && BotHost.Words(card).StartsWith("今週", StringComparison.Ordinal));
                await new RotationPlay(host).SweepAsync();
                (await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key.StartsWith("pw-")))).State.ShouldBe(TaskState.Dropped);
                (await host.ReadAsync(db => db.Reminders.ToListAsync())).ShouldAllBe(reminder => reminder.Attempts == 0);
            }
        }
        finally
        {
            TempFolder.Delete(folder);
        }
    }

    /// <summary>The policy without its part about passwords; other files as they are.</summary>
    private static string WithoutPassword(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.IndexOf("password:");
        if (at < 0) return text;
        var rest = lines.Skip(at + 1).SkipWhile(line => line.StartsWith("  ", StringComparison.Ordinal));
        return string.Join('\n', [.. lines.Take(at), "password: null", .. rest]);
    }
}
