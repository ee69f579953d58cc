using System.Globalization;
using TeamsBot.AccountDesk.Life;
using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>Enters what a row says into the register, with the name of the member of the desk who did.</summary>
internal sealed class ImportEntry(
    AccountRegister accounts, CredentialRegister credentials, EnteredCustody entered, FollowerSeries followers, AccountLife life,
    TimeProvider time)
{
    public void Enter(OfficialAccount account, RegisterEntry entry, Person member)
    {
        var (record, now) = (accounts.RecordOf(account.Id), time.GetUtcNow());
        if (entry.Purpose is not null || entry.PolicyUrl is not null) record.Describe(entry.Purpose, entry.PolicyUrl, member.Name, now);
        if (entry.NameException is { } reason) record.Except(reason, member.Name, now);
        if (entry.ReplyMode is { } mode) record.Choose(mode, member.Name, now);
        record.Tell(entry.Information, entry.Budget);
        if (entry.Facts != AccountFacts.None) record.Learn(Over(record.Facts ?? AccountFacts.None, entry.Facts), member.Name, now);
        if (entry.Consultation is { } proof) Settle(account, AccountGate.Consultation, proof, member);
        if (entry.SpeaksOfCredentials) EnterCredential(account, entry, member.Name, now);
        foreach (var one in entry.Followers) followers.Enter(account.Id, one, member.Name);
    }

    /// <summary>Of an account that was there: the number is taken where nobody counted yet.</summary>
    /// <returns>What the list says otherwise; null where it does not.</returns>
    public string? Count(OfficialAccount account, RegisteredAccount row, Person member)
    {
        if (row is not { Followers: { } count, FollowersAsOf: { } day }) return null;
        var (counted, series) = (new Followers(count, day), followers.Of(account));
        if (series.Contains(counted)) return null;
        if (series.Count > 0)
            return string.Create(
                CultureInfo.InvariantCulture, $"フォロワー数は台帳のままにしました（一覧では{count:N0}）。新しい数は「フォロワー」で記録してください。");
        followers.Enter(account.Id, counted, member.Name);
        return null;
    }

    /// <summary>The consultation that the list says was held; what is on record stays.</summary>
    private void Settle(OfficialAccount account, AccountGate gate, string proof, Person member)
    {
        if (!life.Demanded(account).Contains(gate) || life.RecordOf(account, gate)?.State == GateState.Passed) return;
        life.Ask(account, gate, member).Settle(isPassed: true, proof, member.Name, time.GetUtcNow());
    }

    private void EnterCredential(OfficialAccount account, RegisterEntry entry, string by, DateTimeOffset now)
    {
        var credential = credentials.Of(account.Id);
        var before = credential.Custodians;
        credential.Entrust(
            entry.Custodians ?? credential.Custodians, entry.Keeper ?? credential.KeeperId, entry.CapReason ?? credential.CapReason);
        if (entry.Deputy is { } deputy) credential.Second(deputy);
        credential.Keep(entry.Storage ?? credential.Storage, entry.Place ?? credential.Place, entry.Group ?? credential.Group);
        if (entry.ChangedOn is { } day) credential.EnteredChange(new(IsFromList: true, by), day);
        credential.SetTwoStep(entry.TwoStep ?? credential.TwoStep, entry.TwoStepReason ?? credential.TwoStepReason);
        credential.Entered(by, now);
        entered.Add(account, [.. credential.Custodians.Except(before, StringComparer.OrdinalIgnoreCase)]);
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
