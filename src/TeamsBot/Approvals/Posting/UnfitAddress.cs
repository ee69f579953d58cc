using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// An address was reported that is another account's post: pasted wrongly, or posted wrongly. It stays on the author's card until one of
/// both is said; where nobody says it, those who answer for the post hear of it after a while, because it may stand in public meanwhile,
/// and their message says so once it is settled.
/// </summary>
internal sealed class UnfitAddress(BotDbContext db, DraftTurns turns, DraftViews views, DraftTelling telling, OutboxWriter outbox)
{
    /// <summary>The kind under which it is stored that others are to hear of it.</summary>
    public const string Kind = "draft.unfitAddress";

    /// <summary>Our own figure: time enough to look whose post it is, and short for a post that stands under a wrong name.</summary>
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(30);

    /// <returns>The poster's card; null where the same address was entered before, or others know already.</returns>
    public Reply? Enter(ParsedTurn turn, Draft draft, string poster, PostInput typed)
    {
        var address = PostAddress.Read(typed.Url)!;
        if (!draft.EnterUnfit(poster, address, turns.Now)) return null;
        db.Reminders.Add(Reminder.At(turns.Now + UntilTold, Kind, draft.TenantId, DraftTurns.Subject(draft)));
        var card = UnfitCard(draft, turn.Actor!.ObjectId, typed);
        var proof = new
        {
            revision = draft.Current.Number,
            hash = draft.ApprovedHash,
            url = address.AbsoluteUri,
        };
        var shown = turns.DoneShowing(turn, draft, "draft.unfitAddress", proof, card);
        // An older client cannot take the card back.
        return turn.IsInvoke ? shown : Reply.Say(Refusal.UrlOfOtherAccount.Sentence(draft, turns.Now, turns.Language(turn)));
    }

    /// <summary>Nobody has said what it is: the author gets the card once more, head and desk a message.</summary>
    public async Task RemindAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (await DraftReminders.FindAsync(db, reminder, cancellationToken) is not { } draft) return;
        // Another address since has a reminder of its own.
        if (draft.UnfitAddress() is not { } entered || entered.At + UntilTold > turns.Now) return;
        telling.Bring(draft, draft.AuthorId, DraftCards.For(views.Of(draft, draft.AuthorId), draft.AuthorId));
        foreach (var person in views.ToldOf(draft, null))
        {
            var view = views.Of(draft, person.ObjectId);
            outbox.Show(
                Address.Person(draft.TenantId, person.ObjectId),
                Key(draft, entered),
                Asked,
                UnfitAddressCard.For(view, entered),
                UnfitAddressCard.Summary(view),
                DraftTurns.Subject(draft)
            );
        }
    }

    /// <summary>
    /// It was said which of both it is: the message of those who were told orders nobody any more. To be called after it.
    /// </summary>
    /// <param name="entered">The address that was open before.</param>
    public void Settle(Draft draft, DraftEvent? entered)
    {
        if (entered is null) return;
        foreach (var person in views.ToldOf(draft, null))
        {
            var view = views.Of(draft, person.ObjectId);
            outbox.Change(
                Address.Person(draft.TenantId, person.ObjectId),
                Key(draft, entered),
                Settled,
                UnfitAddressCard.Settled(view),
                UnfitAddressCard.SettledSummary(view),
                DraftTurns.Subject(draft)
            );
        }
    }

    private const int Asked = 1;

    private const int Settled = 2;

    private static string Key(Draft draft, DraftEvent entered) =>
        string.Create(CultureInfo.InvariantCulture, $"unfit:{draft.Number}.{entered.Ordinal}");

    private AdaptiveCard UnfitCard(Draft draft, string viewer, PostInput typed) =>
        views
            .Of(draft, viewer)
            .Fitting(view =>
                PostingCard.For(
                    view,
                    UnfitAddressCard.Warning(view),
                    typed with
                    {
                        Missing = PostField.Url,
                        IsOfOther = true,
                    }
                )
            );
}
