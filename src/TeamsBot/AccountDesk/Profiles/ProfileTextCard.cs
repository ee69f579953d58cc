using System.Globalization;
using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Profiles;

/// <summary>A profile text that was written for an account, with its length, what was shortened, and the fields it was made from.</summary>
internal static class ProfileTextCard
{
    public static AdaptiveCard Choose(IEnumerable<OfficialAccount> accounts, string? problem) => CardParts.Card(
        [CardParts.Title("プロフィール作成"), .. AccountParts.Notice(AccountParts.Problem(problem)), AccountParts.Choice(accounts, "")],
        "プロフィール作成",
        [Buttons.Execute("文章を作る", AccountVerbs.ProfileWrite, style: "positive")]);

    /// <param name="limit">The most the medium takes; null where it is not known.</param>
    public static AdaptiveCard For(
        OfficialAccount account,
        ProfileFacts facts,
        ProfileText written,
        NumberSetting? limit,
        string basis,
        AdaptiveContainer? notice
    ) =>
        CardParts.Card(
            [
                CardParts.Title("プロフィール作成"),
                CardParts.Field("アカウント", AccountRegister.Display(account)),
                .. AccountParts.Notice(notice),
                .. Remarks(facts, written).Select(remark => CardParts.Notice(NoticeKind.Info, remark)),
                new AdaptiveTextInput
                {
                    Label = $"プロフィールの文章　{Length(written, limit)}",
                    Id = AccountFields.Text,
                    Value = written.Text,
                    IsMultiline = true,
                    MaxLength = ProfileTurns.MaxText,
                },
                .. AccountParts.Basis(basis),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Buttons.Execute("コピー用に受け取る", AccountVerbs.ProfileHandOut, AccountParts.Data(account), style: "positive"),
                        Buttons.Execute("点検する", AccountVerbs.ProfileCheck, AccountParts.Data(account)),
                    ],
                },
                CardParts.Heading("文章のもと（台帳に登録します）"),
                new AdaptiveTextInput
                {
                    Label = "目的（一文で）",
                    Id = AccountFields.Purpose,
                    Value = facts.Purpose,
                    MaxLength = RegisteredAccount.MaxText,
                },
                new AdaptiveTextInput
                {
                    Label = "運用方針のURL",
                    Id = AccountFields.PolicyUrl,
                    Value = facts.PolicyUrl,
                    Style = AdaptiveTextInputStyle.Url,
                    MaxLength = RegisteredAccount.MaxUrl,
                    Placeholder = "https://",
                },
            ],
            "プロフィールの文章",
            [Buttons.Execute("この内容で作り直す", AccountVerbs.ProfileWrite, AccountParts.Data(account))]
        );

    private static string Length(ProfileText written, NumberSetting? limit) => limit is null
        ? string.Create(CultureInfo.InvariantCulture, $"{written.Text.Length}字")
        : string.Create(CultureInfo.InvariantCulture, $"{written.Text.Length}字／上限{limit.Show("字")}");

    private static IEnumerable<string> Remarks(ProfileFacts facts, ProfileText written)
    {
        if (facts.Purpose.Length == 0) yield return "目的が登録されていません。下の欄に入力すると文章に入ります。";
        if (facts.PolicyUrl is null) yield return "運用方針のURLが登録されていません。下の欄に入力すると文章に入ります。";
        if (!written.Fits) yield return "所属名だけで上限を超えています。名前は省かずに示しています。媒体に入る書き方を、所属で決めてください。";
        if (facts.PolicyUrl is { } url && written.Link is { } link && !link.EndsWith(url, StringComparison.Ordinal))
            yield return "上限に収めるため、リンクを短く書いています。名前は省いていません。";
        if (facts.PolicyUrl is not null && written.Link is null) yield return "上限に収めるため、リンクを入れていません。媒体のリンク欄に、運用方針のURLを登録してください。";
        if (!written.IsPurposeWhole && facts.Purpose.Length > 0) yield return "上限に収めるため、目的を途中で省いています。短い文に直せます。";
    }
}
