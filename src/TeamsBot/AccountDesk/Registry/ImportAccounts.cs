using System.Globalization;
using TeamsBot.AccountDesk.Life;
using TeamsBot.AccountDesk.Names;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// 台帳取込: a member of the desk enters a whole list. A name against the rule refuses nothing, because such accounts are in use: it becomes a
/// task to record the reason (asaka-4-ref-ig). Accounts that the register has already are left as they are, so a list may be imported
/// twice.
/// </summary>
internal sealed class ImportAccounts(
    Pack pack,
    AccountRegister accounts,
    AccountAccess access,
    AccountNames names,
    CatchUp catchUp,
    ImportFurther further,
    ImportSource source,
    ClauseNames clauses,
    AuditTrail audit,
    TimeProvider time
)
{
    public Task<Reply> HandleForm(ParsedTurn turn) =>
        Task.FromResult(access.Desk(turn) is null ? Refused(turn) : Reply.Show(ImportCard.Form("", "", [])));

    /// <summary>The word, with a file beside it or without.</summary>
    public async Task<Reply> HandleCommand(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (access.Desk(turn) is not { } member) return Refused(turn);
        if (!ImportSource.IsFile(turn)) return Reply.Show(ImportCard.Form("", "", []));
        var (table, problem) = await source.ReadAsync(turn, cancellationToken);
        if (table is null) return Reply.Show(ImportCard.Form("", "", [new(0, problem!)]));
        return table.Rows.Any(row => row.Cells.Any(cell => CredentialMask.Mask(cell).Seen))
            ? Secret("")
            : Enter(turn, member, ImportTable.Read(table, pack.Organisation.Name, null, further.Names), "", "");
    }

    public Task<Reply> HandleImport(ParsedTurn turn) => Task.FromResult(Import(turn));

    private Reply Import(ParsedTurn turn)
    {
        if (access.Desk(turn) is not { } member) return Refused(turn);
        var (table, written) = (turn.Action![AccountFields.Table], Cards.ShortText.Cut(turn.Action[AccountFields.AsOf], 10));
        if (table.Length > ImportTable.MaxText)
            return Reply.Show(ImportCard.Form("", written, [new(0, "表が長すぎます。CSVかExcelのファイルを付けて「台帳取込」と送るか、分けて取り込んでください。")]));
        if (CredentialMask.Mask(table).Seen) return Secret(written);
        var asOf = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : (DateOnly?)null;
        return Enter(turn, member, ImportTable.Read(table, pack.Organisation.Name, asOf, further.Names), table, written);
    }

    private static Reply Secret(string written) => Reply.Show(ImportCard.Form(
        "", written, [new(0, "パスワードのような列があります。取り除いてから、もう一度貼り付けてください。貼り付けた表は残していません。")]));

    private Reply Enter(ParsedTurn turn, Person member, ImportResult read, string table, string written)
    {
        if (read.Rows.Count == 0) return Reply.Show(ImportCard.Form(table, written, read.Problems));

        var (now, entered, known, problems) = (
            time.GetUtcNow(),
            new List<OfficialAccount>(),
            new List<OfficialAccount>(),
            read.Problems.ToList()
        );
        foreach (var row in read.Rows)
        {
            var (line, account) = (row.Line, row.Account);
            if (accounts.Same(account.Medium, account.Handle, account.Name) is { } same)
            {
                if (same.Section == account.Section)
                {
                    known.Add(same);
                    problems.AddRange(further.Fill(row, same, member));
                    problems.AddRange(ImportDifferences.Of(account, same).Select(difference => ImportProblem.OfTaken(line, difference)));
                }
                else problems.Add(new(line, $"「{account.Name}」は、台帳では所属が「{same.Section}」です。どちらが正しいか確かめてください。"));
            }
            else if (Problem(account) is { } problem) problems.Add(new(line, problem));
            else
            {
                var (entry, faults) = further.Read(row, member);
                entered.Add(Enter(account with { State = entry.State ?? account.State }, member.Name, now));
                problems.AddRange(faults);
                further.Enter(entered[^1], entry, member);
            }
        }

        audit.Record(
            turn.Actor,
            "accounts.import",
            "account:",
            new
            {
                rows = read.Rows.Count,
                entered = entered.Select(account => account.Id).ToArray(),
                known = known.Select(account => account.Id).ToArray(),
                refused = problems.Count(problem => !problem.IsTaken),
            }
        );
        var listed = entered.Concat(known).Select(account => account.Id).ToHashSet(StringComparer.Ordinal);
        var tasks = names.Tasks().Where(account => listed.Contains(account.Id)).ToList();
        var outcome = new ImportOutcome(entered, known, [.. problems.OrderBy(problem => problem.Line)], tasks,
            catchUp.Ask(turn, [.. entered.Select(one => accounts.Find(one.Id)!)]));
        return Reply.Show(ImportCard.Result(outcome, names.Check, clauses.OwnOf(names.Clauses)));
    }

    private OfficialAccount Enter(RegisteredAccount account, string by, DateTimeOffset now)
    {
        var record = AccountRecord.Register(Guid.CreateVersion7(now), account, null, by, now);
        accounts.Add(record);
        return accounts.Find(record.AccountId)!;
    }

    private string? Problem(RegisteredAccount account)
    {
        if (pack.Organisation.Sections.Count > 0 && !pack.Organisation.Sections.Contains(account.Section, StringComparer.Ordinal))
            return $"所属「{account.Section}」は組織の一覧にありません。";
        return pack.Approval?.RouteOf(account.Kind) is null ? "この区分の承認経路がありません。" : null;
    }

    private Reply Refused(ParsedTurn turn)
    {
        audit.Record(turn.Actor, "accounts.refused", "account:", new { verb = turn.Action?.Verb ?? AccountVerbs.ImportForm });
        return AccountAccess.NotDesk;
    }
}
