using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Outbox;

/// <summary>
/// Notices that a connector as a whole is down, so that messages wait for it instead of each using up its own tries. While it is down, one
/// message at a time tries whether it is back. A message that may have arrived already is not used for that: it may be repeated only once,
/// so it waits until the connector has answered something, if need be a question that changes nothing. Not thread-safe.
/// </summary>
internal sealed class ConnectorHealth
{
    private const int FailuresThatMeanDown = 5;

    /// <summary>
    /// For so long after an answer a conversation's trouble is taken for its own. Longer, and the connector may have gone since: then each
    /// failure counts, or messages in doubt would be repeated into an outage.
    /// </summary>
    private static readonly TimeSpan AliveFor = TimeSpan.FromSeconds(90);

    /// <summary>More in trouble of their own than can be: they are forgotten, and count again.</summary>
    private const int MostInTrouble = 10_000;

    private readonly Dictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, DateTimeOffset> answeredAt = new(StringComparer.OrdinalIgnoreCase);

    // Conversations that failed while their connector answered others, until they answer themselves.
    private readonly HashSet<string> inTrouble = [];

    /// <summary>
    /// Until when a message must wait because its connector is down; null when it may go, and is then the one that tries.
    /// </summary>
    /// <param name="ask">It seems so for the first time: a question that changes nothing tells whether some conversations hang or the whole
    /// connector.</param>
    public DateTimeOffset? WaitToTry(string serviceUrl, DateTimeOffset now, out bool ask)
    {
        ask = false;
        if (!hosts.TryGetValue(serviceUrl, out var host) || host.Failures < FailuresThatMeanDown) return null;
        ask = !host.IsAsked;
        host.IsAsked = true;
        return host.Tries.Wait(now);
    }

    /// <summary>Until when a message in doubt must wait; null when it may go.</summary>
    /// <param name="ask">The connector should be asked now.</param>
    public DateTimeOffset? WaitInDoubt(string serviceUrl, DateTimeOffset now, out bool ask)
    {
        ask = false;
        if (!hosts.TryGetValue(serviceUrl, out var host)) return null;
        ask = host.Questions.Wait(now) is null;
        return host.Questions.NextAt;
    }

    /// <summary>Something was answered or was not. Returns true when a connector with failures answers again.</summary>
    /// <param name="conversation">Which of its conversations; null for a question about the connector.</param>
    /// <param name="isNews">False for a message that failed before: that one conversation is in trouble says nothing about the
    /// others.</param>
    public bool Heard(string serviceUrl, string? conversation, ConnectorFailure? failure, DateTimeOffset now, bool isNews = true)
    {
        if (failure is null || !SaysItIsDown(failure)) return IsAlive(serviceUrl, conversation, now);
        if (conversation is not null && inTrouble.Contains(conversation) && HasAnsweredLately(serviceUrl, now)) return false;
        if (!isNews && !hosts.ContainsKey(serviceUrl)) return false;
        if (!hosts.TryGetValue(serviceUrl, out var host)) hosts.Add(serviceUrl, host = new Host(now));
        if (isNews) host.Failures++;
        if (conversation is not null) host.Failing.Add(conversation);
        return false;
    }

    /// <summary>The connector answers: whatever failed beside this has its own trouble.</summary>
    private bool IsAlive(string serviceUrl, string? conversation, DateTimeOffset now)
    {
        answeredAt[serviceUrl] = now;
        var hadFailures = hosts.Remove(serviceUrl, out var host);
        if (inTrouble.Count > MostInTrouble) inTrouble.Clear();
        if (host is not null) inTrouble.UnionWith(host.Failing);
        if (conversation is not null) inTrouble.Remove(conversation);
        return hadFailures;
    }

    private bool HasAnsweredLately(string serviceUrl, DateTimeOffset now) =>
        answeredAt.TryGetValue(serviceUrl, out var at) && now - at < AliveFor;

    /// <summary>The clock was set.</summary>
    public void Move(TimeSpan by)
    {
        foreach (var url in answeredAt.Keys.ToList()) answeredAt[url] += by;
        foreach (var host in hosts.Values)
        {
            host.Tries.Move(by);
            host.Questions.Move(by);
        }
    }

    /// <summary>
    /// No answer, or one of 500, 502, 503, 504. One that throttles or refuses is alive; a missing token stops everything just the same.
    /// </summary>
    private static bool SaysItIsDown(ConnectorFailure failure)
        => failure.Status is null or (>= 500 and < 600) && failure.Reaction is Reaction.RetryLater or Reaction.Ambiguous;

    private sealed class Host(DateTimeOffset now)
    {
        public int Failures { get; set; }

        public HashSet<string> Failing { get; } = [];

        public bool IsAsked { get; set; }

        public Rhythm Tries { get; } = new(now);

        public Rhythm Questions { get; } = new(now);
    }

    /// <summary>Once after 5 s, then 10, 20, 40 s, and every minute.</summary>
    private sealed class Rhythm(DateTimeOffset now)
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
        private TimeSpan pause = TimeSpan.FromSeconds(5);

        public DateTimeOffset NextAt { get; private set; } = now + TimeSpan.FromSeconds(5);

        public void Move(TimeSpan by) => NextAt += by;

        /// <summary>Null, and the next pause begins, when the time has come.</summary>
        public DateTimeOffset? Wait(DateTimeOffset now)
        {
            if (now < NextAt) return NextAt;
            pause = pause * 2 < Longest ? pause * 2 : Longest;
            NextAt = now + pause;
            return null;
        }
    }
}
