using System.Globalization;
using TeamsBot.AccountDesk.Names;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>What keeps a policy from being finalised, with the field it is about.</summary>
internal sealed record PolicyGap(string Field, string Message);

/// <summary>
/// The rules of the policy form (domain/rules.md 5.1), in its printed order. Says everything at once, so that nobody has to press twice.
/// </summary>
internal sealed class PolicyRules(Pack pack, AccountRegister accounts, AccountNames names, PolicyFit fit, ClauseNames clauses)
{
    /// <summary>A period that is longer was mistyped.</summary>
    private const int MostYears = 10;

    /// <param name="account">The account it is for; null for a blank form whose account is found by its name.</param>
    public IReadOnlyList<PolicyGap> Gaps(PolicySheet sheet, OfficialAccount? account) =>
    [
        .. Section(sheet), .. Purpose(sheet), .. Medium(sheet, account), .. Name(sheet, account), .. Address(sheet), .. Period(sheet),
        .. Hours(sheet), .. Replies(sheet), .. Rest(sheet), .. Ticks(sheet), .. Lengths(sheet),
    ];

    /// <summary>Whether the guideline wants the policy to say it.</summary>
    public bool Wants(string label) => pack.AccountDuties?.PolicyForm?.Fields.Contains(label, StringComparer.Ordinal) == true;

    private IEnumerable<PolicyGap> Section(PolicySheet sheet)
    {
        if (Wants("開設所属") && sheet[PolicyFields.Department].Length == 0) yield return new(PolicyFields.Department, "部を入力してください。");
        var section = sheet[PolicyFields.Section];
        if (section.Length == 0) yield return new(PolicyFields.Section, "課を入力してください。");
        else if (pack.Organisation.Sections.Count > 0 && !pack.Organisation.Sections.Contains(section, StringComparer.Ordinal)
            && !sheet.Is(PolicyFields.SectionConfirmed))
            yield return new(
                PolicyFields.SectionConfirmed,
                $"「{TypedText.Quote(section)}」は組織の一覧にありません。直すか、このままでよければ下の印を付けてください。");
    }

    private IEnumerable<PolicyGap> Purpose(PolicySheet sheet)
    {
        if (sheet[PolicyFields.Information].Length == 0) yield return new(PolicyFields.Information, "発信情報を入力してください。");
        if (sheet.WholePurpose.Length == 0) yield return new(PolicyFields.Purpose, "利用目的を入力してください。");
        else if (fit.Clash(sheet) is { } clash && !sheet.Is(PolicyFields.PurposeConfirmed))
            yield return new(PolicyFields.PurposeConfirmed, clash);
        if (Wants("対象者") && sheet[PolicyFields.Audience].Length == 0) yield return new(PolicyFields.Audience, "対象者を入力してください。");
    }

    private static IEnumerable<PolicyGap> Medium(PolicySheet sheet, OfficialAccount? account)
    {
        if (sheet.Media.Count == 0) yield return new(PolicyFields.Media, "利用するソーシャルメディアの種類を一つ選んでください。");
        else if (sheet.Media.Count > 1)
            yield return new(PolicyFields.Media, "媒体ごとに一枚です。種類を一つにするか、「二枚に分ける」を押してください。");
        else if (account is not null && sheet.Media[0] != account.Medium)
            yield return new(
                PolicyFields.Media, $"台帳では{account.Medium.Display()}のアカウントです。ほかの媒体の方針は、そのアカウントから作ってください。");
        if (sheet.Media is [Checks.Context.Medium.Other] && sheet[PolicyFields.MediumName].Length == 0)
            yield return new(PolicyFields.MediumName, "その他の媒体の名称を入力してください。");
    }

    private IEnumerable<PolicyGap> Name(PolicySheet sheet, OfficialAccount? account)
    {
        var name = sheet[PolicyFields.Name];
        if (name.Length == 0)
        {
            yield return new(PolicyFields.Name, "アカウント名を入力してください。");
            yield break;
        }

        var findings = names.Check(name, sheet[PolicyFields.Section], account?.Kind ?? AccountKind.Section);
        // A name in use with a recorded reason stays.
        if (findings.Count > 0 && !(account?.Name == name && account.NameException is not null))
            yield return new(PolicyFields.Name, findings[0].Message + findings[0].Next);
        if (account is not null && name != account.Name)
            yield return new(PolicyFields.Name, $"台帳の名前は「{account.Name}」です。名前を変えるときは、先に台帳を直してください。");
        if (sheet.Media is [var medium] && sheet[PolicyFields.Handle] is { Length: > 0 } handle
            && accounts.Same(medium, handle, name) is { } same && account is not null && same.Id != account.Id)
            yield return new(PolicyFields.Handle, $"このIDは {AccountRegister.Display(same)}（{same.Section}）のものです。");
    }

    private IEnumerable<PolicyGap> Address(PolicySheet sheet)
    {
        var url = sheet[PolicyFields.Url];
        if (url.Length == 0)
        {
            if (Wants("登録URL")) yield return new(PolicyFields.Url, "登録URLを入力してください。");
        }
        else if (!OfficialAccount.IsAddress(url)) yield return new(PolicyFields.Url, "登録URLは、https:// で始まる形で入力してください。");
        else if (sheet.Media is [var medium] && pack.Of(medium) is { Hosts.Count: > 0 } policy
            && !policy.Hosts.Contains(new Uri(url).Host, StringComparer.OrdinalIgnoreCase))
            yield return new(PolicyFields.Url, $"登録URLが{medium.Display()}のページではありません。種類とURLを確かめてください。");
    }

    private IEnumerable<PolicyGap> Period(PolicySheet sheet)
    {
        if (Wants("運用期間"))
        {
            if (sheet.From is null) yield return new(PolicyFields.From, "運用期間の始まりの日を入力してください。");
            if (sheet.To is null) yield return new(PolicyFields.To, "運用期間の終わりの日を入力してください。");
        }

        if (sheet is not { From: { } from, To: { } to }) yield break;
        if (to < from) yield return new(PolicyFields.To, "運用期間の終わりの日が、始まりの日より前です。");
        else if (to > from.AddYears(MostYears)) yield return new(PolicyFields.To, "運用期間は10年までです。終わりの日を確かめてください。");
    }

    private IEnumerable<PolicyGap> Hours(PolicySheet sheet)
    {
        if (sheet.Hours is not null) yield break;
        var isBegun = sheet.Days.Count > 0 || sheet[PolicyFields.Opens].Length > 0 || sheet[PolicyFields.Closes].Length > 0;
        if (Wants("運用時間") || isBegun)
            yield return new(
                sheet.Days.Count == 0 ? PolicyFields.Days : PolicyFields.Closes,
                "運用時間の曜日と、始まりと終わりの時刻を入力してください。終わりは始まりより後にします。");
    }

    private IEnumerable<PolicyGap> Replies(PolicySheet sheet)
    {
        if (sheet.AnswersResidents is null && Wants("投稿に対する返信"))
            yield return new(PolicyFields.Replies, "投稿に返信するかどうかを選んでください。");
        if (sheet.AnswersResidents == false && fit.IsTwoWay(sheet) && !sheet.Is(PolicyFields.RepliesConfirmed))
            yield return new(
                PolicyFields.RepliesConfirmed, "利用目的には住民との交流がありますが、返信しないことになっています。どちらかを直すか、このままでよければ下の印を付けてください。");
        if (sheet[PolicyFields.Handling].Length == 0 && (PolicyLabels.Handling.Any(Wants) || fit.PicksTwoWay(sheet)))
            yield return new(PolicyFields.Handling, "受けた投稿や意見をどう扱うかを入力してください。");
    }

    private IEnumerable<PolicyGap> Rest(PolicySheet sheet) => PolicyLabels.Further
        .Where(further => Wants(further.Label) && sheet[further.Field].Length == 0)
        .Select(further => new PolicyGap(further.Field, $"{further.Label}を入力してください。"));

    private IEnumerable<PolicyGap> Ticks(PolicySheet sheet)
    {
        if (!sheet.Is(PolicyFields.Rule)) yield return new(PolicyFields.Rule, $"{PolicyLabels.RuleOf(pack)}を確認し、印を付けてください。");
        var ticked = sheet.Several(PolicyFields.Ticks);
        foreach (var (tick, at) in (pack.AccountDuties?.PolicyForm?.Ticks ?? []).Select((tick, at) => (tick, PolicyLabels.TickOf(at))))
        {
            var basis = clauses.OwnOf(tick.Basis.Cite);
            if (!ticked.Contains(at))
                yield return new(PolicyFields.Ticks, $"「{tick.Say}」の印がありません。{(basis.Length > 0 ? $"（{basis}）" : "")}");
        }
    }

    private static IEnumerable<PolicyGap> Lengths(PolicySheet sheet) => PolicyFields.Written
        .Where(written => sheet[written.Field].Length > written.Most)
        .Select(written => new PolicyGap(
            written.Field,
            string.Create(CultureInfo.InvariantCulture, $"{PolicyLabels.Of(written.Field)}は{written.Most}字までで入力してください。")));
}
