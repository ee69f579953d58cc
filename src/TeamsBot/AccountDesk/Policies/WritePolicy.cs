using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>
/// Finalises a policy: when the whole form holds, it becomes the account's next version, and what it says becomes what the register and
/// the checks know of the account.
/// </summary>
internal sealed class WritePolicy(
    Pack pack, AccountRegister accounts, PolicyBook policies, PolicyRules rules, PolicyFormCard forms, PolicyDuties duties,
    PolicyViews views, PeopleDirectory people, OutboxWriter outbox, AuditTrail audit, TimeProvider time)
{
    public async Task<Reply> HandleSave(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var sheet = PolicySheet.Read(turn.Action!);
        if (Meant(turn, sheet) is not { } account)
            return Refuse(turn, sheet, null, [
                .. rules.Gaps(sheet, null),
                new(PolicyFields.Name, "この名前のアカウントは台帳にありません。新しいアカウントは、先に「アカウント開設」で申請してください。"),
            ]);
        var person = people.Find(turn.Actor!);
        if (!AccountAccess.MayChange(person, account))
        {
            audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.PolicySave });
            return Reply.Say(Warned(sheet, AccountAccess.NotYours(account)));
        }

        var gaps = rules.Gaps(sheet, account);
        if (gaps.Count > 0) return Refuse(turn, sheet, account, gaps);
        if (policies.Newest(account.Id) is { } newest && NumberOf(turn) != newest.Number)
            return Reply.Show(forms.For(new(sheet, account, newest.Number, [])
            {
                Notice = Warned(
                    sheet,
                    string.Create(CultureInfo.InvariantCulture, $"カードを開いたあとに、{newest.FinalBy}さんが第{newest.Number}版を確定しました。")
                        + "入力した内容は残しています。お確かめのうえ、もう一度確定してください。"),
            }));
        return await StoreAsync(turn, account, sheet, person!, cancellationToken);
    }

    /// <summary>Two media were ticked: this form goes on with the first, the others get a form of their own (asaka-annex-4).</summary>
    public Task<Reply> HandleSplit(ParsedTurn turn)
    {
        var sheet = PolicySheet.Read(turn.Action!);
        var account = accounts.Find(turn.Action![AccountFields.Account]);
        if (sheet.Media.Count < 2) return Task.FromResult(Refuse(turn, sheet, account, rules.Gaps(sheet, account)));
        var first = account is not null && sheet.Media.Contains(account.Medium) ? account.Medium : sheet.Media[0];
        var others = sheet.Media.Where(medium => medium != first).ToList();
        foreach (var medium in others)
            outbox.Post(Address.Of(turn), forms.For(OtherForm(sheet, medium)), $"運用ポリシー（{medium.Display()}）", isAnswer: true);
        var names = string.Join("、", others.Select(medium => medium.Display()));
        return Task.FromResult(Reply.Show(forms.For(new(
            // Still of the version it was opened on: what a colleague finalised since then is told at the end.
            sheet.With(PolicyFields.Media, first.ToString()), account, NumberOf(turn), [])
        {
            Notice = Warned(sheet, $"この様式は{first.Display()}で続けます。{names}の様式は、次のメッセージに出しました。"),
        })));
    }

    private PolicyFormView OtherForm(PolicySheet sheet, Medium medium)
    {
        var same = accounts.Same(medium, null, sheet[PolicyFields.Name]);
        var next = sheet.With(PolicyFields.Media, medium.ToString()).With(PolicyFields.Url, same?.Url ?? "")
            .With(PolicyFields.Handle, same?.Handle ?? "");
        var newest = same is null ? null : policies.Newest(same.Id);
        return new(next, same, newest?.Number ?? 0, [])
        {
            Notice = newest is null ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"このアカウントには、{newest.FinalBy}さんが確定した第{newest.Number}版があります。この様式を確定すると、第{newest.Number + 1}版になります。"),
        };
    }

    private async Task<Reply> StoreAsync(
        ParsedTurn turn, OfficialAccount account, PolicySheet sheet, Person person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var form = pack.AccountDuties?.PolicyForm;
        string[] ticks = [$"{PolicyLabels.RuleOf(pack)}を確認した", .. (form?.Ticks ?? []).Select(tick => tick.Say)];
        var version = policies.Add(new(account.Id, Kept(sheet, views.Also(account)), ticks), person.Name, person.ObjectId, now);
        var record = accounts.RecordOf(account.Id);
        record.Describe(sheet.WholePurpose, null, person.Name, now);
        record.Learn(Facts(sheet, accounts.FactsOf(account.Id)), person.Name, now);
        if (sheet[PolicyFields.Url] is { Length: > 0 } url) record.Locate(url);
        audit.Record(
            turn.Actor, "policy.final", AccountRegister.Subject(account.Id), new { version.Number, version.Fields, version.Ticks });
        var known = accounts.Find(account.Id)!;
        await duties.FinalAsync(turn, known, version, cancellationToken);
        var said = string.Create(CultureInfo.InvariantCulture, $"第{version.Number}版として確定しました。")
            + "「ページ用（HTML）」を公式ホームページに載せ、ページのアドレスを記録してください。";
        return views.Show(turn, known, version, CardParts.Notice(NoticeKind.Done, Warned(sheet, said)));
    }

    /// <summary>
    /// What the policy says, over what is known; where it says nothing, that stays. Not so its period: one without a last day has no end.
    /// </summary>
    private AccountFacts Facts(PolicySheet sheet, AccountFacts known) => known with
    {
        Topics = pack.ContentCategories is { Items.Count: > 0 } ? sheet.Several(PolicyFields.Topics) : known.Topics,
        Hours = sheet.Hours ?? known.Hours,
        Replies = sheet.AnswersResidents ?? known.Replies,
        MembersOnly = sheet.Is(PolicyFields.MembersOnly),
        Audience = Said(sheet, PolicyFields.Audience) ?? known.Audience,
        From = sheet.From,
        To = sheet.To,
        Frequency = Said(sheet, PolicyFields.Frequency) ?? known.Frequency,
    };

    private static string? Said(PolicySheet sheet, string field) => sheet[field] is { Length: > 0 } text ? text : null;

    /// <summary>The ticks stand beside the fields, in words.</summary>
    /// <param name="also">Kept although it may be empty: nothing is added later.</param>
    private static Dictionary<string, string> Kept(PolicySheet sheet, string also) => sheet.Values
        .Where(field => field.Value.Length > 0 && field.Key is not (PolicyFields.Rule or PolicyFields.Ticks))
        .Append(KeyValuePair.Create(PolicyFields.Also, also))
        .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);

    private static string Warned(PolicySheet sheet, string said) => said + (sheet.HadSecret ? SecretGuard.Warning(CardLanguage.Ja) : "");

    /// <summary>The account the form names by its id, else by medium and name.</summary>
    private OfficialAccount? Meant(ParsedTurn turn, PolicySheet sheet) =>
        turn.Action![AccountFields.Account] is { Length: > 0 } id ? accounts.Find(id)
        : sheet.Media is [var medium] && sheet[PolicyFields.Name] is { Length: > 0 } name
            ? accounts.Same(medium, sheet[PolicyFields.Handle] is { Length: > 0 } handle ? handle : null, name)
        : null;

    private static int NumberOf(ParsedTurn turn) =>
        int.TryParse(turn.Action![PolicyFields.Number], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private Reply Refuse(
        ParsedTurn turn, PolicySheet sheet, OfficialAccount? account, IReadOnlyList<PolicyGap> gaps) => Reply.Show(forms.For(
        new(sheet, account, NumberOf(turn), gaps)
        {
            Notice = Warned(sheet, "") is { Length: > 0 } warning ? warning : null,
        }));
}
