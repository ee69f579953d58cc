using System.Globalization;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>The list of a closing while it runs: what is done and what waits, the tick of the next thing, and the ways out.</summary>
internal static class ClosingList
{
    public static IEnumerable<AdaptiveElement> Of(ClosingView view)
    {
        var (closing, say, today) = (view.Closing!, view.Reader.Language, view.Reader.Today);
        var steps = ClosingSteps.Of(closing, today);
        yield return CardParts.Field(say.Say("廃止する日", "Day of the end"), TaskWords.Day(closing.ClosesOn, view.Reader));
        yield return CardParts.Field(say.Say("理由", "Reason"), closing.Reason);
        yield return CardParts.Heading(say.Say(
            string.Create(CultureInfo.InvariantCulture, $"すること　{steps.Count(step => step.Tick is not null)}／{steps.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"To do: {steps.Count(step => step.Tick is not null)} of {steps.Count} done")));
        foreach (var step in steps) yield return Line(step, view);
        if (view.TakesTicks)
            foreach (var part in Tick(view, steps)) yield return part;
        foreach (var part in Ways(view, steps)) yield return part;
    }

    public static AdaptiveRichTextBlock Line(ClosingStep step, ClosingView view)
    {
        var say = view.Reader.Language;
        var how = step switch
        {
            { Tick: { } tick } => $"　{TaskWords.Day(tick.Day, view.Reader)} {tick.By}",
            { Waits: { Until: { } day } } => "　" + say.Say(
                $"{TaskWords.Day(day, view.Reader)}から", $"from {TaskWords.Day(day, view.Reader)}"),
            { Waits: { First: ClosingSteps.Notice } } => "　" + say.Say("お知らせの期間が過ぎてから", "after the notice period"),
            { Waits: { First: ClosingSteps.Archive } } => "　" + say.Say("投稿の保存のあと", "after the copy of the posts"),
            { Waits: not null } => "　" + say.Say("アカウントの削除のあと", "after the deletion"),
            _ => "",
        };
        return CardParts.Line(
            new AdaptiveTextRun { Text = step.Tick is not null ? "✔ " : "○ ", Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = step.In(say), IsSubtle = step.Waits is not null },
            new AdaptiveTextRun { Text = how, IsSubtle = true, Size = AdaptiveTextSize.Small });
    }

    private static IEnumerable<AdaptiveElement> Tick(ClosingView view, IReadOnlyList<ClosingStep> steps)
    {
        var say = view.Reader.Language;
        var open = steps.Where(step => step is { Tick: null, Waits: null }).ToList();
        yield return CardParts.Choice(
            UpkeepFields.Step, TaskParts.Label(UpkeepFields.Step, say.Say("済んだこと", "What was done"), isChoice: true, view.Reader),
            open.Select(step => (step.In(say), step.Id)),
            (open.Find(step => step.Id == view.Typed[UpkeepFields.Step]) ?? open[0]).Id, say);
        yield return UpkeepParts.Day(UpkeepFields.Day, say.Say("済んだ日", "Done on"), view.Reader, view.Reader.Today);
        yield return UpkeepParts.Words(
            UpkeepFields.Proof, say.Say("確かめたこと（URL、保存先など）", "Proof (address, place of the copy)"), AccountClosing.MaxProof,
            view.Reader);
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say("済みにする", "Record it"), UpkeepVerbs.ClosingTick, UpkeepParts.Data(view.Account, view.Stamp), style: "positive"));
    }

    private static IEnumerable<AdaptiveElement> Ways(ClosingView view, IReadOnlyList<ClosingStep> steps)
    {
        var (say, data) = (view.Reader.Language, UpkeepParts.Data(view.Account, view.Stamp));
        var isDone = steps.All(step => step.Tick is not null);
        if (isDone)
            yield return CardParts.Line(view.MayEnd
                ? say.Say("すべて済みました。廃止を完了できます。", "All is done. The closing can be completed.")
                : say.Say("すべて済みました。所属長か広報担当が完了します。", "All is done. The head or the PR desk completes it."));
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            isDone && view.MayEnd
                ? Buttons.Execute(
                    say.Say("廃止を完了する", "Complete the closing"), UpkeepVerbs.ClosingEnd, data, style: "positive", takesInputs: false)
                : null,
            view is { MayChange: true, NoticeOn.Count: > 0 } && !isDone
                ? Buttons.Execute(say.Say("お知らせの案を受け取る", "Get the notices' texts"), UpkeepVerbs.ClosingNotices, data, takesInputs: false)
                : null,
            view.MayEnd ? CardParts.Unfold(say.Say("取りやめる", "Take it back"), UpkeepFields.Back) : null,
            UpkeepParts.OpenAccount(view.Account, say));
        if (!view.MayEnd) yield break;
        var isAsked = view.Typed.Unfolded == UpkeepFields.Back;
        yield return CardParts.Fold(UpkeepFields.Back, isAsked || view.Typed[UpkeepFields.BackReason].Length > 0, [
            UpkeepParts.Words(
                UpkeepFields.BackReason, say.Say("取りやめる理由", "Why it is taken back"), AccountClosing.MaxReason, view.Reader),
            CardParts.Row(
                AdaptiveSpacing.Small,
                Buttons.Execute(say.Say("廃止を取りやめる", "Take the closing back"), UpkeepVerbs.ClosingTakeBack, data)),
        ]);
    }
}
