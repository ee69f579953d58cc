using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The second reviewer's ticks, each below what it covers. The items are the pack's; which of them share a tick is
/// <see cref="ReviewTicks"/>' to say.
/// </summary>
internal static class TickSection
{
    /// <summary>Facts of one tick that stand on the card; more are counted.</summary>
    private const int MaxFacts = 8;

    public static IEnumerable<AdaptiveElement> For(DraftView view, ReviewTicks ticks, ReviewInput typed)
    {
        if (ticks.Ticks.Count == 0) yield break;
        if (!ticks.IsGrouped) yield return Title(view, ticks.Items.Count);
        foreach (var tick in ticks.Ticks)
        {
            var items = Evidence(view, tick).Append(Tick(view, ticks, tick, typed)).Concat(Remark(view, ticks, tick, typed)).ToList();
            yield return new AdaptiveContainer { Items = items, Separator = true, Spacing = AdaptiveSpacing.Small };
        }
    }

    private static AdaptiveTextBlock Title(DraftView view, int count) =>
        CardParts.Heading(
            view.Language.Say(
                string.Create(CultureInfo.InvariantCulture, $"確認項目（{count}つとも印が要ります）"),
                string.Create(CultureInfo.InvariantCulture, $"Checks (all {count} need a tick)")
            )
        );

    private static IEnumerable<AdaptiveElement> Evidence(DraftView view, ReviewTick tick)
    {
        var facts = view.Draft.Current.Facts.Where(fact => tick.Shows.Contains(ReviewTicks.EvidenceOf(fact.Kind))).ToList();
        var most = view.Detail == 0 ? MaxFacts : MaxFacts / 2;
        // What nobody vouches for is what a reader has to look at.
        foreach (var fact in facts.OrderBy(fact => fact.IsKnown).ThenBy(fact => fact.Kind).Take(most))
            yield return EvidenceWords.Line(fact, view.Language);
        if (facts.Count > most)
            yield return ReviewParts.Line(
                ReviewParts.Small(view.Language.Say($"ほか{facts.Count - most}件", $"{facts.Count - most} more"))
            );
        if (tick.Shows.Contains(Packs.Evidence.Source)) yield return Source(view);
        if (tick.Shows.Any(shown => shown is Packs.Evidence.Topics or Packs.Evidence.Rights)) yield return Words(view);
    }

    private static AdaptiveRichTextBlock Source(DraftView view) =>
        ReviewParts.Line(
            ReviewParts.Subtle(view.Language.Say("起案者からの連絡（出典など）　", "From the writer (source)　")),
            view.Draft.Note.Length > 0
                ? ReviewParts.Plain(view.Draft.Note.ReplaceLineEndings(" "))
                : ReviewParts.Subtle(view.Language.Say("記入なし", "nothing written"))
        );

    private static AdaptiveRichTextBlock Words(DraftView view)
    {
        var count = view.Draft.Current.Findings.Count(finding =>
            finding.Group == FindingGroup.Misunderstanding && finding.Severity != Severity.Hint
        );
        return ReviewParts.Line(
            ReviewParts.Plain(view.Language.Say("気を付けたい言葉　", "Words to mind　")),
            new AdaptiveTextRun
            {
                Text = view.Language.Say($"{count}件", $"{count}"),
                Color = count == 0 ? AdaptiveTextColor.Good : AdaptiveTextColor.Warning,
                Weight = AdaptiveTextWeight.Bolder,
            });
    }

    private static AdaptiveToggleInput Tick(DraftView view, ReviewTicks ticks, ReviewTick tick, ReviewInput typed)
    {
        var said = $"{tick.Numbers}　{view.Language.Say(ticks.Said(tick), ticks.InEnglish(tick))}";
        return GateSection.Tick(tick.Field, view.Language.MarkedTick(typed.Lacks(tick.Field), said), tick.IsOn(typed.Gates.On));
    }

    /// <summary>A theme of 炎上さしすせそ was hit: what the reviewer found out about it stands beside the item that asks for it.</summary>
    private static IEnumerable<AdaptiveElement> Remark(DraftView view, ReviewTicks ticks, ReviewTick tick, ReviewInput typed)
    {
        if (ticks.Topics.Count == 0 || !tick.Shows.Contains(Packs.Evidence.Topics)) yield break;
        var quote = ticks.Topics[0].Quote;
        yield return new AdaptiveTextInput
        {
            Label = view.Language.Marked(
                typed.Lacks(GateFields.Comment),
                view.Language.Say($"「{quote}」について確かめたこと", $"What you checked about “{quote}”"),
                typed.Gates.Comment
            ),
            Id = GateFields.Comment,
            Value = typed.Gates.Comment,
            MaxLength = GateAnswers.MaxLine,
            Spacing = AdaptiveSpacing.Small,
        };
    }
}
