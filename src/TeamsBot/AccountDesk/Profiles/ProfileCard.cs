using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Profiles;

/// <summary>
/// The form and the result of a profile check. The result carries the text back in a field, so that it is mended and checked again in one
/// place.
/// </summary>
internal static class ProfileCard
{
    /// <summary>The value of the button that adds every missing sentence for which there is no choice to make.</summary>
    public const string AddMissing = "missing";

    public static AdaptiveCard Form(IEnumerable<OfficialAccount> accounts, ProfileInput input, string? problem) => CardParts.Card(
        [
            CardParts.Title("プロフィール点検"),
            .. AccountParts.Notice(AccountParts.Problem(problem)),
            AccountParts.Choice(accounts, input.AccountId),
            TextField(input.Text),
        ],
        "プロフィール点検",
        [Buttons.Execute("点検する", AccountVerbs.ProfileCheck, style: "positive")]);

    /// <param name="nothingDemanded">The guideline says nothing about profiles.</param>
    /// <param name="basis">The clauses of a finding as readers know them.</param>
    /// <param name="mayChange">The person may store what the card offers to store.</param>
    public static AdaptiveCard Result(
        OfficialAccount account,
        ProfileInput input,
        IReadOnlyList<ProfileFinding> findings,
        bool nothingDemanded,
        Func<ProfileFinding, string> basis,
        AdaptiveContainer? notice,
        bool mayChange
    ) =>
        CardParts.Card(
            [
                CardParts.Title(
                    findings.Count == 0
                        ? "プロフィール　合格"
                        : string.Create(CultureInfo.InvariantCulture, $"プロフィール　直すところ{findings.Count}件")
                ),
                CardParts.Field("アカウント", AccountRegister.Display(account)),
                .. AccountParts.Notice(notice),
                .. findings.Count > 0
                    ? []
                    : new AdaptiveElement[]
                    {
                        CardParts.Notice(
                            NoticeKind.Done,
                            nothingDemanded
                                ? "このガイドラインには、プロフィールに書くことの定めがありません。"
                                : "書くべきことが、すべて入っています。"
                        ),
                    },
                .. findings.SelectMany(finding => Finding(finding, basis(finding))),
                .. Mode(account, mayChange),
                TextField(input.Text),
                .. mayChange && AsksPolicy(account, findings) ? [PolicyField(input.PolicyUrl)] : Array.Empty<AdaptiveElement>(),
            ],
            "プロフィール点検の結果",
            [.. Actions(account, findings, mayChange)]
        );

    public static AdaptiveTextInput PolicyField(string value) => new()
    {
        Label = "運用方針のURL（台帳に登録します）", Id = AccountFields.PolicyUrl, Value = value, Style = AdaptiveTextInputStyle.Url,
        MaxLength = RegisteredAccount.MaxUrl, Placeholder = "https://",
    };

    private static AdaptiveTextInput TextField(string text) => new()
    {
        Label = "プロフィールの文章", Id = AccountFields.Text, Value = text, IsMultiline = true, MaxLength = ProfileTurns.MaxText,
    };

    private static bool AsksPolicy(OfficialAccount account, IEnumerable<ProfileFinding> findings) =>
        account.PolicyUrl is null && findings.Any(finding => finding.Must == ProfileMust.PolicyLink);

    private static IEnumerable<AdaptiveElement> Finding(ProfileFinding finding, string basis)
    {
        yield return CardParts.Heading(finding.Must is { } must ? NamingRule.InJapanese(must) : "文字数");
        yield return CardParts.Line(finding.Message);
        foreach (var offer in finding.Offers)
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = "→ ", Color = AdaptiveTextColor.Good },
                new AdaptiveTextRun { Text = offer.Text, Color = AdaptiveTextColor.Good }
            );
        foreach (var line in AccountParts.Basis(basis)) yield return line;
    }

    private static IEnumerable<AdaptiveElement> Mode(OfficialAccount account, bool mayChange)
    {
        if (account.ReplyMode is { } mode) yield return CardParts.Field("台帳の登録", OfficialAccount.InJapanese(mode));
        if (!mayChange) yield return CardParts.Remark($"点検だけできます。台帳に登録できるのは、{account.Section}の担当者と広報担当です。");
    }

    private static IEnumerable<AdaptiveAction> Actions(OfficialAccount account, IReadOnlyList<ProfileFinding> findings, bool mayChange)
    {
        if (findings.Any(finding => finding.Offers is [{ Mode: null }])) yield return Button("足りない文を加える", AddMissing, "positive");
        if (mayChange && findings.Any(finding => finding.Must == ProfileMust.ReplyMode))
        {
            yield return Button("発信専用にする", nameof(ReplyMode.Inform), null);
            yield return Button("交流の場にする", nameof(ReplyMode.Community), null);
        }

        yield return Button("もう一度点検する", "", null);
        yield return Buttons.Execute("文章を作る", AccountVerbs.ProfileWrite, AccountParts.Data(account), takesInputs: false);

        AdaptiveExecuteAction Button(string title, string add, string? style)
        {
            var data = new JsonObject { [AccountFields.Account] = account.Id, [AccountFields.Add] = add };
            return Buttons.Execute(title, AccountVerbs.ProfileCheck, data, style: style);
        }
    }
}
