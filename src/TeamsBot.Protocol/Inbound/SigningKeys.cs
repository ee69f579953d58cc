using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// The service's public keys (protocol.md 1.6): loaded at start, renewed in the background, renewed at once for a key nobody knows. That
/// again after 10 s, 20, 40 and then each minute while it brings nothing new: strangers with made-up keys cause no more, and a key that is
/// rolled just after one of them waits no longer. When the service cannot be asked, the last good keys serve for five days.
/// </summary>
internal sealed class SigningKeys(KeyDocuments documents, IOptions<BotOptions> options, TimeProvider time, ILogger<SigningKeys> logger)
{
    public static readonly TimeSpan FirstForcedInterval = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LastForcedInterval = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan UsableFor = TimeSpan.FromDays(5);

    private readonly Lock gate = new();
    private Loaded? loaded;
    private Task? loading;
    private long? forcedAt;
    private TimeSpan forcedInterval = FirstForcedInterval;

    /// <summary>Whether tokens can be checked at all, and whether the last renewal worked.</summary>
    public KeyState State => Current is not { } current ? KeyState.Missing
        : time.GetUtcNow() - current.At > RefreshInterval + TimeSpan.FromHours(2) ? KeyState.Stale : KeyState.Fresh;

    public static TimeSpan RefreshInterval { get; } = TimeSpan.FromHours(12);

    /// <summary>When the keys in use were obtained.</summary>
    public DateTimeOffset? LoadedAt => Volatile.Read(ref loaded)?.At;

    private Loaded? Current => Volatile.Read(ref loaded) is { } current && time.GetUtcNow() - current.At <= UsableFor ? current : null;

    /// <summary>The key as known now, without asking anybody.</summary>
    public SigningKey? Known(string id) => Current?.Keys.GetValueOrDefault(id);

    /// <summary>The key, asking the service where it is not known and may be asked.</summary>
    public async ValueTask<(SigningKey? Key, bool Available)> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Known(id) is { } known) return (known, true);
        if (MayAsk()) await RefreshAsync().WaitAsync(cancellationToken);
        return (Known(id), Current is not null);
    }

    /// <summary>Loads metadata and keys; whoever comes while it runs waits for the same load. Never throws: the old keys stay.</summary>
    public Task RefreshAsync()
    {
        lock (gate)
        {
            if (loading is null or { IsCompleted: true }) loading = LoadAsync();
            return loading;
        }
    }

    /// <summary>Joining a load that runs is always allowed; starting one is what the interval limits.</summary>
    private bool MayAsk()
    {
        lock (gate)
        {
            if (loading is { IsCompleted: false }) return true;
            // By the clock that nobody sets: set back, the other one would hold off a rolled key for as long.
            var now = time.GetTimestamp();
            if (forcedAt is { } last)
            {
                var since = time.GetElapsedTime(last, now);
                if (since < forcedInterval) return false;
                forcedInterval = since > LastForcedInterval * 2 ? FirstForcedInterval : Min(forcedInterval * 2, LastForcedInterval);
            }

            forcedAt = now;
            return true;
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private async Task LoadAsync()
    {
        // The caller holds the lock until the first wait.
        await Task.Yield();
        try
        {
            var keys = await documents.LoadAsync(options.Value.EffectiveMetadataUrl, CancellationToken.None);
            if (keys.Count == 0) throw new JsonException("The key document holds no usable key.");
            var isNews = loaded is not { } old || !keys.Keys.All(old.Keys.ContainsKey);
            Volatile.Write(ref loaded, new Loaded(keys, time.GetUtcNow()));
            lock (gate) if (isNews) forcedInterval = FirstForcedInterval;
            Log.SigningKeysLoaded(logger, keys.Count);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException or IOException)
        {
            Log.SigningKeysFailed(logger, failure.GetType().Name, (failure as HttpRequestException)?.StatusCode, Current is not null);
        }
    }

    private sealed record Loaded(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At);
}

internal enum KeyState
{
    /// <summary>None were ever obtained, or the last are older than five days: every caller gets 503.</summary>
    Missing,

    /// <summary>In use, but the last renewal is overdue.</summary>
    Stale,

    Fresh,
}
