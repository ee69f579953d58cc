using System.Text.Json.Nodes;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>What the use cases about passwords have in common: who asks, which account is meant, and who would be the one to ask.</summary>
internal sealed class RotationTurns(
    AccountRegister accounts,
    CredentialRegister credentials,
    PeopleDirectory people,
    TaskTurns tasks,
    PersonLanguage languages,
    AuditTrail audit
)
{
    public async Task<TaskReader?> ReaderAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        people.Find(turn.Actor!) is { } person ? await tasks.ReaderAsync(turn, person, cancellationToken) : null;

    public Reply NotListed(ParsedTurn turn) => Reply.Say(languages.Of(turn).Say(
        "この操作は、登録された職員の方だけが行えます。管理者へご連絡ください。", "Only registered members of staff can do this. Please ask an administrator."));

    /// <summary>The accounts whose password this person keeps.</summary>
    public IReadOnlyList<OfficialAccount> Kept(Person person) =>
        [.. accounts.All.Where(account => credentials.Find(account.Id)?.IsCustodian(person.ObjectId) == true)];

    /// <summary>Whoever looks after the account, where somebody else asks [asaka-2-5b].</summary>
    public Reply NotYours(ParsedTurn turn, OfficialAccount account, TaskReader reader)
    {
        audit.Record(turn.Actor, "custody.refused", AccountRegister.Subject(account.Id));
        var heads = Person.NamesOf(people.Holding(Role.Head, account.Section));
        var head = heads.Length == 0 ? account.Section : $"{account.Section}の{heads}";
        return Reply.Say(reader.Language.Say(
            $"{AccountRegister.Display(account)} のパスワードの管理を見られるのは、{account.Section}の方と広報担当だけです。必要なときは、{head}か広報担当へお知らせください。",
            $"Only {account.Section} and the PR desk can see who keeps the password of {AccountRegister.Display(account)}."));
    }

    /// <summary>No account has that name: those whose names are nearest, as buttons. What was typed is not repeated.</summary>
    public Reply Choose(string typed, string verb, TaskReader reader)
    {
        var seen = accounts.All.Where(account => credentials.MaySee(reader.Person, account)).ToList();
        var nearest = NearestNames.Of(typed, seen, account => $"{account.Id} {account.Name} {account.Handle}")
            .Take(ChooserCard.InARow).ToList();
        return nearest.Count == 0
            ? Reply.Say(reader.Language.Say(
                "あなたの所属で運用しているアカウントがありません。広報担当に確認してください。",
                "Your section runs no account. Please ask the PR desk."))
            : Choose(nearest, verb, reader, typed.Length == 0
                ? null
                : reader.Language.Say("その名前のアカウントは台帳にありません。近いものはこちらです。", "No account has that name. These come near."));
    }

    public static Reply Choose(IReadOnlyList<OfficialAccount> several, string verb, TaskReader reader, string? said = null)
    {
        var title = reader.Language.Say("どのアカウントですか", "Which account?");
        var choices = several.Select(account =>
            ($"{account.Name}（{account.Medium.Display()}）", new JsonObject { [RotationFields.Account] = account.Id })).ToList();
        return Reply.Show(ChooserCard.Of(title, said, verb, choices, reader.Language));
    }
}
