using System.Globalization;
using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// The register at a glance: counted by medium, what is still to be recorded first, then the accounts, one of which can be opened.
/// </summary>
internal static class RegistryCard
{
    /// <summary>How much is drawn, fullest first; the first that fits the limit of a card is shown (protocol.md 3.10).</summary>
    private static readonly Detail[] Details = [new(40, 6, 100), new(25, 4, 100), new(12, 3, 60), new(0, 2, 40)];

    public static AdaptiveCard For(RegistryView view, bool isDesk, AdaptiveContainer? notice)
    {
        var ordered = view with { Accounts = [.. view.Accounts.OrderByDescending(account => view.Late.Contains(account.Id))
            .ThenByDescending(account => view.Unconsulted.Contains(account.Id))] };
        var cards = Details.Select(detail => Of(ordered, detail, isDesk, notice));
        return cards.FirstOrDefault(CardSize.Fits) ?? cards.Last();
    }

    /// <summary>For example <c>Facebook 5　X 9</c>.</summary>
    public static string ByMedium(IEnumerable<Medium> media) =>
        string.Join(
            "　",
            media
                .CountBy(medium => medium)
                .OrderBy(medium => medium.Key)
                .Select(medium => string.Create(CultureInfo.InvariantCulture, $"{medium.Key.Display()} {medium.Value}"))
        );

    private static AdaptiveCard Of(RegistryView view, Detail most, bool isDesk, AdaptiveContainer? notice)
    {
        var accounts = view.Accounts;
        return CardParts.Card(
            [
                CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"アカウント台帳　{accounts.Count}件")),
                CardParts.Line(ByMedium(accounts.Select(account => account.Medium))),
                .. AccountParts.Notice(notice),
                .. NameTasks(view.Tasks, most.Tasks, view.Naming, view.NameBasis),
                .. accounts.Count == 0
                    ? [CardParts.Remark("登録されたアカウントはまだありません。")]
                    : new AdaptiveElement[] { CardParts.Heading("アカウント") },
                .. accounts.Take(most.Accounts)
                    .Select(account => Line(account, view.Late.Contains(account.Id), view.Unconsulted.Contains(account.Id))),
                .. accounts.Count > most.Accounts && most.Accounts > 0
                    ?
                    [
                        CardParts.Remark(
                            string.Create(CultureInfo.InvariantCulture, $"ほか{accounts.Count - most.Accounts}件。下の欄から選べます。")
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. accounts.Count == 0 ? [] : new AdaptiveElement[] { AccountParts.Choice("開くアカウント", accounts, most.Choices) },
                .. accounts.Count > most.Choices
                    ? [CardParts.Remark("欄にないアカウントは、「台帳 アカウント名」と送ると開けます。")]
                    : Array.Empty<AdaptiveElement>(),
            ],
            "アカウント台帳",
            [
                .. accounts.Count == 0 ? [] : new AdaptiveAction[] { Buttons.Execute("開く", AccountVerbs.Open, style: "positive") },
                .. isDesk
                    ?
                    [
                        Buttons.Execute("アカウントを登録", AccountVerbs.Form, takesInputs: false),
                        Buttons.Execute("一覧表を取り込む", AccountVerbs.ImportForm, takesInputs: false),
                    ]
                    : Array.Empty<AdaptiveAction>(),
                Buttons.Execute("名前を点検", AccountVerbs.NameCheck, takesInputs: false),
            ]
        );
    }

    /// <summary>What is to be recorded: one line an account, with the button that opens it.</summary>
    public static IEnumerable<AdaptiveElement> NameTasks(
        IReadOnlyList<OfficialAccount> tasks,
        int most,
        Func<OfficialAccount, IReadOnlyList<NamingFinding>> naming,
        string basis
    )
    {
        if (tasks.Count == 0) yield break;
        yield return CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"名前の例外：理由を記録（{tasks.Count}件）"));
        foreach (var line in AccountParts.Basis(basis)) yield return line;
        foreach (var account in tasks.Take(most))
        {
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{AccountRegister.Display(account)}　", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun { Text = $"{account.Section}　{naming(account)[0].Message}", Size = AdaptiveTextSize.Small }
            );
            yield return new AdaptiveActionSet
            {
                Actions =
                [
                    Buttons.Execute(
                        $"「{ShortText.Shorten(account.Name, 20)}」を開く",
                        AccountVerbs.Open,
                        AccountParts.Data(account),
                        takesInputs: false
                    ),
                ],
                Spacing = AdaptiveSpacing.None,
            };
        }

        if (tasks.Count > most) yield return CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{tasks.Count - most}件。"));
    }

    private static AdaptiveRichTextBlock Line(OfficialAccount account, bool isLate, bool isUnconsulted) => CardParts.Line(
        new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun { Text = isLate ? "　要対応" : "", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention },
        new AdaptiveTextRun { Text = isUnconsulted ? "　▲協議の記録なし" : "", Color = AdaptiveTextColor.Warning, Size = AdaptiveTextSize.Small },
        new AdaptiveTextRun
        {
            Text =
                $"{(account.Name.Contains(account.Section, StringComparison.Ordinal) ? "" : $"　{account.Section}")}"
                    + $"{(account.State == AccountState.Running ? "" : $"　{account.StateInJapanese}")}",
            Size = AdaptiveTextSize.Small,
        });

    /// <summary>How many of each are drawn.</summary>
    private sealed record Detail(int Accounts, int Tasks, int Choices);
}

/// <param name="Late">Ids of accounts about which something should have been done by now.</param>
/// <param name="Tasks">Accounts whose name needs a recorded reason.</param>
/// <param name="NameBasis">The rule for names as people cite it; may be empty.</param>
internal sealed record RegistryView(
    IReadOnlyList<OfficialAccount> Accounts,
    IReadOnlySet<string> Late,
    IReadOnlyList<OfficialAccount> Tasks,
    Func<OfficialAccount, IReadOnlyList<NamingFinding>> Naming,
    string NameBasis
)
{
    /// <summary>Ids of accounts that run without a record of the consultation that the guideline wants (asaka-4-n2).</summary>
    public IReadOnlySet<string> Unconsulted { get; init; } = new HashSet<string>();
}
