using System.Globalization;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Approvals;

/// <summary>Gathers what the cards of a draft show.</summary>
internal sealed class DraftViews(Pack pack, AccountRegister accounts, PeopleDirectory people, StandingRegister standing, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>As this person reads it.</summary>
    public DraftView Of(Draft draft, string holder) => Of(draft) with { Language = LanguageOf(holder) };

    public DraftView Of(Draft draft) => new(
        draft,
        draft.AccountId is { } id && accounts.Find(id) is { } account ? AccountRegister.Display(account) : null,
        Length(draft),
        [.. Open(draft).Select(candidate => new AdaptiveChoice { Title = AccountRegister.Display(candidate), Value = candidate.Id })],
        [.. pack.Classes.Select(known => new AdaptiveChoice { Title = known.Name.Ja, Value = known.Id })],
        PostingOf(draft) == ClassPosting.HeadReason,
        Now)
    {
        WantsPicture = draft.Pictures.Count == 0 && draft.AccountId is { } chosen && accounts.Find(chosen)?.Medium == Medium.Instagram,
        Gates = pack.Approval?.Gates ?? [],
        Reach = Reach(draft),
        Standing = draft.MayClaim ? new StandingView(standing.ActiveFor(draft.TenantId, draft.AccountId), Judge(draft)) : StandingView.None,
    };

    /// <summary>The one place that says who reads which language.</summary>
    private static CardLanguage LanguageOf(string _) => CardLanguage.Ja;

    /// <summary>How the draft's claim on a range approved ahead counts as things stand; null where it claims none.</summary>
    public StandingUse? Judge(Draft draft) => draft.Claim is null ? null : standing.Judge(
        draft, PostingOf(draft),
        draft.AccountId is { } id && accounts.Find(id) is { } account && people.ResolveRoute(pack, account, draft.AuthorId, Now).Reviewers.Count > 0);

    /// <summary>The accounts the author may choose: running, and open to the author's section by the pack's route.</summary>
    public IEnumerable<OfficialAccount> Open(Draft draft) => people.Find(draft.AuthorId) is { } author ? accounts.OpenTo(author) : [];

    /// <summary>What the organisation allows for the draft's class; allowed where its guideline knows no classes.</summary>
    public ClassPosting PostingOf(Draft draft) =>
        draft.InformationClass is { } id && pack.Class(id) is { } known ? known.Posting : ClassPosting.Allowed;

    public string Display(string? accountId) => accountId is not null && accounts.Find(accountId) is { } account ? AccountRegister.Display(account) : "投稿先未選択";

    private string Reach(Draft draft) => draft.AccountId is { } id && accounts.Find(id)?.Followers is { } followers
        ? string.Create(CultureInfo.InvariantCulture, $"このアカウントのフォロワーは{followers.Count:N0}人です（{followers.AsOf:yyyy/M/d}現在）。")
        : "フォロワー数は台帳にありません。";

    /// <summary>Room that is worth no line: a medium of tens of thousands of characters is never short of them. In the medium's own counting.</summary>
    private const int NearLimit = 1_000;

    private string? Length(Draft draft)
    {
        if (draft.AccountId is not { } id || accounts.Find(id) is not { } account || pack.Of(account.Medium)?.TextLimit is not { } limit) return null;
        var isX = account.Medium == Medium.X;
        var used = isX ? XLength.Of(draft.Current.Text).Weighted : draft.Current.Text.Length;
        var left = limit.Value - used;
        if (left > NearLimit) return null;
        // X counts a full-width character as two; staff count characters.
        return left >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"残り{(isX ? left / 2 : left)}字{(isX ? "（全角換算）" : "")}")
            : string.Create(CultureInfo.InvariantCulture, $"{(isX ? (1 - left) / 2 : -left)}字超過{(isX ? "（全角換算）" : "")}");
    }
}
