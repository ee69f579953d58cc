using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsBot.Data;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Files;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Files;
using TeamsBot.Tests.Conversations;
using TeamsBot.Tests.Documents;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Turns;

/// <summary>Files that hang, and a program that ends while it waits for one.</summary>
public sealed class AwaitedFileTests
{
    private const string Interrupted = "添付を読み取る前に中断しました。メッセージと添付を、もう一度送ってください。";

    private static readonly LocalFile Manuscript = new("原稿.docx", Made.Word(Made.Line("12月7日(月)は休館します。")), LocalFileKind.Shared);

    private static readonly LocalFile People = new("職員.csv", "氏名,所属\n佐藤 花子,広報課"u8.ToArray(), LocalFileKind.Shared);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_whose_files_hang_holds_up_nobody_else(bool areTables)
    {
        var slow = new SlowFiles(held: FairFetch.AtOnceOfOnePerson);
        await using var host = await BotHost.StartAsync(adjust: slow.AddTo);
        var (other, one) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        var hanging = Enumerable.Range(0, 4).Select(_ => one.SendAsync("", [areTables ? People : Manuscript])).ToList();
        for (var at = 0; at < FairFetch.AtOnceOfOnePerson; at++) await slow.ArrivedAsync();

        // Real time, there to end the test where the other waits for the one.
        await other.SendAsync("", [Manuscript]).WaitAsync(TimeSpan.FromSeconds(60));

        await host.SeesAsync(other.Chat, IsOffer);
        hanging.ShouldAllBe(sent => !sent.IsCompleted);
        slow.Release();
        (await Task.WhenAll(hanging)).ShouldAllBe(said => said.Answer!.IsAccepted);
        (await host.ReadAsync(db => db.AwaitedFiles.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("", LocalFileKind.Shared)]
    [InlineData(Scenario.Text, LocalFileKind.Pasted)]
    public async Task Who_sent_a_file_before_the_program_ended_is_asked_for_it_again_once(string text, LocalFileKind kind)
    {
        using var folder = new TempFolder();
        var (time, slow, life) = (new FakeTime(BotHost.Morning), new SlowFiles(held: 1), new Interruption());
        var host = await BotHost.StartAsync(folder.Path, time, builder =>
        {
            slow.AddTo(builder);
            var options = new DbContextOptionsBuilder<BotDbContext>();
            DataFeature.Configure(options, folder.File("bot.db"), busyTimeoutSeconds: 5).AddInterceptors(life);
            builder.Services.Replace(ServiceDescriptor.Singleton(options.Options));
        });
        var author = await host.OpenAsync(BotHost.Author);
        await host.IdleAsync();
        var sending = author.SendAsync(text, [kind == LocalFileKind.Shared ? Manuscript : new LocalFile("写真.png", [1, 2, 3])]);
        await slow.ArrivedAsync();
        life.End();
        await host.DisposeAsync();
        slow.Release();
        var said = await sending;
        said.Answer!.IsAccepted.ShouldBeFalse();

        await using var next = await BotHost.StartAsync(folder.Path, time);
        author = await next.OpenAsync(BotHost.Author);
        await next.PassUntilAsync(() => Told(author) == 1);

        (await next.ReadAsync(db => db.AwaitedFiles.CountAsync())).ShouldBe(0);
        var before = await next.ReadAsync(db => db.OutboxMessages.CountAsync());
        (await author.DeliverAsync(System.Text.Json.Nodes.JsonObject.Create(said.Message.Activity)!)).IsAccepted.ShouldBeTrue();
        (await next.ReadAsync(db => db.OutboxMessages.CountAsync())).ShouldBe(before, "a late second delivery was answered already");
    }

    [Fact]
    public async Task What_failed_and_does_not_come_again_is_told_after_a_while()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        await host.IdleAsync();
        var (address, at) = ($"person:{Scenario.TenantId}/{author.Person.ObjectId}", host.Time.GetUtcNow().UtcTicks);
        await host.ReadAsync(db => db.Database.ExecuteSqlInterpolatedAsync(
            $"INSERT INTO \"AwaitedFiles\" (\"Key\", \"Address\", \"AskedAt\") VALUES ('failed', {address}, {at})"));

        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.IdleAsync();
        Told(author).ShouldBe(0);
        await host.PassUntilAsync(() => Told(author) == 1);
    }

    private static int Told(TeamsClient client) => client.Chat.FromBot.Count(message => message.Text == Interrupted);

    private static bool IsOffer(LocalTeams.Chats.ChatMessage message) =>
        message.Card is { } card && BotHost.Words(card).StartsWith("ファイルの文章", StringComparison.Ordinal);
}
