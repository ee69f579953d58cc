using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Upkeep;

/// <summary>What the cards of this feature have in common.</summary>
internal static class UpkeepParts
{
    public static AdaptiveExecuteAction OpenAccount(OfficialAccount account, CardLanguage say) => Buttons.Execute(
        say.Say("アカウントを見る", "See the account"), AccountDoors.Open, UpkeepTurns.Data(account), takesInputs: false);

    public static AdaptiveExecuteAction OpenClosing(OfficialAccount account, CardLanguage say) => Buttons.Execute(
        say.Say("廃止の手続きを開く", "Open the closing"), UpkeepVerbs.Closing, UpkeepTurns.Data(account), takesInputs: false);

    public static AdaptiveTextInput Words(string id, string label, int most, string typed) => new()
    {
        Id = id, Label = label, MaxLength = most, IsMultiline = true, Value = typed.Length > 0 ? typed : null,
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
