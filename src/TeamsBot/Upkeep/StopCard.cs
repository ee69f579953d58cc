using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What the card of a stop is drawn from.</summary>
/// <param name="Stop">The last stop of the account, lifted or not; null where there never was one.</param>
internal sealed record StopView(OfficialAccount Account, AccountStop? Stop, TaskReader Reader)
{
    /// <summary>The stop holds now.</summary>
    public bool IsOpen { get; init; }

    public bool MayStop { get; init; }

    public bool MayLift { get; init; }

    /// <summary>Who may lift it, as a sentence names them.</summary>
    public string Lifters { get; init; } = "";

    /// <summary>On which clauses of the own guideline it rests; may be empty.</summary>
    public string Basis { get; init; } = "";

    public AdaptiveContainer? Notice { get; init; }

    public int Stamp => Stop?.Stamp ?? 0;
}

/// <summary>Stopping an account at once, how it stands while it is stopped, and the head's way to lift that.</summary>
internal static class StopCard
{
    public static AdaptiveCard For(StopView view)
    {
        var say = view.Reader.Language;
        var (title, body) = view switch
        {
            { Account.State: AccountState.Closed } => (say.Say("閉鎖済みのアカウント", "A closed account"), Closed(view)),
            { IsOpen: true } => (say.Say("停止中のアカウント", "A stopped account"), Stopped(view)),
            _ => (say.Say("アカウントの緊急停止", "Stop an account at once"), Form(view)),
        };
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(view.Account), Weight = AdaptiveTextWeight.Bolder }),
                .. view.Notice is { } notice ? [notice] : Array.Empty<AdaptiveElement>(),
                .. body,
                .. UpkeepParts.Basis(view.Basis, say),
            ],
            title,
            language: say);
    }

    private static IEnumerable<AdaptiveElement> Form(StopView view)
    {
        var say = view.Reader.Language;
        yield return CardParts.Line(say.Say(
            "押すとすぐに、このアカウントの投稿の申請・決裁・受け渡しを止め、関係する方に知らせます。SNSの側は、ご自身で止めてください。",
            "At once, drafts of this account are neither taken, decided nor handed out, and everybody concerned is told. "
                + "Stop the account itself at its provider."));
        if (view.MayStop)
            yield return UpkeepParts.Words(
                UpkeepFields.Reason, say.Say("何があったか", "What happened"), AccountStop.MaxReason, view.Reader);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            view.MayStop
                ? Buttons.Execute(
                    say.Say("今すぐ停止する", "Stop it now"), UpkeepVerbs.Stop, UpkeepParts.Data(view.Account, view.Stamp),
                    style: "destructive")
                : null,
            UpkeepParts.OpenAccount(view.Account, say));
    }

    private static IEnumerable<AdaptiveElement> Stopped(StopView view)
    {
        var (say, stop) = (view.Reader.Language, view.Stop!);
        yield return CardParts.Field(
            say.Say("停止", "Stopped"), $"{JapaneseTime.Format(stop.StoppedAt, view.Reader.Now, say)} {stop.StoppedBy}");
        yield return CardParts.Field(say.Say("理由", "Reason"), stop.Reason);
        yield return CardParts.Line(say.Say(
            $"停止を解除できるのは、{view.Lifters}です。", $"It can be lifted by {view.Lifters}."));
        if (view.MayLift)
            yield return UpkeepParts.Words(
                UpkeepFields.Reason, say.Say("停止を解除する理由", "Why it may go on"), AccountStop.MaxReason, view.Reader);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            view.MayLift
                ? Buttons.Execute(
                    say.Say("停止を解除する", "Lift the stop"), UpkeepVerbs.Lift, UpkeepParts.Data(view.Account, view.Stamp),
                    style: "positive")
                : null,
            UpkeepParts.OpenClosing(view.Account, say),
            UpkeepParts.OpenAccount(view.Account, say));
    }

    private static IEnumerable<AdaptiveElement> Closed(StopView view)
    {
        var say = view.Reader.Language;
        yield return CardParts.Line(say.Say(
            "このアカウントは閉鎖されています。停止も解除もできません。", "This account has been closed; it can neither be stopped nor go on."));
        yield return CardParts.Row(AdaptiveSpacing.Small, UpkeepParts.OpenAccount(view.Account, say));
    }
}
