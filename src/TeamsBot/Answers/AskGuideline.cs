using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Guidelines;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>Somebody asks in everyday words and gets the clause, or hears that the guideline says nothing (features.md b13).</summary>
internal sealed class AskGuideline(BotDbContext db, GuidelineShelf shelf, TimeProvider time)
{
    public Task<Reply> HandleText(ParsedTurn turn, CancellationToken cancellationToken) => Task.FromResult(Answer(turn, turn.Text));

    public Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken) => Task.FromResult(Answer(turn, argument));

    /// <summary>From a button or a guess that carries the text.</summary>
    public Task<Reply> HandleButton(ParsedTurn turn, CancellationToken cancellationToken) => Task.FromResult(Answer(turn, turn.Action!["text"]));

    /// <summary>A follow-up question, named by its clause so that typed and pressed questions agree.</summary>
    public Task<Reply> HandleClause(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = IsEnglish(turn) ? AnswerLanguage.En : AnswerLanguage.Ja;
        return Task.FromResult(shelf.Answers.Library.FindClause(turn.Action!["clause"]) is { Row.Ask: var ask }
            ? Answer(turn, ask.In(language))
            : Reply.Say("その項目は今のガイドラインにはありません。質問を文章で送ってください。"));
    }

    /// <summary>Opening an incident comes with its own feature. Cards that were sent with its button may still be pressed.</summary>
    public static Task<Reply> HandleIncident(ParsedTurn turn) => Task.FromResult(Reply.Say(new AnswerWords(IsEnglish(turn) ? AnswerLanguage.En : AnswerLanguage.Ja).NoIncidentYet));

    private Reply Answer(ParsedTurn turn, string text)
    {
        var asked = CredentialMask.Mask(text.Trim()).Text;
        var answer = shelf.Ask(ShortText.Cut(asked, Question.MaxLength));
        if (answer.Refusal == RefusalReason.Empty) return Reply.Say(answer.Text);
        var now = time.GetUtcNow();
        var actor = turn.Actor!;
        var question = Question.Asked(Guid.CreateVersion7(now), actor.TenantId, actor.ObjectId, actor.Name, asked, answer.Found, answer.Citations is [{ ClauseId: var clause }, ..] ? clause : null, now);
        db.Questions.Add(question);
        return Reply.Show(AnswerCard.For(question, answer, shelf.Answers.Library));
    }

    private static bool IsEnglish(ParsedTurn turn) => turn.Activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
}
