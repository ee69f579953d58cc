using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Data;
using TeamsBot.OfficeDays;
using TeamsBot.OwnWords;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Comments;

/// <summary>
/// The three ways to deal with a comment: answered, told that it takes time [tochigi-6-2-1], or left alone with a reason.
/// </summary>
internal sealed class SettleComment(
    BotDbContext db,
    CommentTurns turns,
    CommentClock clock,
    AccountRegister accounts,
    PeopleDirectory people,
    PackChecks checks,
    DeskWording wording,
    OfficeCalendar calendar
)
{
    private const int MaxNamed = 3;

    public async Task<Reply> HandleShow(ParsedTurn turn, CancellationToken cancellationToken) =>
        await turns.FindAsync(turn, cancellationToken) is { } comment ? Reply.Show(turns.Card(comment)) : CommentTurns.NotFound;

    public async Task<Reply> HandleAnswered(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } comment) return CommentTurns.NotFound;
        if (Overtaken(turn, comment) is { } overtaken) return overtaken;
        comment.Answer(NameOf(turn));
        return turns.Done(turn, comment, "comment.answer", "返信済みとして記録しました。");
    }

    public async Task<Reply> HandleLeave(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } comment) return CommentTurns.NotFound;
        var reason = TypedText.Of(turn.Action![CommentFields.Reason], Comment.MaxReason);
        if (Overtaken(turn, comment, reason: reason) is { } overtaken) return overtaken;
        if (reason.Length == 0) return turns.Answer(turn, comment, NoticeKind.Attention, "返信しない理由を入力してください。あとで経緯を説明できるように残します。");
        comment.LeaveAlone(reason, NameOf(turn));
        return turns.Done(turn, comment, "comment.leave", "返信しないこととして記録しました。");
    }

    /// <summary>The holding message is a reply of the organisation and is checked as one before it counts.</summary>
    public async Task<Reply> HandleHold(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } comment) return CommentTurns.NotFound;
        var hold = new HoldingDraft(
            ShortText.Cut(turn.Action![CommentFields.PromisedFor], 10),
            TypedText.Of(turn.Action[CommentFields.HoldingText], Comment.MaxLength)
        );
        if (Overtaken(turn, comment, hold) is { } overtaken) return overtaken;
        if (accounts.Find(comment.AccountId) is not { } account) return CommentTurns.NotFound;
        if (hold.Text.Length == 0) return turns.Answer(turn, comment, NoticeKind.Attention, "伝える文を入力してください。", null);
        if (!DateOnly.TryParseExact(hold.PromisedFor, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return turns.Answer(turn, comment, NoticeKind.Attention, "いつまでに答えるかを選んでください。", hold);
        var today = JapaneseTime.DateOf(turns.Now);
        if (day < today || day > today.AddYears(1))
            return turns.Answer(turn, comment, NoticeKind.Attention, "答える日は、今日から1年以内の日を選んでください。", hold);

        var findings = await FindingsAsync(turn, account, hold.Text, cancellationToken);
        var seen = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(hold.Text)))[..16];
        var mustChange = findings.Any(finding => finding.Severity > Severity.Warn);
        if (findings.Count > 0 && (mustChange || turn.Action[CommentFields.Seen] != seen))
        {
            return turns.Answer(
                turn,
                comment,
                NoticeKind.Attention,
                Sentence(findings, mustChange),
                mustChange ? hold : hold with { Seen = seen }
            );
        }

        var due = clock.On(day, turns.Now, account);
        comment.Hold(day, due, NameOf(turn));
        return turns.Done(
            turn,
            comment,
            "comment.hold",
            $"記録しました。{JapaneseTime.Format(due, turns.Now)}に、もう一度お知らせします。",
            new
            {
                day,
                seen,
                rules = findings.Select(finding => finding.RuleId).ToArray(),
            }
        );
    }

    private async Task<List<Finding>> FindingsAsync(
        ParsedTurn turn,
        OfficialAccount account,
        string text,
        CancellationToken cancellationToken
    )
    {
        var context = await wording.AddToAsync(
            checks.ContextFor(account, turns.Now, null),
            db,
            turn.Actor!.TenantId,
            account.Id,
            cancellationToken
        );
        // Whom it answers is not written down; that it answers somebody is what the rules need.
        context = await calendar.AddToAsync(context, turn.Actor.TenantId, cancellationToken);
        return
        [
            .. ContentChecker
                .Check(text, context with { Reply = new ReplyContext("投稿者"), Images = 0, HistoryKnown = false })
                .Where(finding => finding.Severity >= Severity.Warn),
        ];
    }

    private static string Sentence(List<Finding> findings, bool mustChange) =>
        "まだ記録していません。" + string.Concat(findings.Take(MaxNamed).Select(finding => finding.Message))
        + (mustChange ? "文を直して、もう一度押してください。" : "直すか、このまま伝えるかを選んでください。");

    private string NameOf(ParsedTurn turn) => people.Find(turn.Actor!)!.Name;

    /// <summary>
    /// A card of the state before. What was typed on it stays in its field, and is given back where there is none any more.
    /// </summary>
    private Reply? Overtaken(ParsedTurn turn, Comment comment, HoldingDraft? hold = null, string reason = "")
    {
        if (comment.IsDone)
            return turns.Answer(turn, comment, NoticeKind.Info, $"すでに「{comment.State.Word()}」と記録されています。"
                + CardInHand.GivenBack(hold?.Text ?? reason, CardLanguage.Ja));
        return turn.Action![CommentFields.Stamp] != comment.Stamp.ToString(CultureInfo.InvariantCulture)
            ? turns.Answer(
                turn, comment, NoticeKind.Info, "状態が変わっています。いまの内容を確かめて、もう一度押してください。",
                turns.Kept(comment, hold, reason))
            : null;
    }
}
