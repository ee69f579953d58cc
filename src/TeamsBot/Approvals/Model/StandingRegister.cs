using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Approvals.Model;

/// <summary>What is approved ahead for which account, who may say so, and how it counts for a draft now.</summary>
internal sealed class StandingRegister(BotDbContext db, Pack pack, AccountRegister accounts, AccountAccess access, TimeProvider time)
{
    private readonly Dictionary<(string Tenant, string Account), IReadOnlyList<StandingGrant>> read = [];

    public DateOnly Today => JapaneseTime.DateOf(time.GetUtcNow());

    /// <summary>
    /// The ranges an account may use today, in the pack's order. One look at the database a turn; nothing where the pack has no ranges.
    /// </summary>
    public IReadOnlyList<(StandingRange Range, StandingGrant Grant)> ActiveFor(string tenantId, string? accountId)
    {
        if (accountId is null || pack.Approval is not { StandingRanges: { Count: > 0 } ranges }) return [];
        var grants = Of(tenantId, accountId);
        return
        [
            .. from range in ranges
            let grant = grants.FirstOrDefault(grant => grant.RangeId == range.Id)
            where grant?.IsActive(Today) == true
            select (range, grant),
        ];
    }

    /// <summary>How the draft's claim counts as things stand; null where it claims nothing.</summary>
    public StandingUse? Judge(Draft draft, ClassPosting posting, bool hasSecondPerson)
    {
        if (draft.Claim is not { } claim || pack.Approval?.Range(claim.RangeId) is not { } range) return null;
        var grant = draft.AccountId is { } account
            ? Of(draft.TenantId, account).FirstOrDefault(grant => grant.RangeId == claim.RangeId)
            : null;
        return StandingJudge.Of(draft, claim, range, grant, pack, posting, hasSecondPerson, Today);
    }

    /// <summary>The accounts for which this person decides and on which something may be posted.</summary>
    public IReadOnlyList<OfficialAccount> DecidedBy(Person person) => [.. accounts.All.Where(account =>
        account.State == AccountState.Running && access.IsHeadOf(person, account))];

    /// <summary>Whom to ask about an account's ranges, for people who may not set them.</summary>
    public string DeciderOf(OfficialAccount account) =>
        access.HeadsOf(account) is [var head, ..] ? $"{head.Name}（{head.Title}）" : pack.Approval?.RouteOf(account.Kind)?.Final.Title ?? "";

    private IReadOnlyList<StandingGrant> Of(string tenantId, string accountId)
    {
        if (!read.TryGetValue((tenantId, accountId), out var grants))
            read[(tenantId, accountId)] = grants = db.StandingGrantsOf(tenantId, accountId);
        return grants;
    }
}
