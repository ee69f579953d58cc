using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Answers;

/// <summary>What the desk has to know of a caller in order to phone back.</summary>
internal sealed class DeskCalls(PeopleDirectory people, TroubleDesk trouble, Pack pack)
{
    public DeskCall Of(Question question)
    {
        var section = people.Find(question.AskerId)?.Section ?? "";
        var desk = pack.Desks.FirstOrDefault(one => one.Name == section && one.Phone is not null);
        return new(question.CallKind, section, desk?.Phone)
        {
            StepsIn = language => question.CallKind is { } kind
                ? trouble.StepsFor(kind, AlarmReader.IsOfAnotherAccount(question.Text), language)
                : null,
        };
    }

    /// <summary>What it is for everybody who was asked; null for a plain question.</summary>
    public DeskCall? Find(Question question) => question.IsCall ? Of(question) : null;

    /// <summary>Whether calls for help go to such a person at all.</summary>
    public static bool MayBeCalled(Person person) => person.Has(Role.Desk) || person.Has(Role.PrHead) || person.Has(Role.Head);

    /// <summary>
    /// Whether this call is also theirs to answer: the desk's, the head's of public relations, and of the caller's section.
    /// </summary>
    public bool Calls(Question question, Person person) =>
        !person.Is(question.AskerId) && (person.Has(Role.Desk) || IsHeadOf(person, question.AskerId));

    /// <summary>The heads it is sent to beside the desk, who has public relations first.</summary>
    public IEnumerable<Person> HeadsOf(Question question) => people.Persons
        .Where(person => !person.Is(question.AskerId) && IsHeadOf(person, question.AskerId))
        .OrderByDescending(person => person.Has(Role.PrHead));

    /// <summary>Whose calls are theirs, by id; null where all but their own are.</summary>
    public IReadOnlyList<string>? CallersOf(Person person) => person.Has(Role.Desk) || person.Has(Role.PrHead)
        ? null
        : [.. people.Persons.Where(caller => IsHeadOf(person, caller.ObjectId)).Select(caller => caller.ObjectId)];

    private bool IsHeadOf(Person person, string callerId) =>
        person.Has(Role.PrHead) || (person.Has(Role.Head) && people.Find(callerId)?.Section == person.Section);

    /// <summary>Why somebody outside the desk has the call, as its card says it; empty for the desk, which knows.</summary>
    public string WhyTold(Question question, Address address, CardLanguage language)
    {
        if (address.ObjectId is not { } id || people.Find(id) is not { } person || person.Has(Role.Desk)) return "";
        return person.Has(Role.PrHead)
            ? language.Say(
                "広報を所管する所属長として、お知らせしています。担当課にも届いています。",
                "You are told as the head of public relations. The desk has it too."
            )
            : language.Say(
                $"{question.AskerName}さんの所属長として、お知らせしています。担当課にも届いています。",
                $"You are told as {question.AskerName}'s head. The desk has it too."
            );
    }
}

/// <summary>A call for help as the desk is to see it: at once that it is one, and whom to phone.</summary>
/// <param name="Section">Of the caller; empty for one the organisation has not entered.</param>
/// <param name="Phone">Of the caller's section, where the pack knows one.</param>
internal sealed record DeskCall(TroubleKind? Kind, string Section, string? Phone)
{
    /// <summary>What its caller was told to do first; none where it is not known what it is about.</summary>
    public Func<CardLanguage, AlarmSteps?> StepsIn { get; init; } = _ => null;

    public string Title(CardLanguage language) => Kind is { } kind
        ? language.Say($"至急：{Runbook.Kinds.InJapanese(kind)}", $"Urgent: {Runbook.Kinds.InEnglish(kind)}")
        : language.Say("至急：トラブルの相談", "Urgent: a call for help");

    /// <summary>What a phone shows.</summary>
    public string Summary(Question question, CardLanguage language) =>
        $"{Title(language)}　{question.AskerName}{(Section.Length > 0 ? language.Say($"（{Section}）", $" ({Section})") : "")}"
            + $"　{question.Quoted(MostShown)}";

    private const int MostShown = 60;
}
