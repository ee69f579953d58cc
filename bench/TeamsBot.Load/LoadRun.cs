using System.Diagnostics;

namespace TeamsBot.Load;

/// <summary>One measurement: connector and signing service up, the bot started or found, users playing, then the figures.</summary>
internal static class LoadRun
{
    public static async Task<int> RunAsync(LoadPlan plan, TextWriter output, CancellationToken cancellationToken)
    {
        await using var service = await FakeService.StartAsync(cancellationToken);
        await using var bot = plan.Start is { } path ? await StartedBot.StartAsync(path, service, plan, cancellationToken) : null;
        var address = bot?.MessagesUrl ?? plan.Url!;
        if (bot is not null) await output.WriteLineAsync($"start-up          {bot.StartUp.TotalMilliseconds,10:F0} ms until ready");

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = plan.Users })
        {
            Timeout = TimeSpan.FromSeconds(30),
        };
        var client = new BotClient(http, address, service, plan.Auth == AuthKind.Signed);
        var record = new LoadRecord();
        // A cold bot may answer late; what counts is that it works when it is warm.
        await PlayAsync(plan, plan.WarmUp, client, service, record, endsWithFailure: false, cancellationToken);
        if (record.Turns == 0) return await FailAsync(record, output);

        record.Clear();
        var pid = bot?.ProcessId ?? plan.Pid;
        var (sentBefore, before) = (service.Sent, ProcessFigures.Read(pid));
        var watch = Stopwatch.StartNew();
        await PlayAsync(plan, plan.Measured, client, service, record, endsWithFailure: true, cancellationToken);
        watch.Stop();
        await ReportAsync(plan, record, watch.Elapsed, service.Sent - sentBefore, before, ProcessFigures.Read(pid), output);
        return !record.Failures.IsEmpty ? await FailAsync(record, output) : 0;
    }

    private static Task PlayAsync(
        LoadPlan plan,
        TimeSpan span,
        BotClient client,
        FakeService service,
        LoadRecord record,
        bool endsWithFailure,
        CancellationToken cancellationToken
    )
    {
        var end = Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(Enumerable.Range(0, plan.Users).Select(user => Task.Run(
            async () =>
            {
                IScenario scenario =
                    plan.Scenario switch
                    {
                        ScenarioKind.Approval => new ApprovalScenario(client, record),
                        ScenarioKind.Week => new WeekScenario(client, record),
                        _ => new MessageScenario(client, service, record, plan, user),
                    };
                while (Stopwatch.GetTimestamp() < end && (!endsWithFailure || record.Failures.IsEmpty))
                    await scenario.PlayOnceAsync(cancellationToken);
            },
            cancellationToken)));
    }

    private static async Task ReportAsync(
        LoadPlan plan,
        LoadRecord record,
        TimeSpan elapsed,
        long sent,
        (double Now, double Peak, TimeSpan Processor)? before,
        (double Now, double Peak, TimeSpan Processor)? after,
        TextWriter output
    )
    {
        var seconds = elapsed.TotalSeconds;
        await output.WriteLineAsync($"scenario          {plan.Scenario}, {plan.Auth}, {plan.Users} users, {seconds:F1} s");
        await output.WriteLineAsync($"turns             {record.Turns / seconds,10:F0} /s");
        if (record.Rounds > 0) await output.WriteLineAsync($"approvals         {record.Rounds / seconds,10:F0} /s");
        await output.WriteLineAsync($"turn p50          {record.Percentile(0.50),10:F2} ms");
        await output.WriteLineAsync($"turn p99          {record.Percentile(0.99),10:F2} ms");
        await output.WriteLineAsync($"turn worst        {record.Percentile(1.00),10:F2} ms");
        await output.WriteLineAsync($"connector calls   {sent / seconds,10:F0} /s");
        foreach (var (name, timings) in record.ByName)
            await output.WriteLineAsync(
                $"  {name, -20} p50 {LoadRecord.Percentile(timings, 0.5), 8:F2} ms, p99 {LoadRecord.Percentile(timings, 0.99), 8:F2} ms"
            );
        if (before is not { } first || after is not { } last) return;
        await output.WriteLineAsync(
            $"processor         {(last.Processor - first.Processor).TotalMilliseconds / Math.Max(1, record.Turns), 10:F3} ms a turn, all "
                + $"cores together"
        );
        await output.WriteLineAsync($"memory            {last.Now,10:F0} MB now, {last.Peak:F0} MB at most");
    }

    private static async Task<int> FailAsync(LoadRecord record, TextWriter output)
    {
        foreach (var failure in record.Failures.Distinct(StringComparer.Ordinal).Take(5)) await output.WriteLineAsync("FAILED " + failure);
        return 1;
    }
}
