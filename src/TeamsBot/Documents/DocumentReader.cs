using TeamsBot.Protocol.Files;

namespace TeamsBot.Documents;

/// <summary>
/// Fetches a Word or PDF file and reads its text. Nothing of it is kept. What it is is told by its first bytes; one document is read at a
/// time, on a thread of its own, because it may nest deeper than a request's stack reaches.
/// </summary>
internal sealed class DocumentReader(FileClient files) : IDisposable
{
    private readonly SemaphoreSlim room = new(1);

    public async Task<DocumentText> ReadAsync(SharedFile file, string serviceUrl, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            var (bytes, trouble) = await files.FetchAsync(
                file,
                serviceUrl,
                DocumentLimits.MaxBytes,
                DocumentLimits.FetchWithin,
                cancellationToken
            );
            return bytes is not null
                ? await ReadAsync(bytes)
                : DocumentText.Not(trouble == FileTrouble.TooLarge ? DocumentTrouble.TooLarge : DocumentTrouble.NotReceived);
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose() => room.Dispose();

    public static Task<DocumentText> ReadAsync(byte[] bytes) => OnOwnThreadAsync(() => Read(bytes));

    private static DocumentText Read(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 1024));
        var read =
            head.StartsWith("PK"u8) ? WordText.Read(bytes)
            : head.IndexOf("%PDF-"u8) >= 0 ? PdfText.Read(bytes)
            : DocumentText.Not(
                head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? DocumentTrouble.OldOrLocked : DocumentTrouble.OtherKind
            );
        return read.Text is not { } text ? read
            : string.IsNullOrWhiteSpace(text) ? DocumentText.Not(DocumentTrouble.NoText)
            : text.Length > DocumentLimits.MaxText ? DocumentText.Not(DocumentTrouble.TextTooLong)
            : read;
    }

    private static Task<DocumentText> OnOwnThreadAsync(Func<DocumentText> read)
    {
        var done = new TaskCompletionSource<DocumentText>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                done.SetResult(read());
            }
            catch (Exception problem)
            {
                done.SetException(problem);
            }
        }, DocumentLimits.StackBytes) { IsBackground = true, Name = "document" }.Start();
        return done.Task;
    }
}
