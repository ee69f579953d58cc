using System.Globalization;
using TeamsBot.Checks;
using TeamsBot.Checks.Ranges;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// Decides whether a draft may take the short route: the range is approved for its account today, nothing in the draft wipes a standing
/// approval (rules.md 1.1, 1.4), and it shows what the range asks for. Any doubt means the full route. Pure: everything it knows is given.
/// </summary>
internal static class StandingJudge
{
    /// <param name="grant">The row of account and range, or null.</param>
    /// <param name="hasSecondPerson">The route has a second member of staff; without one there is no short route [asaka-6-2].</param>
    public static StandingUse Of(
        Draft draft,
        StandingClaim claim,
        StandingRange range,
        StandingGrant? grant,
        Pack pack,
        ClassPosting posting,
        bool hasSecondPerson,
        DateOnly today
    )
    {
        var active = grant?.IsActive(today) == true;
        List<string> doubts =
        [
            .. active ? [] : new[] { grant is null || grant.EndedAt is not null ? "この投稿先では、この範囲は事前承認されていません" : "事前承認の期限が過ぎています" },
            .. hasSecondPerson ? [] : new[] { "確認する二人目の職員がいません" },
            .. Wiped(draft, pack, posting),
            .. Shortfall(draft, claim, range, grant, pack, today),
        ];
        return new StandingUse(
            range.Id,
            range.Name.Ja,
            active ? grant!.GrantedBy : "",
            active ? grant!.ExpiresOn : null,
            Proof(claim, range),
            doubts.Count == 0 ? null : string.Join("。", doubts) + "。"
        );
    }

    /// <summary>What takes a draft out of every standing approval, whatever its range.</summary>
    private static IEnumerable<string> Wiped(Draft draft, Pack pack, ClassPosting posting)
    {
        var findings = draft.Current.Findings;
        if (draft.Events.Any(happened => happened.Kind == DraftEventKind.Lifted)) yield return "例外として認められた下書きです";
        if (findings.Any(finding => finding.Severity >= Severity.Block)) yield return "「要修正」の項目があります";
        if (findings.FirstOrDefault(finding => finding is { RuleId: "flaming-theme", Severity: >= Severity.Warn }) is { } theme)
            yield return theme.Quote.Length > 0 ? $"「{theme.Quote}」は、炎上しやすい話題（さしすせそ）です" : "炎上しやすい話題（さしすせそ）です";
        if (posting is not (ClassPosting.Allowed or ClassPosting.AfterRelease)) yield return "選んだ区分の情報は、所属長が判断します";
        if (pack.Approval?.OfficialView is { } view && OfficialView(draft, view) is { } words) yield return $"「{words}」は、組織の見解を示す言い方です";
    }

    private static string? OfficialView(Draft draft, OfficialView view) =>
        draft.Current.Findings.FirstOrDefault(finding => finding.RuleId == "official-view")?.Quote
        ?? view.Words.FirstOrDefault(word => draft.Current.Text.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<string> Shortfall(
        Draft draft,
        StandingClaim claim,
        StandingRange range,
        StandingGrant? grant,
        Pack pack,
        DateOnly today
    ) =>
        range.Proof switch
        {
            RangeProof.Published => Unpublished(draft, claim, pack, today),
            RangeProof.AccomplishedFact => AccomplishedFact.Doubts(draft.Current.Text, today),
            RangeProof.Law => claim.Law.Length > 0 ? [] : ["根拠の法令名が書かれていません"],
            RangeProof.Document when claim.DocumentNumber.Length == 0 || claim.DocumentOn is null => ["文書番号と日付が書かれていません"],
            RangeProof.Document => grant?.Documents.Any(document => document.Is(claim.DocumentNumber, claim.DocumentOn)) == true
                ? []
                : [$"「{claim.DocumentNumber}」は、所属長が登録した文書にありません"],
            _ => [],
        };

    private static IEnumerable<string> Unpublished(Draft draft, StandingClaim claim, Pack pack, DateOnly today)
    {
        if (claim.Where.Length == 0) yield return "公表したページのURLか広報紙の号が書かれていません";
        else if (claim.Where.Contains("://", StringComparison.Ordinal) && !IsOwnPage(claim.Where, pack.Organisation))
            yield return $"「{claim.Where}」は、公式サイトのページではありません";
        if (claim.Published.Length == 0)
        {
            yield return "公表した文章が貼り付けられていません";
            yield break;
        }

        foreach (var fact in SourceComparison.Missing(draft.Current.Text, claim.Published, today)) yield return $"「{fact}」が公表した文章にありません";
    }

    private static bool IsOwnPage(string where, Organisation organisation) =>
        Uri.TryCreate(where, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp)
        && organisation.IsOwn(page);

    private static string Proof(StandingClaim claim, StandingRange range) => range.Proof switch
    {
        RangeProof.Published => $"公表：{claim.Where}（数と日付を照合）",
        RangeProof.Law => $"根拠法令：{claim.Law}",
        RangeProof.Document => string.Create(CultureInfo.InvariantCulture, $"文書：{claim.DocumentNumber}（{claim.DocumentOn:yyyy-MM-dd}）"),
        _ => "",
    };
}
