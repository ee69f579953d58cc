using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;
using TeamsBot.Turns;

namespace TeamsBot.Upkeep;

/// <summary>What a task's card of this feature is drawn from.</summary>
internal sealed record UpkeepView(OfficialAccount Account, DatedTask Task, TaskRow Row, TaskReader Reader)
{
    public bool MayAct { get; init; }

    public bool MayArrange { get; init; }

    /// <summary>Whose it is to do.</summary>
    public IReadOnlyList<Person> Who { get; init; } = [];

    public IReadOnlyList<Person> Takers { get; init; } = [];

    public string Basis { get; init; } = "";

    /// <summary>What changed about the medium; null for other tasks.</summary>
    public MediumChange? Change { get; init; }

    /// <summary>It asks for the first notices of an end, not for a repeat of them.</summary>
    public bool IsFirstNotice { get; init; }

    public DateOnly? QuietSince { get; init; }

    public DateOnly? LastPostOn { get; init; }

    /// <summary>How often its policy has it post, in the policy's words; null where it says nothing.</summary>
    public string? Frequency { get; init; }

    /// <summary>Where the first steps of a trouble are; null where the organisation has none.</summary>
    public MenuEntry? Trouble { get; init; }

    public AdaptiveContainer? Notice { get; init; }
}

/// <summary>One task: what it is about, until when, the fields by which it is done, and the ways around it.</summary>
internal static class UpkeepCard
{
    public static AdaptiveCard For(UpkeepView view)
    {
        var (task, reader) = (view.Task, view.Reader);
        var say = reader.Language;
        var heading = task.IsOpen
            ? TaskWords.Heading(task, view.Row, reader)
            : $"{TaskWords.State(task, reader)}　{TaskWords.In(view.Row.Title, say)}";
        return CardParts.Card(
            [
                CardParts.Title(heading),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(view.Account), Weight = AdaptiveTextWeight.Bolder }),
                .. view.Notice is { } notice ? [notice] : Array.Empty<AdaptiveElement>(),
                .. task.IsOpen ? [CardParts.Field(say.Say("期限", "Due"), TaskWords.Due(task, reader))] : Array.Empty<AdaptiveElement>(),
                .. UpkeepSections.Facts(view),
                .. !task.IsOpen ? UpkeepSections.Next(view)
                    : view.MayAct ? UpkeepSections.Fields(view)
                    : [CardParts.Field(say.Say("担当", "In charge"), Names(view)), CardParts.Remark(say.Say(
                        "記録できるのは担当の方と所属長のため、ここにボタンはありません。まだのときは、担当の方にお声がけください。",
                        "Those in charge and their head record it, so there is no button here. If it is late, please talk to them."))],
                .. task.IsOpen && view.MayArrange ? TaskParts.Ways(task, view.Row, view.Takers, reader) : [],
                .. UpkeepParts.Basis(view.Basis, say),
            ],
            heading,
            language: say);
    }

    private static string Names(UpkeepView view) => view.Who.Count == 0
        ? view.Reader.Language.Say("いません", "nobody")
        : string.Join(view.Reader.Language.Say("、", ", "), view.Who.Select(person => view.Reader.Language.Say(
            $"{person.Name}（{person.Title}）", $"{person.Name} ({person.Title})")));
}
