using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;

namespace TeamsBot.Approvals;

/// <summary>
/// Whether a request reached anybody. Where it did not, its author and the desk are told whom it did not reach, why, and what to do, as
/// soon as it is known and once; and told again in the same message when it has arrived after all.
/// </summary>
internal sealed class DraftReach(
    BotDbContext db,
    DraftViews views,
    OutboxWriter outbox,
    PeopleDirectory people,
    Pack pack,
    TimeProvider time
)
{
    /// <summary>The kind under which the next look is stored.</summary>
    public const string Look = "draft.reach";

    /// <summary>A connector that stumbles is waited for so long before anybody is troubled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Somebody was just asked: looks after a minute whether it arrived.</summary>
    public static void Watch(BotDbContext db, Draft draft, DateTimeOffset now)
    {
        var subject = DraftTelling.Thing(draft);
        if (db.Reminders.Local.Any(known => known.Kind == Look && known.Subject == subject)) return;
        db.Reminders.Add(Reminder.At(now + FirstLook, Look, draft.TenantId, subject));
    }

    public async Task LookAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (await DraftReminders.FindAsync(db, reminder, cancellationToken) is not { } draft) return;
        var key = Key(draft);
        var told = (await Deliveries.OfAsync(db, key, cancellationToken)).Count > 0;
        var asked = Asked(draft);
        if (asked.Count == 0) return;
        var missed = await MissedAsync(draft, asked, cancellationToken);
        if (missed.Count < asked.Count)
        {
            if (told) Tell(draft, view => UnreachableCard.Arrived(view), isNews: false);
            return;
        }

        var reasons = missed.ConvertAll(one => (one.Reviewer.Name, one.Why));
        if (missed.TrueForAll(one => one.Why != MissedWhy.OnItsWay) && !told)
            Tell(draft, view => UnreachableCard.For(view, reasons, IsDeskTold(draft) ? DeskLine : ""), isNews: true);
        var subject = reminder.Subject;
        if (
            await db.Reminders.AnyAsync(
                other => other.Kind == Look && other.Subject == subject && other.DoneAt == null && other.Id != reminder.Id,
                cancellationToken
            )
        )
            return;
        var since = Now - asked.Max(one => one.At);
        // Where the connector stumbles, the end of it is near, and 「届いていません」 must not stand longer than it is true.
        var longest = missed.Exists(one => one.Why is MissedWhy.Trouble or MissedWhy.OnItsWay) ? Patience : LongestPause;
        var pause = since < FirstLook ? FirstLook : since < longest ? since : longest;
        db.Reminders.Add(Reminder.At(Now + pause, Look, draft.TenantId, DraftTelling.Thing(draft)));
    }

    /// <summary>Who is asked and cannot be reached as things stand now, for the sentence that answers a press.</summary>
    public async Task<string> SaidAsync(Draft draft, CardLanguage language, CancellationToken cancellationToken)
    {
        var asked = Asked(draft).ConvertAll(one => one.Reviewer);
        var places = await Destinations.FindAsync(
            db,
            asked.Select(reviewer => Address.Person(draft.TenantId, reviewer.ObjectId)),
            cancellationToken
        );
        var missed = asked.Where(reviewer => places[Address.Person(draft.TenantId, reviewer.ObjectId)].Failure is not null).ToList();
        var (reached, unreached) = (Names(asked.Except(missed)), Names(missed));
        return (reached.Length > 0 ? language.Say($"{reached}に送っています。", $"It is on its way to {reached}. ") : "")
            + (
                missed.Count > 0
                    ? language.Say(
                        $"{unreached}には、まだ届けられません。Teams でこのボットを開いてもらうと届きます。",
                        $"{unreached} cannot be reached yet: it arrives once they open this bot in Teams. "
                    )
                    : ""
            );

        string Names(IEnumerable<Reviewer> people) =>
            string.Join(language.Say("、", ", "), people.Select(one => language.Say($"{one.Name}さん", one.Name)));
    }

    public async Task<bool> IsNobodyReachableAsync(Draft draft, CancellationToken cancellationToken)
    {
        var asked = Asked(draft).ConvertAll(one => Address.Person(draft.TenantId, one.Reviewer.ObjectId));
        var places = await Destinations.FindAsync(db, asked, cancellationToken);
        return asked.Count > 0 && asked.TrueForAll(address => places[address].Failure is not null);
    }

    /// <summary>Tries the asked once more, also where the connector refused earlier; what cannot be reached is told again.</summary>
    public async Task ResendAsync(Draft draft, DraftTelling telling, CancellationToken cancellationToken)
    {
        foreach (var (reviewer, _) in Asked(draft))
        {
            var (tenant, id) = (draft.TenantId.ToLowerInvariant(), reviewer.ObjectId.ToLowerInvariant());
            foreach (
                var chat in db.Conversations.Where(chat =>
                    chat.TenantId == tenant && chat.AadObjectId == id && chat.State == InstallState.Blocked
                )
            )
                chat.TryAgain(Now);
            if (await db.FindContactAsync(tenant, id, cancellationToken) is { } contact) contact.TryAgain();
            if ((await MissedAsync(draft, [(reviewer, Now)], cancellationToken)).Exists(one => one.Why == MissedWhy.GivenUp))
                telling.AskAgain(draft, reviewer.ObjectId);
        }

        Watch(db, draft, Now);
    }

    private static List<(Reviewer Reviewer, DateTimeOffset At)> Asked(Draft draft) => draft.OpenReviews.Any()
        ? [.. draft.OpenReviews.Select(review => (review.Reviewer, review.AskedAt))]
        : [.. draft.LiftReviewers.Select(head => (head, draft.Events.Last(happened => happened.Kind == DraftEventKind.LiftAsked).At))];

    private async Task<List<(Reviewer Reviewer, MissedWhy Why)>> MissedAsync(
        Draft draft,
        IReadOnlyList<(Reviewer Reviewer, DateTimeOffset At)> asked,
        CancellationToken cancellationToken
    )
    {
        var deliveries = await Deliveries.OfAsync(db, DraftTelling.Thing(draft), cancellationToken);
        var missed = new List<(Reviewer, MissedWhy)>();
        foreach (var (reviewer, _) in asked)
        {
            var address = Address.Person(draft.TenantId, reviewer.ObjectId);
            if (
                deliveries.LastOrDefault(delivery => delivery.Address == address && delivery.CardKey.Length > 0) is not { } last
                || last.Status == OutboxStatus.Sent
            )
                continue;
            missed.Add((reviewer, last.Status switch
            {
                OutboxStatus.Unreachable => last.LastFailure == FailureCodes.NeverSeen ? MissedWhy.NotAdded : MissedWhy.Stopped,
                OutboxStatus.Dead => MissedWhy.GivenUp,
                // Also where it was never tried itself: it waits behind an older message to the same person that fails.
                _ => Now - last.CreatedAt > Patience ? MissedWhy.Trouble : MissedWhy.OnItsWay,
            }));
        }

        return missed;
    }

    /// <summary>To the author and the desk; to nobody who is waited for.</summary>
    private void Tell(Draft draft, Func<DraftView, AdaptiveCards.AdaptiveCard> draw, bool isNews)
    {
        foreach (var id in Told(draft))
        {
            var view = views.Of(draft, id);
            var card = draw(view);
            if (isNews)
                outbox.Ring(
                    Address.Person(draft.TenantId, id),
                    Key(draft),
                    Now.UtcTicks,
                    card,
                    card.FallbackText ?? "",
                    UnreachableCard.Opening(view),
                    Key(draft)
                );
            else outbox.Change(Address.Person(draft.TenantId, id), Key(draft), Now.UtcTicks, card, card.FallbackText ?? "", Key(draft));
        }
    }

    private IEnumerable<string> Told(Draft draft)
    {
        var asked = Asked(draft).ConvertAll(one => PersonId.Of(draft.TenantId, one.Reviewer.ObjectId));
        return people.Holding(Role.Desk).Concat(people.Holding(Role.Admin)).Select(person => person.ObjectId).Prepend(draft.AuthorId)
            .Select(id => PersonId.Of(draft.TenantId, id)).Distinct().Where(who => !asked.Contains(who)).Select(who => who.ObjectId);
    }

    /// <summary>Members of the desk who are themselves the author or the asked are not told, and nobody may be said to be.</summary>
    private bool IsDeskTold(Draft draft) =>
        Told(draft).Any(id => !draft.IsAuthor(id) && people.Find(id) is { } person && person.Has(Role.Desk));

    private string DeskLine =>
        pack.Desks.FirstOrDefault(desk => desk.For.Contains(DeskPurpose.Consult)) is { } desk
            ? $"{desk.Name}{(desk.Phone is { } phone ? $"（{phone}）" : "")}"
            : "";

    /// <summary>One message for each time somebody was asked.</summary>
    private static string Key(Draft draft) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"reach:{draft.Number}.{draft.Reviews.Count}.{draft.Events.Count(happened => happened.Kind == DraftEventKind.LiftAsked)}"
        );
}
