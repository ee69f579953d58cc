using AdaptiveCards;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Answers;

/// <summary>
/// Somebody calls for help in their own words and gets the organisation's first steps and its telephone number at once; where the text may
/// as well be meant for residents, both readings are offered and the text is kept. It opens nothing and tells nobody: the person is asked
/// to phone.
/// </summary>
internal sealed class HearAlarm(
    BotDbContext db,
    TroubleDesk desk,
    DeskRecipients recipients,
    DeskCalls calls,
    AskDesk asking,
    PressedCall pressed,
    OutboxWriter outbox,
    AuditTrail audit,
    PersonLanguage languages,
    Pack pack,
    IEnumerable<MenuEntry> menu,
    TimeProvider time
)
{
    public Task<Reply> HandleText(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var reading = AlarmOfTurn.Of(turn);
        // Also of somebody who asked for Japanese: a call in English is often made for a colleague who reads no Japanese.
        var spoken = PersonLanguage.SpokenIn(turn.Text) == CardLanguage.En && !PersonLanguage.IsTooShort(turn.Text)
            ? CardLanguage.En
            : (CardLanguage?)null;
        var call = CallOf(turn, turn.Text, reading.Kinds.Count > 0 ? reading.Kinds[0] : null, spoken);
        return Task.FromResult(reading.Verdict == AlarmVerdict.Alarm
            ? Reply.Show(AlarmCard.For(call, Record(turn, call)))
            : Reply.Show(AskBackCard.For(call, QuestionLikeText.EndsAsQuestion(turn.Text))));
    }

    /// <summary>A question about what to do in trouble, asked with the word for asking.</summary>
    public Reply Answer(ParsedTurn turn, string text, TroubleKind? kind)
    {
        var call = CallOf(turn, text, kind);
        return Reply.Show(AlarmCard.For(call, Record(turn, call)));
    }

    /// <summary>The word for trouble and nothing else: whom to phone, and the kinds to choose from.</summary>
    public Task<Reply> HandleWord(ParsedTurn turn) => Task.FromResult(Answer(turn, turn.Text, null));

    /// <summary>The answer to the question which of both was meant, or another kind of trouble than the one that was heard.</summary>
    public async Task<Reply> HandleButton(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var known = await db.FindQuestionAsync(turn.Action![AnswerFields.Question], turn.Actor!.TenantId, cancellationToken);
        var sent = known is null ? null : await recipients.SentAsync(known, cancellationToken);
        // In a channel a colleague presses beside the caller: what was sent already is said to them too.
        var isTheirs = known is not null && (sent is not null || known.IsOf(turn.Actor!));
        // Of a long call the button carries only the beginning; what was kept is whole.
        var text = isTheirs ? known!.Text
            : turn.Action[AnswerFields.Text] is { Length: > 0 } said ? said : TroubleTalk.Title(languages.Of(turn));
        // Whoever called in English goes on in English, though it is not their usual language.
        var call = CallOf(
            turn,
            text,
            Chosen.Of<TroubleKind>(turn.Action[AnswerFields.Kind]),
            known?.Language ?? PersonLanguage.SpokenIn(text)
        );
        if (known is null || !isTheirs) return Reply.Show(AlarmCard.For(call, Record(turn, call)));
        // What it is, its caller says; a colleague only looks at other steps.
        if (sent is not null && known.IsOf(turn.Actor!)) await SayKindAsync(turn, known, call.Kind, cancellationToken);
        var card = AlarmCard.For(call, known, Sent(sent, call.Language), sent?.IsHeard != false);
        // What a colleague beside the caller looks at is for their eyes.
        return known.IsOf(turn.Actor!) ? pressed.Show(turn, card) : Reply.Show(card);
    }

    /// <summary>
    /// Those who were called have steps for the kind they were called about. They may be writing a reply: the message says it at once, and
    /// their cards follow.
    /// </summary>
    private async Task SayKindAsync(ParsedTurn turn, Question question, TroubleKind? kind, CancellationToken cancellationToken)
    {
        if (!question.CallAgain(kind)) return;
        var told = await recipients.UrgentAsync(question, cancellationToken);
        asking.Show(told, question, calls.Find(question), replier: turn.Actor!.ObjectId);
        foreach (var address in told)
        {
            var language = languages.LanguageOf(address);
            var asked = question.Quoted();
            outbox.Say(
                address,
                language.Say(
                    $"「{asked}」の連絡の種類が変わりました。いまは「{calls.Of(question).Title(language)}」です。",
                    $"The call \"{asked}\" is about something else. It is now \"{calls.Of(question).Title(language)}\"."
                ),
                DeskCard.Subject(question)
            );
        }

        audit.Record(turn.Actor!, "question.kind", DeskCard.Subject(question));
    }

    /// <summary>The card of a call that was sent to the desk, as it is to stand from now on.</summary>
    public AdaptiveCard Draw(ParsedTurn turn, Question question, TroubleKind? kind, SentCall sent)
    {
        var call = CallOf(turn, question.Text, kind, question.Language);
        return AlarmCard.For(call, question, Sent(sent, call.Language), sent.IsHeard);
    }

    /// <summary>
    /// 「20:18 鈴木 一郎さんに送りました」, with the day where it was another; and whom it cannot reach, because a call that nobody hears must
    /// not look heard.
    /// </summary>
    private string? Sent(SentCall? sent, CardLanguage language)
    {
        if (sent is null) return null;
        var now = time.GetUtcNow();
        var at =
            JapaneseTime.DateOf(sent.At) == JapaneseTime.DateOf(now)
                ? JapaneseTime.TimeField(sent.At)
                : JapaneseTime.Format(sent.At, now, language);
        var (names, missed) = (recipients.Names(sent.To, language), recipients.Names(sent.Unreached, language));
        if (missed.Length == 0)
            return names.Length > 0
                ? language.Say($"{at} {names}に送りました", $"{at} Sent to {names}")
                : language.Say($"{at} 担当課に送りました", $"{at} Sent to the desk");
        var phone = language.Say($"{missed}にはまだ届きません。電話で知らせてください", $"{missed} cannot be reached here yet: please phone");
        return names.Length > 0
            ? language.Say($"{at} {names}に送りました。{phone}", $"{at} Sent to {names}. {phone}")
            : language.Say($"{at} まだだれにも届いていません。{phone}", $"{at} It has reached nobody yet. {phone}");
    }

    /// <summary>Opening a case comes with its own feature. Cards that were sent with its button may still be pressed.</summary>
    public Task<Reply> HandleIncident(ParsedTurn turn) => Task.FromResult(Reply.Say(languages.Of(turn).Say(
        "対応の進行管理はまだ使えません。回答の手順に沿って進め、所属長と担当課に連絡してください。",
        "Guided response is not available yet. Please follow the steps in the answer and tell your head of section and the desk.")));

    private AlarmCall CallOf(ParsedTurn turn, string text, TroubleKind? kind, CardLanguage? asked = null)
    {
        var language = asked ?? languages.Of(turn);
        var masked = CredentialMask.Mask(ShortText.Cut(text.Trim(), AlarmReader.MaxLength));
        return new(
            masked.Text,
            kind,
            language,
            desk.Phones(language),
            kind is { } known ? desk.StepsFor(known, AlarmReader.IsOfAnotherAccount(text), language) : null
        )
        {
            HidSecret = masked.Seen,
            DraftVerb = menu.FirstOrDefault(entry => entry.TakesPosts)?.Verb,
        };
    }

    /// <summary>
    /// Kept as a question is, so that it can be passed on to the desk; nothing of it is kept where the guideline is about private use.
    /// </summary>
    private Question? Record(ParsedTurn turn, AlarmCall call)
    {
        if (pack.Mode == UseMode.Private) return null;
        var now = time.GetUtcNow();
        var question = Question.Asked(
            Guid.CreateVersion7(now),
            turn.Actor!,
            call.Text,
            new(call.Steps is { Steps.Count: > 0 }, ClauseId: null),
            call.Language,
            now
        );
        db.Questions.Add(question);
        return question;
    }
}

/// <summary>What was heard, and what there is to say to it.</summary>
/// <param name="Text">As it may be shown and kept: without secrets.</param>
/// <param name="Kind">Null where only a call for help was heard and not about what.</param>
internal sealed record AlarmCall(string Text, TroubleKind? Kind, CardLanguage Language, IReadOnlyList<Phone> Phones, AlarmSteps? Steps)
{
    /// <summary>Something like a password was hidden from the text.</summary>
    public bool HidSecret { get; init; }

    /// <summary>The button that makes a post of a text; null where nothing takes one.</summary>
    public string? DraftVerb { get; init; }
}
