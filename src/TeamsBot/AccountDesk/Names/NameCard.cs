using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.AccountDesk.Names;

/// <summary>A name and what the organisation's rule says of it, with the field to try another.</summary>
internal static class NameCard
{
    /// <param name="findings">Null while no name was given.</param>
    public static AdaptiveCard For(string name, string? section, IReadOnlyList<NamingFinding>? findings, IReadOnlyList<string> sections, bool hasTerms, string basis) => CardParts.Card(
        [
            CardParts.Title(findings is null ? "アカウント名の点検" : $"アカウント名　{(hasTerms ? Verdict(findings) : "定めなし")}"),
            .. name.Length == 0 ? [] : new CardElement[] { CardParts.Line(new TextRun(name) { Highlight = true }) },
            .. findings is null ? [] : Findings(findings, hasTerms),
            .. AccountParts.Basis(basis),
            new TextInput("アカウント名") { Id = AccountFields.Name, Value = name, MaxLength = RegisteredAccount.MaxName },
            .. sections.Count == 0 ? [] : new CardElement[]
            {
                new ChoiceSetInput("運用する所属（決まっていれば）", [new Choice("未定", ""), .. sections.Select(one => new Choice(one, one))]) { Id = AccountFields.Section, Value = section ?? "", Style = "compact" },
            },
        ],
        "アカウント名の点検",
        [new ExecuteAction("点検する", AccountVerbs.NameCheck) { Style = "positive" }]);

    public static string Verdict(IReadOnlyList<NamingFinding> findings) => findings switch
    {
        [] => "合格",
        _ when AccountNames.IsRefused(findings) => "使えません",
        _ => "理由が必要です",
    };

    private static IEnumerable<CardElement> Findings(IReadOnlyList<NamingFinding> findings, bool hasTerms)
    {
        if (findings.Count == 0) yield return hasTerms ? CardParts.Notice(NoticeKind.Done, "名前の定めに沿っています。") : CardParts.Notice(NoticeKind.Info, "このガイドラインには、アカウント名の定めがありません。");
        foreach (var finding in findings) yield return CardParts.Notice(finding.Severity >= Severity.Block ? NoticeKind.Attention : NoticeKind.Info, finding.Message + finding.Next);
    }
}
