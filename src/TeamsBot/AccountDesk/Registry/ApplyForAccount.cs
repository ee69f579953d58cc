using TeamsBot.AccountDesk.Life;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// アカウント開設: a section asks for an account that does not exist yet. It stands in the register as 開設準備中, nothing can be posted to it, and
/// those who have to settle something are asked (domain/rules.md 5).
/// </summary>
internal sealed class ApplyForAccount(
    Pack pack,
    AccountRegister accounts,
    AccountAccess access,
    AccountRules rules,
    AccountLimits limits,
    AccountLife life,
    LifeTurns turns,
    ClauseNames clauses,
    AuditTrail audit,
    TimeProvider time
)
{
    private static readonly Role[] Applicants = [Role.Desk, Role.Writer, Role.Reviewer, Role.Head];

    /// <param name="argument">The medium, where it was typed.</param>
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument)
    {
        if (Applicant(turn) is not { } person) return Task.FromResult(NotYours(turn));
        var form = AccountForm.Empty with
        {
            State = nameof(AccountState.Preparing),
            Medium = MediumOf(argument)?.ToString() ?? "",
            Section = pack.Organisation.Sections.Contains(person.Section, StringComparer.Ordinal) ? person.Section : "",
        };
        return Task.FromResult(Show(form, []));
    }

    public Task<Reply> HandleApply(ParsedTurn turn)
    {
        if (Applicant(turn) is not { } person) return Task.FromResult(NotYours(turn));
        // An application is about an account that is not there yet, whatever the press names.
        var form = AccountForm.Read(turn.Action!) with { State = nameof(AccountState.Preparing), AccountId = "", Stamp = "" };
        if (rules.Duplicate(form) is { } same)
            return Task.FromResult(Show(form, [$"{AccountRegister.Display(same)} は、すでに台帳にあります（{same.Section}、{same.StateInJapanese}）。"]));
        var problems = rules.Problems(form).ToList();
        if (form.Section != person.Section && !person.Has(Role.Desk))
            problems.Add($"{ShortText.Shorten(form.Section, 30)}のアカウントは、その所属の担当者か広報担当が申請します。");
        return Task.FromResult(problems.Count > 0 ? Show(form, problems) : Store(turn, form, person));
    }

    private Reply Store(ParsedTurn turn, AccountForm form, Person person)
    {
        var now = time.GetUtcNow();
        var record = AccountRecord.Register(
            Guid.CreateVersion7(now), form.ToAccount(), form.Reason.Length > 0 ? form.Reason : null, person.Name, now);
        record.Describe(form.Purpose, form.PolicyUrl.Length > 0 ? form.PolicyUrl : null, person.Name, now);
        accounts.Add(record);
        var account = accounts.Find(record.AccountId)!;
        var gates = life.Demanded(account);
        foreach (var gate in gates) life.Ask(account, gate, person);
        audit.Record(
            turn.Actor,
            "accounts.apply",
            AccountRegister.Subject(account.Id),
            new { account = record.Registered, form.Purpose, gates }
        );
        turns.Tell(turn, null, account);
        return turns.Show(
            turn,
            account,
            CardParts.Notice(
                NoticeKind.Done,
                gates.Count == 0 ? "申請を登録しました。運用を始めるときは、下のボタンを押してください。" : $"申請を登録しました。次は、{gates[0].InJapanese()}です。"
            )
        );
    }

    private Person? Applicant(ParsedTurn turn) => access.Of(turn) is { } person && Applicants.Any(person.Has) ? person : null;

    private Reply NotYours(ParsedTurn turn)
    {
        audit.Record(turn.Actor, "accounts.refused", "account:", new { verb = AccountVerbs.Apply });
        return Reply.Say("アカウントの開設を申請できるのは、所属の担当者と広報担当の方です。開設したいアカウントがあるときは、広報担当へお知らせください。");
    }

    private static Medium? MediumOf(string typed) =>
        typed.Length == 0 ? null : Enum.GetValues<Medium>().Cast<Medium?>().FirstOrDefault(medium =>
            string.Equals(medium!.Value.Display(), TurnRouter.Normal(typed).Trim(), StringComparison.OrdinalIgnoreCase));

    private Reply Show(AccountForm form, IReadOnlyList<string> problems) =>
        Reply.Show(
            AccountFormCard.For(form, pack, problems, clauses.OwnOf(pack.AccountDuties?.Naming?.Basis.Cite ?? []), limits.Asks(form))
        );
}
