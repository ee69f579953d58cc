using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Rosters;
using TeamsBot.Tasks;
using Duty = TeamsBot.Rosters.Duty;

namespace TeamsBot.RosterDesk;

/// <summary>The tasks about duty that nobody has: in charge is whoever enters the section's duty; done by entering somebody.</summary>
internal sealed class RosterTasks(
    RosterGaps gaps, TaskDays office, TaskCatalogue catalogue, ClauseNames clauses, PeopleDirectory people, TimeProvider time) : ITaskKind
{
    public bool Has(string key) => key is RosterGaps.Week or RosterGaps.Holidays;

    /// <summary>While somebody can still be entered, and has to be.</summary>
    public bool IsNeeded(DatedTask task) => !IsOver(task) && gaps.Of(task, office.Of(task.TenantId)).Count > 0;

    public IReadOnlyList<Person> InCharge(DatedTask task) => RosterTurns.EntererOf(people, task.Section);

    public IReadOnlyList<Person> Takers(DatedTask task) =>
        [.. people.Persons.Where(person => RosterTurns.MayEnter(person, task.Section) && !person.Is(task.HandedToId ?? ""))];

    public string AboutOf(DatedTask task) => $"{task.Section}　{DaysOf(task)}";

    public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null)
    {
        var (say, row) = (reader.Language, catalogue.Of(task.Key));
        var missing = gaps.Of(task, reader.Days);
        return CardParts.Card(
            [
                CardParts.Title(task.IsOpen ? TaskWords.Heading(task, row, reader) : TaskWords.In(row.Title, say)),
                CardParts.Line(new AdaptiveTextRun { Text = AboutOf(task), Weight = AdaptiveTextWeight.Bolder }),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. task.IsOpen && IsOver(task)
                    ? [CardParts.Remark(say.Say("この期間は過ぎました。操作は必要ありません。", "These days are over. You need not do anything."))]
                    : task.IsOpen ? Open(task, missing, reader) : [CardParts.Remark(Ended(task, reader))],
            ],
            TaskWords.Request(task, row, AboutOf(task), reader),
            language: say
        );
    }

    public TaskForm Read(DatedTask task, Protocol.Inbound.CardAction action) => TaskForm.Empty;

    private IEnumerable<AdaptiveElement> Open(DatedTask task, IReadOnlyList<Duty> missing, TaskReader reader)
    {
        var say = reader.Language;
        yield return CardParts.Field(say.Say("決まっていない当番", "Nobody for"), Duties.NamesOf(missing, say));
        yield return CardParts.Field(say.Say("期限", "Due"), TaskWords.Due(task, reader));
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            TaskWords.In(catalogue.Of(task.Key).Button, say),
            RosterVerbs.Form,
            new JsonObject
            {
                [RosterFields.Section] = task.Section,
                [RosterFields.Week] = RosterWords.Written(gaps.FirstGapOf(task, reader.Days)),
            },
            style: "positive",
            takesInputs: false));
        if (clauses.OwnOf([.. catalogue.Of(task.Key).Basis.Cite]) is { Length: > 0 } basis)
            yield return CardParts.Remark(say.Say($"根拠：{basis}", $"Basis: {basis}"));
    }

    private static string Ended(DatedTask task, TaskReader reader) => task.EndedByName.Length == 0
        ? TaskWords.State(task, reader)
        : reader.Language.Say($"{task.EndedByName}さんが当番を決めました。", $"{task.EndedByName} entered the duty.");

    private bool IsOver(DatedTask task) =>
        RosterGaps.IsOver(task, office.Of(task.TenantId), JapaneseTime.DateOf(time.GetUtcNow()));

    private string DaysOf(DatedTask task)
    {
        var days = RosterGaps.DaysOf(task, office.Of(task.TenantId));
        if (days.Count == 0) return RosterWords.Written(RosterGaps.FirstDayOf(task));
        var (first, last) = (JapaneseTime.Format(days[0], task.DueOn.Year), JapaneseTime.Format(days[^1], task.DueOn.Year));
        return $"{first}〜{last}";
    }
}
