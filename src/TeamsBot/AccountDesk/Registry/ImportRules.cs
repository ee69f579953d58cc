using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// What a list may not enter because the form for it would not take it either, or because a procedure stands behind it: it is taken out of
/// the entry, with the way to enter it. What a list leaves open stays open; the inspection says so.
/// </summary>
internal sealed class ImportRules(CustodyRules custody, AccountAccess access, PeopleDirectory people, TimeProvider time)
{
    /// <param name="stored">What is on record of the account's password and counts beside the row; null where nothing is.</param>
    /// <returns>A sentence for each part that was taken out.</returns>
    public IEnumerable<string> TakeOut(Sheet.RegisterEntry entry, OfficialAccount account, AccountCredential? stored, Person member) =>
        [
            .. State(entry, account), .. Day(entry), .. Custodians(entry, account, stored, member), .. Deputy(entry, account, stored),
            .. Keeping(entry, stored),
        ];

    /// <summary>
    /// An end is planned with its notices and its day, a stop has its reason and those who lift it: without them nobody would be reminded
    /// of the one (tochigi-8-1) or could lift the other.
    /// </summary>
    private static IEnumerable<string> State(Sheet.RegisterEntry entry, OfficialAccount account)
    {
        if (entry.State is not (AccountState.Closing or AccountState.Stopped)) yield break;
        var (running, name) = (OfficialAccount.InJapanese(AccountState.Running), account.Handle?.TrimStart('@') ?? account.Name);
        yield return entry.State == AccountState.Closing
            ? $"列「状態」：廃止の手続きが記録されていないため、「{running}」として登録しました。「廃止 {name}」と送って手続きを始めてください。"
            : $"列「状態」：停止の理由が記録されていないため、「{running}」として登録しました。「緊急停止 {name}」と送って停止してください。";
        entry.State = AccountState.Running;
    }

    private IEnumerable<string> Day(Sheet.RegisterEntry entry)
    {
        if (!(entry.ChangedOn > JapanTime.DateOf(time.GetUtcNow()))) yield break;
        entry.ChangedOn = null;
        yield return "列「最終変更日」：先の日付です。";
    }

    /// <summary>Beyond the limit the head enters them with a reason (tochigi-7-2-2).</summary>
    private IEnumerable<string> Custodians(
        Sheet.RegisterEntry entry, OfficialAccount account, AccountCredential? stored, Person member)
    {
        var isOver = custody.IsOver(entry.Custodians?.Count ?? 0);
        if (!isOver && entry.CapReason is { Length: > 0 })
            yield return $"列「保管者の人数の理由」：{WhyNoReason(entry)}ため、登録していません。";
        if (!isOver) entry.CapReason = null;
        if (Stranger(entry.Custodians ?? [], account, stored) is { } stranger)
        {
            (entry.Custodians, entry.CapReason) = (null, null);
            yield return Strange("保管者", stranger, account);
        }
        else if (isOver && !custody.MayExceed(member, account, entry.CapReason))
        {
            (entry.Custodians, entry.CapReason) = (null, null);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"列「保管者」：{custody.Most}人を超える保管者は、{Heads(account)}に")
                + "「保管者」のカードで理由を添えて登録してもらってください。";
        }

        if (Stranger(entry.Keeper is { } id ? [id] : [], account, stored) is not { } keeper) yield break;
        entry.Keeper = null;
        yield return Strange("保管責任者", keeper, account);
    }

    /// <summary>Somebody of the section, as custodians are, and none of them.</summary>
    private IEnumerable<string> Deputy(Sheet.RegisterEntry entry, OfficialAccount account, AccountCredential? stored)
    {
        if (entry.Deputy is not { } id) yield break;
        var isCustodian = (entry.Custodians ?? stored?.Custodians ?? []).Contains(id, StringComparer.OrdinalIgnoreCase);
        var stranger = Stranger([id], account, stored);
        if (!isCustodian && stranger is null) yield break;
        entry.Deputy = null;
        yield return stranger is not null ? Strange("副保管者", stranger, account) : "列「副保管者」：保管者とは別の人を書いてください。";
    }

    private static IEnumerable<string> Keeping(Sheet.RegisterEntry entry, AccountCredential? stored)
    {
        var (place, keeper) = (entry.Place ?? stored?.Place ?? "", entry.Keeper ?? stored?.KeeperId);
        if (CustodyRules.LacksPlace(entry.Storage, place, keeper))
        {
            entry.Storage = null;
            yield return "列「保管方法」：紙などに書いて保管するときは、「保管場所」と「保管責任者」も書いてください。";
        }

        if (!CustodyRules.LacksReason(entry.TwoStep, entry.TwoStepReason ?? stored?.TwoStepReason ?? "")) yield break;
        entry.TwoStep = null;
        yield return "列「二段階認証」：使わないときは、「二段階認証を使わない理由」も書いてください。";
    }

    private string WhyNoReason(Sheet.RegisterEntry entry) =>
        custody.Most is not { } most ? "保管者の人数に決まりがない"
        : entry.Custodians is null ? "保管者が書かれていない"
        : string.Create(CultureInfo.InvariantCulture, $"保管者が{most}人以下の");

    private string Heads(OfficialAccount account) =>
        access.HeadsOf(account) is { Count: > 0 } heads ? Person.NamesOf(heads) : "決裁する方";

    private Person? Stranger(IEnumerable<string> ids, OfficialAccount account, AccountCredential? stored) =>
        ids.Select(people.Find).OfType<Person>().FirstOrDefault(person => !CustodyRules.MayHold(person, account, stored));

    private static string Strange(string column, Person person, OfficialAccount account) =>
        $"列「{column}」：{person.Name}さんは、{Cards.ShortText.Shorten(account.Section, 30)}の職員か広報担当ではありません。";
}
