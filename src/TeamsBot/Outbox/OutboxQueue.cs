using TeamsBot.Conversations;

namespace TeamsBot.Outbox;

/// <summary>
/// Which stored message is next: strict order within an address, any order between addresses, answers before notices. Pure bookkeeping of
/// what the database holds; the dispatcher fills it, asks it, and tells it how each message ended. One caller at a time.
/// </summary>
internal sealed class OutboxQueue
{
    private readonly Dictionary<Address, Lane> lanes = [];
    private readonly PriorityQueue<Lane, (bool Notice, bool Failed, long Order)> ready = new();
    private readonly PriorityQueue<Lane, DateTimeOffset> sleeping = new();
    private long order;

    /// <summary>Waiting and under way.</summary>
    public int Count { get; private set; }

    public void Enter(QueuedMessage message)
    {
        var lane = LaneOf(message);
        if (lane.Add(message)) Count++;
        MakeReady(lane);
    }

    /// <summary>
    /// The next message that may be sent at <paramref name="now"/>, together with older versions of the same card, which are dropped from
    /// the queue. Until <see cref="Leave"/>, <see cref="Retry"/> or <see cref="Return"/>, nothing else of its address is handed out.
    /// </summary>
    public PickedMessage? Next(DateTimeOffset now)
    {
        while (sleeping.TryPeek(out var sleeper, out var until) && until <= now)
        {
            sleeping.Dequeue();
            MakeReady(sleeper);
        }

        while (ready.TryDequeue(out var lane, out _))
        {
            lane.IsReady = false;
            if (lane.IsBusy) continue;
            if (Pick(lane, now) is { } picked) return picked;
        }

        return null;
    }

    /// <summary>The message has ended, or waits for somebody to become reachable.</summary>
    public void Leave(QueuedMessage message)
    {
        var lane = LaneOf(message);
        lane.IsBusy = false;
        if (lane.Remove(message.Id)) Count--;
        MakeReady(lane);
    }

    /// <summary>The attempt failed and is repeated at <paramref name="at"/>; later messages of the address wait for it.</summary>
    public void Retry(QueuedMessage message, DateTimeOffset at, bool isRetried = true)
    {
        var lane = LaneOf(message);
        lane.IsBusy = false;
        if (lane.Remove(message.Id)) Count--;
        Enter(message with { IsRetried = isRetried, NextAttemptAt = at });
    }

    /// <summary>
    /// No attempt was made: the message keeps its place, and nothing of its address is handed out before <paramref name="until"/>.
    /// </summary>
    public void Return(QueuedMessage message, DateTimeOffset until)
    {
        var lane = LaneOf(message);
        lane.IsBusy = false;
        lane.RestsUntil = until;
        sleeping.Enqueue(lane, until);
    }

    /// <summary>It is not to be sent before <paramref name="at"/>; what comes after it is not held up.</summary>
    public void Postpone(QueuedMessage message, DateTimeOffset at) => Retry(message, at, isRetried: false);

    /// <summary>The address is there: its rest ends, and what waits for another try is due now.</summary>
    public void Wake(Address address, DateTimeOffset now)
    {
        if (!lanes.TryGetValue(address, out var lane)) return;
        lane.RestsUntil = DateTimeOffset.MinValue;
        lane.Wake(now);
        MakeReady(lane);
    }

    /// <summary>
    /// Everything due that asks or tells this address something, beside the message just handed out; without what a later one replaces.
    /// </summary>
    public List<QueuedMessage> RingingWith(QueuedMessage picked, DateTimeOffset now) => LaneOf(picked).Ringing(now);

    /// <summary>When something becomes due by itself; null where nothing waits for a time. May be early, never late.</summary>
    public DateTimeOffset? NextWake => ready.Count > 0 ? DateTimeOffset.MinValue : sleeping.TryPeek(out _, out var until) ? until : null;

    /// <summary>Ends the rests of lanes, for example because the connector answers again. Back-off of single messages is kept.</summary>
    public void EndRests()
    {
        foreach (var lane in lanes.Values.Where(lane => lane.RestsUntil > DateTimeOffset.MinValue))
        {
            lane.RestsUntil = DateTimeOffset.MinValue;
            MakeReady(lane);
        }
    }

    private Lane LaneOf(QueuedMessage message)
    {
        if (!lanes.TryGetValue(message.Address, out var lane)) lanes.Add(message.Address, lane = new Lane(message.Address));
        return lane;
    }

    private void MakeReady(Lane lane)
    {
        if (lane.IsReady || lane.IsBusy) return;
        lane.IsReady = true;
        ready.Enqueue(lane, (lane.Answers == 0, lane.IsInTrouble, order++));
    }

    private PickedMessage? Pick(Lane lane, DateTimeOffset now)
    {
        if (lane.Messages.Count == 0)
        {
            lanes.Remove(lane.Address);
            return null;
        }

        if (lane.RestsUntil > now)
        {
            sleeping.Enqueue(lane, lane.RestsUntil);
            return null;
        }

        var (first, wake) = lane.FirstDue(now);
        if (first is null)
        {
            sleeping.Enqueue(lane, wake);
            return null;
        }

        var picked = lane.WithoutOldVersions(first, now);
        foreach (var old in picked.Dropped) lane.Remove(old.Id);
        Count -= picked.Dropped.Count;
        lane.IsBusy = true;
        return picked;
    }

    private sealed class Lane(Address address)
    {
        public Address Address => address;

        public SortedDictionary<long, QueuedMessage> Messages { get; } = [];

        public int Answers { get; private set; }

        /// <summary>Its first message failed before: new ones of others go first.</summary>
        public bool IsInTrouble => Messages.Count > 0 && Messages.First().Value.IsRetried;

        public bool IsBusy { get; set; }

        public bool IsReady { get; set; }

        public DateTimeOffset RestsUntil { get; set; } = DateTimeOffset.MinValue;

        public bool Add(QueuedMessage message)
        {
            if (!Messages.TryAdd(message.Id, message)) return false;
            if (message.IsAnswer) Answers++;
            return true;
        }

        public bool Remove(long id)
        {
            if (!Messages.Remove(id, out var removed)) return false;
            if (removed.IsAnswer) Answers--;
            return true;
        }

        /// <summary>A message that waits for its time (NotBefore) is passed by; one that is being retried is not.</summary>
        public (QueuedMessage? First, DateTimeOffset Wake) FirstDue(DateTimeOffset now)
        {
            var wake = DateTimeOffset.MaxValue;
            foreach (var message in Messages.Values)
            {
                if (message.NextAttemptAt <= now) return (message, now);
                if (message.NextAttemptAt < wake) wake = message.NextAttemptAt;
                if (message.IsRetried) break;
            }

            return (null, wake);
        }

        /// <summary>
        /// From <paramref name="first"/> on, the first due message that no later one replaces, and those before it that are replaced.
        /// </summary>
        public PickedMessage WithoutOldVersions(QueuedMessage first, DateTimeOffset now)
        {
            List<QueuedMessage> dropped = [];
            var next = first;
            while (IsReplaced(next, now))
            {
                dropped.Add(next);
                next = Messages.Values.First(message => message.Id > dropped[^1].Id && message.NextAttemptAt <= now);
            }

            return new PickedMessage(next, dropped);
        }

        public void Wake(DateTimeOffset now)
        {
            foreach (var message in Messages.Values.Where(message => message.NextAttemptAt > now && !message.IsFixed).ToList())
                Messages[message.Id] = message with { NextAttemptAt = now };
        }

        /// <summary>What would ring now, and what would have rung already had its attempt not failed.</summary>
        public List<QueuedMessage> Ringing(DateTimeOffset now) =>
        [
            .. Messages.Values.Where(message =>
                message.Rings && (message.IsRetried || message.NextAttemptAt <= now) && !message.IsFixed && !IsReplaced(message, now)),
        ];

        /// <summary>
        /// Walks the lane without building anything: a person may have thousands of messages waiting for the service's limits.
        /// </summary>
        private bool IsReplaced(QueuedMessage message, DateTimeOffset now)
        {
            if (message.CardKey.Length == 0) return false;
            foreach (var later in Messages.Values)
            {
                if (later.Id > message.Id && later.Replaces(message) && later.NextAttemptAt <= now) return true;
            }

            return false;
        }
    }
}

/// <summary>What the queue needs to know of a stored message.</summary>
/// <param name="IsAnswer">Somebody waits for it: goes before notices of other addresses.</param>
/// <param name="IsRetried">An attempt was made: later messages of the address wait for it.</param>
internal sealed record QueuedMessage(
    long Id, Address Address, bool IsCard, string CardKey, long Version, bool IsAnswer, bool IsRetried, DateTimeOffset NextAttemptAt)
{
    /// <summary>It asks or tells somebody by a new message.</summary>
    public bool Rings { get; init; }

    /// <summary>It waits for its own time, or because it may have arrived: nobody's being there makes it due.</summary>
    public bool IsFixed { get; init; }

    public bool Replaces(QueuedMessage older) =>
        IsCard && older.IsCard && CardKey.Length > 0 && CardKey == older.CardKey && Version >= older.Version;
}

/// <param name="Dropped">Older versions of cards, replaced by one that is due too.</param>
internal sealed record PickedMessage(QueuedMessage Message, IReadOnlyList<QueuedMessage> Dropped);
