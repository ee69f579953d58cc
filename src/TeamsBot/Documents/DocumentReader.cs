using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Documents;

/// <summary>
/// Fetches a Word or PDF file and reads its text. Nothing of it is kept. What it is is told by its first bytes; it is read on a thread of
/// its own, because it may nest deeper than a request's stack reaches, two at once and one of each person: a file made to be slow holds up
/// nobody else's.
/// </summary>
internal sealed class DocumentReader(FairFetch files) : IDisposable
{
    private readonly FairRoom reading = new(all: 2, each: 1);

    public async Task<DocumentText> ReadAsync(PersonId person, SharedFile file, string serviceUrl, CancellationToken cancellationToken)
    {
        var (bytes, trouble) = await files.FetchAsync(
            person,
            file,
            serviceUrl,
            DocumentLimits.MaxBytes,
            DocumentLimits.FetchWithin,
            cancellationToken
        );
        return bytes is not null
            ? await reading.InsideAsync(person, () => ReadAsync(bytes), cancellationToken)
            : DocumentText.Not(trouble == FileTrouble.TooLarge ? DocumentTrouble.TooLarge : DocumentTrouble.NotReceived);
    }

    public void Dispose() => reading.Dispose();

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
