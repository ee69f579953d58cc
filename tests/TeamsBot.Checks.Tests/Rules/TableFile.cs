using System.Reflection;
using System.Text;
using TeamsBot.Checks.Context;

namespace TeamsBot.Checks.Tests.Rules;

/// <summary>
/// A table of sentences for one kind of content, as a person reads it: <c>+</c> lines must be found, at the words in [ ]; <c>-</c> lines
/// are what public bodies write every day with the same words and must be left alone by every rule for content, not only by the one under
/// test.
/// </summary>
internal sealed record TableLine(bool Hit, string Text, IReadOnlyList<Span> Marked)
{
    public static readonly CheckContext Context = new()
    {
        Now = Drafts.Now,
        PlannedAt = Drafts.Now,
        Medium = Medium.Facebook,
        Organisation = new OrganisationProfile
        {
            Name = "朝霞市",
            Domains = ["city.asaka.lg.jp"],
            OfficialNames = ["朝霞市役所", "わくわくどーむ", "障害福祉課", "朝霞の森", "危機管理室"],
            Phones = new Dictionary<string, string>(StringComparer.Ordinal) { ["朝霞市役所"] = "048-463-1111", ["移動図書館"] = "080-0000-1234" },
            Emails = ["koho@city.asaka.lg.jp"],
        },
    };

    /// <summary>Categories of content; form (dates, phones, links) has tests of its own.</summary>
    private static readonly HashSet<string> Content = new(
        [
            "rumour",
            "discrimination",
            "disrespect",
            "illegal",
            "security",
            "confidential",
            "personal_info",
            "unofficial",
            "flaming_topic",
            "obscene",
            "public_order",
            "placeholder",
            "wording",
        ],
        StringComparer.Ordinal
    );

    public static TheoryData<string> Lines(string table, char kind)
    {
        var lines = new TheoryData<string>();
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"tables/{table}.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 2 && line[0] == kind) lines.Add(line[2..]);
        }

        return lines;
    }

    public static TableLine Parse(string line)
    {
        var text = new StringBuilder();
        var marked = new List<Span>();
        var open = -1;
        foreach (var c in line)
        {
            if (c == '[') open = text.Length;
            else if (c == ']') marked.Add(new Span(open, text.Length));
            else text.Append(c);
        }

        return new TableLine(marked.Count > 0, text.ToString(), marked);
    }

    /// <summary>What the writer must act on.</summary>
    public IReadOnlyList<Finding> Findings(CheckContext? context = null) =>
        [
            .. ContentChecker
                .Check(Text, context ?? Context)
                .Where(finding => finding.Severity >= Severity.Warn && Content.Contains(finding.Category.Id)),
        ];

    public string Said(IEnumerable<Finding> findings) =>
        string.Join(
            "; ",
            findings.Select(finding => $"{finding.RuleId}「{(finding.Span is { } span ? Text[span.Start..span.End] : "(all)")}」")
        );
}
