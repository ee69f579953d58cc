using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>
/// 「保管者 city-x」: shows who keeps an account's password to its section and the desk, and takes in what they enter. More custodians than the
/// pack's limit are entered by the head with a reason [tochigi-7-2-2].
/// </summary>
internal sealed class EditCustody(
    AccountRegister accounts,
    CredentialRegister credentials,
    AccountAccess access,
    CustodyRules rules,
    RotationViews views,
    RotationTurns turns,
    RotationTasks kind,
    RotationPlan plan,
    TaskBook book,
    TaskTelling telling,
    CustodyNews news,
    TaskCatalogue catalogue,
    AuditTrail audit,
    Pack pack,
    TimeProvider time
)
{
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Named(argument) switch
        {
            [var account] => await ShowAsync(turn, account, reader, null, cancellationToken),
            [] => turns.Choose(argument, RotationVerbs.Custody, reader),
            var several => RotationTurns.Choose(several, RotationVerbs.Custody, reader),
        };
    }

    public async Task<Reply> HandleShow(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action![RotationFields.Account]) is { } account
            ? await ShowAsync(turn, account, reader, null, cancellationToken)
            : RotationViews.NotFound(reader);
    }

    public async Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (accounts.Find(turn.Action![RotationFields.Account]) is not { } account) return RotationViews.NotFound(reader);
        return AccountAccess.MayChange(reader.Person, account)
            ? Reply.Show(views.Form(account, null, reader, null, null))
            : NotChangeable(turn, account);
    }

    public async Task<Reply> HandleSave(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        if (accounts.Find(turn.Action![RotationFields.Account]) is not { } account) return RotationViews.NotFound(found);
        if (!AccountAccess.MayChange(found.Person, account)) return NotChangeable(turn, account);
        var reader = found with { Typed = CustodyForm.Fields(turn.Action) };
        var (form, stored) = (CustodyForm.Read(reader.Typed, reader.Today), credentials.Find(account.Id));
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, account.Id, cancellationToken);
        var asking = open.FirstOrDefault(task => task.Id.ToString("N") == turn.Action[TaskFields.Task]);
        var view = new CustodyView(account, stored, views.Candidates(account), asking, catalogue.Of(RotationTasks.Unknown), reader);
        if (!CustodyForm.IsOf(turn.Action[RotationFields.Version], stored))
            return Refuse(turn, view, Warned(Changed(view), reader));
        if (form.Problem(view, pack.Password!) is { } problem) return Refuse(turn, view, Warned(problem, reader));
        if (OverCap(form, view) is { } over) return Refuse(turn, view with { AsksCapReason = true }, Warned(over, reader));
        var capReason = CapReason(form, view);
        await SaveAsync(turn, account, form with { CapReason = capReason }, reader, cancellationToken);
        var said = Warned(reader.Language.Say("登録しました。", "It is entered. "), reader);
        return await ShowAsync(turn, account, found, CardParts.Notice(NoticeKind.Done, said), cancellationToken);
    }

    private async Task SaveAsync(
        ParsedTurn turn, OfficialAccount account, CustodyForm form, TaskReader reader, CancellationToken cancellationToken)
    {
        var (actor, credential) = (turn.Actor!, credentials.Of(account.Id));
        var (before, second) = (credential.Custodians, credential.DeputyId);
        credential.Entrust(form.Custodians, form.Keeper, form.CapReason);
        credential.Second(form.Deputy);
        credential.Keep(form.Storage, form.Typed[RotationFields.Place], form.Typed[RotationFields.Group]);
        credential.SetTwoStep(form.TwoStep, form.Typed[RotationFields.TwoStepReason]);
        // A known day is changed by a change of the password only, with its ticks. Who enters the day need not have changed it.
        if (credential.ChangedOn is null && form.ChangedOn is { } day)
            credential.EnteredChange(new(IsFromList: false, reader.Person.Name), day);
        credential.Entered(reader.Person.Name, time.GetUtcNow());
        audit.Record(actor, "custody.save", AccountRegister.Subject(account.Id), new
        {
            custodians = credential.Custodians, keeper = credential.KeeperId, deputy = credential.DeputyId,
            storage = credential.Storage?.ToString(),
            changedOn = credential.ChangedOn, twoStep = credential.TwoStep?.ToString(), reason = credential.CapReason,
        });
        foreach (var leaver in before.Except(credential.Custodians))
        {
            news.Left([account], leaver, actor, reader.Person.Name);
            await plan.LeftAsync(account, leaver, actor.TenantId, actor, cancellationToken);
        }

        await SettleAsync(turn, account, reader, cancellationToken);
        var newcomers = credential.Custodians.Except(before).ToList();
        news.Entrusted([account], newcomers, actor, reader.Person.Name);
        if (credential.DeputyId is { } deputy && deputy != second) news.Seconded(account, deputy, actor, reader.Person.Name);
        if (newcomers.Count > 0) await plan.TellNewcomersAsync(account, actor.TenantId, newcomers, cancellationToken);
        await plan.EnsureAsync(account, actor.TenantId, actor, cancellationToken);
    }

    /// <summary>What was asked for is there now.</summary>
    private async Task SettleAsync(ParsedTurn turn, OfficialAccount account, TaskReader reader, CancellationToken cancellationToken)
    {
        if (kind.IsUnknown(credentials.Find(account.Id))) return;
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, account.Id, cancellationToken);
        foreach (var task in open.Where(task => task.Key == RotationTasks.Unknown))
        {
            book.Finish(task, turn.Actor, reader.Person.Name, null);
            telling.Show(task, reader.Days, turn.Actor);
        }
    }

    /// <summary>More than the pack wants, and not by the head with a reason.</summary>
    private string? OverCap(CustodyForm form, CustodyView view)
    {
        if (!rules.IsOver(form.Custodians.Count) || IsAllowed(form, view)) return null;
        if (rules.MayExceed(view.Reader.Person, view.Account, form.Typed[RotationFields.CapReason])) return null;
        var say = view.Reader.Language;
        var heads = Person.NamesOf(access.HeadsOf(view.Account));
        return access.IsHeadOf(view.Reader.Person, view.Account)
            ? say.Say($"保管者は{rules.Most}人までです。超えるときは、理由を入力してください。", $"At most {rules.Most} custodians; state why more are needed.")
            : say.Say(
                $"保管者は{rules.Most}人までです。減らすか、{heads}に理由を添えて登録してもらってください。",
                $"At most {rules.Most} custodians. Choose fewer, or ask {heads} to enter them with a reason.");
    }

    /// <summary>The head allowed as many before.</summary>
    private static bool IsAllowed(CustodyForm form, CustodyView view) =>
        view.Credential is { CapReason.Length: > 0 } stored && form.Custodians.Count <= stored.Custodians.Count;

    /// <summary>The head's reason for more than the limit: as typed by them now, else as it was; none where it is not needed.</summary>
    private string CapReason(CustodyForm form, CustodyView view)
    {
        if (!rules.IsOver(form.Custodians.Count)) return "";
        var typed = form.Typed[RotationFields.CapReason];
        return rules.MayExceed(view.Reader.Person, view.Account, typed) ? typed : view.Credential?.CapReason ?? "";
    }

    private async Task<Reply> ShowAsync(
        ParsedTurn turn, OfficialAccount account, TaskReader reader, AdaptiveContainer? notice, CancellationToken cancellationToken)
    {
        if (!credentials.MaySee(reader.Person, account)) return turns.NotYours(turn, account, reader);
        var stored = credentials.Find(account.Id);
        var view = new CustodyView(account, stored, views.Candidates(account), null, catalogue.Of(RotationTasks.Unknown), reader)
        {
            Notice = notice,
        };
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, account.Id, cancellationToken);
        return Reply.Show(CustodyCard.For(view, open, AccountAccess.MayChange(reader.Person, account)));
    }

    private Reply Refuse(ParsedTurn turn, CustodyView view, string problem) => turn.IsInvoke
        ? Reply.Show(CustodyFormCard.For(
            view with
            {
                Problem = problem, AsksCapReason = view.AsksCapReason || view.Reader.Typed[RotationFields.CapReason].Length > 0,
            },
            pack.Password!))
        : Reply.Say(problem);

    private Reply NotChangeable(ParsedTurn turn, OfficialAccount account)
    {
        audit.Record(turn.Actor, "custody.refused", AccountRegister.Subject(account.Id), new { verb = turn.Action!.Verb });
        return Reply.Say(AccountAccess.NotYours(account));
    }

    private static string Warned(string said, TaskReader reader) =>
        reader.Typed.HadSecret ? said + SecretGuard.Warning(reader.Language) : said;

    /// <summary>What was typed stays in the form; who is entered now is said, so that nobody is removed unseen.</summary>
    private string Changed(CustodyView view)
    {
        var (say, names) = (view.Reader.Language, Person.NamesOf(credentials.CustodiansOf(view.Account.Id)));
        var now = names.Length > 0
            ? say.Say($"いまの保管者は{names}です。", $"The custodians now are {names}. ")
            : say.Say("いま保管者はいません。", "There is no custodian now. ");
        return say.Say("開いている間に、内容が変わりました。", "This changed meanwhile. ") + now + say.Say(
            "下の内容で登録してよいか確かめて、もう一度「登録する」を押してください。", "Please check what you entered and press again.");
    }
}
