using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Logs name ids and states. What people wrote, who they are by name, and what a card says stays out of them, also when something goes
/// wrong.
/// </summary>
public sealed class LogTests
{
    [Fact]
    public async Task No_line_of_the_main_job_holds_a_text_a_name_or_a_card()
    {
        using var lines = new LogLines();
        await using var host = await BotHost.StartAsync(adjust: builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter(null, LogLevel.Trace).AddProvider(lines);
            builder.Services.Configure<LoggerFilterOptions>(filters => filters.Rules.Clear());
        });
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.Add(ConnectorFault.TooBig, scenario.Author.Chat.Id);
        await scenario.Author.SayAsync("一覧");
        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.Status == 413));
        await scenario.ApproveAsync();
        await scenario.Author.PressForgedAsync(Scenario.CardOf(scenario.Author), "取り下げる", ("draft", "図書館まつり"));
        Scenario.Shown(await scenario.ReportAsync("図書館まつりとは違う本文")).ShouldStartWith("承認済");
        await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("投稿文が承認文と違います", StringComparison.Ordinal)
        );
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");

        lines.Lines.Count.ShouldBeGreaterThan(20);
        string[] secrets =
        [
            "図書館",
            "まつり",
            BotHost.Author,
            BotHost.Checker,
            BotHost.Head,
            "hoshimi_city/status",
            "AdaptiveCard",
            "Bearer",
            "投稿済",
            "承認する",
        ];
        foreach (var secret in secrets) lines.Lines.ShouldNotContain(line => line.Text.Contains(secret, StringComparison.Ordinal), secret);
    }
}
