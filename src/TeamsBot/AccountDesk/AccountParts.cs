using System.Text.Json.Nodes;
using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk;

/// <summary>What the cards of the register have in common.</summary>
internal static class AccountParts
{
    private const int MaxChoices = 60;

    public static Reply NotFound => NotFoundIn(CardLanguage.Ja);

    public static Reply NotFoundIn(CardLanguage language) => Reply.Say(language.Say(
        "このアカウントは台帳にありません。「アカウント台帳」から開き直してください。", "This account is not in the register. Type \"accounts\" to open it."));

    /// <param name="chosen">The account the card is about; empty while none is chosen.</param>
    public static AdaptiveChoiceSetInput Choice(IEnumerable<OfficialAccount> accounts, string chosen) =>
        Choice(
            "アカウント",
            accounts.Where(account => account.State != AccountState.Closed).OrderByDescending(account => account.Id == chosen),
            MaxChoices,
            chosen.Length > 0 ? chosen : null
        );

    /// <summary>Accounts to choose from; with more of them than a card can hold, the others are opened by typing their name.</summary>
    public static AdaptiveChoiceSetInput Choice(string label, IEnumerable<OfficialAccount> accounts, int most, string? chosen = null) =>
        CardParts.Choice(
            AccountFields.Account,
            label,
            accounts.Take(most).Select(account => (AccountRegister.Display(account), account.Id)),
            chosen
        );

    public static JsonObject Data(OfficialAccount account) => new() { [AccountFields.Account] = account.Id };

    /// <summary>A line that says on which clause something rests; nothing where no clause is known.</summary>
    public static IEnumerable<AdaptiveElement> Basis(string clauses, CardLanguage language = CardLanguage.Ja) =>
        clauses.Length == 0
            ? []
            :
            [
                CardParts.Line(
                    new AdaptiveTextRun
                    {
                        Text = language.Say($"根拠：{clauses}", $"Clause: {clauses}"),
                        IsSubtle = true,
                        Size = AdaptiveTextSize.Small,
                    }
                ),
            ];

    public static IEnumerable<AdaptiveElement> Notice(AdaptiveContainer? notice) => notice is null ? [] : [notice];

    public static AdaptiveContainer? Problem(string? text) => text is null ? null : CardParts.Notice(NoticeKind.Attention, text);

    public static AdaptiveExecuteAction ListButton => List(CardLanguage.Ja);

    public static AdaptiveExecuteAction List(CardLanguage language) =>
        Buttons.Execute(language.Say("アカウント台帳", "Accounts"), AccountVerbs.List, takesInputs: false);

    public static string State(OfficialAccount account, CardLanguage language) =>
        language.Say(account.StateInJapanese, OfficialAccount.InEnglish(account.State));
}
