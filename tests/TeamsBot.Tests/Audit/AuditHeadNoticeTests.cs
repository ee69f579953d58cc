using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using netDumbster.smtp;
using TeamsBot.Audit;
using TeamsBot.Protocol.Tests.Support;
using TeamsBot.Tests.Commands;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Audit;

/// <summary>The program keeps the end of its chain elsewhere by itself.</summary>
public sealed class AuditHeadNoticeTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Kept => folder.File("kept.txt");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_end_is_kept_each_day_and_at_the_stop_and_finds_a_chain_that_was_cut()
    {
        await using var host = await BotHost.StartAsync(folder.Path, settings: $"--Audit:KeptFile={Kept}");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        await host.SeesCardAsync(author, "下書き");
        host.Time.Advance(TimeSpan.FromDays(1));
        await WaitForLinesAsync(host, 1);
        await author.SayAsync("公民館の中庭で木工作品を並べています。");
        await host.SeesCardAsync(author, "下書き", 2);
        await host.StopAsync();

        var ends = KeptEnds.Read(Kept);
        ends.Select(end => end.Sequence).ShouldBe([1, 2]);
        (await VerifyAsync()).ExitCode.ShouldBe(0);
        using (var db = new TeamsBot.Data.BotDbContext(TempDatabase.Options(folder.File("bot.db"))))
        {
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(
                db.Database,
                "DELETE FROM AuditEntries WHERE Sequence = 2; UPDATE AuditHead SET Sequence = 1, Hash = (SELECT Hash FROM AuditEntries "
                    + "WHERE Sequence = 1)"
            );
        }

        (await VerifyAsync()).Error.ShouldContain("2番で切れています");
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_stops_nobody()
    {
        await using var host = await BotHost.StartAsync(folder.Path, settings: $"--Audit:KeptFile={folder.File("missing/kept.txt")}");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        await host.SeesCardAsync(author, "下書き");
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.StepAsync();
        (await author.SayAsync("一覧")).Answer!.IsAccepted.ShouldBeTrue();
        await host.StopAsync();
    }

    [Fact]
    public async Task A_mailbox_gets_the_end_at_start_and_each_day_it_has_moved_and_the_line_in_it_finds_a_cut_chain()
    {
        using var server = SimpleSmtpServer.Start();
        await using var host = await BotHost.StartAsync(folder.Path, settings: MailTo(server.Configuration.Port));
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        await host.SeesCardAsync(author, "下書き");
        await PassDayAsync(host, () => server.ReceivedEmailCount == 1);
        // Nothing moved: no mail, which the numbers of the two at the end show.
        await PassDayAsync(host, () => false, steps: 10);
        await author.SayAsync("公民館の中庭で木工作品を並べています。");
        await host.SeesCardAsync(author, "下書き", 2);
        await PassDayAsync(host, () => server.ReceivedEmailCount == 2);

        await host.StopAsync();
        server.ReceivedEmail.ShouldAllBe(mail => mail.ToAddresses.Single().Address == "audit@example.lg.jp");
        var lines = server.ReceivedEmail.Select(mail => Decoded(mail).Split("--kept ")[1].Trim()).ToList();
        lines.Select(line => line[..2]).ShouldBe(["1:", "2:"], ignoreOrder: true);
        foreach (var line in lines) (await VerifyAsync(line)).ExitCode.ShouldBe(0);
        (await VerifyAsync("1:" + new string('0', 64))).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_stops_nobody_and_the_log_says_so_without_addresses()
    {
        int port;
        using (var gone = SimpleSmtpServer.Start()) port = gone.Configuration.Port;
        using var log = new LogLines();
        await using var host = await BotHost.StartAsync(
            folder.Path, adjust: builder => builder.Services.AddSingleton<ILoggerProvider>(log), settings: MailTo(port));
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("図書館の二階で水彩画を飾っています。");
        await host.SeesCardAsync(author, "下書き");
        await PassDayAsync(host, IsLogged);
        IsLogged().ShouldBeTrue();
        log.All.ShouldNotContain("example.lg.jp");
        (await author.SayAsync("一覧")).Answer!.IsAccepted.ShouldBeTrue();
        await host.StopAsync();

        bool IsLogged() => log.All.Contains("could not be mailed (SocketException)", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Audit:KeptMail:To=audit@example.lg.jp")]
    [InlineData("--Audit:KeptMail:To=audit@example.lg.jp", "--Audit:KeptMail:From=bot@example.lg.jp")]
    [InlineData(
        "--Audit:KeptMail:To=audit@example.lg.jp",
        "--Audit:KeptMail:From=bot@example.lg.jp",
        "--Audit:KeptMail:Host=mail.example.lg.jp",
        "--Audit:KeptMail:User=bot",
        "--Audit:KeptMail:RequireTls=false"
    )]
    public async Task A_mailbox_that_is_half_configured_is_refused_at_the_start(params string[] settings) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => BotHost.StartAsync(folder.Path, settings: settings)))
            .Message.ShouldContain("Audit:KeptMail needs");

    private static string[] MailTo(int port) =>
    [
        "--Audit:KeptMail:To=audit@example.lg.jp",
        "--Audit:KeptMail:From=bot@example.lg.jp",
        "--Audit:KeptMail:Host=127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"--Audit:KeptMail:Port={port}"),
        "--Audit:KeptMail:RequireTls=false",
    ];

    private static string Decoded(SmtpMessage mail)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail.Data));
        return MimeKit.MimeMessage.Load(stream).TextBody.ShouldNotBeNull();
    }

    private Task<CliRun> VerifyAsync(string end) =>
        CliRun.Of("", "audit", "verify", "--database", folder.File("bot.db"), "--kept", end);

    private Task<CliRun> VerifyAsync() => CliRun.Of("", "audit", "verify", "--database", folder.File("bot.db"), "--kept", Kept);

    private static async Task PassDayAsync(BotHost host, Func<bool> isEnough, int steps = 100)
    {
        host.Time.Advance(TimeSpan.FromDays(1));
        for (var step = 0; step < steps && !isEnough(); step++) await host.StepAsync();
    }

    private async Task WaitForLinesAsync(BotHost host, int lines)
    {
        for (var tries = 0; tries < 100 && !(File.Exists(Kept) && KeptEnds.Read(Kept).Count >= lines); tries++) await host.StepAsync();
    }
}
