using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.Tables;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>What has to be changed in the own site's list.</summary>
internal sealed record ListDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0;
}

/// <summary>The list of the accounts in use, each once, for the own site (ward-5-5-1, yamaguchi-4-1-5a).</summary>
internal static class PublicList
{
    private static readonly string[] Heading = ["媒体", "アカウント名", "ID", "URL", "担当", "運用ポリシー"];

    private const string Style = """
        body{font-family:sans-serif;line-height:1.6;margin:1.5em}
        table{border-collapse:collapse}
        th,td{border:1px solid #333;padding:.4em;text-align:left;overflow-wrap:anywhere}
        """;

    /// <summary>In use, also while its end is being prepared: it leaves the list once it is deleted (tochigi-8-1).</summary>
    public static bool IsListed(AccountState? state) => state is AccountState.Running or AccountState.Closing;

    /// <summary>In the order of the media, then as the register has them.</summary>
    public static IReadOnlyList<OfficialAccount> Open(IEnumerable<OfficialAccount> accounts) =>
    [
        .. accounts.Where(account => IsListed(account.State))
            .DistinctBy(account => account.Id, StringComparer.OrdinalIgnoreCase).OrderBy(account => account.Medium),
    ];

    /// <summary>A line an account, by its id; a changed line is a changed entry of the list.</summary>
    public static IReadOnlyDictionary<string, string> Lines(IEnumerable<OfficialAccount> accounts) =>
        Open(accounts).ToDictionary(account => account.Id, LineOf, StringComparer.Ordinal);

    public static string LineOf(OfficialAccount account) =>
        $"{AccountRegister.Display(account)}{(account.Url is { } url ? $"　{url}" : "")}";

    public static ListDifference Difference(IReadOnlyDictionary<string, string> published, IReadOnlyDictionary<string, string> now) => new(
        [.. now.Where(line => published.GetValueOrDefault(line.Key) != line.Value).Select(line => line.Value)],
        [.. published.Where(line => now.GetValueOrDefault(line.Key) != line.Value).Select(line => line.Value)]);

    public static byte[] Csv(IEnumerable<OfficialAccount> accounts) => CsvText.Write([Heading, .. Open(accounts).Select(Cells)]);

    public static byte[] Html(IEnumerable<OfficialAccount> accounts, string organisation)
    {
        var title = $"{organisation}の公式アカウント";
        var page = HtmlPage.Begin(title, title, Style)
            .Append("<table>\n<tr>").AppendJoin("", Heading.Select(name => $"<th scope=\"col\">{name}</th>")).Append("</tr>\n");
        foreach (var account in Open(accounts))
            page.Append("<tr>").AppendJoin("", Cells(account).Select(cell => $"<td>{HtmlPage.Linked(cell)}</td>")).Append("</tr>\n");
        return HtmlPage.End(page.Append("</table>\n"));
    }

    private static string[] Cells(OfficialAccount account) =>
        [account.Medium.Display(), account.Name, account.Handle ?? "", account.Url ?? "", account.Section, account.PolicyUrl ?? ""];
}
