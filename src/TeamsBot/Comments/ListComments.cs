using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Comments;

/// <summary>「コメント一覧」: what is still open in the person's section; those who look after all accounts see all.</summary>
internal sealed class ListComments(BotDbContext db, CommentTurns turns, PeopleDirectory people)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } person) return Reply.Say("この一覧は、登録された職員の方だけがご覧になれます。");
        var (tenant, section) = (turn.Actor!.TenantId, person.Section);
        var open = db
            .Comments.AsNoTracking()
            .Where(comment => comment.TenantId == tenant && (comment.State == CommentState.Open || comment.State == CommentState.Holding));
        if (!CommentTurns.SeesAll(person)) open = open.Where(comment => comment.Section == section);
        var count = await open.CountAsync(cancellationToken);
        // Those nobody watches come last.
        var shown = await open.OrderBy(comment => comment.DueAt == null)
            .ThenBy(comment => comment.DueAt)
            .ThenBy(comment => comment.LoggedAt)
            .Take(CommentListCard.MaxRows)
            .ToListAsync(cancellationToken);
        return Reply.Show(CommentListCard.For(shown, count, turns.DisplayOf, turns.Now));
    }
}
