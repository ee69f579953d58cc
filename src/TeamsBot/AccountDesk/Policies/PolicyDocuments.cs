using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.Tables;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>In which form a policy is handed out.</summary>
internal enum PolicyFormat
{
    /// <summary>A page for the own site, which prints on one sheet.</summary>
    Html,

    /// <summary>The form as a sheet of a workbook.</summary>
    Xlsx,

    /// <summary>The same rows for another program.</summary>
    Json,
}

/// <summary>What a version of a policy looks like as a file.</summary>
/// <param name="Rows">The printed rows in their order.</param>
/// <param name="Rule">The line under the form: which rule it obeys.</param>
internal sealed record PolicyPaper(OfficialAccount Account, PolicyVersion Version, IReadOnlyList<PolicyRow> Rows, string Rule);

/// <summary>Writes a policy as a file. The same version gives the same content each time.</summary>
internal static class PolicyDocuments
{
    private const string Title = "ソーシャルメディア運用ポリシー";

    private const string Style = """
        body{font-family:sans-serif;line-height:1.6;margin:1.5em;max-width:48em}
        table{border-collapse:collapse;width:100%}
        th,td{border:1px solid #333;padding:.5em;text-align:left;vertical-align:top}
        th{width:30%;background:#f2f2f2}td{white-space:pre-line;overflow-wrap:anywhere}
        @media print{body{margin:0;max-width:none}th{background:none}}
        """;

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(PolicyPaper paper, PolicyFormat format) => format switch
    {
        PolicyFormat.Html => Html(paper),
        PolicyFormat.Xlsx => WorkbookWriter.Write("運用ポリシー", Sheet(paper), 28, 80),
        _ => Encoding.UTF8.GetBytes(Json(paper)),
    };

    public static string NameOf(PolicyPaper paper, PolicyFormat format)
    {
        var name = string.Concat(paper.Account.Name.Where(letter => char.IsLetterOrDigit(letter)));
        var ending = format switch { PolicyFormat.Html => "html", PolicyFormat.Xlsx => "xlsx", _ => "json" };
        return string.Create(CultureInfo.InvariantCulture, $"運用ポリシー_{name}_{paper.Account.Medium}_第{paper.Version.Number}版.{ending}");
    }

    private static byte[] Html(PolicyPaper paper)
    {
        var page = HtmlPage.Begin($"{Title}　{paper.Account.Name}", Title, Style).Append("<table>\n");
        foreach (var row in paper.Rows)
            page.Append("<tr><th scope=\"row\">").Append(HtmlPage.Shown(row.Label)).Append("</th><td>").Append(HtmlPage.Linked(row.Value))
                .Append("</td></tr>\n");
        page.Append("</table>\n<p>").Append(HtmlPage.Shown(paper.Rule)).Append("</p>\n<p>").Append(HtmlPage.Shown(Edition(paper)))
            .Append("</p>\n");
        return HtmlPage.End(page);
    }

    private static IEnumerable<IReadOnlyList<string>> Sheet(PolicyPaper paper) =>
        [[Title, Edition(paper)], .. paper.Rows.Select(row => (IReadOnlyList<string>)[row.Label, row.Value]), [paper.Rule, ""]];

    private static string Json(PolicyPaper paper) => new JsonObject
    {
        ["title"] = Title,
        ["account"] = paper.Account.Id,
        ["version"] = paper.Version.Number,
        ["finalisedOn"] = Cards.TypedDay.Write(Checks.Dates.JapanTime.DateOf(paper.Version.FinalAt)),
        ["rows"] = new JsonArray([
            .. paper.Rows.Select(row => (JsonNode)new JsonObject { ["label"] = row.Label, ["value"] = row.Value }),
        ]),
        ["fields"] = new JsonObject(paper.Version.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))),
        ["ticks"] = new JsonArray([.. paper.Version.Ticks.Select(tick => (JsonNode)tick)]),
    }.ToJsonString(Readable);

    private static string Edition(PolicyPaper paper)
    {
        var day = Checks.Dates.JapanTime.DateOf(paper.Version.FinalAt);
        return string.Create(CultureInfo.InvariantCulture, $"第{paper.Version.Number}版（{day.Year}年{day.Month}月{day.Day}日）");
    }
}
