using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.People;

namespace TeamsBot.Tasks;

/// <summary>What a feature knows of its tasks: who is in charge, whether there still is a cause, and what the card of one shows.</summary>
internal interface ITaskKind
{
    /// <summary>Whether tasks of this row of the catalogue are the feature's.</summary>
    bool Has(string key);

    /// <summary>Whether its cause is still there; where it is not, the task is dropped and nobody told.</summary>
    bool IsNeeded(DatedTask task);

    /// <summary>The usual people in charge, absent ones included; may be nobody.</summary>
    IReadOnlyList<Person> InCharge(DatedTask task);

    /// <summary>Who hears of it where nobody in charge is there, and once it is late; need not be able to do it. Null for nobody.</summary>
    Person? DeputyOf(DatedTask task) => null;

    /// <summary>Whether a deputy may do it for those in charge; what needs a password waits for them.</summary>
    bool MayStandIn(DatedTask task) => false;

    /// <summary>Whether it may be given a later day or handed over; the card of one that may not has neither way.</summary>
    bool MayBeArranged(DatedTask task) => true;

    /// <summary>Who may take the task over: those who could also do it.</summary>
    IReadOnlyList<Person> Takers(DatedTask task);

    /// <summary>What it is about, as cards name it.</summary>
    string AboutOf(DatedTask task);

    AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null);

    /// <summary>All fields of that card: a press in one part of it must not empty the others.</summary>
    TaskForm Read(DatedTask task, Protocol.Inbound.CardAction action);
}

/// <summary>For whom a card is drawn, and when.</summary>
/// <param name="Typed">What stood in its fields at a press that was refused.</param>
internal sealed record TaskReader(Person Person, CardLanguage Language, DateTimeOffset Now, OpeningDays Days, TaskForm Typed)
{
    public DateOnly Today => JapanTime.DateOf(Now);

    /// <summary>The same once what was typed is used or given back; that a secret was among it has still to be said.</summary>
    public TaskReader Cleared => this with { Typed = TaskForm.Empty with { HadSecret = Typed.HadSecret } };

    /// <summary>The same with these fields marked as missing.</summary>
    public TaskReader Lacking(params string[] fields) => this with { Typed = Typed with { Missing = fields } };

    /// <summary>The same where one of them may hold something that does not do: only what is empty is marked as missing.</summary>
    public TaskReader LackingAny(params string[] fields) => Lacking([.. fields.Where(field => Typed[field].Length == 0)]);
}

/// <summary>The fields of a task's card as they were typed, without secrets.</summary>
internal sealed record TaskForm(IReadOnlyDictionary<string, string> Values, bool HadSecret)
{
    public static TaskForm Empty { get; } = Of();

    /// <summary>What was read elsewhere, for example from a command.</summary>
    public static TaskForm Of(params (string Field, string Value)[] values) =>
        new(values.ToDictionary(one => one.Field, one => one.Value, StringComparer.Ordinal), HadSecret: false);

    /// <summary>The part that is folded away and whose button was pressed; it stays open where the press is refused.</summary>
    public string Unfolded { get; init; } = "";

    /// <summary>Fields that a press lacked; the card marks them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What is left in the card when a part of it is done.</summary>
    public TaskForm Without(params string[] fields) => new(
        Values.Where(value => !fields.Contains(value.Key)).ToDictionary(StringComparer.Ordinal), HadSecret: false);

    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>Reads what was chosen or typed; nothing that looks like a secret gets further than here.</summary>
    /// <param name="chosen">Choices and days, whose values are ours. They are compared and never stored as they came.</param>
    /// <param name="typed">Fields in which people write, each with the most characters it may have.</param>
    public static TaskForm Read(Protocol.Inbound.CardAction action, IEnumerable<string> chosen, params (string Field, int Most)[] typed)
    {
        var values = chosen.ToDictionary(field => field, field => ShortText.Cut(action[field].Trim(), MostChosen), StringComparer.Ordinal);
        var hadSecret = false;
        foreach (var (field, most) in typed)
        {
            var read = SecretGuard.Read(action[field], most + 1);
            values[field] = read.Text;
            hadSecret |= read.Seen;
        }

        return new(values, hadSecret);
    }

    /// <summary>Forty ids of people.</summary>
    private const int MostChosen = 2_000;
}
