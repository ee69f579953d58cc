using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>Gathers what the cards and files of a policy show.</summary>
internal sealed class PolicyViews(
    Pack pack, AccountRegister accounts, PolicyBook policies, PolicyAudience audience, PeopleDirectory people,
    PersonLanguage languages, TimeProvider time)
{
    public Reply Show(
        ParsedTurn turn, OfficialAccount account, PolicyVersion version, AdaptiveContainer? notice = null, string typed = "") =>
        Reply.Show(CardFor(people.Find(turn.Actor!), LanguageOf(turn), account, version, notice, typed));

    public CardLanguage LanguageOf(ParsedTurn turn) => languages.Of(turn);

    public AdaptiveCard CardFor(
        Person? reader, CardLanguage language, OfficialAccount account, PolicyVersion version, AdaptiveContainer? notice = null,
        string typed = "") =>
        PolicyCard.For(
            new(
                PaperOf(account, version),
                policies.Newest(account.Id)?.Number == version.Number,
                AccountAccess.MayChange(reader, account),
                MayReceive(reader) && version.ReceivedAt is null)
            {
                Readers = ReadersOf(reader, account, version),
                TypedUrl = typed,
                Language = language,
            },
            time.GetUtcNow(),
            notice);

    public PolicyPaper PaperOf(OfficialAccount account, PolicyVersion version) => new(
        account,
        version,
        PolicyPrint.Rows(new PolicySheet(version.Fields), version.Fields.GetValueOrDefault(PolicyFields.Also) ?? Also(account)),
        $"※{PolicyLabels.RuleOf(pack)}を遵守して作成しました。");

    /// <summary>Who looks after all accounts takes policies in.</summary>
    public static bool MayReceive(Person? person) => person is not null && (person.Has(Role.Desk) || person.Has(Role.PrHead));

    /// <summary>
    /// What was entered elsewhere and belongs into the remarks (asaka-annex-10), as the register has it now; a version keeps it as it was.
    /// </summary>
    public string Also(OfficialAccount account)
    {
        string?[] parts =
        [
            account.NameException is { } reason ? $"アカウント名の例外：{reason}" : null,
            accounts.Known(account.Id)?.Registered?.Budget is { } budget ? $"費用の予算科目：{budget}" : null,
        ];
        return string.Join('\n', parts.OfType<string>());
    }

    private PolicyReaders? ReadersOf(Person? reader, OfficialAccount account, PolicyVersion version)
    {
        var members = audience.Members(account).Count;
        if (members == 0) return null;
        var waiting = audience.Unread(account, version);
        return new(members - waiting.Count, [.. waiting.Select(person => person.Name)], reader is not null && waiting.Contains(reader));
    }
}
