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

/// <summary>Passes a question on to the desk and brings the reply back; keeps what askers said of answers, and lists what was not answered.</summary>
internal sealed class AskDesk(BotDbContext db, OutboxWriter outbox, AuditTrail audit, PeopleDirectory people, TimeProvider time)
{
    private const int MaxListed = 20;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public async Task<Reply> HandleFeedback(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } question || question.AskerId != turn.Actor!.ObjectId) return NotYours;
        var wasUseful = turn.Action!["useful"] == "true";
        question.Judge(wasUseful);
        return Reply.Say(wasUseful ? "ありがとうございます。" : "お知らせありがとうございます。「担当課へ質問」で担当課に聞くこともできます。");
    }

    public async Task<Reply> HandleForward(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } question || question.AskerId != turn.Actor!.ObjectId) return NotYours;
        var desk = await DeskAsync(question.TenantId, cancellationToken);
        if (desk.Count == 0) return Reply.Say("質問を受ける担当課がまだ登録されていません。管理者へご連絡ください。");
        if (!question.Forward(time.GetUtcNow())) return Reply.Say("この質問はすでに担当課へ送っています。回答が届くまでお待ちください。");
        Show(desk, question);
        audit.Record(turn.Actor, "question.forward", Subject(question));
        return Reply.Say("担当課へ質問を送りました。回答はこのチャットに届きます。");
    }

    public async Task<Reply> HandleReply(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } question) return NotYours;
        if (people.Find(turn.Actor!) is not { } member || !member.Has(Role.Desk)) return Reply.Say("回答できるのは担当課の方です。");
        var text = CredentialMask.Mask(turn.Action![DeskCard.ReplyField].Trim()).Text;
        if (text.Length == 0 && question.DeskReply is null) return Card(turn, question, "回答を入力してください。", "");
        if (text.Length > DeskCard.MaxReply) return Card(turn, question, "回答は2,000字までです。", text);
        if (!question.Reply(member.Name, text)) return Card(turn, question, $"すでに{question.DeskReplyBy}さんが回答しています。", "");
        outbox.Post(Address.Person(question.TenantId, question.AskerId), DeskCard.Reply(question), "担当課から回答がありました");
        Show(await DeskAsync(question.TenantId, cancellationToken), question);
        audit.Record(turn.Actor, "question.reply", Subject(question));
        return turn.IsInvoke ? Reply.Show(DeskCard.For(question, time.GetUtcNow(), CardParts.Notice(NoticeKind.Done, "回答を送りました。"))) : Reply.None;
    }

    /// <summary>The desk's own list; nobody else sees who asked what.</summary>
    public async Task<Reply> HandleUnanswered(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } member || !member.Has(Role.Desk)) return Reply.Say("この一覧は担当課の方だけがご覧になれます。");
        var since = time.GetUtcNow() - Recent;
        var tenant = turn.Actor!.TenantId;
        var questions = await db.Questions.AsNoTracking()
            .Where(question => question.TenantId == tenant && question.AskedAt >= since && (!question.Found || question.WasUseful == false))
            .OrderByDescending(question => question.AskedAt).Take(MaxListed).ToListAsync(cancellationToken);
        return Reply.Show(DeskCard.Unanswered(questions, time.GetUtcNow()));
    }

    /// <summary>A member of the desk says in a channel that questions are to come there.</summary>
    public async Task<Reply> HandleHere(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } member || !member.Has(Role.Desk)) return Reply.Say("窓口を決められるのは担当課の方です。");
        if (turn.IsPersonal) return Reply.Say("質問を受けたいチャネルで、このボットを@で呼んで「窓口にする」と送ってください。");
        var here = ThreadTarget.Channel(turn.Conversation.ConversationId);
        if (await db.DeskChannels.FindAsync([turn.Actor!.TenantId], cancellationToken) is { } channel) channel.MoveTo(here);
        else db.DeskChannels.Add(DeskChannel.In(turn.Actor.TenantId, here));
        audit.Record(turn.Actor, "desk.channel", $"tenant:{turn.Actor.TenantId}");
        return Reply.Say("このチャネルを担当課の窓口にしました。「担当課へ質問」はここに届きます。");
    }

    private static Reply NotYours => Reply.Say("この質問は見つかりません。もう一度、質問を送ってください。");

    private static string Subject(Question question) => $"question:{question.Id:N}";

    private Reply Card(ParsedTurn turn, Question question, string problem, string typed) => turn.IsInvoke
        ? Reply.Show(DeskCard.For(question, time.GetUtcNow(), CardParts.Notice(NoticeKind.Attention, problem), typed))
        : Reply.Say(problem);

    private async Task<Question?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(turn.Action!["question"], "N", out var id)) return null;
        var tenant = turn.Actor!.TenantId;
        return await db.Questions.SingleOrDefaultAsync(question => question.Id == id && question.TenantId == tenant, cancellationToken);
    }

    private async Task<IReadOnlyList<Address>> DeskAsync(string tenantId, CancellationToken cancellationToken) =>
        await db.DeskChannels.FindAsync([tenantId], cancellationToken) is { } channel
            ? [Address.Conversation(tenantId, channel.ConversationId)]
            : [.. people.Holding(Role.Desk).Select(member => Address.Person(tenantId, member.ObjectId))];

    private void Show(IReadOnlyList<Address> desk, Question question)
    {
        foreach (var address in desk) outbox.Show(address, Subject(question), question.Stamp, DeskCard.For(question, time.GetUtcNow()), "担当課への質問があります");
    }
}
