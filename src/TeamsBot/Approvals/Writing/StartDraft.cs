using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Standing;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// A member of staff pastes a text, or sends the form: it becomes a draft with its check result, and gets its number at once (features.md
/// b1).
/// </summary>
internal sealed class StartDraft(
    BotDbContext db, DraftTurns turns, DraftChecks checks, DraftNumbers numbers, DraftViews views, PeopleDirectory people,
    AttachPictures pictures, ShowDraft show, OutboxWriter outbox, PastedAddress report)
{
    public async Task<Reply> HandleText(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var address = turn.Files.Count == 0 ? LoneAddress.Of(turn.Text) : null;
        var mayAsk = people.Find(turn.Actor!) is { } author && author.Has(Role.Writer) && !CredentialMask.Mask(turn.Text).Seen;
        return await report.AnswerAsync(turn, address ?? turn.Text, mayAsk ? address : null, cancellationToken)
            ?? await StartAsync(turn, turn.Text, cancellationToken);
    }

    /// <summary>「下書き 本文」: what follows the word is the text; without one it opens the form.</summary>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text) && turn.Files.Count == 0) return await show.HandleNew(turn);
        return string.IsNullOrWhiteSpace(text)
            ? await pictures.Handle(turn, cancellationToken)
            : await StartAsync(turn, text, cancellationToken);
    }

    /// <summary>The form, or a menu's button that carries a text; without a text it opens the form.</summary>
    public Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken) =>
        turn.Action!.Data.TryGetValue(ApprovalFields.Text, out var text) ? StartAsync(turn, text, cancellationToken) : show.HandleNew(turn);

    /// <summary>
    /// 「現地投稿 …」: sent from where it happens, it claims the range the pack keeps for that; without the head's approval of the range it takes
    /// the full route [ward-2-1b].
    /// </summary>
    public Task<Reply> HandleOnSite(ParsedTurn turn, string text, string range, CancellationToken cancellationToken) =>
        text.Length == 0 ? show.HandleNew(turn) : StartAsync(turn, text, cancellationToken, new StandingClaim(range));

    private async Task<Reply> StartAsync(ParsedTurn turn, string text, CancellationToken cancellationToken, StandingClaim? claim = null)
    {
        if (people.Find(turn.Actor!) is not { } author || !author.Has(Role.Writer)) return Reply.Say(show.NotWriter(turn));
        var typed = Revision.Unify(text);
        if (typed.Length == 0) return Refuse(turn, Refusal.NoText, text);
        if (typed.Length > Revision.MaxLength) return Refuse(turn, Refusal.TooLong, text);
        // A password is hidden before anything keeps it [private-3-4-3]; the rest of the text may still be meant for publication. What
        // hides it may be longer.
        var masked = CredentialMask.Mask(typed);
        var unified = masked.Text;
        if (unified.Length > Revision.MaxLength) return Refuse(turn, Refusal.TooLong, text);

        var number = await numbers.NextAsync(turn, cancellationToken);
        var thread = turn.IsPersonal ? null : turn.Conversation.ConversationId;
        var draft = Draft.Start(
            number,
            turn.Actor!.TenantId,
            new Reviewer(author.ObjectId, author.Name, author.Title),
            author.Section,
            unified,
            thread,
            turns.Now
        );
        if (await LastAccount.OfAsync(db, draft, views.Open(draft), cancellationToken) is { } account)
            draft.BeginWith(account, turns.Now);
        var problems = await pictures.AddAsync(turn, draft, cancellationToken);
        if (turn is { Action: null, Activity.Id: { } message }) draft.CameFrom(message, turn.Activity.Timestamp ?? turns.Now);
        if (WordTaken(turn) is { } word) problems = [.. problems, turns.Language(turn).Say(
            $"先頭の「{word}」は、下書きを作る合図として本文から外しました。本文の言葉でしたら、カードで書き足してください。",
            $"The first word, \"{word}\", was taken as asking for a draft and left out. If it belongs to the text, add it on the card.")];
        if (claim is not null) draft.ClaimRange(author.ObjectId, claim, turns.Now);
        await checks.CheckAsync(draft, cancellationToken);
        db.Drafts.Add(draft);
        // The message of the form becomes the draft's card: one card, not an empty form and a card; not where it is another draft's.
        if (turn is { Action.CardActivityId: { Length: > 0 } form, IsPersonal: true } && turn.Action["draft"].Length == 0)
            outbox.CardIsAt(
                Address.Person(draft.TenantId, draft.AuthorId),
                DraftTurns.Subject(draft),
                turn.Conversation.ConversationId,
                form
            );
        var language = turns.Language(turn);
        var reply = turns.Done(
            turn,
            draft,
            "draft.start",
            new { revision = 1, hash = draft.CurrentHash },
            masked.Seen ? SecretSeen(language) : language.Say("下書きを作り、点検しました。", "A draft was made and checked."),
            masked.Seen ? NoticeKind.Attention : NoticeKind.Done
        );
        return problems.Count == 0 ? reply : Reply.Say(string.Join('\n', problems));
    }

    /// <summary>The text of a message without the word that asked for a draft. An edited message is read in the same way.</summary>
    public static string TextOf(string text, TurnRouter router) =>
        FirstWord(text) is { } word && IsOneOf([.. ApprovalsFeature.NewWords, .. StandingFeature.OnSiteWords], word)
            ? router.ArgumentOf(text)
            : text;

    /// <summary>A word that asks for a draft and might as well begin a post: 「NEW 図書館の新刊」.</summary>
    private static string? WordTaken(ParsedTurn turn) =>
        turn.Action is null && FirstWord(turn.Text) is { } word && IsOneOf(WordsOfPosts, word) ? word : null;

    private static readonly string[] WordsOfPosts = ["新規", "new"];

    private static string? FirstWord(string text) =>
        text.Split([' ', '\u3000', '\n', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var word, ..]
        && word.Length <= 64
            ? word
            : null;

    private static bool IsOneOf(string[] words, string word) =>
        Array.Exists(words, known => TurnRouter.Fold(known) == TurnRouter.Fold(word));

    /// <summary>What the writer does about a secret that was typed into a chat.</summary>
    public static string SecretSeen(CardLanguage language) => language.Say(
        "パスワードや暗証番号とみられる部分を伏せました。元のメッセージを削除し、そのパスワードを変更してください。",
        "What looks like a password was hidden. Delete the original message and change that password.");

    /// <summary>A refused text goes back into the form as far as a card holds it beside the rest.</summary>
    private const int MaxReturned = 5_000;

    private Reply Refuse(ParsedTurn turn, Refusal refusal, string text)
    {
        var language = turns.Language(turn);
        var sentence = refusal.Sentence(null, turns.Now, language);
        return DraftTurns.Answer(
            turn,
            DraftForm.New(CardParts.Notice(NoticeKind.Attention, sentence), TypedText.Of(text, MaxReturned), language),
            sentence
        );
    }
}
