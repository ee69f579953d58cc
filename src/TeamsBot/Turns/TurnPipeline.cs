using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Turns;

/// <summary>
/// Runs one turn: drops what was handled before, remembers where the person can be reached, lets the one handler decide, commits everything
/// at once and answers. Nothing is sent from here; what has to go out stands in the outbox by then.
/// </summary>
internal sealed partial class TurnPipeline(
    IServiceScopeFactory scopes,
    TurnRouter router,
    TurnRoom room,
    AwaitedFiles awaited,
    CommitGate gate,
    DatabaseWatch watch,
    Arrivals arrivals,
    TimeProvider time,
    ILogger<TurnPipeline> log
)
{
    /// <summary>Two people may press at once; whoever comes second sees the new state in the next try.</summary>
    private const int MaxTries = 4;

    /// <summary>
    /// The same press later than this is meant anew and not a second delivery (protocol.md 3.11): what held a draft back may be mended by
    /// then, and what must not happen twice is refused by the draft itself.
    /// </summary>
    private static readonly TimeSpan PressesRepeatWithin = TimeSpan.FromMinutes(10);

    public async Task<InvokeResponse?> RunAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        await room.EnterAsync(cancellationToken);
        try
        {
            // What only reads would show things that are about to be gone.
            watch.MakeSure();
            var answer = await RunUntilCommittedAsync(turn, cancellationToken);
            // After the commit, which may have made somebody reachable.
            if (turn.Actor is { } actor) arrivals.Heard(Address.Person(actor.TenantId, actor.ObjectId));
            return answer;
        }
        catch (Exception problem)
        {
            watch.Heard(problem);
            throw;
        }
        finally
        {
            awaited.Leave(turn);
            room.Leave();
        }
    }

    private async Task<InvokeResponse?> RunUntilCommittedAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await RunOnceAsync(turn, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (tries < MaxTries)
            {
                Repeated(log, LogWord.Of(turn.Activity.Type), tries);
            }
            catch (DbUpdateException problem) when (tries < MaxTries && CommitGate.IsDuplicate(problem))
            {
                Repeated(log, LogWord.Of(turn.Activity.Type), tries);
            }
        }
    }

    private async Task<InvokeResponse?> RunOnceAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<BotDbContext>();
        var key = InboxKey.Of(turn);
        // One connection for the whole turn: opening costs more than most of the queries.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var earlier = key is null ? null : db.FindInboxEntry(key);
        if (await IsRepeatedAsync(db, turn, earlier, cancellationToken))
        {
            Doubled(log, LogWord.Of(turn.Activity.Type));
            return turn.IsInvoke ? Stored(turn, earlier!.Answer) : null;
        }

        await RememberConversation.FromAsync(db, turn, time.GetUtcNow(), cancellationToken);
        var languages = services.GetRequiredService<PersonLanguage>();
        var isSpoken = false;
        var handler = InboundLength.IsOver(turn) ? InboundLength.Refuse : router.Find(turn, out isSpoken);
        if (handler is null && turn.IsInvoke) return null;
        if (handler != InboundLength.Refuse) await HearAsync(languages, turn, isSpoken, cancellationToken);
        var reply = handler is null ? Reply.None : await HandleAsync(services, turn, handler, cancellationToken);
        foreach (var after in services.GetServices<AfterTurn>()) await after.RunAsync(services, turn, cancellationToken);
        if (turn.Action is { IsAutomatic: true })
        {
            // Nothing of it is kept, so nothing may be said to be done.
            return HasChanges(db, out var wouldHave) && wouldHave
                ? InvokeResponses.Message("操作は行われていません。ボタンを押してください。 / Nothing was done. Please press the button.")
                : InvokeResponses.For(reply);
        }

        // An invoke that is no card's button takes no card for an answer; what is to be said is said in the chat.
        var isPress = turn is { IsInvoke: true, Action: not null };
        var answer = isPress ? InvokeResponses.For(reply) : turn.IsInvoke ? InvokeResponses.Empty : null;
        if (!isPress) Enqueue(services.GetRequiredService<OutboxWriter>(), turn, reply);
        awaited.Settle(db, turn);
        var hasChanges = HasChanges(db, out var isMoreThanPresence);
        if (turn.IsInvoke && key is not null && !isMoreThanPresence && db.FindInboxEntry(key) is { } meanwhile
            && await IsRepeatedAsync(db, turn, meanwhile, cancellationToken))
        {
            // The other delivery was committed after the look above and before the draft was read: what it did was refused here as done
            // already.
            Doubled(log, LogWord.Of(turn.Activity.Type));
            return Stored(turn, meanwhile.Answer);
        }

        if (!hasChanges) return answer;
        if (key is not null && (!turn.IsInvoke || (isMoreThanPresence && !reply.IsPrivate)))
        {
            // A button that only shows something may be pressed again with the same values; one that changed something may not count twice.
            // Of a private one neither the answer nor the hash of what was typed is kept: it changes nothing but the record that it
            // happened.
            var said = answer?.Body is null ? null : JsonSerializer.Serialize(answer.Body, ProtocolJson.Options);
            var done = db.ChangeTracker.Entries<AuditEntry>().FirstOrDefault(entry => entry.State == EntityState.Added)?.Entity;
            db.Keep(earlier?.CameAgain(time.GetUtcNow(), said) ?? InboxEntry.Of(key, time.GetUtcNow(), said), isNew: earlier is null, done);
            if (turn is { Action: not null, Actor: { } actor }) KeepLast(db, InboxKey.OfLastPress(actor), key);
        }

        await gate.SaveAsync(db, cancellationToken);
        return answer;
    }

    /// <summary>
    /// A message is repeated when its id was handled. A press is repeated when it was the person's last one, minutes ago, and what it was
    /// about stands as it left it: with anything done in between it is meant anew, and the use case says what it comes to now.
    /// </summary>
    private async Task<bool> IsRepeatedAsync(BotDbContext db, ParsedTurn turn, InboxEntry? earlier, CancellationToken cancellationToken)
    {
        if (earlier is null || turn.Action is null) return earlier is not null;
        if (time.GetUtcNow() - earlier.ReceivedAt >= PressesRepeatWithin) return false;
        if (turn.Actor is { } actor && db.FindInboxEntry(InboxKey.OfLastPress(actor)) is { } last && last.Answer != earlier.Key)
            return false;
        return earlier.Subject is not { } subject
            || !await db.AuditEntries.AnyAsync(entry => entry.Subject == subject && entry.Sequence > earlier.Sequence, cancellationToken);
    }

    private async Task HearAsync(PersonLanguage languages, ParsedTurn turn, bool isSpoken, CancellationToken cancellationToken)
    {
        if (turn.Action is { } press && press[CardSpeech.Key] == CardLanguage.En.Code()) languages.Press(turn, CardLanguage.En);
        var command = router.CommandOf(turn.Text);
        var saysLanguage = command.Length == 0
            ? !PersonLanguage.IsTooShort(turn.Text)
            : !(PersonLanguage.IsBorrowed(command) && PersonLanguage.SpokenIn(turn.Text) == CardLanguage.Ja);
        if (isSpoken && saysLanguage) await languages.HearAsync(turn, command.Length > 0 ? command : turn.Text, cancellationToken);
        else if (turn is { IsInvoke: false, Action: null }) await languages.ReadAsync(turn, cancellationToken);
    }

    private void KeepLast(BotDbContext db, string pointer, string key)
    {
        var known = db.FindInboxEntry(pointer);
        db.Keep(known?.CameAgain(time.GetUtcNow(), key) ?? InboxEntry.Of(pointer, time.GetUtcNow(), key), isNew: known is null);
    }

    private static async Task<Reply> HandleAsync(
        IServiceProvider services,
        ParsedTurn turn,
        TurnHandler handler,
        CancellationToken cancellationToken
    )
    {
        var asksForSomething = turn.Action is not null || turn.Activity.Type == ActivityTypes.Message;
        return turn.Actor is null && asksForSomething
            ? Reply.Say("どなたからの操作かを確認できませんでした。組織のアカウントでTeamsにサインインして、もう一度お試しください。")
            : await handler(services, turn, cancellationToken);
    }

    /// <summary>Looks at what changed once; each question to the tracker would compare everything again.</summary>
    private static bool HasChanges(BotDbContext db, out bool isMoreThanPresence)
    {
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        isMoreThanPresence = db.HasRows || changed.Exists(entry => entry.Entity is not (Conversation or Contact));
        return db.HasRows || changed.Count > 0;
    }

    private static void Enqueue(OutboxWriter outbox, ParsedTurn turn, Reply reply)
    {
        var here = Address.Of(turn);
        if (reply.Text is { } text) outbox.Say(here, text, isAnswer: true);
        if (reply.Card is { } card) outbox.Post(here, card, card.FallbackText ?? "", isAnswer: true);
    }

    private static InvokeResponse Stored(ParsedTurn turn, string? answer) =>
        turn.Action is null ? InvokeResponses.Empty
        : answer is null ? InvokeResponses.For(Reply.None)
        : new InvokeResponse(200, JsonSerializer.Deserialize<JsonElement>(answer, ProtocolJson.Options));

    [LoggerMessage(2001, LogLevel.Information, "A {Type} activity was delivered again; answered as the first time")]
    private static partial void Doubled(ILogger log, string type);

    [LoggerMessage(2002, LogLevel.Information, "A {Type} turn met a change made at the same time; running it again (try {Tries})")]
    private static partial void Repeated(ILogger log, string type, int tries);
}
