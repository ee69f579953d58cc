using System.Security.Cryptography;
using TeamsBot.Checks.Images;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Pictures;

/// <summary>
/// Fetches pictures and reads what must be known of them. The bytes live as long as the reading: whoever needs them again fetches them
/// again, and the hash says whether they are still the same.
/// </summary>
internal sealed class PictureReader(FileClient files, TurnRoom turns, TimeProvider time) : IDisposable
{
    private readonly FairRoom room = new(PictureLimits.AtOnce, PictureLimits.AtOnceOfOnePerson);

    /// <summary>Of each picture the facts, or a sentence on why there are none. The turn steps outside meanwhile.</summary>
    public Task<ReadPicture[]> ReadAsync(ParsedTurn turn, IReadOnlyList<SharedFile> pictures, CancellationToken cancellationToken) =>
        pictures.Count == 0
            ? Task.FromResult<ReadPicture[]>([])
            : turns.OutsideAsync(
                turn,
                () => Task.WhenAll(pictures.Select(file => ReadAsync(turn, file, cancellationToken))),
                () => [.. pictures.Select(_ => TooMany())]
            );

    /// <summary>
    /// Fetches a picture again, takes its location out and hands the copy to <paramref name="use"/>. The same file gives the same copy,
    /// byte for byte.
    /// </summary>
    /// <param name="hash">What was fetched before; another file is refused.</param>
    /// <param name="use">What is done with the copy while it is in memory, in its own time; returns a sentence where that failed.</param>
    /// <returns>The copy's facts, or a sentence on why there is none.</returns>
    public Task<ReadPicture> CleanAsync(
        ParsedTurn turn,
        SharedFile file,
        string hash,
        Func<byte[], Task<string?>>? use,
        CancellationToken cancellationToken
    ) =>
        turns.OutsideAsync(
            turn,
            () =>
                InTimeAsync(
                    turn,
                    async stop =>
                    {
                        var (bytes, problem) = await FetchAsync(file, turn.Conversation.ServiceUrl, stop);
                        if (bytes is null)
                            return new(null, $"{problem}同じ画像をこのチャットにもう一度送ると、続きができます。");
                        if (HashOf(bytes) != hash)
                            return new(null, "元の画像が差し替えられています。使う画像をもう一度送ってください。");
                        var (copy, refusal) = LocationRemoval.Remove(bytes);
                        if (copy is null)
                            return new(null, refusal);
                        var facts = FactsOf(copy);
                        if (facts.Place is not null)
                            return new(
                                null,
                                "位置情報を消しきれませんでした。画面を保存した画像など、位置情報のない画像に替えてください。"
                            );
                        return use is not null && await use(copy) is { } failed ? new(null, failed) : new(facts, null);
                    },
                    cancellationToken
                ),
            TooMany
        );

    public void Dispose() => room.Dispose();

    private Task<ReadPicture> ReadAsync(ParsedTurn turn, SharedFile file, CancellationToken cancellationToken) =>
        InTimeAsync(
            turn,
            async stop =>
            {
                var (bytes, problem) = await FetchAsync(file, turn.Conversation.ServiceUrl, stop);
                return bytes is null ? new(null, problem) : new(FactsOf(bytes), null);
            },
            cancellationToken
        );

    private static ReadPicture TooMany() => new(null, PictureWords.TooMany);

    /// <summary>
    /// Waiting for room and fetching share one limit: a crowd must not make somebody's turn, and the text that came with it, fail.
    /// </summary>
    private async Task<ReadPicture> InTimeAsync(
        ParsedTurn turn,
        Func<CancellationToken, Task<ReadPicture>> read,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(PictureLimits.Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await room.InsideAsync(turn.Actor!.Id, () => read(either.Token), either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(null, PictureWords.Sentence(FileTrouble.TooSlow));
        }
    }

    private async Task<(byte[]? Bytes, string Problem)> FetchAsync(SharedFile file, string serviceUrl, CancellationToken cancellationToken)
    {
        var (bytes, trouble) = await files.FetchAsync(file, serviceUrl, PictureLimits.MaxBytes, PictureLimits.Within, cancellationToken);
        if (bytes is null) return (null, PictureWords.Sentence(trouble!.Value));
        if (ImageFormats.Of(bytes) == ImageFormat.Unknown) return (null, PictureWords.NoPicture(bytes));
        return ImageFormats.IsWhole(bytes) ? (bytes, "") : (null, PictureWords.Sentence(FileTrouble.Incomplete));
    }

    private static PictureFacts FactsOf(byte[] bytes)
    {
        var read = ImageFacts.Read(bytes);
        return new PictureFacts(
            ImageFormats.Of(bytes),
            bytes.Length,
            HashOf(bytes),
            read.Place,
            read.TakenAt is { Year: > 1990 and < 2100 } taken ? taken : null
        );
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What came of reading one picture: its facts, or a sentence for the person.</summary>
internal sealed record ReadPicture(PictureFacts? Facts, string? Problem);
