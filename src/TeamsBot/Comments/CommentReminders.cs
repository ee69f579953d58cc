using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Reminders;

namespace TeamsBot.Comments;

/// <summary>
/// A comment that nobody dealt with: first today's reply duty is reminded, else who keeps the account, else whoever wrote it down, with a
/// holding message ready to copy; an opening day later the section's head hears of it too, or who stands in for them, and whose it has
/// become since (rules.md 4, comment-open). Each hears it in a message of its own, also who has a card of it. After that it stays in the
/// list and nobody is told again.
/// </summary>
internal sealed class CommentReminders(
    BotDbContext db,
    CommentTurns turns,
    CommentClock clock,
    CommentDuty duty,
    AccountRegister accounts,
    PeopleDirectory people
)
{
    public async Task RemindAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(reminder.Subject[(reminder.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..], "N", out var id)) return;
        var tenant = reminder.TenantId;
        // Dealt with, or its clock was set anew since.
        if (
            await db.Comments.SingleOrDefaultAsync(one => one.Id == id && one.TenantId == tenant, cancellationToken)
                is not { DueAt: { } due } comment
            || due > turns.Now
        )
            return;
        if (accounts.Find(comment.AccountId) is not { } account) return;

        await clock.ReadAsync(tenant, cancellationToken);
        var isSecond = comment.IsReminded;
        comment.Remind(isSecond ? null : clock.After(turns.Now, account));
        var whose = duty.Of(comment.TenantId, account, Today);
        comment.Assign(whose);
        var called = isSecond
            ? Heads(comment).Concat(whose.Where(person => comment.MessageOf(person.ObjectId) is null))
            : whose is { Count: > 0 } ? whose : Writer(comment);
        turns.Schedule(comment);
        turns.Remind(
            comment,
            [.. called.Distinct()],
            "返信がまだのコメントがあります",
            CardParts.Notice(NoticeKind.Attention, Sentence(comment, isSecond))
        );
    }

    /// <summary>The heads who are there, and for one who is away the first deputy.</summary>
    private IEnumerable<Person> Heads(Comment comment) => people.Holding(Role.Head, comment.Section).SelectMany(There);

    private IEnumerable<Person> Writer(Comment comment) => people.Find(comment.LoggedById) is { } writer ? There(writer) : [];

    private IEnumerable<Person> There(Person person) =>
        people.IsAbsent(person, Today) ? people.DeputiesOf(person, Today).Take(1) : [person];

    private DateOnly Today => JapaneseTime.DateOf(turns.Now);

    private string Sentence(Comment comment, bool isSecond) =>
        (comment.PromisedFor is null
            ? $"記録から{clock.Allowance}たちましたが、返信の記録がありません。"
            : $"答えると伝えた日{(comment.PromisedFor < JapaneseTime.DateOf(turns.Now) ? "を過ぎましたが" : "になりましたが")}、返信の記録がありません。")
        + (isSecond ? "所属長にもお知らせしています。" : "返信するか、時間がかかるときは「時間がかかると伝える」の文を送ってください。");
}
