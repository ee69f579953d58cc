namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// Keeps the bot under the service's limits (protocol.md 2.6) before the service has to say so: per conversation at most 5 requests in any
/// second, 7 in two, 50 in 30 s and 1500 in an hour; per tenant 20 in a second. After a 429 the conversation rests, and where three
/// conversations of a tenant rest at once, the tenant. Thread-safe; knows nothing of other processes.
/// </summary>
public sealed class SendThrottle(TimeProvider time)
{
    private const int RestingConversationsThatStopATenant = 3;
    private const int SweepEvery = 1024;

    private static readonly (int Count, TimeSpan Window)[] ConversationLimits =
        [(5, TimeSpan.FromSeconds(1)), (7, TimeSpan.FromSeconds(2)), (50, TimeSpan.FromSeconds(30)), (1500, TimeSpan.FromHours(1))];

    private static readonly (int Count, TimeSpan Window)[] TenantLimits = [(20, TimeSpan.FromSeconds(1))];

    private readonly Lock gate = new();
    private readonly Dictionary<string, Flow> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Flow> tenants = new(StringComparer.OrdinalIgnoreCase);
    private int sinceSweep;

    /// <summary>How many conversations and tenants are remembered.</summary>
    internal int Known
    {
        get
        {
            lock (gate) return conversations.Count + tenants.Count;
        }
    }

    /// <summary>Takes one permit and returns zero, or takes none and returns how long to wait before asking again.</summary>
    /// <param name="conversationId">Threads of one channel count together.</param>
    public TimeSpan TryTake(string tenantId, string conversationId)
    {
        lock (gate)
        {
            Sweep();
            var now = time.GetTimestamp();
            var conversation = Of(conversations, ThreadTarget.Channel(conversationId), tenantId, ConversationLimits);
            var tenant = Of(tenants, tenantId, tenantId, TenantLimits);
            var wait = Max(conversation.Wait(now, time), tenant.Wait(now, time));
            if (wait > TimeSpan.Zero) return wait;
            conversation.Take(now);
            tenant.Take(now);
            return TimeSpan.Zero;
        }
    }

    /// <summary>The service said 429 for this conversation.</summary>
    public void Rest(string tenantId, string conversationId, TimeSpan pause)
    {
        lock (gate)
        {
            var until = time.GetTimestamp() + Ticks(pause);
            Of(conversations, ThreadTarget.Channel(conversationId), tenantId, ConversationLimits).Rest(until);
            var now = time.GetTimestamp();
            var resting = conversations.Values.Count(flow =>
                flow.IsResting(now) && string.Equals(flow.TenantId, tenantId, StringComparison.OrdinalIgnoreCase)
            );
            if (resting >= RestingConversationsThatStopATenant) Of(tenants, tenantId, tenantId, TenantLimits).Rest(until);
        }
    }

    private static Flow Of(Dictionary<string, Flow> flows, string key, string tenantId, (int Count, TimeSpan Window)[] limits) =>
        flows.TryGetValue(key, out var flow) ? flow : flows[key] = new Flow(tenantId, limits);

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    /// <summary>Forgets conversations that were quiet for the longest window.</summary>
    private void Sweep()
    {
        if (++sinceSweep < SweepEvery) return;
        sinceSweep = 0;
        var now = time.GetTimestamp();
        var longest = Ticks(ConversationLimits[^1].Window);
        foreach (var flows in (ReadOnlySpan<Dictionary<string, Flow>>)[conversations, tenants])
        {
            foreach (var (key, flow) in flows)
            {
                if (flow.IsQuiet(now, longest)) flows.Remove(key);
            }
        }
    }

    /// <summary>
    /// When the last requests were made. A limit of N in a window is kept when the Nth last request lies outside the window.
    /// </summary>
    private sealed class Flow(string tenantId, (int Count, TimeSpan Window)[] limits)
    {
        // A ring that grows up to the largest count: most conversations see a handful of messages.
        private long[] taken = new long[8];
        private int count;
        private int next;
        private long restsUntil = long.MinValue;

        public string TenantId => tenantId;

        public void Take(long now)
        {
            if (count == taken.Length && count < limits[^1].Count) Grow();
            taken[next] = now;
            next = (next + 1) % taken.Length;
            count = Math.Min(count + 1, taken.Length);
        }

        public TimeSpan Wait(long now, TimeProvider time)
        {
            var wait = restsUntil > now ? time.GetElapsedTime(now, restsUntil) : TimeSpan.Zero;
            foreach (var (allowed, window) in limits)
            {
                if (count < allowed) break;
                var age = time.GetElapsedTime(Last(allowed), now);
                if (age < window) wait = Max(wait, window - age);
            }

            return wait;
        }

        public void Rest(long until) => restsUntil = Math.Max(restsUntil, until);

        public bool IsResting(long now) => restsUntil > now;

        public bool IsQuiet(long now, long window) => restsUntil <= now && (count == 0 || now - Last(1) > window);

        /// <summary>The time of the nth last request, the latest being the first.</summary>
        private long Last(int nth) => taken[(next - nth + taken.Length) % taken.Length];

        private void Grow()
        {
            var larger = new long[Math.Min(taken.Length * 4, limits[^1].Count)];
            for (var at = 0; at < count; at++) larger[at] = Last(count - at);
            (taken, next) = (larger, count);
        }
    }
}
