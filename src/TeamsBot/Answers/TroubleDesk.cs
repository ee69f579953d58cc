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
        if (Own is not { } guideline) return new([], [], "");
        var steps = guideline.StepsFor(kind).Where(step => step.IsFor(isOfAnotherAccount)).ToList();
        var rows = guideline.Clauses.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var quotes = shelf.Answers.QuoteWhole(steps.Select(step => step.Clause).OfType<string>());
        var edition = guideline.Edition is { Length: > 0 } printed ? $"（{printed}）" : "";
        return new(
            [.. steps.Select(step => Of(step, rows, language))],
            quotes,
            language.Say(guideline.Title.Ja, guideline.Title.En) + edition
        );
    }

    private static AlarmStep Of(FirstStep step, Dictionary<string, ClauseRow> rows, CardLanguage language) => step.Clause is { } id
        ? new(language.Say(rows[id].Gist.Ja, rows[id].Gist.En), rows[id].Clause)
        : new(language.Say(step.Ja, step.En), null);

    private List<Desk> For(DeskPurpose purpose) => [.. pack.Desks.Where(desk => desk.For.Contains(purpose))];

    /// <summary>The desk's English name where pack or guideline tell one; a Japanese name is better than a made-up one.</summary>
    private string NameIn(CardLanguage language, Desk desk) => language == CardLanguage.Ja ? desk.Name
        : desk.NameEn ?? (Own?.Desk is { En.Length: > 0 } own && own.Ja == desk.Name ? own.En : desk.Name);
}

internal sealed record Phone(string Name, string? Number)
{
    public override string ToString() => Number is null ? Name : $"{Name} {Number}";
}

/// <param name="Quotes">The clauses of the steps, whole; empty while the document is not loaded.</param>
/// <param name="Source">Title and edition of the guideline.</param>
internal sealed record AlarmSteps(IReadOnlyList<AlarmStep> Steps, IReadOnlyList<Citation> Quotes, string Source);

/// <param name="Clause">Where it is printed; null for a step that no guideline states.</param>
internal sealed record AlarmStep(string Words, string? Clause);
