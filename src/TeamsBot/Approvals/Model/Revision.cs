using System.Security.Cryptography;
using System.Text;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Model;

/// <summary>One immutable text of a draft with what the checks found in it.</summary>
internal sealed class Revision
{
    /// <summary>Longest text a draft may have, in UTF-16 units. No medium of the packs takes more.</summary>
    public const int MaxLength = 10_000;

    private Revision()
    {
    }

    public int DraftNumber { get; private set; }
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>
    /// When this text was handed to reviewers; null where it never was. The latest earlier one is what a resubmission is compared with.
    /// </summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The findings as they stood for this text, account and planned time; replaced when one of those changes.</summary>
    public IReadOnlyList<DraftFinding> Findings { get; private set; } = [];

    /// <summary>
    /// What the text states that can be checked, as the registers stood then; for the one who ticks, and for the record of what was ticked
    /// on.
    /// </summary>
    public IReadOnlyList<TextFact> Facts { get; private set; } = [];

    /// <summary>The writer's answers to warnings, by the finding's key.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    /// <summary>The head who let this text pass in spite of blocking findings, and why (rules.md 1.1); null while nobody did.</summary>
    public string? LiftedBy { get; private set; }

    public string? LiftReason { get; private set; }

    internal static Revision Of(int draftNumber, int number, string text, DateTimeOffset now) =>
        new() { DraftNumber = draftNumber, Number = number, Text = text, CreatedAt = now };

    /// <summary>
    /// What an approval is bound to: text, account, planned time and pictures (features.md b7). Line ends count as one form, because a
    /// client changes them on the way; nothing else is forgiven.
    /// </summary>
    public static string HashOf(string text, string? accountId, DateTimeOffset? plannedAt, string pictures = "")
    {
        var planned = plannedAt?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mmZ", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
        var content = $"{Unify(text)}\u001f{accountId}\u001f{planned}{(pictures.Length > 0 ? "\u001f" + pictures : "")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>SHA-256 of exactly this text, without account and time [asaka-2-3b].</summary>
    public static string TextHashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// One form of line end, no blank lines around, no blanks at the end. The first line keeps its indent: it belongs to the post.
    /// </summary>
    public static string Unify(string text)
    {
        var unified = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd();
        var begin = unified.AsSpan().TrimStart();
        return begin.IsEmpty ? "" : unified[(unified.LastIndexOf('\n', unified.Length - begin.Length) + 1)..];
    }

    internal void Checked(IReadOnlyList<DraftFinding> findings, IReadOnlyList<TextFact> facts)
    {
        (Findings, Facts) = (findings, facts);
        Answers = Answers.Where(answer => findings.Any(finding => finding.Key == answer.Key)).ToDictionary();
    }

    /// <summary>
    /// Takes answers to findings of this text; others, which only a card edited by hand has, are left out. True where something changed.
    /// </summary>
    internal bool Answered(IReadOnlyDictionary<string, string> answers)
    {
        var news = answers
            .Where(answer =>
                Findings.Any(finding => finding.Key == answer.Key) && Answers.GetValueOrDefault(answer.Key, "") != answer.Value
            )
            .ToList();
        if (news.Count > 0)
            Answers = Answers.Concat(news).GroupBy(answer => answer.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        return news.Count > 0;
    }

    internal void Submitted(DateTimeOffset now) => SubmittedAt = now;

    internal void Lifted(string by, string reason) => (LiftedBy, LiftReason) = (by, reason);

    internal void Unlift() => (LiftedBy, LiftReason) = (null, null);
}
