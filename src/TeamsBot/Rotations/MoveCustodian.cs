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
    RotationViews views,
    RotationTurns turns,
    RotationPlan plan,
    CustodyNews news,
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
        if (!MayMove(reader.Person)) return NotAllowed(turn, reader);
        var say = reader.Language;
        var (only, names) = Scope(argument);
        var parts = names.Split(Arrows, 2, StringSplitOptions.TrimEntries);
        var (leaver, successor) = (people.Named(parts[0]), parts.Length > 1 && parts[1].Length > 0 ? people.Named(parts[1]) : null);
        if (leaver is not [var from]) return Reply.Say(Unclear(parts[0], leaver, reader));
        if (successor is not (null or [_])) return Reply.Say(Unclear(parts[1], successor, reader));
        var to = successor?[0];
        if (to == from) return Reply.Say(say.Say("同じ方です。後任の方の名前を「異動 前任→後任」の形で送ってください。", "Both are the same person."));
        var kept = Held(from.ObjectId).Where(account => only is null || account.Id == only.Id).ToList();
        if (to is not null && Strange(to, kept, reader) is { } strange) return Reply.Say(strange);
        return kept.Count == 0
            ? Reply.Say(say.Say($"{from.Name}さんが保管者になっているアカウントはありません。", $"{from.Name} keeps no account's password."))
            : Reply.Show(Ask(from, to, kept, only, reader));
    }

    public async Task<Reply> HandleMove(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (!MayMove(reader.Person)) return NotAllowed(turn, reader);
        // Whoever has left the list of people may still be a custodian.
        var (leaver, named, only) =
            (turn.Action![RotationFields.Leaver], turn.Action[RotationFields.Successor], turn.Action[RotationFields.Account]);
        var (say, to) = (reader.Language, people.Find(named));
        if (named.Length > 0 && to is null)
            return Reply.Say(say.Say(
                "後任の方が職員の一覧にいないため、まだ記録していません。「異動 前任→後任」から、やり直してください。",
                "The successor is not in the list of people any more. Nothing was recorded; please begin again."));
        var kept = Held(leaver).Where(account => only.Length == 0 || account.Id == only).ToList();
        if (to is not null && Strange(to, kept, reader) is { } strange) return Reply.Say(strange);
        var (asked, left, entrusted) = (0, new List<OfficialAccount>(), new List<OfficialAccount>());
        foreach (var account in kept)
        {
            var (knew, knows) = (Knows(account, leaver), to is not null && Knows(account, to.ObjectId));
            if (knew) left.Add(account);
            if (knew && to is not null && !knows) entrusted.Add(account);
            if (await MoveAsync(turn, account, leaver, to, reader, cancellationToken)) asked++;
        }

        news.Left(left, leaver, turn.Actor!, reader.Person.Name);
        if (to is not null) news.Entrusted(entrusted, [to.ObjectId], turn.Actor!, reader.Person.Name);
        return Reply.Show(Done(kept.Count == 0
            ? say.Say("すでに記録されています。", "This is recorded already.")
            : Recorded(people.Find(leaver), kept.Count, asked, reader), reader));
    }

    /// <summary>Whether somebody is asked to change the password because of it.</summary>
    private async Task<bool> MoveAsync(
        ParsedTurn turn, OfficialAccount account, string leaver, Person? to, TaskReader reader, CancellationToken cancellationToken)
    {
        var (actor, credential) = (turn.Actor!, credentials.Of(account.Id));
        var (knew, knows) = (credential.IsCustodian(leaver), to is not null && credential.IsCustodian(to.ObjectId));
        credential.Replace(leaver, to?.ObjectId);
        credential.Entered(reader.Person.Name, time.GetUtcNow());
        audit.Record(actor, "custody.move", AccountRegister.Subject(account.Id), new { from = leaver, to = to?.ObjectId });
        if (!knew) return false;
        var task = await plan.LeftAsync(account, leaver, actor.TenantId, actor, cancellationToken);
        if (to is not null && !knows) await plan.TellNewcomersAsync(account, actor.TenantId, [to.ObjectId], cancellationToken);
        return task is { IsOpen: true };
    }

    private bool Knows(OfficialAccount account, string person) => credentials.Find(account.Id)?.IsCustodian(person) == true;

    private static string Recorded(Person? leaver, int moved, int asked, TaskReader reader)
    {
        var say = reader.Language;
        var said = say.Say(
            $"{(leaver is null ? "前任の方" : $"{leaver.Name}さん")}の異動を{Number(moved)}件のアカウントに記録しました。",
            $"Recorded for {Number(moved)} accounts. ");
        return asked == 0 ? said : said + say.Say(
            $"{Number(asked)}件のパスワードの変更を、保管者にお願いします。",
            $"The custodians are asked to change the passwords of {Number(asked)} of them.");
    }

    /// <summary>
    /// Where the successor belongs neither to an account's section nor to the desk: whoever keeps a password can be asked about it by those
    /// who see it, and nobody else is.
    /// </summary>
    private string? Strange(Person to, IReadOnlyList<OfficialAccount> kept, TaskReader reader)
    {
        var foreign = kept.Where(account => !views.Candidates(account).Contains(to)).ToList();
        if (foreign.Count == 0) return null;
        var names = string.Join("、", foreign.Take(3).Select(account => $"{account.Name}（{account.Section}）"));
        var more = foreign.Count > 3 ? $"ほか{Number(foreign.Count - 3)}件" : "";
        return reader.Language.Say(
            $"{to.Name}さん（{to.Section}）は、{names}{more}の所属の職員でも広報担当でもないため、後任にできません。まだ記録していません。"
                + "アカウントごとに後任が違うときは、「異動 アカウント名 前任→後任」の形で送ってください。",
            $"{to.Name} belongs neither to the section of {names} nor to the PR desk and cannot succeed there. Nothing was recorded. "
                + "For one account, send \"move account from→to\".");
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
                .. pack.Password?.OnStaffChange == true && kept.Exists(account => Knows(account, from))
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

    private bool Knows(OfficialAccount account, Person person) =>
        RotationTasks.Asks(account) && credentials.Find(account.Id)?.IsCustodian(person.ObjectId) == true;

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

    private List<OfficialAccount> Held(string objectId) =>
        [.. accounts.All.Where(account => credentials.Find(account.Id)?.IsHeldBy(objectId) == true)];

    private string Unclear(string typed, IReadOnlyList<Person> found, TaskReader reader)
    {
        var (say, quoted) = (reader.Language, TypedText.Quote(typed));
        var near = found.Count > 1 ? found : [.. NearestNames.Near(typed, people.Persons, person => person.Name).Take(3)];
        var names = string.Join("、", near.Select(person => $"{person.Name}（{person.Section}）"));
        return typed.Length == 0
            ? say.Say("「異動 前任→後任」の形で送ってください。後任がまだのときは「異動 前任→」です。", "Send \"move from→to\".")
            : found.Count == 0
                ? say.Say(
                    $"「{quoted}」さんは職員の一覧にありません。" + (names.Length == 0 ? "お名前を確かめてください。" : $"名前の近い方：{names}。"),
                    $"\"{quoted}\" is not among the people here. " + (names.Length == 0 ? "Please look at the name." : $"Near: {names}."))
            : say.Say($"「{quoted}」さんを一人に決められません。近い方：{names}。", $"It is not clear who \"{quoted}\" is. Near: {names}.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool MayMove(Person person) => person.Has(Role.Desk) || person.Has(Role.Admin);

    private Reply NotAllowed(ParsedTurn turn, TaskReader reader)
    {
        audit.Record(turn.Actor, "custody.refused", "account:", new { verb = turn.Action?.Verb ?? RotationVerbs.Move });
        var names = Person.NamesOf(people.Persons.Where(MayMove).Take(3));
        return Reply.Say(reader.Language.Say(
            $"異動を記録できるのは、広報担当と管理者（{names}）です。お知らせください。",
            $"The PR desk and administrators record this ({names}). Please tell them."));
    }
}
