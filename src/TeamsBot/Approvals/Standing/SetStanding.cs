using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Standing;

/// <summary>
/// 「事前承認」: a head approves a range of an account ahead, until a day, or ends one; everybody else reads what is in force [asaka-5-2]. Who
/// may is asked of the people and the pack at every press.
/// </summary>
internal sealed class SetStanding(
    BotDbContext db,
    Pack pack,
    StandingRegister register,
    AccountRegister accounts,
    AccountAccess access,
    PeopleDirectory people,
    DraftTurns turns,
    AuditTrail audit
)
{
    /// <summary>No id is longer; what a card edited by hand says goes back into the form.</summary>
    private const int MaxId = 100;

    private const string NotDecider = "この範囲を定められるのは、このアカウントの決裁者だけです。";

    public async Task<Reply> HandleShow(ParsedTurn turn, CancellationToken cancellationToken) =>
        people.Find(turn.Actor!) is { } person
            ? turns.Privately(turn, StandingCard.For(await ListAsync(turn, person, cancellationToken)))
            : Reply.Say("事前承認を見られるのは、登録された職員の方です。登録については広報担当へご相談ください。");

    public async Task<Reply> HandleGrant(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (action, typed) = (turn.Action!, Read(turn.Action!));
        if (people.Find(turn.Actor!) is not { } person) return await HandleShow(turn, cancellationToken);
        if (accounts.Find(typed.Account ?? "") is not { } account)
            return await SayAsync(turn, person, "アカウントを選んでください。", typed, cancellationToken);
        if (pack.Approval?.Range(typed.Range ?? "") is not { } range)
            return await SayAsync(turn, person, "範囲を選んでください。", typed, cancellationToken);
        if (!access.IsHeadOf(person, account)) return await RefuseAsync(turn, person, account, range, cancellationToken);
        if (AccountRegister.StateRefusal(account) is { } resting)
            return await SayAsync(turn, person, resting.Japanese, typed, cancellationToken);
        var (first, last) = (register.Today, register.Today.AddDays(pack.Approval.StandingDays!.Value));
        if (
            !DateOnly.TryParseExact(typed.Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expires)
            || expires < first
            || expires > last
        )
            return await SayAsync(
                turn,
                person,
                $"期限は、今日から{JapaneseTime.Format(last, first.Year)}までの日を選んでください。",
                typed,
                cancellationToken
            );
        if (DecidedDocument.ReadAll(range.Proof == RangeProof.Document ? typed.Documents : "") is not { } documents)
            return await SayAsync(
                turn,
                person,
                $"文書は1行に1件、番号のあとに空白と日付（2026-10-01）を書いてください。{DecidedDocument.Most}件までです。",
                typed,
                cancellationToken
            );
        if (range.Proof == RangeProof.Document && documents.Count == 0)
            return await SayAsync(turn, person, $"「{range.Name.Ja}」には、もとになる文書の番号と日付を1件以上書いてください。", typed, cancellationToken);

        var grant = await FindAsync(turn, account.Id, range.Id, cancellationToken)
            ?? db.StandingGrants.Add(StandingGrant.Of(turn.Actor!.TenantId, account.Id, range.Id)).Entity;
        grant.Approve(person.ObjectId, $"{person.Name}（{person.Title}）", expires, typed.Extent, documents, turns.Now);
        audit.Record(turn.Actor, "standing.grant", Subject(account, range), new
        {
            expires = expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            extent = typed.Extent,
            documents = documents.Select(document => document.ToString()).ToArray(),
        }, grant.State);
        return await DoneAsync(
            turn,
            person,
            grant,
            $"「{range.Name.Ja}」を{JapaneseTime.Format(expires, first.Year)}まで事前承認しました。",
            cancellationToken
        );
    }

    public async Task<Reply> HandleEnd(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var action = turn.Action!;
        if (people.Find(turn.Actor!) is not { } person) return await HandleShow(turn, cancellationToken);
        if (
            accounts.Find(action[ApprovalFields.Account]) is not { } account
            || pack.Approval?.Range(action[StandingFields.Range]) is not { } range
        )
            return await HandleShow(turn, cancellationToken);
        if (!access.IsHeadOf(person, account)) return await RefuseAsync(turn, person, account, range, cancellationToken);
        if (
            await FindAsync(turn, account.Id, range.Id, cancellationToken) is not { EndedAt: null } grant
            || grant.Version.ToString(CultureInfo.InvariantCulture) != action["version"]
        )
            return await SayAsync(
                turn,
                person,
                "この事前承認は、ほかの操作で変わっています。今の内容をお確かめください。",
                null,
                cancellationToken
            );

        grant.End(turns.Now);
        audit.Record(turn.Actor, "standing.end", Subject(account, range), after: grant.State);
        return await DoneAsync(turn, person, grant, $"「{range.Name.Ja}」の事前承認を終了しました。確認中の下書きは、決裁に回ります。", cancellationToken);
    }

    private static string Subject(OfficialAccount account, StandingRange range) => StandingGrant.Subject(account.Id, range.Id);

        private Task<StandingGrant?> FindAsync(ParsedTurn turn, string account, string range, CancellationToken cancellationToken) =>
            db.StandingGrants.FirstOrDefaultAsync(
                grant => grant.TenantId == turn.Actor!.TenantId && grant.AccountId == account && grant.RangeId == range,
                cancellationToken
            );

    private async Task<Reply> RefuseAsync(
        ParsedTurn turn,
        Person person,
        OfficialAccount account,
        StandingRange range,
        CancellationToken cancellationToken
    )
    {
        audit.Record(turn.Actor, "standing.refused", Subject(account, range));
        return await SayAsync(turn, person, $"{NotDecider}{register.DeciderOf(account)}にご相談ください。", null, cancellationToken);
    }

    private async Task<Reply> SayAsync(
        ParsedTurn turn,
        Person person,
        string sentence,
        StandingInput? typed,
        CancellationToken cancellationToken
    ) =>
        DraftTurns.Answer(
            turn,
            StandingCard.For(await ListAsync(turn, person, cancellationToken), CardParts.Notice(NoticeKind.Attention, sentence), typed),
            sentence
        );

    private async Task<Reply> DoneAsync(
        ParsedTurn turn,
        Person person,
        StandingGrant changed,
        string sentence,
        CancellationToken cancellationToken
    ) =>
        DraftTurns.Answer(
            turn,
            StandingCard.For(await ListAsync(turn, person, cancellationToken, changed), CardParts.Notice(NoticeKind.Done, sentence)),
            sentence
        );

    /// <param name="changed">The row as this turn leaves it; the database does not have it yet.</param>
    private async Task<StandingList> ListAsync(
        ParsedTurn turn,
        Person person,
        CancellationToken cancellationToken,
        StandingGrant? changed = null
    )
    {
        var stored = await db
            .StandingGrants.AsNoTracking()
            .Where(grant => grant.TenantId == turn.Actor!.TenantId)
            .ToListAsync(cancellationToken);
        var grants = stored
            .Where(grant => changed is null || (grant.AccountId, grant.RangeId) != (changed.AccountId, changed.RangeId))
            .Concat(changed is null ? [] : [changed]);
        var (approval, decided) = (pack.Approval!, register.DecidedBy(person));
        var seen = decided.Concat(accounts.OpenTo(person)).DistinctBy(account => account.Id).ToList();
        var rows =
            from account in seen
            from range in approval.StandingRanges
            from grant in grants
            where grant.AccountId == account.Id && grant.RangeId == range.Id && grant.IsActive(register.Today)
            select new StandingRow(account, range, grant);
        return new StandingList([.. rows], decided, approval.StandingRanges, approval.StandingDays!, turns.Now);
    }

    private static StandingInput Read(CardAction action) => new(
        ShortText.Cut(action[ApprovalFields.Account].Trim(), MaxId),
        ShortText.Cut(action[StandingFields.Range].Trim(), MaxId),
        ShortText.Cut(action[StandingFields.Expires].Trim(), 10),
        TypedText.Of(action[StandingFields.Extent], StandingGrant.MaxExtent),
        TypedText.Of(action[StandingFields.Documents], StandingInput.MaxDocuments)
    );
}
