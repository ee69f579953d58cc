using System.Globalization;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Profiles;

/// <summary>
/// Compares a profile text with the register and with what the guideline demands of profiles. It judges nothing else in the text and
/// changes nothing.
/// </summary>
public static class ProfileCheck
{
    private const string InformSentence = "このアカウントは情報の発信専用です。投稿への返信は行いません。";

    private const string CommunitySentence = "皆さまとの交流の場づくりを目指しています。コメントをお寄せください。";

    /// <param name="misnamed">What the text calls the section by mistake, where a name check has found it; null otherwise.</param>
    /// <returns>In the order of the demands, the length last; empty for a profile that passes.</returns>
    public static IReadOnlyList<ProfileFinding> Check(string text, ProfileFacts facts, string? misnamed = null)
    {
        var normal = NormalView.Of(text);
        misnamed ??= Abbreviation(normal, facts.Section);
        var findings = facts.Demands.Select(demand => Missing(normal, demand, facts, misnamed)).OfType<ProfileFinding>().ToList();
        if (facts.MaxLength is { } most && text.Length > most)
            findings.Add(
                new(
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"上限の{most}字を{text.Length - most}字超えています。短くしてください。"),
                    [],
                    []
                )
            );
        return findings;
    }

    /// <summary>Which mode the text announces; null where it announces none or both.</summary>
    public static ReplyMode? ModeOf(string text)
    {
        var normal = NormalView.Of(text);
        return Mode(ProfileWords.Says(normal, ReplyMode.Inform), ProfileWords.Says(normal, ReplyMode.Community));
    }

    /// <summary>The sentence that announces a mode.</summary>
    public static string SentenceFor(ReplyMode mode) => mode == ReplyMode.Inform ? InformSentence : CommunitySentence;

    private static ProfileFinding? Missing(string text, ProfileDemand demand, ProfileFacts facts, string? misnamed) => demand.Must switch
    {
        ProfileMust.SectionName => ProfileWords.Names(text, NormalView.Of(facts.Section)) ? null : new(
            demand.Must,
            misnamed is null
                ? $"運用する所属名「{facts.Section}」がありません。略称や古い名前ではなく、台帳のとおりに書いてください。"
                : $"「{misnamed}」ではなく、台帳にある所属名「{facts.Section}」を書いてください。",
            [new($"運用：{facts.Operator}")], demand.Clauses),
        ProfileMust.Organisation => ProfileWords.Names(text, NormalView.Of(facts.Organisation)) ? null : new(
            demand.Must, $"運用する組織の名前「{facts.Organisation}」がありません。", [new($"運用：{facts.Operator}")], demand.Clauses),
        ProfileMust.PublicBody => ProfileWords.SaysOfficial(text) ? null : new(
            demand.Must, "公的機関が運用していることが分かりません。「公式」と書いてください。", [new($"{facts.Operator}の公式アカウントです。")], demand.Clauses),
        ProfileMust.PolicyLink => Policy(text, demand, facts.PolicyUrl),
        _ => Mode(text, demand, facts.ReplyMode),
    };

    private static ProfileFinding? Policy(string text, ProfileDemand demand, string? url) => url switch
    {
        null => new(demand.Must, "運用方針のURLが台帳にありません。下の欄に入力して、もう一度点検してください。", [], demand.Clauses),
        _ when ProfileWords.Links(text, url) => null,
        _ => new(demand.Must, $"公式ホームページの運用方針へのリンクがありません。{url} を貼り付けてください。", [new($"運用方針：{url}")], demand.Clauses),
    };

    private static ProfileFinding? Mode(string text, ProfileDemand demand, ReplyMode? registered)
    {
        var (informs, invites) = (ProfileWords.Says(text, ReplyMode.Inform), ProfileWords.Says(text, ReplyMode.Community));
        var said = Mode(informs, invites);
        if (said is not null && (registered is null || registered == said)) return null;
        var problem = (informs, invites) switch
        {
            (true, true) => "発信専用とも交流の場とも読めます。どちらか一方にしてください。",
            (false, false) => "発信専用か、交流の場づくりを目指すかが分かりません。どちらかの文を加えてください。",
            _ => $"台帳では「{Word(registered!.Value)}」ですが、プロフィールは「{Word(said!.Value)}」と読めます。どちらかにそろえてください。",
        };
        return new(
            demand.Must,
            problem,
            [new(InformSentence, ReplyMode.Inform), new(CommunitySentence, ReplyMode.Community)],
            demand.Clauses
        );
    }

    private static ReplyMode? Mode(bool informs, bool invites) => (informs, invites) switch
    {
        (true, false) => ReplyMode.Inform,
        (false, true) => ReplyMode.Community,
        _ => null,
    };

    /// <summary>The section's name without what says that it is a section (広報 for 広報課), where the text has only that.</summary>
    private static string? Abbreviation(string text, string section)
    {
        var stem = NormalView.Of(section).TrimEnd('課', '室', '係', '班', '所', '館', '局', '部');
        return stem.Length >= 2 && stem.Length < section.Length && text.Contains(stem, StringComparison.Ordinal) ? stem : null;
    }

    private static string Word(ReplyMode mode) => mode == ReplyMode.Inform ? "発信専用" : "交流の場";
}
