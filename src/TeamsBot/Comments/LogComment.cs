using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Comments;

/// <summary>
/// Writes a comment down. On an account that replies, the clock starts [tochigi-6-2-1]; on others it is kept as a voice that was heard
/// [ward-4-10], and tells nobody unless it speaks of danger to people.
/// </summary>
internal sealed class LogComment(
    BotDbContext db, CommentTurns turns, CommentClock clock, CommentDuty duty, AccountRegister accounts, PeopleDirectory people)
{
    public Task<Reply> HandleCommand(ParsedTurn turn, string text) =>
        Task.FromResult(Form(turn, "", TypedText.Of(text, Comment.MaxLength), null));

    public Task<Reply> HandleForm(ParsedTurn turn) =>
        Task.FromResult(Form(turn, "", TypedText.Of(turn.Action![CommentFields.Text], Comment.MaxLength), null));

    public async Task<Reply> HandleLog(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (id, typed) = (turn.Action![CommentFields.Account], TypedText.Of(turn.Action[CommentFields.Text], Comment.MaxLength + 1));
        if (people.Find(turn.Actor!) is not { } person) return Reply.Say(NotListed);
        if (accounts.Refusal(id, person) is { Reason: not AccountRefusalReason.PeriodOver } refusal)
            return Form(turn, "", typed, refusal.Japanese);
        if (typed.Length == 0) return Form(turn, id, "", "コメントの内容を入力してください。");
        if (typed.Length > Comment.MaxLength) return Form(turn, id, "", "コメントは1,000字までです。要点を残して短くしてください。");

        var account = accounts.Find(id)!;
        await clock.ReadAsync(turn.Actor!.TenantId, cancellationToken);
        var isWatched = clock.IsWatched(account);
        var comment = Comment.Logged(
            turn.Actor.TenantId,
            account,
            typed,
            person,
            turns.Now,
            isWatched ? clock.After(turns.Now, account) : null
        );
        db.Comments.Add(comment);
        var today = JapaneseTime.DateOf(turns.Now);
        var whose = isWatched ? await duty.AssignAsync(comment, today, turn.Actor, cancellationToken) : "";
        // Whoever is given it to answer sees at once what it is. Where nobody is, or only whoever wrote it down, danger to people must
        // not stay in a list or with one.
        var isDanger = DangerWords.In(typed);
        var notice = isDanger ? CardParts.Notice(NoticeKind.Attention, DangerNotice) : null;
        var warned = isDanger && comment.Told.All(person.Is) ? duty.ForDanger(account, person, today) : [];
        var danger = isDanger ? Danger(warned) : "";
        var said = isWatched
            ? $"記録しました。{whose}{danger}{clock.Allowance}のうちに返信の記録がなければ、お知らせします。"
            : $"記録しました。{(isDanger ? danger : "このアカウントは返信を行う設定ではないため、お知らせはしません。")}";
        var details = new
        {
            account = account.Id, watched = isWatched, assigned = comment.Told,
            warned = warned.Select(one => one.ObjectId.ToLowerInvariant()).ToList(),
        };
        var summary = isDanger ? DangerSummary : "返信をお願いするコメントがあります";
        var done = turns.Done(turn, comment, "comment.log", said, details, summary, notice);
        if (warned.Count > 0) turns.Remind(comment, warned, DangerSummary, notice!);
        return done;
    }

    private const string DangerSummary = "至急：人の身に危険が及ぶおそれがあるコメントです";

    private const string DangerNotice =
        "人の身に危険が及ぶおそれがある内容です。すぐに所属長へ伝え、命に関わるときは110番・119番へ通報してください。";

    private static string Danger(IReadOnlyList<Person> warned) => warned.Count == 0
        ? DangerNotice
        : $"人の身に危険が及ぶおそれがある内容のため、{Person.NamesOf(warned)}に知らせました。命に関わるときは、待たずに110番・119番へ通報してください。";

    private const string NotListed = "この操作は、登録された職員の方だけが行えます。管理者へご連絡ください。";

    private Reply Form(ParsedTurn turn, string account, string text, string? problem)
    {
        if (people.Find(turn.Actor!) is not { } person) return Reply.Say(NotListed);
        var open = accounts.HeardBy(person);
        return open.Count == 0 ? Reply.Say("あなたの所属で運用しているアカウントがありません。広報の担当に確認してください。")
            : turn.Action is not null && !turn.IsInvoke && problem is not null ? Reply.Say(problem)
            : Reply.Show(CommentForm.For(open, account, text, problem));
    }
}
