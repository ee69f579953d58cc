using TeamsBot.AccountDesk.Names;
using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>
/// What the organisation's guideline wants of an account and whether it is done, from what is on record (ward-4-4). What the guideline does
/// not want is no measure.
/// </summary>
internal sealed class Measures(Pack pack, AccountNames names, CredentialRegister credentials, TimeProvider time)
{
    /// <summary>One link of the two is there.</summary>
    public const string OneWay = "相互リンク（いまは片方向）";

    private AccountDuties? Duties => pack.AccountDuties;

    /// <param name="devices">Those in use.</param>
    /// <param name="quietDays">Since the last post; null where none is on record.</param>
    public IReadOnlyList<Measure> Of(RegisterRow row, IReadOnlyList<Device> devices, int? quietDays) =>
        [.. Opening(row), .. Profile(row), .. Site(row), .. Devices(devices), .. Credentials(row), .. Posting(quietDays)];

    private IEnumerable<Measure> Opening(RegisterRow row)
    {
        if (Duties?.Opening is not { } opening) yield break;
        if (opening.Gates.Contains(AccountGate.Consultation) && row.Account.Kind == AccountKind.Section)
            yield return new("事前協議の記録", row.ProofOf(AccountGate.Consultation).Length > 0, opening.Basis.Cite);
        if (Duties.PolicyForm is { } form) yield return new("運用ポリシーの公開", row.Account.PolicyUrl is not null, form.Basis.Cite);
        if (Duties.TermsReview is { } terms)
            yield return new("約款の確認", row.ProofOf(AccountGate.Terms).Length > 0 || row.Facts.Terms is not null, terms.Basis.Cite);
    }

    private IEnumerable<Measure> Profile(RegisterRow row)
    {
        if (Duties?.Naming is not { } naming) yield break;
        if (names.HasTerms)
            yield return new("名前の定め", row.Account.NameException is not null || names.Check(row.Account).Count == 0, naming.Basis.Cite);
        if (naming.ProfileMust.Count > 0)
            yield return new("プロフィールの点検", row.Record?.ProfilePassedAt is not null, naming.Basis.Cite);
    }

    private IEnumerable<Measure> Site(RegisterRow row)
    {
        var listing = Duties?.PublicList?.Basis
            ?? (Duties?.Opening is { } opening && opening.Gates.Contains(AccountGate.SiteListing) ? opening.Basis : null);
        if (listing is not null)
            yield return new(
                "公式ホームページへの掲載", row.Facts.ListingUrl is not null || row.ProofOf(AccountGate.SiteListing).Length > 0, listing.Cite);
        if (Duties?.Links is { } links)
            yield return new(Links(row.Facts), row.Facts is { LinkedFromSite: true, LinksToSite: true }, links.Basis.Cite);
        if (Duties?.Verification is { } badge) yield return new("公式の認証の申請", row.Facts.Badge is not null, badge.Basis.Cite);
    }

    /// <summary>One link of the two is said, because it looks like done (tochigi-7-1-3).</summary>
    private static string Links(AccountFacts facts) =>
        (facts.LinkedFromSite == true) != (facts.LinksToSite == true) ? OneWay : "相互リンク";

    private IEnumerable<Measure> Devices(IReadOnlyList<Device> devices)
    {
        if (pack.Devices is { } policy)
            yield return new("端末の登録と対策", devices.Count > 0 && devices.All(device => device.IsProtected), policy.Basis.Cite);
    }

    private IEnumerable<Measure> Credentials(RegisterRow row)
    {
        if (pack.Password is not { } policy) yield break;
        var (known, cite) = (row.Credential, policy.Basis.Cite);
        yield return new(
            "パスワードの管理者と変更日", known?.ChangedOn is not null && credentials.CustodiansOf(row.Account.Id).Count > 0, cite);
        if (policy.RotationMonths is { } months)
            yield return new(
                "定期のパスワード変更", known?.ChangedOn is { } day ? day.AddMonths(months.Value) >= JapanTime.DateOf(time.GetUtcNow()) : null, cite);
        if (policy.TwoStep is not null)
            yield return new("二段階認証", known?.TwoStep is { } state ? state != TwoStepState.Off : null, cite);
        if (policy.UniquePerSystem) yield return new("ログインを使い回さない", known is null ? null : !IsShared(known), cite);
        if (policy.MediaControlled)
            yield return new(
                "書いたものの保管", known?.Storage switch
                {
                    null => null,
                    CredentialStorage.Nowhere => true,
                    _ => known.Place.Length > 0 && known.KeeperId is not null,
                }, cite);
    }

    /// <summary>Another account has the same login (tochigi-7-2-3).</summary>
    private bool IsShared(AccountCredential credential) => credential.Group.Length > 0
        && credentials.All.Any(other => other.AccountId != credential.AccountId && other.Group == credential.Group);

    private IEnumerable<Measure> Posting(int? quietDays)
    {
        if (Duties?.Cadence is { QuietDays: { } most } cadence)
            yield return new("投稿の間隔", quietDays is { } days ? days <= most.Value : null, cadence.Basis.Cite);
    }
}
