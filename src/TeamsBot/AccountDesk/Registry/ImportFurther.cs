using System.Globalization;
using TeamsBot.AccountDesk.Life;
using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// The columns of an imported list beyond name and place. Of an account that is entered with the row all of it is taken; of one that the
/// register had already only what nobody has entered yet, and what differs is said, so that an old list overwrites nothing.
/// </summary>
internal sealed class ImportFurther(
    Pack pack, AccountRegister accounts, RegisterColumns columns, RegisterRows rows, ImportEntry entries, PeopleDirectory people,
    TimeProvider time)
{
    public IReadOnlyCollection<string> Names { get; } = [.. columns.All.Select(column => column.Name)];

    /// <summary>What the values say; those that cannot be read are left out and named.</summary>
    /// <param name="section">Whose account it is.</param>
    public (RegisterEntry Entry, IReadOnlyList<ImportProblem> Problems) Read(
        int line, string section, IReadOnlyDictionary<string, string> values)
    {
        var (entry, problems) = (new RegisterEntry(), new List<ImportProblem>());
        foreach (var column in columns.All)
            if (values.GetValueOrDefault(column.Name) is { Length: > 0 } value && column.Read(entry, value) is { } problem)
                problems.Add(new(line, $"列「{column.Name}」：{problem}"));
        foreach (var refused in Refused(entry, section)) problems.Add(new(line, refused));
        return (entry, problems);
    }

    /// <summary>What the form of custody would not take either is taken out of the entry (tochigi-7-2-2).</summary>
    private IEnumerable<string> Refused(RegisterEntry entry, string section)
    {
        if (entry.ChangedOn > JapanTime.DateOf(time.GetUtcNow()))
        {
            entry.ChangedOn = null;
            yield return "列「最終変更日」：先の日付です。";
        }

        if (entry.Custodians is not { } custodians) yield break;
        var stranger = custodians.Select(people.Find).OfType<Person>().FirstOrDefault(
            person => person.Section != section && !person.Has(Role.Desk));
        if (stranger is not null)
        {
            entry.Custodians = null;
            yield return $"列「保管者」：{stranger.Name}さんは、{ShortText.Shorten(section, 30)}の職員か広報担当ではありません。";
        }
        else if (pack.Password?.MaxHolders is { } most && custodians.Count > most.Value && entry.CapReason is null)
        {
            entry.Custodians = null;
            yield return string.Create(
                CultureInfo.InvariantCulture, $"列「保管者」：{most.Value}人を超えるときは、「保管者の人数の理由」も書いてください。");
        }
    }

    public void Enter(OfficialAccount account, RegisterEntry entry, string by) => entries.Enter(account, entry, by);

    /// <summary>Enters what is empty; what differs from the register is named and left as it is.</summary>
    public IReadOnlyList<ImportProblem> Fill(int line, OfficialAccount account, IReadOnlyDictionary<string, string> values, string by)
    {
        var (row, missing) = (rows.Of(account), new Dictionary<string, string>(StringComparer.Ordinal));
        var problems = new List<ImportProblem>();
        foreach (var column in columns.All)
        {
            if (values.GetValueOrDefault(column.Name) is not { Length: > 0 } value) continue;
            var stored = column.Write(row);
            if (stored.Length == 0) missing[column.Name] = value;
            else if (stored != value)
                problems.Add(new(line, $"列「{column.Name}」は、台帳では「{ShortText.Shorten(stored, 30)}」です。台帳のままにしました。"));
        }

        if (missing.Count > 0) entries.Enter(accounts.Find(account.Id)!, Read(line, account.Section, missing).Entry, by);
        return problems;
    }
}

/// <summary>Enters what a row says into the register, with the names of who did.</summary>
internal sealed class ImportEntry(
    AccountRegister accounts, CredentialRegister credentials, FollowerSeries followers, AccountLife life, PeopleDirectory people,
    TimeProvider time)
{
    public void Enter(OfficialAccount account, RegisterEntry entry, string by)
    {
        var (record, now) = (accounts.RecordOf(account.Id), time.GetUtcNow());
        if (entry.Purpose is not null || entry.PolicyUrl is not null) record.Describe(entry.Purpose, entry.PolicyUrl, by, now);
        if (entry.NameException is { } reason) record.Except(reason, by, now);
        if (entry.ReplyMode is { } mode) record.Choose(mode, by, now);
        record.Tell(entry.Information, entry.Budget);
        if (entry.Facts != AccountFacts.None) record.Learn(Over(record.Facts ?? AccountFacts.None, entry.Facts), by, now);
        if (entry.Consultation is { } proof) Settle(account, AccountGate.Consultation, proof, by);
        if (entry.SpeaksOfCredentials) EnterCredential(account, entry, by, now);
        foreach (var one in entry.Followers) followers.Enter(account.Id, one, by);
    }

    /// <summary>The consultation that the list says was held; what is on record stays.</summary>
    private void Settle(OfficialAccount account, AccountGate gate, string proof, string by)
    {
        if (!life.Demanded(account).Contains(gate) || life.RecordOf(account, gate)?.State == GateState.Passed) return;
        if (people.Persons.FirstOrDefault(person => person.Name == by) is { } member)
            life.Ask(account, gate, member).Settle(isPassed: true, proof, by, time.GetUtcNow());
    }

    private void EnterCredential(OfficialAccount account, RegisterEntry entry, string by, DateTimeOffset now)
    {
        var credential = credentials.Of(account.Id);
        credential.Entrust(
            entry.Custodians ?? credential.Custodians, entry.Keeper ?? credential.KeeperId, entry.CapReason ?? credential.CapReason);
        credential.Keep(entry.Storage ?? credential.Storage, entry.Place ?? credential.Place, entry.Group ?? credential.Group);
        if (entry.ChangedOn is { } day) credential.ChangedPassword(day, by);
        credential.SetTwoStep(entry.TwoStep ?? credential.TwoStep, entry.TwoStepReason ?? credential.TwoStepReason);
        credential.Entered(by, now);
    }

    private static AccountFacts Over(AccountFacts known, AccountFacts said) => new()
    {
        Topics = said.Topics.Count > 0 ? said.Topics : known.Topics,
        Hours = said.Hours ?? known.Hours,
        Replies = said.Replies ?? known.Replies,
        MembersOnly = said.MembersOnly ?? known.MembersOnly,
        Audience = said.Audience ?? known.Audience,
        From = said.From ?? known.From,
        To = said.To ?? known.To,
        Frequency = said.Frequency ?? known.Frequency,
        ListingUrl = said.ListingUrl ?? known.ListingUrl,
        LinkedFromSite = said.LinkedFromSite ?? known.LinkedFromSite,
        LinksToSite = said.LinksToSite ?? known.LinksToSite,
        Badge = said.Badge ?? known.Badge,
        Terms = said.Terms ?? known.Terms,
    };
}
