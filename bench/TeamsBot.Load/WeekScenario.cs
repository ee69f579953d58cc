using System.Text.Json.Nodes;

namespace TeamsBot.Load;

/// <summary>「今週」 of the desk, which is concerned by the tasks of all accounts, asked for by its button again and again.</summary>
internal sealed class WeekScenario(BotClient client, LoadRecord record) : IScenario
{
    private const string Verb = "tasks.week";

    /// <summary>Of the sample pack: writes for and reviews the city's accounts, and is the desk.</summary>
    private static readonly Person Desk = ApprovalScenario.Of("a0000000-0000-4000-8000-000000000002");

    public async Task PlayOnceAsync(CancellationToken cancellationToken)
    {
        var (status, body, startedAt) = await client.SendAsync(client.Press(Desk, Verb, new JsonObject()), cancellationToken);
        if (status != 200 || JsonNode.Parse(body) is not { } answer || answer["value"] is not JsonObject)
        {
            record.Failures.Enqueue($"{Verb}: HTTP {status} {body}");
            return;
        }

        record.Turn(Verb, startedAt);
    }
}
