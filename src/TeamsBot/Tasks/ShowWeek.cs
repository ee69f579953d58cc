using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Tasks;

/// <summary>「今週」「点検」: the person's open tasks in one card, the most urgent first.</summary>
internal sealed class ShowWeek(
    BotDbContext db,
    TaskTurns turns,
    TaskCatalogue catalogue,
    TaskAudience audience,
    PeopleDirectory people,
    PersonLanguage languages,
    IEnumerable<WeekPart> parts,
    ListTops tops,
    IServiceProvider provider
)
{
    /// <summary>What nobody was reminded of yet and is due later is only counted.</summary>
    private const int Soon = 14;

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } person)
        {
            return Reply.Say(languages.Of(turn).Say(
                "この一覧は、登録された職員の方だけがご覧になれます。", "Only registered members of staff can see this list."));
        }

        var open = await db.OpenTasks(turn.Actor!.TenantId).AsNoTracking().OrderBy(task => task.DueOn).ThenBy(task => task.Id)
            .ToListAsync(cancellationToken);
        var reader = await turns.ReaderAsync(turn, person, cancellationToken);
        var mine = open.Where(task => audience.KindOf(task).IsNeeded(task) && audience.IsFor(person, task, reader.Today))
            .Select(task => new ListedTask(task, catalogue.Of(task.Key), audience.KindOf(task).AboutOf(task))).ToList();
        var (now, later) = (mine.FindAll(IsSoon), mine.FindAll(item => !IsSoon(item)));
        var beside = parts.SelectMany(part => part.Draw(provider, turn.Actor!.TenantId, reader)).ToList();
        var top = turn.IsPersonal ? await tops.DrawAsync(turn, cancellationToken) : [];
        return Reply.Show(TaskCards.Week(now, later, new(top, beside), reader));

        bool IsSoon(ListedTask item) => item.Task.Calls > 0 || item.Task.DueOn <= reader.Today.AddDays(Soon);
    }
}
