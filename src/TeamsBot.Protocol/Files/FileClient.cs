using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Protocol.Files;

/// <summary>
/// Fetches what people attach and puts copies into their OneDrive. The bot's token goes to the host the message came through and to no
/// other; redirects are refused, because they lead where nobody looked; nothing larger or slower than asked for is waited for. Trouble is a
/// value, never an exception.
/// </summary>
public sealed class FileClient
{
    /// <summary>The HTTP client that carries the token; a test replaces its primary handler.</summary>
    public const string WithTokenName = "TeamsBot.ServiceFiles";

    /// <summary>The HTTP client for signed addresses.</summary>
    public const string WithoutTokenName = "TeamsBot.SharedFiles";

    private readonly IHttpClientFactory clients;
    private readonly FileHosts hosts;
    private readonly TimeProvider time;
    private readonly ILogger<FileClient> logger;

    internal FileClient(IHttpClientFactory clients, FileHosts hosts, TimeProvider time, ILogger<FileClient> logger) =>
        (this.clients, this.hosts, this.time, this.logger) = (clients, hosts, time, logger);

    /// <summary>The file's bytes, or why not.</summary>
    /// <param name="serviceUrl">Where the message came through: an inline picture is fetched from that host only.</param>
    /// <param name="maxBytes">Larger files are not read to their end, whatever length they announce.</param>
    /// <param name="limit">Connection, answer and body together.</param>
    public async Task<FetchedFile> FetchAsync(
        SharedFile file,
        string serviceUrl,
        int maxBytes,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address) || !MayFetch(file.Kind, address, serviceUrl))
            return Trouble(file.Kind, FileTrouble.NotAllowed, null);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await TryAsync(file.Kind, limit, async stop =>
        {
            using var client = clients.CreateClient(file.Kind == SharedFileKind.InlineImage ? WithTokenName : WithoutTokenName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (TroubleOf(response.StatusCode) is { } trouble) return Trouble(file.Kind, trouble, (int)response.StatusCode);
            if (response.Content.Headers.ContentLength > maxBytes)
                return Trouble(file.Kind, FileTrouble.TooLarge, (int)response.StatusCode);
            return await ReadAsync(response.Content, maxBytes, stop) is { } bytes
                ? new FetchedFile(bytes, null)
                : Trouble(file.Kind, FileTrouble.TooLarge, (int)response.StatusCode);
        }, cancellationToken);
    }

    /// <summary>Puts a file where the person's consent said (protocol.md 5.5): one range, no token. Null when done.</summary>
    public async Task<FileTrouble?> UploadAsync(string uploadUrl, byte[] bytes, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (bytes.Length == 0 || !Uri.TryCreate(uploadUrl, UriKind.Absolute, out var address) || !hosts.Allows(address))
            return Trouble(SharedFileKind.Download, FileTrouble.NotAllowed, null).Trouble;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, bytes.Length - 1, bytes.Length);
        var answer = await TryAsync(SharedFileKind.Download, limit, async stop =>
        {
            using var client = clients.CreateClient(WithoutTokenName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return response.IsSuccessStatusCode
                ? new FetchedFile([], null)
                : Trouble(SharedFileKind.Download, TroubleOf(response.StatusCode) ?? FileTrouble.Failed, (int)response.StatusCode);
        }, cancellationToken);
        return answer.Trouble;
    }

    private async Task<FetchedFile> TryAsync(
        SharedFileKind kind,
        TimeSpan limit,
        Func<CancellationToken, Task<FetchedFile>> go,
        CancellationToken cancellationToken
    )
    {
        using var tooSlow = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooSlow.Token, cancellationToken);
        try
        {
            return await go(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Trouble(kind, FileTrouble.TooSlow, null);
        }
        catch (HostNotAllowedException)
        {
            return Trouble(kind, FileTrouble.NotAllowed, null);
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or IOException or TokenUnavailableException)
        {
            return Trouble(kind, unanswered is HttpIOException ? FileTrouble.Incomplete : FileTrouble.Failed, null);
        }
    }

    private bool MayFetch(SharedFileKind kind, Uri address, string serviceUrl) => kind == SharedFileKind.InlineImage
        ? Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service)
            && string.Equals(address.Host, service.Host, StringComparison.OrdinalIgnoreCase)
            && address.Port == service.Port
            && address.Scheme == service.Scheme
        : hosts.Allows(address);

    private static FileTrouble? TroubleOf(HttpStatusCode status) => (int)status switch
    {
        200 or 201 => null,
        >= 300 and < 400 => FileTrouble.Redirected,
        401 or 403 or 404 or 410 => FileTrouble.Gone,
        _ => FileTrouble.Failed,
    };

    /// <summary>Null where there is more than may be read.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream((int)Math.Clamp(content.Headers.ContentLength ?? 0, 0, maxBytes));
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > maxBytes) return null;
            bytes.Write(buffer, 0, read);
        }

        // Where the announced length was true, the buffer is the file: no second copy of some megabytes.
        return bytes.GetBuffer() is var whole && whole.Length == bytes.Length ? whole : bytes.ToArray();
    }

    private FetchedFile Trouble(SharedFileKind kind, FileTrouble trouble, int? status)
    {
        Log.FileTrouble(logger, kind, trouble, status);
        return new FetchedFile(null, trouble);
    }
}

/// <summary>What fetching came to: the bytes, or the trouble.</summary>
public sealed record FetchedFile(byte[]? Bytes, FileTrouble? Trouble);

/// <summary>Why a file could not be fetched or put.</summary>
public enum FileTrouble
{
    /// <summary>The address is none, or on a host the bot does not go to.</summary>
    NotAllowed,

    TooLarge,

    /// <summary>Deleted, or its address is no longer valid.</summary>
    Gone,

    /// <summary>The address leads elsewhere; not followed.</summary>
    Redirected,

    TooSlow,

    /// <summary>The connection ended before the file did.</summary>
    Incomplete,

    /// <summary>No answer, or one that says nothing.</summary>
    Failed,
}
