using System.Globalization;
using System.Net;
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
        PolicyFormat.Html => Encoding.UTF8.GetBytes(Html(paper)),
        PolicyFormat.Xlsx => WorkbookWriter.Write("運用ポリシー", Sheet(paper), 28, 80),
        _ => Encoding.UTF8.GetBytes(Json(paper)),
    };

    public static string NameOf(PolicyPaper paper, PolicyFormat format)
    {
        var name = string.Concat(paper.Account.Name.Where(letter => char.IsLetterOrDigit(letter)));
        var ending = format switch { PolicyFormat.Html => "html", PolicyFormat.Xlsx => "xlsx", _ => "json" };
        return string.Create(CultureInfo.InvariantCulture, $"運用ポリシー_{name}_{paper.Account.Medium}_第{paper.Version.Number}版.{ending}");
    }

    private static string Html(PolicyPaper paper)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Shown(Title)}　{Shown(paper.Account.Name)}</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<style>\n{Style}\n</style>\n")
            .Append(CultureInfo.InvariantCulture, $"</head>\n<body>\n<h1>{Shown(Title)}</h1>\n<table>\n");
        foreach (var row in paper.Rows)
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Shown(row.Label)}</th><td>{Value(row)}</td></tr>\n");
        page.Append(CultureInfo.InvariantCulture, $"</table>\n<p>{Shown(paper.Rule)}</p>\n<p>{Shown(Edition(paper))}</p>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Only an address that is one becomes a link.</summary>
    private static string Value(PolicyRow row) => OfficialAccount.IsAddress(row.Value)
        ? $"<a href=\"{Shown(row.Value)}\">{Shown(row.Value)}</a>" : Shown(row.Value);

    private static string Shown(string text) => WebUtility.HtmlEncode(text);

    private static IEnumerable<IReadOnlyList<string>> Sheet(PolicyPaper paper) =>
        [[Title, Edition(paper)], .. paper.Rows.Select(row => (IReadOnlyList<string>)[row.Label, row.Value]), [paper.Rule, ""]];

    private static string Json(PolicyPaper paper) => new JsonObject
    {
        ["title"] = Title,
        ["account"] = paper.Account.Id,
        ["version"] = paper.Version.Number,
        ["finalisedOn"] = Checks.Dates.JapanTime.DateOf(paper.Version.FinalAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
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
