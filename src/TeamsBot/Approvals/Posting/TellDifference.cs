using AdaptiveCards;
using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.People;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Tells those who answer for a post that it is not what was approved, or not where, and later that it is put right. Each alarm is a
/// message of its own. One about a text goes on until another report comes, one about another account until that post is settled; what does
/// not hold any more says so in its place, so that no red card orders somebody to do what is done.
/// </summary>
internal sealed class TellDifference(DraftViews views, OutboxWriter outbox)
{
    /// <summary>To be called after the report was taken.</summary>
    /// <param name="presser">Reported it, and sees it on their own card.</param>
    public void Alarm(Draft draft, string presser)
    {
        var all = draft.Alarms().ToList();
        foreach (var person in views.ToldOf(draft, all[^1]).Where(person => !person.Is(presser)))
        {
            var view = views.Of(draft, person.ObjectId);
            // What was said about a text is over with the next report; a post under another account goes on by itself.
            foreach (var earlier in all.SkipLast(1).Where(alarm => !IsOfAccount(alarm) && !draft.IsOpen(alarm)))
                Change(draft, earlier, person, MovedCard.For(view));
            outbox.Show(
                To(draft, person),
                Key(draft, all[^1]),
                Version(draft),
                view.Fitting(fitted => Card(fitted, all[^1])),
                Summary(view, all[^1]),
                DraftTurns.Subject(draft)
            );
        }
    }

    /// <summary>The post is now what was approved, and where. Does nothing where nobody was told otherwise.</summary>
    public void Settled(Draft draft, string presser)
    {
        var all = draft.Alarms().ToList();
        if (all.Count == 0) return;
        foreach (var person in views.ToldOfDifference(draft))
        {
            var view = views.Of(draft, person.ObjectId);
            var card = view.Fitting(SettledCard.For);
            // One card says it, as a new message to whoever was told to act; the alarm about the text then only points there.
            foreach (var alarm in all.Where(alarm => views.ToldOf(draft, alarm).Contains(person)))
                Change(
                    draft,
                    alarm,
                    person,
                    IsOfAccount(alarm) ? view.Fitting(fitted => Card(fitted, alarm))
                        : alarm == all[^1] && person.Is(presser) ? card
                        : MovedCard.For(view),
                    isAtOnce: person.Is(presser)
                );
            if (!person.Is(presser)) outbox.Post(To(draft, person), card, SettledCard.Summary(view), DraftTurns.Subject(draft));
        }
    }

    /// <summary>It was posted to an account to which nothing may be posted: whoever answers for it hears it at once.</summary>
    public void PostedWhileShut(Draft draft, string presser, string poster)
    {
        foreach (var person in views.ToldOf(draft, null).Where(person => !person.Is(presser)))
        {
            var view = views.Of(draft, person.ObjectId);
            var (say, shut, url) = (view.Language, views.Shut(draft, view.Language) ?? "", draft.PostedUrl ?? "");
            outbox.Say(
                To(draft, person),
                say.Say(
                    $"至急：No.{draft.Number}「{DraftTitle.Of(draft)}」が投稿されたと、{poster}さんが報告しました。{shut}"
                        + $"投稿を残すかどうかを決めてください。\n{url}",
                    $"Urgent: {poster} reported that No.{draft.Number} ({DraftTitle.Of(draft)}) was posted. {shut} "
                        + $"Decide whether it stays.\n{url}"
                ),
                DraftTurns.Subject(draft),
                isAnswer: true
            );
        }
    }

    /// <summary>What became of a post under another account was written down: the cards of those who were called about it say so.</summary>
    /// <param name="told">As they were before.</param>
    /// <param name="pressed">The presser's card with the answer to the press; null where they pressed on another.</param>
    public void Ended(Draft draft, DraftEvent stray, IReadOnlyList<Person> told, string presser, AdaptiveCard? pressed)
    {
        foreach (var person in told)
        {
            var isPressed = pressed is not null && person.Is(presser);
            var card = isPressed ? pressed! : views.Of(draft, person.ObjectId).Fitting(fitted => Card(fitted, stray));
            Change(draft, stray, person, card, isAtOnce: isPressed);
        }
    }

    /// <summary>
    /// 「訂正のしかた」 was sent: the alarm says so on every device, until it is settled. The others who were called hear it at once, so that
    /// nobody tells the author the opposite; their cards follow, in which they may be writing.
    /// </summary>
    public void Advised(Draft draft, DraftEvent alarm, Person who, AdaptiveCard pressed)
    {
        var words = draft.Advice(alarm)[^1].Note;
        foreach (var person in views.ToldOf(draft, alarm))
        {
            var view = views.Of(draft, person.ObjectId);
            var isPresser = person.Is(who.ObjectId);
            Change(draft, alarm, person, isPresser ? pressed : view.Fitting(fitted => Card(fitted, alarm)), isAtOnce: isPresser);
            if (isPresser) continue;
            outbox.Say(
                To(draft, person),
                view.Language.Say(
                    $"No.{draft.Number} の投稿について、{who.Name}さんが{draft.AuthorName}さんに次のとおり伝えました。\n{words}",
                    $"About the post of No.{draft.Number}, {who.Name} told {draft.AuthorName}:\n{words}"
                ),
                DraftTurns.Subject(draft)
            );
        }
    }

    /// <summary>
    /// The alarm as its readers have it, with the field to say how it is to be put right while there is something to say.
    /// </summary>
    public static AdaptiveCard Card(
        DraftView view,
        DraftEvent alarm,
        AdaptiveContainer? notice = null,
        string advice = "",
        bool isMissing = false
    ) =>
        IsOfAccount(alarm) ? ElsewhereCard.ForOthers(view, alarm, notice, advice, isMissing)
        : view.Draft.IsOpen(alarm) ? DiffersCard.ForOthers(view, alarm, notice, advice, isMissing)
        : MovedCard.For(view, notice: notice);

    /// <param name="isAtOnce">Else they may be writing in it.</param>
    private void Change(Draft draft, DraftEvent alarm, Person person, AdaptiveCard card, bool isAtOnce = false)
    {
        var version = Version(draft) + (isAtOnce ? 1 : 0);
        var (summary, subject) = (Summary(views.Of(draft, person.ObjectId), alarm), DraftTurns.Subject(draft));
        DateTimeOffset? notBefore = isAtOnce ? null : views.Now + CardInHand.LeftAlone;
        // What is over needs to reach nobody whom the alarm did not reach.
        if (draft.IsOpen(alarm)) outbox.Renew(To(draft, person), Key(draft, alarm), version, card, summary, subject, notBefore);
        else outbox.Change(To(draft, person), Key(draft, alarm), version, card, summary, subject, notBefore);
    }

    /// <summary>What a phone shows: while there is something to do, that.</summary>
    private static string Summary(DraftView view, DraftEvent alarm) =>
        !view.Draft.IsOpen(alarm) ? DraftCards.Summary(view.Draft)
        : IsOfAccount(alarm) ? ElsewhereCard.Summary(view.Draft, view.Language)
        : DiffersCard.Summary(view.Draft, view.Language);

    private static bool IsOfAccount(DraftEvent alarm) => alarm.Kind == DraftEventKind.PostedElsewhere;

    private static Address To(Draft draft, Person person) => Address.Person(draft.TenantId, person.ObjectId);

    /// <summary>Each state of the draft has two: the card, and the card that answered a press.</summary>
    private static long Version(Draft draft) => draft.Stamp * 2;

    private static string Key(Draft draft, DraftEvent alarm) =>
        string.Create(CultureInfo.InvariantCulture, $"differs:{draft.Number}.{alarm.Ordinal}");
}
