using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>Somebody asks in everyday words and gets the clause, or hears that the guideline says nothing (features.md b13).</summary>
internal sealed class AskGuideline(
    BotDbContext db,
    GuidelineShelf shelf,
    HearAlarm alarms,
    TroubleDesk desk,
    PersonLanguage languages,
    TimeProvider time
)
{
    public Task<Reply> HandleText(ParsedTurn turn, CancellationToken cancellationToken) => Task.FromResult(Answer(turn, turn.Text));

    /// <summary>
    /// 「質問 …」. The word says what is wanted, the question in what language; and who asks what to do in trouble gets the steps.
    /// </summary>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        await languages.HearAsync(turn, argument, cancellationToken);
        return AlarmReader.Read(argument) is { Verdict: AlarmVerdict.Alarm } reading
            ? alarms.Answer(turn, argument, reading.Kinds.Count > 0 ? reading.Kinds[0] : null)
            : Answer(turn, argument);
    }

    /// <summary>From a button or a guess that carries the text.</summary>
    public Task<Reply> HandleButton(ParsedTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(turn, turn.Action![AnswerFields.Text]));

    /// <summary>A follow-up question, named by its clause so that typed and pressed questions agree.</summary>
    public Task<Reply> HandleClause(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = Chosen.Of<CardLanguage>(turn.Action![AnswerFields.Language]) ?? languages.Of(turn);
        return Task.FromResult(
            shelf.Answers.Library.FindClause(turn.Action!["clause"]) is { Row.Ask: var ask }
                ? Answer(turn, language.Say(ask.Ja, ask.En))
                : Reply.Say(
                    language.Say(
                        "その項目は今のガイドラインにはありません。質問を文章で送ってください。",
                        "The guideline no longer has that item. Please type your question."
                    )
                )
        );
    }

    private Reply Answer(ParsedTurn turn, string text)
    {
        var asked = CredentialMask.Mask(text.Trim()).Text;
        var language = PersonLanguage.SpokenIn(asked) ?? languages.Of(turn);
        var answer = shelf.Ask(ShortText.Cut(asked, Question.MaxLength), language.Say(AnswerLanguage.Ja, AnswerLanguage.En));
        if (answer.Refusal == RefusalReason.Empty) return Reply.Say(answer.Text);
        var now = time.GetUtcNow();
        var clause = answer.Citations is [{ ClauseId: var first }, ..] ? first : null;
        var question = Question.Asked(
            Guid.CreateVersion7(now),
            turn.Actor!,
            asked,
            new(answer.Found, clause),
            language,
            now
        );
        db.Questions.Add(question);
        return Reply.Show(AnswerCard.For(question, answer, shelf.Answers.Library, desk.Phones(language)));
    }
}
