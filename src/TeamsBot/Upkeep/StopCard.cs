using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>Stopping an account at once, how it stands while it is stopped, and the head's way to lift that.</summary>
internal static class StopCard
{
    /// <param name="mayLift">The reader decides for the account.</param>
    /// <param name="basis">On which clauses of the own guideline it rests; may be empty.</param>
    public static AdaptiveCard For(
        OfficialAccount account, AccountStop? stop, TaskReader reader, bool mayLift, string basis, AdaptiveContainer? notice = null)
    {
        var say = reader.Language;
        var title = stop is { IsOpen: true } ? say.Say("停止中のアカウント", "A stopped account") : say.Say("アカウントの緊急停止", "Stop an account at once");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder }),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. stop is { IsOpen: true } ? Stopped(account, stop, reader, mayLift) : Form(account, stop, reader),
                .. UpkeepParts.Basis(basis, say),
            ],
            title,
            language: say);
    }

    public static JsonObject Data(OfficialAccount account, AccountStop? stop) => new()
    {
        [UpkeepFields.Account] = account.Id,
        [UpkeepFields.Stamp] = (stop?.Stamp ?? 0).ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<AdaptiveElement> Form(OfficialAccount account, AccountStop? stop, TaskReader reader)
    {
        var say = reader.Language;
        yield return CardParts.Line(say.Say(
            "押すとすぐに、このアカウントの投稿の申請・決裁・受け渡しを止め、関係する方に知らせます。SNSの側は、ご自身で止めてください。",
            "At once, drafts of this account are neither taken, decided nor handed out, and everybody concerned is told. "
                + "Stop the account itself at its provider."));
        yield return UpkeepParts.Words(
            UpkeepFields.Reason, say.Say("何があったか", "What happened"), AccountStop.MaxReason, reader.Typed[UpkeepFields.Reason]);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("今すぐ停止する", "Stop it now"), UpkeepVerbs.Stop, Data(account, stop), style: "destructive"),
            UpkeepParts.OpenAccount(account, say));
    }

    private static IEnumerable<AdaptiveElement> Stopped(OfficialAccount account, AccountStop stop, TaskReader reader, bool mayLift)
    {
        var say = reader.Language;
        yield return CardParts.Field(
            say.Say("停止", "Stopped"), $"{JapaneseTime.Format(stop.StoppedAt, reader.Now, say)} {stop.StoppedBy}");
        yield return CardParts.Field(say.Say("理由", "Reason"), stop.Reason);
        if (mayLift)
        {
            yield return UpkeepParts.Words(
                UpkeepFields.Reason, say.Say("停止を解除する理由", "Why it may go on"), AccountStop.MaxReason, reader.Typed[UpkeepFields.Reason]);
        }
        else yield return CardParts.Line(say.Say("停止を解除できるのは所属長です。", "The head can lift it."));

        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            mayLift ? Buttons.Execute(say.Say("停止を解除する", "Lift the stop"), UpkeepVerbs.Lift, Data(account, stop)) : null,
            UpkeepParts.OpenClosing(account, say),
            UpkeepParts.OpenAccount(account, say));
    }
}
