using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// 「返信を送る」: the asker answers the desk's reply. It stands with the replies, and whoever was asked hears it at once.
/// </summary>
internal sealed class AnswerBack(
    BotDbContext db, AskDesk desk, DeskCalls calls, PressedCall pressed, OutboxWriter outbox, AuditTrail audit, PersonLanguage languages,
    TimeProvider time)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var found = await db.FindQuestionAsync(turn.Action![AnswerFields.Question], turn.Actor!.TenantId, cancellationToken);
        if (found is not { DeskReply: not null } question || !question.IsOf(turn.Actor)) return AskDesk.NotFound(languages.Of(turn));
        var (language, call) = (question.Language, calls.Find(question));
        var text = ShortText.Cut(CredentialMask.Mask(turn.Action[DeskCard.ReplyField].Trim()).Text, DeskCard.MaxAnswer);
        if (text.Length == 0) return Shown(NoticeKind.Attention, language.Say("返信を入力してください。", "Please type your answer."));
        if (!question.AddReply(question.AskerName, text, isAskers: true))
        {
            return Shown(
                NoticeKind.Attention,
                language.Say(
                    "これ以上は書き足せません。電話などで直接伝えてください。",
                    "There is no room for more. Please phone or tell them yourself."
                ),
                text
            );
        }

        var told = await desk.ToldAsync(question, call, cancellationToken);
        var asked = question.Quoted();
        foreach (var address in told)
        {
            var said = languages.LanguageOf(address).Say(
                $"「{asked}」について、{question.AskerName}さんから返信がありました。{ShortText.Shorten(text.ReplaceLineEndings(" "), 60)}",
                $"{question.AskerName} answered about \"{asked}\": {ShortText.Shorten(text.ReplaceLineEndings(" "), 60)}");
            // With the field to go on: what stands further up is not found in a hurry. Who is writing there is left to it for a while.
            outbox.Change(
                address,
                CardKeys.Of(DeskCard.Subject(question), question.AnswersBack() - 1),
                question.Stamp,
                DeskCard.Moved(question, languages.LanguageOf(address), call),
                said,
                DeskCard.Subject(question),
                notBefore: time.GetUtcNow() + CardInHand.LeftAlone
            );
            outbox.Show(
                address,
                DeskCard.KeyOf(question),
                question.Stamp,
                DeskCard.For(
                    question,
                    time.GetUtcNow(),
                    languages.LanguageOf(address),
                    call,
                    CardParts.Notice(NoticeKind.Info, said),
                    why: call is null ? "" : calls.WhyTold(question, address, languages.LanguageOf(address))
                ),
                said,
                DeskCard.Subject(question)
            );
        }

        audit.Record(turn.Actor, "question.answerBack", DeskCard.Subject(question));
        return Shown(NoticeKind.Done, language.Say("返信を送りました。", "Your answer was sent."));

        Reply Shown(NoticeKind kind, string said, string typed = "") => turn.IsInvoke
            ? pressed.Show(turn, DeskCard.Reply(question, language, call, CardParts.Notice(kind, said), typed))
            : Reply.Say(said + CardInHand.GivenBack(typed, language));
    }
}
