using System.Globalization;
using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// What the second member of staff ticks about one text, and what stands above each tick. Items share a tick only where the pack allows it,
/// nothing was found in the text and everything in it is in the registers: then there is nothing to tell them apart by. Pure; drawn on the
/// card and asked again when an answer comes.
/// </summary>
internal sealed record ReviewTicks(IReadOnlyList<ReviewTick> Ticks, IReadOnlyList<ReviewItem> Items)
{
    public static ReviewTicks None { get; } = new([], []);

    public bool IsGrouped => Ticks.Count < Items.Count;

    /// <summary>Findings that the reviewer has to say something about: a theme of 炎上さしすせそ was hit [asaka-6-2-4].</summary>
    public IReadOnlyList<DraftFinding> Topics { get; private init; } = [];

    public static ReviewTicks For(ReviewChecklist? checklist, Draft draft, RouteStep step)
    {
        if (checklist is null || step != RouteStep.SecondReview) return None;
        var revision = draft.Current;
        var isClean =
            revision.Findings.Count == 0 && revision.Facts.All(fact => fact.IsKnown) && draft.Pictures.Count == 0 && !draft.HasVideo;
        var items = checklist.Items;
        var groups = new List<List<int>>();
        foreach (var (at, item) in items.Index())
        {
            var joins =
                isClean
                && checklist.Ticks == TickForm.Grouped
                && groups.Count > 0
                && Kind(items[groups[^1][^1] - 1]) is { } kind
                && kind == Kind(item);
            if (joins) groups[^1].Add(at + 1);
            else groups.Add([at + 1]);
        }

        return new ReviewTicks(
            [.. groups.Select(group => new ReviewTick(group, [.. group.SelectMany(number => items[number - 1].Shows).Distinct()]))],
            items
        )
        {
            Topics = items.Any(item => item.Shows.Contains(Evidence.Topics)) ? [.. revision.Findings.Where(IsTopic)] : [],
        };
    }

    /// <summary>What is missing: the ticks that are off, then the remark on a theme that was hit.</summary>
    public IEnumerable<GateProblem> Missing(GateAnswers answers)
    {
        foreach (var tick in Ticks.Where(tick => !tick.IsOn(answers.On)))
        {
            yield return new GateProblem(
                tick.Field,
                $"「{tick.Numbers}　{Said(tick)}」に印がありません。確かめて印を付けてください。",
                $"“{tick.Numbers} {InEnglish(tick)}” is not ticked. Check it and tick it."
            );
        }

        if (Topics.Count > 0 && answers.Comment.Length == 0)
            yield return new GateProblem(
                GateFields.Comment,
                $"「{Topics[0].Quote}」について確かめたことを書いてください。",
                $"Write what you checked about “{Topics[0].Quote}”."
            );
    }

    public string Said(ReviewTick tick) => string.Join("、", tick.Items.Select(number => Items[number - 1].Say.Ja));

    public string InEnglish(ReviewTick tick) => string.Join("; ", tick.Items.Select(number => Items[number - 1].Say.En));

    /// <summary>An answer to each item, whatever tick it was given by, with what stood above that tick.</summary>
    public IReadOnlyList<CheckedItem> Answered(Draft draft) =>
    [
        .. Ticks.SelectMany(tick =>
            tick.Items.Select(number => new CheckedItem(
                number,
                Items[number - 1].Brief.Ja,
                Items[number - 1].Brief.En,
                [.. draft.Current.Facts.Where(fact => Items[number - 1].Shows.Contains(EvidenceOf(fact.Kind)))]
            ))
        ),
    ];

    public static Evidence EvidenceOf(TextFactKind kind) => kind switch
    {
        TextFactKind.Date => Evidence.Dates,
        TextFactKind.Place => Evidence.Places,
        TextFactKind.Phone => Evidence.Phones,
        TextFactKind.Name => Evidence.Names,
        _ => Evidence.Links,
    };

    private static bool IsTopic(DraftFinding finding) => finding.Category == Category.FlamingTopic.Id && finding.Severity >= Severity.Warn;

    /// <summary>What kind of evidence an item is checked on; items of one kind that stand together may share a tick.</summary>
    private static int? Kind(ReviewItem item) =>
        item.Shows.Count == 0 ? null
        : item.Shows.All(shown => shown is Evidence.Topics or Evidence.Rights) ? 2
        : item.Shows.All(shown => shown is not (Evidence.Topics or Evidence.Rights or Evidence.Source)) ? 1
        : null;
}

/// <param name="Items">The numbers of the items it stands for, counted from 1.</param>
/// <param name="Shows">What stands above it.</param>
internal sealed record ReviewTick(IReadOnlyList<int> Items, IReadOnlyList<Evidence> Shows)
{
    /// <summary><c>item3</c> for one item, <c>items1-2</c> for several.</summary>
    public string Field => Items.Count == 1 ? FieldOf(Items[0]) : $"items{string.Join('-', Items.Select(Number))}";

    /// <summary>As people read it: 1・2.</summary>
    public string Numbers => string.Join('・', Items.Select(Number));

    public static string FieldOf(int item) => $"item{Number(item)}";

    /// <summary>
    /// Its own tick, or each item's: cards that were sent before the items were drawn together, and clients that keep an old one, have
    /// those.
    /// </summary>
    public bool IsOn(IReadOnlyCollection<string> on) => on.Contains(Field) || Items.All(item => on.Contains(FieldOf(item)));

    private static string Number(int item) => item.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One item as it was confirmed: what it was about, and the facts of the text that stood above its tick.</summary>
internal sealed record CheckedItem(int Number, string Brief, string BriefInEnglish, IReadOnlyList<TextFact> Evidence);
