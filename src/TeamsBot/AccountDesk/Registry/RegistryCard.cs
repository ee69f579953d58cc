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
        var (accounts, say) = (view.Accounts, view.Language);
        return CardParts.Card(
            [
                CardParts.Title(Counted(accounts.Count, say, "アカウント台帳　", "件", "Accounts: ", "")),
                CardParts.Line(ByMedium(accounts.Select(account => account.Medium))),
                .. AccountParts.Notice(notice),
                .. NameTasks(view.Tasks, most.Tasks, view.Naming, view.NameBasis, say),
                .. accounts.Count == 0
                    ? [CardParts.Remark(say.Say("登録されたアカウントはまだありません。", "No account has been registered yet."))]
                    : new AdaptiveElement[] { CardParts.Heading(say.Say("アカウント", "Accounts")) },
                .. accounts.Take(most.Accounts)
                    .Select(account => Line(account, view.Late.Contains(account.Id), view.Unconsulted.Contains(account.Id), say)),
                .. accounts.Count > most.Accounts && most.Accounts > 0
                    ?
                    [
                        CardParts.Remark(
                            Counted(accounts.Count - most.Accounts, say, "ほか", "件。下の欄から選べます。", "", " more; choose one below.")),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. accounts.Count == 0
                    ? []
                    : new AdaptiveElement[]
                    {
                        AccountParts.Choice(say.Say("開くアカウント", "Account to open"), accounts, most.Choices),
                    },
                .. accounts.Count > most.Choices
                    ? [CardParts.Remark(say.Say(
                        "欄にないアカウントは、「台帳 アカウント名」と送ると開けます。",
                        "Type \"accounts\" and a name to open one that is not among them."))]
                    : Array.Empty<AdaptiveElement>(),
            ],
            say.Say("アカウント台帳", "Accounts"),
            [
                .. accounts.Count == 0
                    ? [] : new AdaptiveAction[] { Buttons.Execute(say.Say("開く", "Open"), AccountVerbs.Open, style: "positive") },
                .. isDesk
                    ?
                    [
                        Buttons.Execute(say.Say("アカウントを登録", "Register an account"), AccountVerbs.Form, takesInputs: false),
                        Buttons.Execute(say.Say("一覧表を取り込む", "Import a list"), AccountVerbs.ImportForm, takesInputs: false),
                    ]
                    : Array.Empty<AdaptiveAction>(),
                Buttons.Execute(say.Say("名前を点検", "Check a name"), AccountVerbs.NameCheck, takesInputs: false),
            ],
            say);
    }

    private static string Counted(
        int count, CardLanguage say, string before, string behind, string englishBefore, string englishBehind) => say.Say(
            string.Create(CultureInfo.InvariantCulture, $"{before}{count}{behind}"),
            string.Create(CultureInfo.InvariantCulture, $"{englishBefore}{count}{englishBehind}"));

    /// <summary>What is to be recorded: one line an account, with the button that opens it.</summary>
    public static IEnumerable<AdaptiveElement> NameTasks(
        IReadOnlyList<OfficialAccount> tasks,
        int most,
        Func<OfficialAccount, IReadOnlyList<NamingFinding>> naming,
        string basis,
        CardLanguage say = CardLanguage.Ja
    )
    {
        if (tasks.Count == 0) yield break;
        yield return CardParts.Heading(Counted(tasks.Count, say, "名前の例外：理由を記録（", "件）", "Names against the rule, reason wanted: ", ""));
        foreach (var line in AccountParts.Basis(basis, say)) yield return line;
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
                        say.Say($"「{ShortText.Shorten(account.Name, 20)}」を開く", $"Open \"{ShortText.Shorten(account.Name, 20)}\""),
                        AccountVerbs.Open,
                        AccountParts.Data(account),
                        takesInputs: false
                    ),
                ],
                Spacing = AdaptiveSpacing.None,
            };
        }

        if (tasks.Count > most) yield return CardParts.Remark(Counted(tasks.Count - most, say, "ほか", "件。", "", " more."));
    }

    private static AdaptiveRichTextBlock Line(OfficialAccount account, bool isLate, bool isUnconsulted, CardLanguage say) => CardParts.Line(
        new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun
        {
            Text = isLate ? say.Say("　要対応", "　overdue") : "", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention,
        },
        new AdaptiveTextRun
        {
            Text = isUnconsulted ? say.Say("　▲協議の記録なし", "　▲ no consultation on record") : "", Color = AdaptiveTextColor.Warning,
            Size = AdaptiveTextSize.Small,
        },
        new AdaptiveTextRun
        {
            Text =
                $"{(account.Name.Contains(account.Section, StringComparison.Ordinal) ? "" : $"　{account.Section}")}"
                    + $"{(account.State == AccountState.Running ? "" : $"　{AccountParts.State(account, say)}")}",
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

    public CardLanguage Language { get; init; } = CardLanguage.Ja;
}
