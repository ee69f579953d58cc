using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>
/// What the use cases of a draft have in common: find it, answer with the person's own card, and tell everybody who has one.
/// </summary>
internal sealed class DraftTurns(
    BotDbContext db,
    DraftViews views,
    DraftTelling telling,
    RouteRenewal renewal,
    OutboxWriter outbox,
    AuditTrail audit,
    PeopleDirectory people,
    TimeProvider time
)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The language of whoever did this turn.</summary>
    public CardLanguage Language(ParsedTurn turn) => views.LanguageOf(turn);

    /// <summary>The draft a button or command names, if this person may see it.</summary>
    public async Task<Draft?> FindAsync(ParsedTurn turn, string number, CancellationToken cancellationToken)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        var draft = await db.FindDraftAsync(id, turn.Actor!.TenantId, cancellationToken);
        return draft is not null && MaySee(draft, turn.Actor) ? draft : null;
    }

    public Task<Draft?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        FindAsync(turn, turn.Action!["draft"], cancellationToken);

    /// <summary>Whether the card was drawn from the draft as it is now. An older one decides nothing (features.md d13).</summary>
    public static bool IsCurrent(ParsedTurn turn, Draft draft) =>
        long.TryParse(turn.Action!["stamp"], NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) && draft.IsCurrent(stamp);

    /// <summary>The revision the pressed card showed; 0 where it does not say.</summary>
    public static int RevisionOf(CardAction action) =>
        int.TryParse(action["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Holders of a card, colleagues of the section, and those who look after all accounts.</summary>
    public bool MaySee(Draft draft, Actor actor) =>
        people.Find(actor) is { } person
        && (
            draft.Holders.Any(holder => PersonId.IsSame(holder, actor.ObjectId))
            || views.ToldOfDifference(draft).Contains(person)
            || (person.Section == draft.Section || person.Has(Role.PrHead) || person.Has(Role.Desk) || person.Has(Role.Admin))
        );

    public Reply NotFound(ParsedTurn turn) =>
        Answer(
            turn,
            DraftCards.Closed(Refusal.NotFound.Sentence(null, Now, Language(turn))),
            Refusal.NotFound.Sentence(null, Now, Language(turn))
        );

    /// <summary>A decision by somebody who may not even see the draft: they learn nothing, and it is on record.</summary>
    public async Task<Reply> NotYoursAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (int.TryParse(turn.Action!["draft"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.FindDraftAsync(number, turn.Actor!.TenantId, cancellationToken) is { } draft)
        {
            RecordRefused(turn, draft, Refusal.NotAssigned);
            // Perhaps they were asked and left the organisation's list since: then nobody must wait for them.
            renewal.Renew(draft);
        }

        return NotFound(turn);
    }

    /// <summary>
    /// Writes down a decision by somebody whose decision it is not: the wrong head, the author, the same person twice [asaka-4-n3a].
    /// </summary>
    public void RecordRefused(ParsedTurn turn, Draft draft, Refusal refusal)
    {
        if (refusal is not (Refusal.OwnDraft or Refusal.NotAssigned or Refusal.AlreadyActedInOtherStep or Refusal.NotHead)) return;
        audit.Record(
            turn.Actor,
            "draft.refusedDecision",
            Subject(draft),
            new
            {
                revision = draft.Current.Number,
                hash = draft.CurrentHash,
                refusal = refusal.ToString(),
            }
        );
    }

    /// <summary>Says why not, on the person's own card, which shows how things stand now.</summary>
    public Reply Refuse(ParsedTurn turn, Draft draft, Refusal refusal)
    {
        var sentence = Sentence(turn, draft, refusal);
        var (me, notice) = (turn.Actor!.ObjectId, CardParts.Notice(NoticeKind.Attention, sentence));
        var isLate =
            draft.Holders.Any(holder => PersonId.IsSame(holder, me))
            && (refusal == Refusal.AlreadyDecided || draft.SeatOf(me).Unsent.Length > 0);
        var card = isLate ? DraftCards.Late(views.Of(draft, me), me, notice) : Card(turn, draft, notice);
        if (isLate) telling.Answer(draft, me, card);
        return Answer(turn, card, sentence);
    }

    /// <summary>As above, where the first half of what was asked for is done and saved: then everybody's card changes.</summary>
    /// <param name="stamp">The draft's stamp before.</param>
    public Reply Refuse(ParsedTurn turn, Draft draft, Refusal refusal, long stamp, object proof) => draft.Stamp == stamp
        ? Refuse(turn, draft, refusal)
        : Done(turn, draft, "draft.check", proof, Sentence(turn, draft, refusal), NoticeKind.Attention);

    /// <summary>A field for dates shows nothing that is no date to it, so that what was typed is repeated in words.</summary>
    public string Sentence(ParsedTurn turn, Draft draft, Refusal refusal) =>
        refusal == Refusal.AccountShut && views.Shut(draft, Language(turn)) is { } shut ? shut
        : refusal == Refusal.PlannedTimeUnclear && turn.Action is { } action
            ? $"「{TypedText.Quote($"{action[ApprovalFields.PlannedDate]} {action[ApprovalFields.PlannedTime]}")}"
                + $"」：{refusal.Sentence(draft, Now, Language(turn))}"
            : refusal.Sentence(draft, Now, Language(turn));

    /// <summary>The person's card; nothing changed. Never drawn where others read along.</summary>
    public Reply Show(ParsedTurn turn, Draft draft) => Privately(turn, Card(turn, draft, null));

    /// <summary>
    /// The person's card, asked for in words: where they have one it stands below from now on, as one that goes along with the draft.
    /// </summary>
    public Reply Bring(ParsedTurn turn, Draft draft, string said)
    {
        var (me, language) = (turn.Actor!.ObjectId, Language(turn));
        if (!draft.Holders.Any(holder => PersonId.IsSame(holder, me)))
            return Privately(turn, Card(turn, draft, said.Length > 0 ? CardParts.Notice(NoticeKind.Info, said) : null));
        telling.Open(draft, me, isFromList: true);
        var where = turn.IsPersonal
            ? Brought(draft, language)
            : language.Say($"No.{draft.Number} を個人チャットに開きました。", $"No.{draft.Number} is open in your own chat.");
        return Reply.Say(said.Length > 0 ? language.Say($"{said}{where}", $"{said} {where}") : where);
    }

    /// <summary>The person's card with something said; nothing changed.</summary>
    public Reply Say(ParsedTurn turn, Draft draft, string said) =>
        Answer(turn, Card(turn, draft, CardParts.Notice(NoticeKind.Info, said)), said);

    /// <summary>
    /// A card with the words of drafts on it. The answer to a button is drawn for the presser alone; in a channel anything else goes to the
    /// person's own chat (features.md c).
    /// </summary>
    public Reply Privately(ParsedTurn turn, AdaptiveCard card)
    {
        if (turn.IsInvoke || turn.IsPersonal) return Reply.Show(card);
        outbox.Post(Address.Person(turn.Actor!.TenantId, turn.Actor.ObjectId), card, card.FallbackText ?? "");
        return Reply.Say(Language(turn).Say("個人チャットにお送りしました。", "It was sent to your own chat."));
    }

    /// <summary>
    /// The report of a post, asked for by a typed message or on a card of no draft. Of its author's own it is the draft's card from now on,
    /// so that no second one stands further up; a colleague has none.
    /// </summary>
    public Reply Report(ParsedTurn turn, Draft draft, AdaptiveCard card)
    {
        if (!draft.IsAuthor(turn.Actor!.ObjectId) || !turn.IsPersonal) return Privately(turn, card);
        telling.Bring(draft, draft.AuthorId, card);
        // A press was made on another card, which stays as it is.
        return turn.IsInvoke ? Reply.Say(Brought(draft, Language(turn))) : Reply.None;
    }

    /// <summary>Writes down what was done, and puts the new state on every card of the draft.</summary>
    public Reply Done(ParsedTurn turn, Draft draft, string action, object details, string said, NoticeKind kind = NoticeKind.Done)
    {
        audit.Record(turn.Actor, action, Subject(draft), details, draft.State);
        said += draft.AboutVoidText(Language(turn));
        // The change of the presser's own card, which arrives a moment after the answer, says the same. Who sent a text pressed nothing.
        var notice = turn.Action is null && kind != NoticeKind.Attention ? null : CardParts.Notice(kind, said);
        telling.Tell(draft, new Presser(turn.Actor!.ObjectId, notice));
        // An older client sees it on its card, which is changed in its place; what needs attention is said as well.
        return turn.IsInvoke ? Reply.Show(Card(turn, draft, notice))
            : kind == NoticeKind.Attention && turn.Action is not null ? Reply.Say(said)
            : Reply.None;
    }

    /// <summary>
    /// As <see cref="Done"/>, but the presser goes on with another card of the draft, which stands in place of the usual one.
    /// </summary>
    public Reply DoneShowing(ParsedTurn turn, Draft draft, string action, object details, AdaptiveCard card)
    {
        audit.Record(turn.Actor, action, Subject(draft), details, draft.State);
        telling.Tell(draft, new Presser(turn.Actor!.ObjectId, Card: card));
        return turn.IsInvoke ? Reply.Show(card) : Reply.None;
    }

    /// <summary>The planned time went by undecided, and a press was the first to notice.</summary>
    public Reply Expired(ParsedTurn turn, Draft draft)
    {
        // As where the reminder noticed it a moment before.
        var sentence = Refusal.AlreadyDecided.Sentence(draft, Now, Language(turn));
        var notice = CardParts.Notice(NoticeKind.Attention, sentence);
        TellExpired(draft, new Presser(turn.Actor!.ObjectId, notice));
        return Answer(turn, Card(turn, draft, notice), sentence);
    }

    public void TellExpired(Draft draft, Presser? presser = null)
    {
        audit.Record(null, "draft.expire", Subject(draft), new { revision = draft.Current.Number, planned = draft.PlannedAt }, draft.State);
        telling.Tell(draft, presser);
    }

    /// <summary>The short message becomes the draft's card, for its reader on every device; in a list it is opened below.</summary>
    public Reply Open(ParsedTurn turn, Draft draft)
    {
        var me = turn.Actor!.ObjectId;
        if (!draft.Holders.Any(holder => PersonId.IsSame(holder, me))) return Show(turn, draft);
        var isFromList = turn.Action![ApprovalFields.FromList] == "true";
        var card = telling.Open(draft, me, isFromList);
        return isFromList
                ? Reply.Say(Brought(draft, views.Of(draft, me).Language))
            : turn.IsInvoke ? Reply.Show(card)
            : Reply.None;
    }

    public static string Subject(Draft draft) => DraftTelling.Thing(draft);

    /// <summary>An older client cannot take a card back and gets the sentence (protocol.md 4.1).</summary>
    public static Reply Answer(ParsedTurn turn, AdaptiveCard card, string sentence) =>
        turn.IsInvoke ? Reply.Show(card) : Reply.Say(sentence);

    private static string Brought(Draft draft, CardLanguage language) =>
        language.Say($"No.{draft.Number} のカードを出しました。", $"No.{draft.Number}'s card has been sent.");

    private AdaptiveCard Card(ParsedTurn turn, Draft draft, AdaptiveContainer? notice) =>
        DraftCards.For(views.Of(draft, turn.Actor!.ObjectId), turn.Actor.ObjectId, notice);
}
