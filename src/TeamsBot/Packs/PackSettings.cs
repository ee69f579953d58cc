using TeamsBot.Guidelines;

namespace TeamsBot.Packs;

/// <summary>
/// The numbers an organisation set itself where its guideline says "promptly", "regularly" or "for a set period" (rules.md T16). They go
/// beside an answer about such a clause, marked 設定値, and never into what is quoted.
/// </summary>
internal static class PackSettings
{
    private const int MaxShown = 3;

    public static Answer Beside(Answer answer, Pack pack)
    {
        // The answering place only: a number beside a further place would read as if it were about the question.
        if (answer.Citations is not [{ ClauseIds: var cited }, ..]) return answer;
        return answer with
        {
            Settings = [.. Of(pack).Where(setting => cited.Contains(setting.ClauseId)).DistinctBy(setting => setting.Text).Take(MaxShown)],
        };
    }

    private static IEnumerable<SettingValue> Of(Pack pack)
    {
        var (duties, password) = (pack.AccountDuties, pack.Password);
        return Setting(duties?.Opening?.PolicyDueOpenDays, duties?.Opening?.Basis, "運用ポリシーの提出", "開庁日以内")
            .Concat(Setting(duties?.TermsReview?.DueOpenDays, duties?.TermsReview?.Basis, "規約の確認", "開庁日以内"))
            .Concat(Setting(duties?.Cadence?.QuietDays, duties?.Cadence?.Basis, "投稿が途切れたときのお知らせ", "日後"))
            .Concat(Setting(duties?.Cadence?.InactiveDays, duties?.Cadence?.Basis, "継続か閉鎖かの判断", "日後"))
            .Concat(Setting(duties?.Dormancy?.LoginCheckDays, duties?.Dormancy?.Basis, "休止中のログイン確認", "日ごと"))
            .Concat(Setting(duties?.Closing?.NoticeDays, duties?.Closing?.Basis, "閉鎖のお知らせの期間", "日間"))
            .Concat(Setting(password?.MinLength, password?.Basis, "パスワードの長さ", "文字以上"))
            .Concat(Setting(password?.RotationMonths, password?.Basis, "パスワードの変更", "か月ごと"))
            .Concat(Setting(password?.MaxHolders, password?.Basis, "パスワードを知る人", "人まで"))
            .Concat(Setting(pack.Approval?.StandingDays, pack.Approval?.Basis, "事前承認の期間", "日まで"))
            .Concat(Setting(pack.Approval?.ExpiresAfterDays, pack.Approval?.Basis, "決裁されない下書きの期限", "日"));
    }

    /// <summary>Only what the guideline does not print itself; a printed number is in the quotation.</summary>
    private static IEnumerable<SettingValue> Setting(NumberSetting? number, Basis? section, string label, string unit) =>
        number is { Basis.Suggested: true } && section is not null
            ? number
                .Basis.Cite.Concat(section.Cite)
                .Distinct(StringComparer.Ordinal)
                .Select(clause => new SettingValue(
                    clause,
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{label}：{number.Value}{unit}")
                ))
            : [];
}
