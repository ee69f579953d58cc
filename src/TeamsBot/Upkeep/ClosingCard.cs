using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What the card of the end of an account is drawn from.</summary>
/// <param name="Closing">Null where nothing was ever planned.</param>
internal sealed record ClosingView(OfficialAccount Account, AccountClosing? Closing, TaskReader Reader)
{
    /// <summary>Where the guideline wants the end announced, and for how long.</summary>
    public IReadOnlyList<string> NoticeOn { get; init; } = [];

    public int NoticeDays { get; init; }

    public string Basis { get; init; } = "";

    /// <summary>The reader belongs to the account's people.</summary>
    public bool MayChange { get; init; }

    /// <summary>The reader may end it, or take it back.</summary>
    public bool MayEnd { get; init; }

    public AdaptiveContainer? Notice { get; init; }

    public string NoticeOnAccount { get; init; } = "";

    public string NoticeOnSite { get; init; } = "";

    public TaskForm Typed => Reader.Typed;
}

/// <summary>廃止: the form that plans it, the list with its ticks while it runs, and how it ended.</summary>
internal static class ClosingCard
{
    public static AdaptiveCard For(ClosingView view) => view switch
    {
        { Closing.State: ClosingState.Closed } or { Account.State: AccountState.Closed } =>
            Card(view, Title(view, "廃止しました", "Closed"), Ended(view)),
        { Closing.IsPlanned: true } => Card(view, Title(view, "アカウントの廃止の手続き", "Closing an account"), Running(view)),
        _ => Card(view, Title(view, "アカウントの廃止", "Closing an account"), Form(view)),
    };

    public static JsonObject Data(OfficialAccount account, AccountClosing? closing) => new()
    {
        [UpkeepFields.Account] = account.Id,
        [UpkeepFields.Stamp] = (closing?.Stamp ?? 0).ToString(CultureInfo.InvariantCulture),
    };

    private static string Title(ClosingView view, string ja, string en) => view.Reader.Language.Say(ja, en);

    private static AdaptiveCard Card(ClosingView view, string title, IEnumerable<AdaptiveElement> body) => CardParts.Card(
        [
            CardParts.Title(title),
            CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(view.Account), Weight = AdaptiveTextWeight.Bolder }),
            .. view.Notice is { } notice ? [notice] : Array.Empty<AdaptiveElement>(),
            .. body,
            .. UpkeepParts.Basis(view.Basis, view.Reader.Language),
        ],
        title,
        language: view.Reader.Language);

    private static IEnumerable<AdaptiveElement> Form(ClosingView view)
    {
        var say = view.Reader.Language;
        if (view.NoticeOn.Count > 0)
            yield return CardParts.Line(say.Say(
                $"廃止する前に、{string.Join("と", view.NoticeOn)}で{view.NoticeDays}日間お知らせします。その間は削除できません。",
                $"The end is announced ({string.Join(", ", view.NoticeOn)}) for {view.NoticeDays} days; nothing can be deleted before."));
        yield return CardParts.Heading(say.Say("すること", "What has to be done"));
        foreach (var step in ClosingSteps.Ahead(view.NoticeOn)) yield return CardParts.Line($"○ {step.In(say)}");
        if (!view.MayChange) yield break;
        yield return new AdaptiveDateInput
        {
            Id = UpkeepFields.Day,
            Label = say.Say("廃止する日", "Day of the end"),
            Value = view.Typed[UpkeepFields.Day],
        };
        yield return UpkeepParts.Words(
            UpkeepFields.Reason, say.Say("廃止する理由", "Reason"), AccountClosing.MaxReason, view.Typed[UpkeepFields.Reason]);
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            Buttons.Execute(
                say.Say("廃止の手続きを始める", "Begin the closing"), UpkeepVerbs.ClosingPlan, Data(view.Account, view.Closing),
                style: "positive"),
            UpkeepParts.OpenAccount(view.Account, say));
    }

    private static IEnumerable<AdaptiveElement> Running(ClosingView view)
    {
        var (closing, say, today) = (view.Closing!, view.Reader.Language, view.Reader.Today);
        var steps = ClosingSteps.Of(closing, today);
        yield return CardParts.Field(say.Say("廃止する日", "Day of the end"), TaskWords.Day(closing.ClosesOn, view.Reader));
        yield return CardParts.Field(say.Say("理由", "Reason"), closing.Reason);
        yield return CardParts.Heading(say.Say(
            string.Create(CultureInfo.InvariantCulture, $"すること　{steps.Count(step => step.Tick is not null)}／{steps.Count}"),
            string.Create(CultureInfo.InvariantCulture, $"To do: {steps.Count(step => step.Tick is not null)} of {steps.Count} done")));
        foreach (var step in steps) yield return Line(step, view);
        if (view.MayChange && steps.Any(step => step is { Tick: null, Waits: null }))
            foreach (var part in Tick(view, steps)) yield return part;
        foreach (var part in Ways(view, steps)) yield return part;
    }

    private static AdaptiveRichTextBlock Line(ClosingStep step, ClosingView view)
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
            UpkeepFields.Step, say.Say("済んだこと", "What was done"), open.Select(step => (step.In(say), step.Id)),
            view.Typed[UpkeepFields.Step] is { Length: > 0 } chosen ? chosen : open[0].Id, say);
        yield return new AdaptiveDateInput
        {
            Id = UpkeepFields.Day,
            Label = say.Say("済んだ日", "Done on"),
            Value = view.Typed[UpkeepFields.Day] is { Length: > 0 } day
                ? day : view.Reader.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        yield return UpkeepParts.Words(
            UpkeepFields.Proof, say.Say("確かめたこと（URL、保存先など）", "Proof (address, place of the copy)"), AccountClosing.MaxProof,
            view.Typed[UpkeepFields.Proof]);
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say("済みにする", "Record it"), UpkeepVerbs.ClosingTick, Data(view.Account, view.Closing), style: "positive"));
    }

    private static IEnumerable<AdaptiveElement> Ways(ClosingView view, IReadOnlyList<ClosingStep> steps)
    {
        var (say, data) = (view.Reader.Language, Data(view.Account, view.Closing));
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
        var isMissing = view.Typed.Unfolded == UpkeepFields.Back;
        yield return CardParts.Fold(UpkeepFields.Back, isMissing || view.Typed[UpkeepFields.BackReason].Length > 0, [
            UpkeepParts.Words(
                UpkeepFields.BackReason, (isMissing ? "▲ " : "") + say.Say("取りやめる理由", "Why it is taken back"), AccountClosing.MaxReason,
                view.Typed[UpkeepFields.BackReason]),
            CardParts.Row(
                AdaptiveSpacing.Small,
                Buttons.Execute(say.Say("廃止を取りやめる", "Take the closing back"), UpkeepVerbs.ClosingTakeBack, data)),
        ]);
    }

    private static IEnumerable<AdaptiveElement> Ended(ClosingView view)
    {
        var say = view.Reader.Language;
        if (view.Closing is not { State: ClosingState.Closed } closing)
        {
            yield return CardParts.Line(say.Say("このアカウントは閉鎖されています。", "This account has been closed."));
            yield break;
        }

        yield return CardParts.Field(
            say.Say("完了", "Completed"), $"{JapaneseTime.Format(closing.EndedAt!.Value, view.Reader.Now, say)} {closing.EndedBy}");
        yield return CardParts.Field(say.Say("理由", "Reason"), closing.Reason);
        foreach (var step in ClosingSteps.Of(closing, view.Reader.Today)) yield return Line(step, view);
        yield return CardParts.Row(AdaptiveSpacing.Small, UpkeepParts.OpenAccount(view.Account, say));
    }
}
