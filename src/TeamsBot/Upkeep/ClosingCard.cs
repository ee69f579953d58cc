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

    public TaskForm Typed => Reader.Typed;

    public bool IsRunning => Closing is { IsPlanned: true };

    public int Stamp => Closing?.Stamp ?? 0;

    /// <summary>The reader can tick something now.</summary>
    public bool TakesTicks =>
        IsRunning && MayChange && ClosingSteps.Of(Closing!, Reader.Today).Any(step => step is { Tick: null, Waits: null });
}

/// <summary>廃止: the form that plans it, the list with its ticks while it runs, and how it ended.</summary>
internal static class ClosingCard
{
    public static AdaptiveCard For(ClosingView view) => view switch
    {
        { Closing.State: ClosingState.Closed } or { Account.State: AccountState.Closed } =>
            Card(view, Title(view, "廃止しました", "Closed"), Ended(view)),
        { IsRunning: true } => Card(view, Title(view, "アカウントの廃止の手続き", "Closing an account"), ClosingList.Of(view)),
        _ => Card(view, Title(view, "アカウントの廃止", "Closing an account"), Form(view)),
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
        yield return UpkeepParts.Day(UpkeepFields.Day, say.Say("廃止する日", "Day of the end"), view.Reader);
        yield return UpkeepParts.Words(UpkeepFields.Reason, say.Say("廃止する理由", "Reason"), AccountClosing.MaxReason, view.Reader);
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            Buttons.Execute(
                say.Say("廃止の手続きを始める", "Begin the closing"), UpkeepVerbs.ClosingPlan, UpkeepParts.Data(view.Account, view.Stamp),
                style: "positive"),
            UpkeepParts.OpenAccount(view.Account, say));
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
        foreach (var step in ClosingSteps.Of(closing, view.Reader.Today)) yield return ClosingList.Line(step, view);
        yield return CardParts.Row(AdaptiveSpacing.Small, UpkeepParts.OpenAccount(view.Account, say));
    }
}
