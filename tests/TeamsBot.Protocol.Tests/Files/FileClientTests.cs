using System.Net;
using System.Text;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Files;

/// <summary>Where files are fetched from, with what, and how much of them (protocol.md 2.2, 5.3 to 5.5).</summary>
public sealed class FileClientTests
{
    private const int Most = 1_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    private static readonly string Inline = Samples.ServiceUrl.TrimEnd('/') + "/v3/attachments/0-1/views/original";

    [Fact]
    public async Task An_inline_picture_is_fetched_with_the_token_and_a_shared_file_without()
    {
        using var bot = Serving(Bytes(200, "picture"));
        var files = bot.Get<FileClient>();

        Text(await FetchAsync(files, SharedFileKind.InlineImage, Inline)).ShouldBe("picture");
        Text(await FetchAsync(files, SharedFileKind.Download, "https://contoso-my.sharepoint.com/_layouts/download.aspx?tempauth=1"))
            .ShouldBe("picture");

        bot.Connector.Requests.Select(sent => sent.Token).ShouldBe(["token-1", null]);
    }

    [Theory]
    [InlineData(SharedFileKind.InlineImage, "https://evil.example/v3/attachments/1/views/original")]
    [InlineData(SharedFileKind.InlineImage, "https://other.botframework.com/v3/attachments/1/views/original")]
    [InlineData(SharedFileKind.InlineImage, "http://smba.trafficmanager.net/emea/x")]
    [InlineData(SharedFileKind.InlineImage, "https://smba.trafficmanager.net:8443/emea/x")]
    [InlineData(SharedFileKind.InlineImage, "https://smba.trafficmanager.net@evil.example/x")]
    [InlineData(SharedFileKind.InlineImage, "data:image/png;base64,AAAA")]
    [InlineData(SharedFileKind.InlineImage, "")]
    [InlineData(SharedFileKind.Download, "https://sharepoint.com.evil.example/x")]
    [InlineData(SharedFileKind.Download, "https://evilsharepoint.com/x")]
    [InlineData(SharedFileKind.Download, "http://contoso.sharepoint.com/x")]
    [InlineData(SharedFileKind.Download, "https://contoso.sharepoint.com:8443/x")]
    [InlineData(SharedFileKind.Download, "https://a:b@contoso.sharepoint.com/x")]
    [InlineData(SharedFileKind.Download, "https://169.254.169.254/metadata")]
    [InlineData(SharedFileKind.Download, "http://localhost:3978/x")]
    [InlineData(SharedFileKind.Download, "file:///etc/passwd")]
    public async Task Nothing_is_asked_of_another_host(SharedFileKind kind, string address)
    {
        using var bot = Serving(Bytes(200, "picture"));

        (await FetchAsync(bot.Get<FileClient>(), kind, address)).Trouble.ShouldBe(FileTrouble.NotAllowed);
        (await bot.Get<FileClient>().UploadAsync(address, [1], Limit, default)).ShouldBe(FileTrouble.NotAllowed);

        bot.Connector.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(302, FileTrouble.Redirected)]
    [InlineData(404, FileTrouble.Gone)]
    [InlineData(403, FileTrouble.Gone)]
    [InlineData(500, FileTrouble.Failed)]
    [InlineData(429, FileTrouble.Failed)]
    [InlineData(204, FileTrouble.Failed)]
    public async Task A_refusal_is_a_value(int status, FileTrouble trouble)
    {
        using var bot = Serving(_ =>
            FakeConnector.Answer((HttpStatusCode)status, "", response => response.Headers.Location = new Uri("https://evil.example/"))
        );

        (await FetchAsync(bot.Get<FileClient>(), SharedFileKind.InlineImage, Inline)).ShouldBe(new FetchedFile(null, trouble));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end_whether_it_says_so_or_not()
    {
        using var honest = Serving(Bytes(200, new string('x', Most + 1)));
        (await FetchAsync(honest.Get<FileClient>(), SharedFileKind.InlineImage, Inline)).Trouble.ShouldBe(FileTrouble.TooLarge);

        using var endless = Serving(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });
        (await FetchAsync(endless.Get<FileClient>(), SharedFileKind.InlineImage, Inline)).Trouble.ShouldBe(FileTrouble.TooLarge);

        using var just = Serving(Bytes(200, new string('x', Most)));
        (await FetchAsync(just.Get<FileClient>(), SharedFileKind.InlineImage, Inline)).Bytes!.Length.ShouldBe(Most);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_in_time_or_breaks_off_is_told_apart()
    {
        using var slow = Serving(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Silent()) });
        var fetching = FetchAsync(slow.Get<FileClient>(), SharedFileKind.InlineImage, Inline);
        slow.Time.Advance(Limit);
        (await fetching).Trouble.ShouldBe(FileTrouble.TooSlow);

        using var broken = Serving(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Torn()) });
        (await FetchAsync(broken.Get<FileClient>(), SharedFileKind.InlineImage, Inline)).Trouble.ShouldBe(FileTrouble.Incomplete);

        using var down = Serving(_ => throw new HttpRequestException("refused"));
        (await FetchAsync(down.Get<FileClient>(), SharedFileKind.InlineImage, Inline)).Trouble.ShouldBe(FileTrouble.Failed);
    }

    [Fact]
    public async Task A_copy_is_put_in_one_range_without_the_token()
    {
        var range = "";
        using var bot = new BotHost(
            connector: new FakeConnector(_ => FakeConnector.Answer(HttpStatusCode.Created))
            {
                Seen = request => range = request.Content!.Headers.ContentRange!.ToString(),
            }
        );

        (await bot.Get<FileClient>().UploadAsync("https://contoso-my.sharepoint.com/up?guid=1", [1, 2, 3], Limit, default)).ShouldBeNull();

        var sent = bot.Connector.Requests.ShouldHaveSingleItem();
        (sent.Method, sent.Token, range).ShouldBe(("PUT", null, "bytes 0-2/3"));
    }

    [Fact]
    public async Task No_address_reaches_the_log()
    {
        using var bot = Serving(Bytes(404, ""));
        await FetchAsync(bot.Get<FileClient>(), SharedFileKind.Download, "https://contoso.sharepoint.com/x?tempauth=geheim");
        bot.Logs.All.ShouldNotContain("geheim");
        bot.Logs.All.ShouldNotContain("contoso");
        bot.Logs.All.ShouldContain("Gone");
    }

    private static Task<FetchedFile> FetchAsync(FileClient files, SharedFileKind kind, string address) =>
        files.FetchAsync(new SharedFile(kind, "a.jpg", address), Samples.ServiceUrl, Most, Limit, default);

    private static BotHost Serving(Func<FakeConnector.Sent, HttpResponseMessage?> answer) => new(connector: new FakeConnector(answer));

    private static Func<FakeConnector.Sent, HttpResponseMessage?> Bytes(int status, string body) =>
        _ => new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };

    private static string Text(FetchedFile fetched) => Encoding.ASCII.GetString(fetched.Bytes.ShouldNotBeNull());

    private abstract class Body : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new NotSupportedException();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Endless : Body
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(buffer.Length);
    }

    private sealed class Silent : Body
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    private sealed class Torn : Body
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new HttpIOException(HttpRequestError.ResponseEnded));
    }
}
