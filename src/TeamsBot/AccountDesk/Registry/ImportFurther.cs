using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// The columns of an imported list beyond name and place. Of an account that is entered with the row all of it is taken; of one that the
/// register had already only what nobody has entered yet, and what differs is said, so that an old list overwrites nothing.
/// </summary>
internal sealed class ImportFurther(
    AccountRegister accounts, CredentialRegister credentials, RegisterColumns columns, RegisterRows rows, ImportEntry entries,
    ImportRules rules)
{
    public IReadOnlyCollection<string> Names { get; } = [.. columns.All.Select(column => column.Name)];

    /// <summary>What a row says of an account that is not in the register; what cannot be taken is left out and named.</summary>
    public (RegisterEntry Entry, IReadOnlyList<ImportProblem> Problems) Read(ImportRow row, Person member) =>
        Read(row.Line, row.Account.ToOfficial(""), null, row.Further, member);

    public void Enter(OfficialAccount account, RegisterEntry entry, Person member) => entries.Enter(account, entry, member);

    /// <summary>Enters what is empty; what differs from the register is named and left as it is.</summary>
    public IReadOnlyList<ImportProblem> Fill(ImportRow row, OfficialAccount account, Person member)
    {
        var (stored, missing) = (rows.Of(account), new Dictionary<string, string>(StringComparer.Ordinal));
        var problems = new List<ImportProblem>();
        foreach (var column in columns.All)
        {
            if (row.Further.GetValueOrDefault(column.Name) is not { Length: > 0 } value) continue;
            var known = column.Write(stored);
            if (known.Length == 0) missing[column.Name] = value;
            else if (column.Plain(known) != column.Plain(value))
                problems.Add(ImportProblem.OfTaken(
                    row.Line, $"列「{column.Name}」は、台帳では「{ShortText.Shorten(known, 30)}」です。台帳のままにしました。"));
        }

        if (missing.Count > 0)
        {
            var (entry, faults) = Read(row.Line, account, credentials.Find(account.Id), missing, member);
            entries.Enter(accounts.Find(account.Id)!, entry, member);
            problems.AddRange(faults);
        }

        if (entries.Count(account, row.Account, member) is { } difference)
            problems.Add(ImportProblem.OfTaken(row.Line, $"「{account.Name}」：{difference}"));
        return problems;
    }

    private (RegisterEntry Entry, IReadOnlyList<ImportProblem> Problems) Read(
        int line, OfficialAccount account, AccountCredential? stored, IReadOnlyDictionary<string, string> values, Person member)
    {
        var (entry, problems) = (new RegisterEntry(), new List<ImportProblem>());
        foreach (var column in columns.All)
            if (values.GetValueOrDefault(column.Name) is { Length: > 0 } value && column.Read(entry, value) is { } problem)
                problems.Add(ImportProblem.OfTaken(line, $"列「{column.Name}」：{problem}"));
        foreach (var refused in rules.TakeOut(entry, account, stored, member)) problems.Add(ImportProblem.OfTaken(line, refused));
        return (entry, problems);
    }
}
