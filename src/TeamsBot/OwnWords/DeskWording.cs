using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.WordBooks;
using TeamsBot.Data;

namespace TeamsBot.OwnWords;

/// <summary>
/// Adds to a check what the organisation's people taught: the desk's entries in effect, and what was marked 該当しない for the account. The word
/// book is built once for each state of the entries: their number and the sum of their versions never come twice, because both only grow.
/// </summary>
internal sealed class DeskWording
{
    private readonly ConcurrentDictionary<string, Known> byTenant = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="accountId">The account the text is for; null before one is chosen, then nothing is dismissed.</param>
    public async Task<CheckContext> AddToAsync(
        CheckContext context,
        BotDbContext db,
        string tenantId,
        string? accountId,
        CancellationToken cancellationToken
    )
    {
        var known = await KnownAsync(db, tenantId, context.Words, cancellationToken);
        return context with
        {
            Words = known.Words,
            Organisation = known.Organisation(context.Organisation),
            SensitiveDates = known.Dates.Count == 0 ? context.SensitiveDates : [.. context.SensitiveDates, .. known.Dates],
            Dismissed = accountId is null ? DismissedPhrases.None : await DismissedAsync(db, tenantId, accountId, cancellationToken),
        };
    }

    private async Task<Known> KnownAsync(BotDbContext db, string tenantId, WordBook pack, CancellationToken cancellationToken)
    {
        var state = await db
            .WordingEntries.Where(entry => entry.TenantId == tenantId)
            .GroupBy(_ => 1)
            .Select(group => new { Count = group.Count(), Versions = group.Sum(entry => entry.Version) })
            .FirstOrDefaultAsync(cancellationToken);
        var stamp = (state?.Count ?? 0, state?.Versions ?? 0);
        if (byTenant.TryGetValue(tenantId, out var known) && known.Stamp == stamp && ReferenceEquals(known.Pack, pack)) return known;

        var active = await (
            from entry in db.WordingEntries
            where entry.TenantId == tenantId && entry.ActiveVersion != null
            from version in entry.Versions
            where version.Number == entry.ActiveVersion
            select new { entry.Id, version.Content }).AsNoTracking().ToListAsync(cancellationToken);
        var entries = active.Select(entry => entry.Content.ToEntry($"desk-{entry.Id:N}")).OfType<WordEntry>().ToList();
        return byTenant[tenantId] = new Known(
            stamp,
            pack,
            entries.Count == 0 ? pack : new WordBook([.. pack.Entries, .. entries]),
            [.. active.Select(entry => entry.Content.ToDate()).OfType<SensitiveDate>()],
            [.. active.Select(entry => entry.Content.ToFacility()).OfType<Facility>()]);
    }

    /// <summary>Stored ones and those of this turn, which are not stored yet.</summary>
    private static async Task<DismissedPhrases> DismissedAsync(
        BotDbContext db,
        string tenantId,
        string accountId,
        CancellationToken cancellationToken
    )
    {
        await db
            .DismissedFindings.Where(dismissed => dismissed.TenantId == tenantId && dismissed.AccountId == accountId)
            .LoadAsync(cancellationToken);
        return new DismissedPhrases(db.DismissedFindings.Local
            .Where(dismissed => dismissed.TenantId == tenantId && dismissed.AccountId == accountId && !dismissed.IsTakenBack)
            .Select(dismissed => (dismissed.RuleId, dismissed.Phrase)));
    }

    private sealed record Known(
        (int Count, long Versions) Stamp,
        WordBook Pack,
        WordBook Words,
        IReadOnlyList<SensitiveDate> Dates,
        IReadOnlyList<Facility> Facilities
    )
    {
        /// <summary>
        /// A pack's organisation is one object for all checks, and what rules make of its names is kept by that object; so is the one with
        /// the facilities.
        /// </summary>
        private readonly ConditionalWeakTable<OrganisationProfile, OrganisationProfile> organisations = [];

        public OrganisationProfile Organisation(OrganisationProfile pack) =>
            Facilities.Count == 0 ? pack : organisations.GetValue(pack, known => Facility.AddTo(known, Facilities));
    }
}
