using TeamsBot.Cards;
using AdaptiveCards;
using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Conversations;
using TeamsBot.Outbox;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Tells those who answer for a post that it is not what was approved, or not where, and later that it is put right. Each alarm is a
/// message of its own; one that does not hold any more says so in its place, so that no red card orders somebody to do what is done.
/// </summary>
internal sealed class TellDifference(DraftViews views, OutboxWriter outbox)
{
    /// <summary>To be called after the report was taken.</summary>
    /// <param name="presser">Reported it, and sees it on their own card.</param>
    public void Alarm(Draft draft, string presser)
    {
        var all = draft.Alarms().ToList();
        foreach (var person in views.ToldOfDifference(draft).Where(person => !person.Is(presser)))
        {
            var (to, view) = (Address.Person(draft.TenantId, person.ObjectId), views.Of(draft, person.ObjectId));
            foreach (var earlier in all.SkipLast(1))
                outbox.Change(
                    to,
                    Key(draft, earlier),
                    Version(draft),
                    MovedCard.For(view),
                    DraftCards.Summary(draft),
                    DraftTurns.Subject(draft),
                    // They may be writing in it how it is to be corrected.
                    notBefore: views.Now + CardInHand.LeftAlone
                );
            outbox.Show(
                to,
                Key(draft, all[^1]),
                Version(draft),
                view.Fitting(fitted => Card(fitted)),
                draft.OpenAlarm == AlarmKind.Account
                    ? ElsewhereCard.Summary(draft, view.Language)
                    : DiffersCard.Summary(draft, view.Language),
                DraftTurns.Subject(draft)
            );
        }
    }

    /// <summary>The post is now what was approved. Does nothing where nobody was told otherwise.</summary>
    public void Settled(Draft draft, string presser)
    {
        if (draft.Alarms().LastOrDefault() is not { } last) return;
        foreach (var person in views.ToldOfDifference(draft))
        {
            var (to, view) = (Address.Person(draft.TenantId, person.ObjectId), views.Of(draft, person.ObjectId));
            var (card, summary) = (view.Fitting(fitted => SettledCard.For(fitted)), SettledCard.Summary(view));
            // One card says it: as a new message to whoever was told to act, and then the alarm only points there; not at once, because
            // they may be writing in it how it is to be corrected.
            outbox.Change(
                to,
                Key(draft, last),
                Version(draft),
                person.Is(presser) ? card : MovedCard.For(view),
                summary,
                DraftTurns.Subject(draft),
                notBefore: person.Is(presser) ? null : views.Now + CardInHand.LeftAlone
            );
            if (!person.Is(presser)) outbox.Show(to, Key(draft, last, "settled"), Version(draft), card, summary, DraftTurns.Subject(draft));
        }
    }

    /// <summary>
    /// What became of a post under another account was written down: the cards of those who were called say so, the presser's with the
    /// answer to the press.
    /// </summary>
    public void Redraw(Draft draft, string presser, AdaptiveCard pressed)
    {
        if (draft.Alarms().LastOrDefault() is not { } last) return;
        foreach (var person in views.ToldOfDifference(draft))
        {
            var (to, view, isPresser) = (
                Address.Person(draft.TenantId, person.ObjectId),
                views.Of(draft, person.ObjectId),
                person.Is(presser)
            );
            var isSettled = draft.OpenAlarm == AlarmKind.None;
            outbox.Change(
                to,
                Key(draft, last, isSettled ? "settled" : "differs"),
                Version(draft) + (isPresser ? 1 : 0),
                isPresser ? pressed : view.Fitting(fitted => isSettled ? SettledCard.For(fitted) : Card(fitted)),
                DraftCards.Summary(draft),
                DraftTurns.Subject(draft),
                notBefore: isPresser || isSettled ? null : views.Now + CardInHand.LeftAlone
            );
        }
    }

    /// <summary>
    /// 「訂正のしかた」 was sent: the alarm says so on every device, until it is settled. The others who were called hear it at once, so that
    /// nobody tells the author the opposite; their cards follow, in which they may be writing.
    /// </summary>
    public void Advised(Draft draft, string who, AdaptiveCard card, string words)
    {
        if (draft.Alarms().LastOrDefault() is not { } alarm) return;
        var name = draft.Advice()[^1].Who;
        foreach (var person in views.ToldOfDifference(draft).Where(person => !person.Is(who)))
        {
            var (to, view) = (Address.Person(draft.TenantId, person.ObjectId), views.Of(draft, person.ObjectId));
            outbox.Say(
                to,
                view.Language.Say(
                    $"No.{draft.Number} の投稿について、{name}さんが{draft.AuthorName}さんに次のとおり伝えました。\n{words}",
                    $"About the post of No.{draft.Number}, {name} told {draft.AuthorName}:\n{words}"
                ),
                DraftTurns.Subject(draft)
            );
            outbox.Change(
                to,
                Key(draft, alarm, draft.OpenAlarm == AlarmKind.None ? "settled" : "differs"),
                Version(draft),
                view.Fitting(fitted => Card(fitted)),
                DraftCards.Summary(draft),
                DraftTurns.Subject(draft),
                notBefore: views.Now + CardInHand.LeftAlone
            );
        }

        outbox.Change(
            Address.Person(draft.TenantId, who),
            Key(draft, alarm, draft.OpenAlarm == AlarmKind.None ? "settled" : "differs"),
            Version(draft) + 1,
            card,
            DraftCards.Summary(draft),
            DraftTurns.Subject(draft)
        );
    }

    /// <summary>The alarm as its readers have it, with the field to say how it is to be put right.</summary>
    public static AdaptiveCard Card(DraftView view, AdaptiveContainer? notice = null, string advice = "", bool isMissing = false) =>
        view.Draft.OpenAlarm == AlarmKind.None ? SettledCard.For(view, notice, advice, isMissing)
        : view.Draft.OpenAlarm == AlarmKind.Account
            ? ElsewhereCard.ForOthers(view, notice, advice, isMissing)
            : DiffersCard.ForOthers(view, notice, advice, isMissing);

    /// <summary>Each state of the draft has two: the card, and the card that answered a press.</summary>
    private static long Version(Draft draft) => draft.Stamp * 2;

    private static string Key(Draft draft, DraftEvent alarm, string card = "differs") =>
        string.Create(CultureInfo.InvariantCulture, $"{card}:{draft.Number}.{alarm.Ordinal}");
}
