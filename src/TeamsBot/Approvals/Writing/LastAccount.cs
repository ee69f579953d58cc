using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The account a new draft begins with: the only one its writer has, or the one handed in with last, unless that was withdrawn or the text
/// names another medium. Otherwise none: a wrong account is worse than a choice.
/// </summary>
internal static class LastAccount
{
    public static async Task<string?> OfAsync(
        BotDbContext db,
        Draft draft,
        IEnumerable<OfficialAccount> open,
        CancellationToken cancellationToken
    )
    {
        var mine = open.ToList();
        if (mine is [var only]) return only.Id;
        var last = await db.Drafts
            .Where(earlier => earlier.TenantId == draft.TenantId && earlier.AuthorId == draft.AuthorId && earlier.Number != draft.Number
                && earlier.AccountId != null && earlier.Status != DraftStatus.Withdrawn && earlier.Reviews.Any())
            .OrderByDescending(earlier => earlier.Number).Select(earlier => earlier.AccountId).FirstOrDefaultAsync(cancellationToken);
        if (!mine.Exists(account => account.Id == last)) return null;
        // A text that says for which medium it is knows better than the last post: its only account there, or a choice.
        var named = NamedMedium.AccountsIn(draft.Current.Text, mine);
        return named.Count == 0 || named.Any(account => account.Id == last) ? last : named is [var own] ? own.Id : null;
    }
}
