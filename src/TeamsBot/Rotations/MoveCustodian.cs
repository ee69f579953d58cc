using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>
/// 「異動 甲→乙」: one person's passwords go to another, or to nobody, over all accounts. Everybody who knows one of them changes it the same
/// day, where the pack says so [tochigi-7-2-4]; each of them hears of all accounts at once. By the desk and administrators.
/// </summary>
internal sealed class MoveCustodian(
    AccountRegister accounts,
    CredentialRegister credentials,
    PeopleDirectory people,
    RotationTurns turns,
    RotationPlan plan,
    AuditTrail audit,
    Pack pack,
    TimeProvider time
)
{
    private const int MaxRows = 12;

    private static readonly string[] Arrows = ["→", "⇒", "->", "=>", "＞", ">"];

    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (!MayMove(reader.Person)) return NotAllowed(reader);
        var say = reader.Language;
        var (only, names) = Scope(argument);
        var parts = names.Split(Arrows, 2, StringSplitOptions.TrimEntries);
        var (leaver, successor) = (Named(parts[0]), parts.Length > 1 && parts[1].Length > 0 ? Named(parts[1]) : null);
        if (leaver is not [var from]) return Reply.Say(Unclear(parts[0], leaver, reader));
        if (successor is not (null or [_])) return Reply.Say(Unclear(parts[1], successor, reader));
        var to = successor?[0];
        if (to == from) return Reply.Say(say.Say("同じ方です。後任の方の名前を「異動 前任→後任」の形で送ってください。", "Both are the same person."));
        var kept = Held(from).Where(account => only is null || account.Id == only.Id).ToList();
        return kept.Count == 0
            ? Reply.Say(say.Say($"{from.Name}さんが保管者になっているアカウントはありません。", $"{from.Name} keeps no account's password."))
            : Reply.Show(Ask(from, to, kept, only, reader));
    }

    public async Task<Reply> HandleMove(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (!MayMove(reader.Person)) return NotAllowed(reader);
        // Whoever has left the list of people may still be a custodian.
        var (leaver, to) = (turn.Action![RotationFields.Leaver], people.Find(turn.Action[RotationFields.Successor]));
        var say = reader.Language;
        var moved = 0;
        var only = turn.Action[RotationFields.Account];
        foreach (var account in accounts.All.Where(account => only.Length == 0 || account.Id == only))
        {
            if (credentials.Find(account.Id) is not { } credential || !Has(credential, leaver)) continue;
            var knew = credential.IsCustodian(leaver);
            credential.Replace(leaver, to?.ObjectId);
            credential.Entered(reader.Person.Name, time.GetUtcNow());
            audit.Record(turn.Actor, "custody.move", AccountRegister.Subject(account.Id), new { from = leaver, to = to?.ObjectId });
            if (knew) await plan.LeftAsync(account, leaver, turn.Actor!.TenantId, turn.Actor, cancellationToken);
            if (to is not null) await plan.TellNewcomerAsync(account, turn.Actor!.TenantId, cancellationToken);
            moved++;
        }

        var name = people.Find(leaver)?.Name ?? "";
        return Reply.Show(Done(moved == 0
            ? say.Say("すでに記録されています。", "This is recorded already.")
            : say.Say($"{name}さんの異動を{Number(moved)}件のアカウントに記録しました。", $"Recorded for {Number(moved)} accounts of {name}. ")
                + (pack.Password?.OnStaffChange == true
                    ? say.Say("パスワードの変更を、保管者にお知らせします。", "Their custodians are asked to change the passwords.")
                    : ""), reader));
    }

    private AdaptiveCard Ask(Person from, Person? to, List<OfficialAccount> kept, OfficialAccount? only, TaskReader reader)
    {
        var say = reader.Language;
        var title = say.Say("保管者の異動", "A custodian leaves");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Field(say.Say("前任", "From"), $"{from.Name}（{from.Section}）"),
                CardParts.Field(say.Say("後任", "To"), to is null ? say.Say("なし", "nobody") : $"{to.Name}（{to.Section}）"),
                CardParts.Heading(say.Say($"アカウント　{Number(kept.Count)}件", $"{Number(kept.Count)} accounts")),
                .. kept.Take(MaxRows).Select(account => CardParts.Line(AccountRegister.Display(account))),
                .. kept.Count > MaxRows
                    ? [CardParts.Remark(say.Say($"ほか{Number(kept.Count - MaxRows)}件", $"{Number(kept.Count - MaxRows)} more"))]
                    : Array.Empty<AdaptiveElement>(),
                .. pack.Password?.OnStaffChange == true
                    ? [CardParts.Remark(say.Say(
                        "記録すると、今日中のパスワードの変更を保管者にお願いします。",
                        "Once recorded, the custodians are asked to change the passwords today."))]
                    : Array.Empty<AdaptiveElement>(),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    say.Say("異動を記録する", "Record it"),
                    RotationVerbs.Move,
                    new JsonObject
                    {
                        [RotationFields.Leaver] = from.ObjectId,
                        [RotationFields.Successor] = to?.ObjectId ?? "",
                        [RotationFields.Account] = only?.Id ?? "",
                    },
                    style: "positive",
                    takesInputs: false)),
            ],
            title,
            language: say
        );
    }

    private static AdaptiveCard Done(string said, TaskReader reader)
    {
        var title = reader.Language.Say("保管者の異動", "A custodian leaves");
        return CardParts.Card([CardParts.Title(title), CardParts.Notice(NoticeKind.Done, said)], title, language: reader.Language);
    }

    /// <summary>「担当変更 city-x 佐藤→鈴木」 is about one account.</summary>
    private (OfficialAccount? Only, string Names) Scope(string argument)
    {
        var blank = argument.AsSpan().IndexOfAny(' ', '\u3000');
        return blank > 0 && accounts.Named(argument[..blank]) is [var only] ? (only, argument[(blank + 1)..]) : (null, argument);
    }

    private List<OfficialAccount> Held(Person person) =>
        [.. accounts.All.Where(account => credentials.Find(account.Id) is { } credential && Has(credential, person.ObjectId))];

    private static bool Has(AccountCredential credential, string objectId) =>
        credential.IsCustodian(objectId) || string.Equals(credential.KeeperId, objectId, StringComparison.OrdinalIgnoreCase);

    /// <summary>By the whole name, else by its beginning: 佐藤.</summary>
    private List<Person> Named(string typed)
    {
        var wanted = Plain(typed);
        if (wanted.Length == 0) return [];
        var whole = people.Persons.Where(person => Plain(person.Name) == wanted).ToList();
        return whole.Count > 0
            ? whole
            : [.. people.Persons.Where(person => Plain(person.Name).StartsWith(wanted, StringComparison.Ordinal))];
    }

    private static string Plain(string name) =>
        TurnRouter.Fold(name).Replace(" ", "", StringComparison.Ordinal).Replace("さん", "", StringComparison.Ordinal);

    private string Unclear(string typed, List<Person> found, TaskReader reader)
    {
        var (say, quoted) = (reader.Language, TypedText.Quote(typed));
        var near = found.Count > 1 ? found : [.. NearestNames.Of(typed, people.Persons, person => person.Name).Take(3)];
        var names = string.Join("、", near.Select(person => $"{person.Name}（{person.Section}）"));
        return typed.Length == 0
            ? say.Say("「異動 前任→後任」の形で送ってください。後任がまだのときは「異動 前任→」です。", "Send \"move from→to\".")
            : say.Say($"「{quoted}」さんを一人に決められません。近い方：{names}。", $"It is not clear who \"{quoted}\" is. Near: {names}.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool MayMove(Person person) => person.Has(Role.Desk) || person.Has(Role.Admin);

    private Reply NotAllowed(TaskReader reader)
    {
        var names = RotationViews.Names(people.Persons.Where(MayMove).Take(3));
        return Reply.Say(reader.Language.Say(
            $"異動を記録できるのは、広報担当と管理者（{names}）です。お知らせください。",
            $"The PR desk and administrators record this ({names}). Please tell them."));
    }
}
