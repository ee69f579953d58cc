using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What the cards of this feature have in common.</summary>
internal static class UpkeepParts
{
    public static AdaptiveExecuteAction OpenAccount(OfficialAccount account, CardLanguage say) => Buttons.Execute(
        say.Say("アカウントを見る", "See the account"), AccountDoors.Open, Data(account), takesInputs: false);

    public static AdaptiveExecuteAction OpenClosing(OfficialAccount account, CardLanguage say, string style = "default") => Buttons.Execute(
        say.Say("廃止の手続きを開く", "Open the closing"), UpkeepVerbs.Closing, Data(account), style: style, takesInputs: false);

    /// <summary>What a button carries that opens something of the account.</summary>
    public static JsonObject Data(OfficialAccount account) => new() { [UpkeepFields.Account] = account.Id };

    /// <param name="stamp">Of what the card shows: a press on an older card is told from it.</param>
    public static JsonObject Data(OfficialAccount account, int stamp) => new()
    {
        [UpkeepFields.Account] = account.Id, [UpkeepFields.Stamp] = stamp.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A field to write in, with what was typed in it, and marked where a press lacked it.</summary>
    public static AdaptiveTextInput Words(string id, string label, int most, TaskReader reader) => new()
    {
        Id = id,
        Label = TaskParts.Label(id, label, isChoice: false, reader),
        MaxLength = most,
        IsMultiline = true,
        Value = reader.Typed[id] is { Length: > 0 } typed ? typed : null,
    };

    /// <param name="otherwise">What stands in it where nothing was chosen.</param>
    public static AdaptiveDateInput Day(string id, string label, TaskReader reader, DateOnly? otherwise = null) => new()
    {
        Id = id,
        Label = TaskParts.Label(id, label, isChoice: true, reader),
        Value = reader.Typed[id] is { Length: > 0 } typed ? typed : otherwise is null ? null : TypedDay.Write(otherwise),
    };

    /// <summary>On which clauses it rests; nothing where the organisation's guideline is silent.</summary>
    public static IEnumerable<AdaptiveElement> Basis(string clauses, CardLanguage say)
    {
        if (clauses.Length == 0) yield break;
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = say.Say($"根拠：{clauses}", $"Basis: {clauses}"), IsSubtle = true, Size = AdaptiveTextSize.Small,
        });
    }
}
