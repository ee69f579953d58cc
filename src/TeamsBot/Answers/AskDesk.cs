using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Answers;

/// <summary>
/// Passes a question on to the desk and brings the reply back; keeps what askers said of answers, and lists what was not answered.
/// </summary>
internal sealed class AskDesk(
    BotDbContext db,
    OutboxWriter outbox,
    AuditTrail audit,
    PeopleDirectory people,
    DeskRecipients recipients,
    DeskCalls calls,
    PersonLanguage languages,
    TimeProvider time
)
{
    private const int MaxListed = 20;

    /// <summary>UTF-16 units of a reply that a colleague's chat message quotes; the card has all of it.</summary>
    private const int MaxQuoted = 200;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    /// <summary>
    /// A card in a channel is pressed by colleagues too: they are thanked, and the asker's own judgement is what is kept.
    /// </summary>
    public async Task<Reply> HandleFeedback(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } question) return NotFound(languages.Of(turn));
        // Under an English answer the talk goes on in English, though it may not be the asker's usual language.
        var language = question.Language;
        if (!question.IsOf(turn.Actor!))
        {
            language = languages.Of(turn);
            return Reply.Say(language.Say(
                "ありがとうございます。記録されるのは質問した方の評価です。ご自分でも質問を送れます。",
                "Thank you. What is recorded is the asker's own judgement; you can ask a question of your own too."));
        }

        var wasUseful = turn.Action![AnswerFields.Useful] == "true";
        question.Judge(wasUseful);
        return Reply.Say(wasUseful
            ? language.Say("ありがとうございます。", "Thank you.")
            : language.Say("お知らせありがとうございます。担当課に聞くこともできます。", "Thank you for telling. You can also ask the desk."));
    }

    /// <summary>
    /// With what the asker missed in the answer, where they say so. A colleague who sends it on asks for themselves: the reply goes to
    /// them.
    /// </summary>
    public async Task<Reply> HandleForward(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } found) return NotFound(languages.Of(turn));
        var language = found.IsOf(turn.Actor!) ? found.Language : languages.Of(turn);
        var desk = await recipients.DeskAsync(found.TenantId, cancellationToken);
        if (desk.Count == 0) return Reply.Say(NoDesk(language));

        var question = found.IsOf(turn.Actor!)
            ? found
            : db.Questions.Add(found.AskedBy(Guid.CreateVersion7(time.GetUtcNow()), turn.Actor!, time.GetUtcNow())).Entity;
        var wanted = TypedText.Of(turn.Action![AnswerFields.Wanted], Question.MaxLength);
        if (!question.Forward(time.GetUtcNow(), wanted))
        {
            var at = JapaneseTime.Format(question.ForwardedAt!.Value, time.GetUtcNow(), language);
            return Reply.Say(language.Say(
                $"この質問は {at} に担当課へ送っています。回答が届くまでお待ちください。",
                $"This question went to the desk on {at}. Please wait for the reply."));
        }

        if (wanted.Length > 0) question.Judge(wasUseful: false);
        Show(desk, question, call: null);
        audit.Record(turn.Actor!, "question.forward", DeskCard.Subject(question));
        return Reply.Say(
            language.Say(
                "担当課へ質問を送りました。回答はこのボットとの個人チャットに届きます。",
                "Sent to the desk. The reply comes to your personal chat with this bot."
            )
        );
    }

    public async Task<Reply> HandleReply(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = languages.Of(turn);
        if (await FindAsync(turn, cancellationToken) is not { } question) return NotFound(language);
        var call = calls.Find(question);
        var told = await ToldAsync(question, call, cancellationToken);
        // A head who is called may be the only one who hears it in the evening.
        if (people.Find(turn.Actor!) is not { } member || !(member.Has(Role.Desk) || (call is not null && calls.Calls(question, member))))
            return Reply.Say(
                language.Say("回答できるのは、担当課と、連絡を受けた所属長です。", "Only the desk and the heads who were called can reply.")
            );
        var typed = CredentialMask.Mask(turn.Action![DeskCard.ReplyField].Trim()).Text;
        var text = turn.Action[AnswerFields.Takes] == "true" ? $"{DeskCard.Takes(question.Language)}\n{typed}".Trim() : typed;
        var adds = question.DeskReply is not null && turn.Action[AnswerFields.Adds] == "true";
        if (text.Length == 0 && (adds || question.DeskReply is null))
        {
            return Card(turn, question, call, adds
                ? language.Say("追加の回答を入力してください。", "Please type what you want to add.")
                : language.Say("回答を入力してください。", "Please type the reply."), "");
        }

        if (text.Length > DeskCard.MaxReply)
            return Card(turn, question, call, language.Say("回答は2,000字までです。", "A reply has at most 2,000 characters."), typed);
        if (!(adds ? question.AddReply(member.Name, text) : question.Reply(member.Name, text)))
            return Card(turn, question, call, NotSent(question, adds, typed, language), typed);
        var asker = question.Language;
        outbox.Post(
            Address.Person(question.TenantId, question.AskerId),
            DeskCard.Reply(question, asker, call, by: member.Name),
            DeskCard.ReplySummary(call is null ? null : member.Name, asker) + ShortText.Shorten($"「{text.ReplaceLineEndings(" ")}」", 40)
        );
        Show(told, question, call, replier: turn.Actor!.ObjectId);
        if (call is not null) TellOthers(told, question, member, text);
        audit.Record(turn.Actor!, "question.reply", DeskCard.Subject(question));
        return turn.IsInvoke
            ? Reply.Show(
                DeskCard.For(
                    question,
                    time.GetUtcNow(),
                    language,
                    call,
                    CardParts.Notice(NoticeKind.Done, language.Say("回答を送りました。", "The reply was sent.")),
                    why: Why(turn, question, call)
                )
            )
            : Reply.None;
    }

    /// <summary>The desk's own list; in a channel, where others read along, it leaves out who asked.</summary>
    public async Task<Reply> HandleUnanswered(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = languages.Of(turn);
        if (people.Find(turn.Actor!) is not { } member || !member.Has(Role.Desk))
            return Reply.Say(language.Say("この一覧は担当課の方だけがご覧になれます。", "Only members of the desk can see this list."));
        var since = time.GetUtcNow() - Recent;
        var tenant = turn.Actor!.TenantId;
        var questions = await db.Questions.AsNoTracking()
            .Where(question => question.TenantId == tenant && question.AskedAt >= since && (!question.Found || question.WasUseful == false))
            .OrderByDescending(question => question.AskedAt).Take(MaxListed).ToListAsync(cancellationToken);
        return Reply.Show(DeskCard.Unanswered(questions, time.GetUtcNow(), language, showsNames: turn.IsPersonal));
    }

    /// <summary>A member of the desk says in a channel that questions are to come there.</summary>
    public async Task<Reply> HandleHere(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = languages.Of(turn);
        if (people.Find(turn.Actor!) is not { } member || !member.Has(Role.Desk))
            return Reply.Say(language.Say("窓口を決められるのは担当課の方です。", "Only members of the desk can choose where questions go."));
        if (turn.IsPersonal)
        {
            return Reply.Say(language.Say(
                "質問を受けたいチャネルで、このボットを@で呼んで「窓口にする」と送ってください。",
                "In the channel that is to receive questions, mention this bot with @ and send 'deskhere'."));
        }

        var here = ThreadTarget.Channel(turn.Conversation.ConversationId);
        if (await db.DeskChannels.FindAsync([turn.Actor!.TenantId], cancellationToken) is { } channel) channel.MoveTo(here);
        else db.DeskChannels.Add(DeskChannel.In(turn.Actor.TenantId, here));
        audit.Record(turn.Actor, "desk.channel", $"tenant:{turn.Actor.TenantId}");
        return Reply.Say(language.Say(
            "このチャネルを担当課の窓口にしました。担当課への質問はここに届きます。",
            "This channel is now the desk: questions sent to it arrive here."));
    }

    public static Reply NotFound(CardLanguage language) =>
        Reply.Say(language.Say("この質問は見つかりません。もう一度、質問を送ってください。", "This question is not found. Please ask it again."));

    public static string NoDesk(CardLanguage language) => language.Say(
        "質問を受ける担当課がまだ登録されていません。管理者へご連絡ください。",
        "No desk is registered for questions yet. Please tell the administrator.");

    private static string NotSent(Question question, bool adds, string text, CardLanguage language) =>
        adds
            ? language.Say("回答が長くなりすぎるため、送れません。短くするか、本人に直接伝えてください。", "There is no room for more. Please shorten it or tell them yourself.")
            : language.Say($"すでに{question.DeskReplyBy}さんが回答しています。", $"{question.DeskReplyBy} has replied already.")
                + (text.Length == 0
                    ? ""
                    : language.Say(
                        "書いた内容はまだ送っていません。送るときは「追加の回答を送る」を押してください。",
                        " What you wrote was not sent; press \"Send this too\" to send it."));

    private Reply Card(ParsedTurn turn, Question question, DeskCall? call, string problem, string typed) => turn.IsInvoke
        ? Reply.Show(
            DeskCard.For(
                question,
                time.GetUtcNow(),
                languages.Of(turn),
                call,
                CardParts.Notice(NoticeKind.Attention, problem),
                typed,
                Why(turn, question, call)
            )
        )
        : Reply.Say(problem + CardInHand.GivenBack(typed, languages.Of(turn)));

    /// <summary>Who was asked: the desk, and for a call for help the heads.</summary>
    public Task<IReadOnlyList<Address>> ToldAsync(Question question, DeskCall? call, CancellationToken cancellationToken) =>
        call is null ? recipients.DeskAsync(question.TenantId, cancellationToken) : recipients.UrgentAsync(question, cancellationToken);

    private string Why(ParsedTurn turn, Question question, DeskCall? call) => call is null
        ? ""
        : calls.WhyTold(question, Address.Person(question.TenantId, turn.Actor!.ObjectId), languages.Of(turn));

    private Task<Question?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        db.FindQuestionAsync(turn.Action![AnswerFields.Question], turn.Actor!.TenantId, cancellationToken);

    private static bool IsOf(Address address, string person) => address.ObjectId is { } who && PersonId.IsSame(who, person);

    /// <summary>
    /// In trouble whoever was called hears at once who takes care of it and how: a card that changes further up is not seen, and one in
    /// hand does not change for a while.
    /// </summary>
    private void TellOthers(IReadOnlyList<Address> told, Question question, Person replier, string reply)
    {
        foreach (var address in told.Where(address => !IsOf(address, replier.ObjectId)))
        {
            var language = languages.LanguageOf(address);
            var (asked, said) = (question.Quoted(), ShortText.Shorten(reply, MaxQuoted));
            outbox.Say(address, language.Say(
                $"「{asked}」の連絡に、{replier.Name}さんが回答しました。\n{said}",
                $"{replier.Name} has answered the call \"{asked}\".\n{said}"));
        }
    }

    /// <param name="replier">
    /// Who has replied: the others may be writing a reply too, so that their cards are left alone for a while. A press in that time gives
    /// their words back. Whoever the call has not reached yet gets it with the reply. Null where the desk is asked.
    /// </param>
    public void Show(IReadOnlyList<Address> told, Question question, DeskCall? call, string? replier = null)
    {
        foreach (var address in told)
        {
            var language = languages.LanguageOf(address);
            var card = DeskCard.For(
                question,
                time.GetUtcNow(),
                language,
                call,
                why: call is null ? "" : calls.WhyTold(question, address, language)
            );
            var summary = call?.Title(language) ?? language.Say("担当課への質問があります", "A question for the desk");
            var isInHand = replier is not null && !IsOf(address, replier);
            outbox.Show(
                address,
                DeskCard.KeyOf(question),
                question.Stamp,
                card,
                summary,
                DeskCard.Subject(question),
                notBefore: isInHand ? time.GetUtcNow() + CardInHand.LeftAlone : null
            );
        }
    }
}
