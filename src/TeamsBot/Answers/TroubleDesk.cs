using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Packs;

namespace TeamsBot.Answers;

/// <summary>
/// What the organisation has ready for trouble: whom to phone, and the first steps of each kind with where they are printed.
/// </summary>
internal sealed class TroubleDesk(GuidelineShelf shelf, Pack pack)
{
    private PackGuideline? Own => shelf.Answers.Library.Packs.FirstOrDefault(guideline => guideline.Pack == pack.Name);

    /// <summary>The desks for incidents; where a pack names none, the one to consult; else the one its guideline names.</summary>
    public IReadOnlyList<Phone> Phones(CardLanguage language)
    {
        var named = For(DeskPurpose.Incident) is { Count: > 0 } incident ? incident : For(DeskPurpose.Consult);
        if (named.Count > 0) return [.. named.Select(desk => new Phone(NameIn(language, desk), desk.Phone))];
        return Own?.Desk is { } own ? [new Phone(language.Say(own.Ja, own.En), own.Phone)] : [];
    }

    /// <param name="isOfAnotherAccount">Of a mis-post: it was meant for another account, so that nothing has to be put right in its
    /// place.</param>
    public AlarmSteps StepsFor(TroubleKind kind, bool isOfAnotherAccount, CardLanguage language)
    {
        if (Own is not { } guideline || !pack.Runbooks.TryGetValue(kind, out var runbook)) return new([], [], "");
        var steps = runbook.StepsFor(isOfAnotherAccount);
        var places = guideline.Clauses.ToDictionary(row => row.Id, row => row.Clause, StringComparer.Ordinal);
        var (first, later) = (steps.Where(step => step.IsFirst()).ToList(), steps.Where(step => !step.IsFirst()).ToList());
        var quotes = shelf.Answers.QuoteWhole(first.Concat(later).Select(step => step.Clause).OfType<string>().Distinct());
        var edition = guideline.Edition is { Length: > 0 } printed ? $"（{printed}）" : "";
        return new([.. first.Select(Of)], quotes, language.Say(guideline.Title.Ja, guideline.Title.En) + edition)
        {
            Later = [.. later.Select(Of)],
        };

        AlarmStep Of(RunbookStep step) => StepLine.Of(step, language, places, desk => NameOf(desk, language));
    }

    private string NameOf(string desk, CardLanguage language) => NameIn(language, pack.Desks.First(known => known.Id == desk));

    private List<Desk> For(DeskPurpose purpose) => [.. pack.Desks.Where(desk => desk.For.Contains(purpose))];

    /// <summary>The desk's English name where pack or guideline tell one; a Japanese name is better than a made-up one.</summary>
    private string NameIn(CardLanguage language, Desk desk) => language == CardLanguage.Ja ? desk.Name
        : desk.NameEn ?? (Own?.Desk is { En.Length: > 0 } own && own.Ja == desk.Name ? own.En : desk.Name);
}

internal sealed record Phone(string Name, string? Number)
{
    public override string ToString() => Number is null ? Name : $"{Name} {Number}";
}

/// <param name="Steps">Those of the first quarter of an hour, in order.</param>
/// <param name="Quotes">The clauses of the steps, whole; empty while the document is not loaded.</param>
/// <param name="Source">Title and edition of the guideline.</param>
internal sealed record AlarmSteps(IReadOnlyList<AlarmStep> Steps, IReadOnlyList<Citation> Quotes, string Source)
{
    /// <summary>What can wait, in order.</summary>
    public IReadOnlyList<AlarmStep> Later { get; init; } = [];
}

/// <param name="Words">What to do, with the condition before it.</param>
/// <param name="Clause">Where it is printed; null for a step that no guideline states.</param>
internal sealed record AlarmStep(string Words, string? Clause)
{
    /// <summary>Who does it, by when, and what is kept of it; empty where there is nothing to say.</summary>
    public string Detail { get; init; } = "";
}
