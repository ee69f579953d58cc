using System.Globalization;

namespace TeamsBot.Load;

/// <summary>
/// One text after another. Each user is a tenant of their own, because a bot that keeps the service's limits sends no more than some 20
/// messages a second into one.
/// </summary>
internal sealed class MessageScenario(BotClient client, FakeService service, LoadRecord record, LoadPlan plan, int user) : IScenario
{
    private readonly Person person = new(TenantOf(user), "dddddddd-0000-4000-8000-" + user.ToString("x12", CultureInfo.InvariantCulture));

    public static string TenantOf(int user) => "eeeeeeee-0000-4000-8000-" + user.ToString("x12", CultureInfo.InvariantCulture);

    public async Task PlayOnceAsync(CancellationToken cancellationToken)
    {
        var arrival = plan.AwaitReply ? service.NextIn(person.ConversationId) : Task.CompletedTask;
        var (status, body, startedAt) = await client.SendAsync(client.Message(person, plan.Text), cancellationToken);
        if (status is not (200 or 202))
        {
            record.Failures.Enqueue($"message: HTTP {status} {body}");
            return;
        }

        await arrival.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        record.Turn("message", startedAt);
    }
}
