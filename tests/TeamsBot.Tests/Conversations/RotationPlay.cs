using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Outbox;
using TeamsBot.Reminders;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>The keeping of passwords step by step, as its people do it.</summary>
internal sealed class RotationPlay(BotHost host)
{
    public const string Sato = "a0000000-0000-4000-8000-000000000001";
    public const string Suzuki = "a0000000-0000-4000-8000-000000000002";
    public const string Takahashi = "a0000000-0000-4000-8000-000000000004";
    public const string Nakamura = "a0000000-0000-4000-8000-000000000011";
    public const string Kobayashi = "a0000000-0000-4000-8000-000000000012";

    private const int MostRounds = 9;

    private const int MostTries = 3;

    /// <summary>All ticks of the sample's pack.</summary>
    public const string AllTicks = "length,kind0,kind1,kind2,kind3,guess,unique,twoStep";

    public BotHost Host => host;

    /// <summary>At a time of a day in Japan.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 10, int minute = 0) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(9));

    /// <summary>Enters who keeps an account's password, by somebody of its section or the desk.</summary>
    public async Task<BotAnswer> EntrustAsync(
        TeamsClient by, string account, string custodians, string changedOn, params (string Field, string Value)[] more)
    {
        // The cards of other accounts say the same.
        var old = by.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await by.SayAsync($"保管者 {account}");
        var shown = await host.SeesAsync(by.Chat, message => !old.Contains(message.Id) && Says(message, "パスワードの管理"));
        var form = await by.PressAsync(shown, "内容を変える");
        var fields = new Dictionary<string, string> 
        {
            ["custodians"] = custodians, ["changedOn"] = changedOn, ["storage"] = "Nowhere",
        };
        foreach (var (field, value) in more) fields[field] = value;
        return await by.PressAsync(shown, form.ToCardAnswer().Card!.Value, "登録する", fields);
    }

    /// <summary>
    /// Waits for a card. Where none comes some time is let pass: a program that was started anew may have tried the address of before, and
    /// tries again after a while.
    /// </summary>
    /// <exception cref="TimeoutException">It did not come; says what came in its place.</exception>
    public async Task<ChatMessage> SeesAsync(TeamsClient client, string part)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await host.Tenant.WaitForAsync(_ => client.Chat.FromBot.Any(IsIt), TimeSpan.FromSeconds(10));
                return client.Chat.FromBot.Last(IsIt);
            }
            catch (TimeoutException) when (tries < MostTries)
            {
                host.Time.Advance(TimeSpan.FromMinutes(1));
            }
            catch (TimeoutException late)
            {
                throw await InVainAsync(client, part, late);
            }
        }

        bool IsIt(ChatMessage message) => message.Card is { } card && BotHost.Words(card).Contains(part, StringComparison.Ordinal);
    }

    private async Task<TimeoutException> InVainAsync(TeamsClient client, string part, TimeoutException late)
    {
        var seen = client.Chat.FromBot.Select(message => message.Card is null ? message.Text : Notices.Summary(message));
        return new($"No card said 「{part}」; there came: {string.Join(" | ", seen)}\n{await StateAsync()}", late);
    }

    /// <summary>Moves the clock to an instant and lets everything that is due be done and sent.</summary>
    public async Task GoToAsync(DateTimeOffset at)
    {
        host.Time.Advance(at - host.Time.GetUtcNow());
        await SweepAsync();
    }

    /// <summary>
    /// Until nothing is due: a reminder may raise another that is due at once, and the bot's own round, which would look again, may have
    /// passed already while the clock stands.
    /// </summary>
    public async Task SweepAsync()
    {
        var sweep = host.Services.GetRequiredService<ReminderSweep>();
        for (var rounds = 0; rounds < MostRounds && await sweep.SweepAsync(CancellationToken.None) > 0; rounds++) { }
        await host.IdleAsync();
    }

    /// <summary>What is open, due and unsent: why somebody waits in vain.</summary>
    private async Task<string> StateAsync()
    {
        var reminders = await host.ReadAsync(db => db.Reminders.Where(one => one.DoneAt == null).ToListAsync());
        var tasks = await host.ReadAsync(db => db.DatedTasks.Where(task => task.EndedAt == null).ToListAsync());
        var mail = await host.ReadAsync(db => db.OutboxMessages.Where(message => message.Status != OutboxStatus.Sent).ToListAsync());
        return string.Join(
            '\n',
            [
                $"At {host.Time.GetUtcNow():yyyy-MM-dd HH:mm:ss}",
                .. reminders.Select(one => $"reminder {one.Kind} {one.Subject} due {one.DueAt:yyyy-MM-dd HH:mm:ss} tries {one.Attempts}"),
                .. tasks.Select(task => $"task {task.Key} {task.AccountId} due {task.DueOn} calls {task.Calls} step {task.Step} next {task.NextAt}"),
                .. mail.Select(one => $"mail {one.Kind} {one.CardKey} {one.Status} tries {one.Attempts} {one.LastFailure} next {one.NextAttemptAt}"),
            ]);
    }

    /// <summary>How many messages of the bot came that speak of this.</summary>
    public static int Count(TeamsClient client, string part) => client.Chat.FromBot.Count(message => Says(message, part));

    public static bool Says(ChatMessage message, string part) =>
        message.Card is { } card ? BotHost.Words(card).Contains(part, StringComparison.Ordinal)
        : message.Text.Contains(part, StringComparison.Ordinal);

    /// <summary>The messages that came since a number of them was there, as their phone lines.</summary>
    public static IReadOnlyList<string> Since(TeamsClient client, int before) =>
        [.. client.Chat.FromBot.Skip(before).Select(message => message.Card is null ? message.Text : Notices.Summary(message))];

    public static Dictionary<string, string> Done(string day, string ticks = AllTicks) => new() { ["rules"] = ticks, ["changedOn"] = day };
}
