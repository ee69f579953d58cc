using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Names;

/// <summary>A name and what the organisation's rule says of it, with the field to try another.</summary>
internal static class NameCard
{
    /// <param name="findings">Null while no name was given.</param>
    public static AdaptiveCard For(
        string name,
        string? section,
        IReadOnlyList<NamingFinding>? findings,
        IReadOnlyList<string> sections,
        bool hasTerms,
        string basis
    ) =>
        CardParts.Card(
            [
                CardParts.Title(findings is null ? "アカウント名の点検" : $"アカウント名　{(hasTerms ? Verdict(findings) : "定めなし")}"),
                .. name.Length == 0 ? [] : new AdaptiveElement[] { CardParts.Line(new AdaptiveTextRun { Text = name, Highlight = true }) },
                .. findings is null ? [] : Findings(findings, hasTerms),
                .. AccountParts.Basis(basis),
                new AdaptiveTextInput
                {
                    Label = "アカウント名",
                    Id = AccountFields.Name,
                    Value = name,
                    MaxLength = RegisteredAccount.MaxName,
                },
                .. sections.Count == 0
                    ? []
                    : new AdaptiveElement[]
                    {
                        new AdaptiveChoiceSetInput
                        {
                            Label = "運用する所属（決まっていれば）",
                            Choices =
                            [
                                new AdaptiveChoice { Title = "未定", Value = "" },
                                .. sections.Select(one => new AdaptiveChoice { Title = one, Value = one }),
                            ],
                            Wrap = true,
                            Id = AccountFields.Section,
                            Value = section ?? "",
                            Style = AdaptiveChoiceInputStyle.Compact,
                        },
                    },
            ],
            "アカウント名の点検",
            [Buttons.Execute("点検する", AccountVerbs.NameCheck, style: "positive")]
        );

    public static string Verdict(IReadOnlyList<NamingFinding> findings) => findings switch
    {
        [] => "合格",
        _ when AccountNames.IsRefused(findings) => "使えません",
        _ => "理由が必要です",
    };

    private static IEnumerable<AdaptiveElement> Findings(IReadOnlyList<NamingFinding> findings, bool hasTerms)
    {
        if (findings.Count == 0)
            yield return hasTerms
                ? CardParts.Notice(NoticeKind.Done, "名前の定めに沿っています。")
                : CardParts.Notice(NoticeKind.Info, "このガイドラインには、アカウント名の定めがありません。");
        foreach (var finding in findings)
            yield return CardParts.Notice(
                finding.Severity >= Severity.Block ? NoticeKind.Attention : NoticeKind.Info,
                finding.Message + finding.Next
            );
    }
}
