using TeamsBot.AccountDesk.Registry;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Devices;

/// <summary>
/// 端末登録: an account's people enter the devices it is used on. Where the guideline wants shared devices (asaka-8-3-2c), any other is refused
/// unless the head of the account registers it with the reason for the exception; the head is asked with a card.
/// </summary>
internal sealed class RegisterDevice(
    BotDbContext db,
    Pack pack,
    AccountRegister accounts,
    AccountAccess access,
    AccountViews views,
    ClauseNames clauses,
    OutboxWriter outbox,
    AuditTrail audit,
    TimeProvider time
)
{
    /// <param name="argument">An account's name, handle or id; may be empty.</param>
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument) => Task.FromResult(accounts.Named(argument) switch
    {
        [var account] => Form(turn, Empty with { AccountId = account.Id }, null),
        _ => Form(turn, Empty, argument.Length == 0 ? null : $"「{TypedText.Quote(argument)}」に当たるアカウントを一つに決められません。選んでください。"),
    });

    public Task<Reply> HandleForm(ParsedTurn turn) =>
        Task.FromResult(Form(turn, Empty with { AccountId = turn.Action![AccountFields.Account] }, null));

    public Task<Reply> HandleRegister(ParsedTurn turn)
    {
        var form = DeviceForm.Read(turn.Action!);
        if (accounts.Find(form.AccountId) is not { } account) return Task.FromResult(Form(turn, form, "アカウントを選んでください。"));
        if (access.Of(turn) is not { } person || !MayRegister(person, account)) return Task.FromResult(Refused(turn, account));
        if (form.Problem is { } problem) return Task.FromResult(Form(turn, form, problem));
        return Task.FromResult(Demand(form) is { } demand && !(access.IsHeadOf(person, account) && form.Reason.Length > 0)
            ? NotShared(turn, form, account, demand, access.IsHeadOf(person, account))
            : Register(turn, form, account, person));
    }

    /// <summary>Sends the head of the account the filled-in form; only the head's own press with a reason registers it.</summary>
    public Task<Reply> HandleAsk(ParsedTurn turn)
    {
        var form = DeviceForm.Read(turn.Action!);
        if (accounts.Find(form.AccountId) is not { } account) return Task.FromResult(Form(turn, form, "アカウントを選んでください。"));
        if (access.Of(turn) is not { } person || !MayRegister(person, account)) return Task.FromResult(Refused(turn, account));
        if (form.Problem is { } problem || Demand(form) is not { } demand) return Task.FromResult(Form(turn, form, form.Problem));
        var heads = access.HeadsOf(account);
        if (heads.Count == 0) return Task.FromResult(Form(turn, form, $"{account.Section}の所属長が登録されていません。管理者へご連絡ください。"));
        foreach (var head in heads)
            outbox.Post(
                Address.Person(turn.Actor!.TenantId, head.ObjectId),
                DeviceCard.Asked(account, form, person.Name, demand.Rule, clauses.OwnOf(demand.Basis.Cite)),
                "端末の例外について、判断をお願いします",
                AccountRegister.Subject(account.Id)
            );
        audit.Record(turn.Actor, "devices.ask", AccountRegister.Subject(account.Id), new { kind = form.ChosenKind.ToString(), form.Name });
        return Task.FromResult(
            views.Show(
                turn,
                account,
                CardParts.Notice(
                    NoticeKind.Done,
                    $"{string.Join("、", heads.Select(head => head.Name))}さんに、例外の判断を依頼しました。認められるまで、この端末は使わないでください。"
                )
            )
        );
    }

    public async Task<Reply> HandleRemove(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account) return AccountParts.NotFound;
        if (!AccountAccess.MayChange(access.Of(turn), account)) return Refused(turn, account);
        if (
            !Guid.TryParseExact(turn.Action[AccountFields.Device], "N", out var id)
            || await db.Devices.FindAsync([id], cancellationToken) is not { } device
            || device.AccountId != account.Id
            || !device.Remove(time.GetUtcNow())
        )
            return views.Show(turn, account, CardParts.Notice(NoticeKind.Info, "この端末は、すでに外されています。"));
        audit.Record(turn.Actor, "devices.remove", AccountRegister.Subject(account.Id), new { device = device.Id, device.Name });
        return views.Show(turn, account, CardParts.Notice(NoticeKind.Done, $"「{device.Name}」を台帳から外しました。"));
    }

    private static DeviceForm Empty { get; } = new("", nameof(DeviceKind.Shared), "", "", false, "");

    private bool MayRegister(Person person, OfficialAccount account) =>
        AccountAccess.MayChange(person, account) || access.IsHeadOf(person, account);

    /// <summary>The rule that stands against the device, or null.</summary>
    private Duty? Demand(DeviceForm form) => form.ChosenKind == DeviceKind.Shared ? null : pack.Devices?.SharedForOfficial;

    private Reply Register(ParsedTurn turn, DeviceForm form, OfficialAccount account, Person person)
    {
        // Each head who was asked has the same card, and may press it after another did.
        if (views.DevicesOf(account).Any(known => (known.Kind, known.Name, known.Keeper) == (form.ChosenKind, form.Name, form.Keeper)))
            return views.Show(turn, account, CardParts.Notice(NoticeKind.Info, $"「{form.Name}」は、すでに登録されています。"));

        var now = time.GetUtcNow();
        var exception = Demand(form) is null ? null : form.Reason;
        var device = Device.Register(
            Guid.CreateVersion7(now),
            account.Id,
            new(form.ChosenKind!.Value, form.Name, form.Keeper, form.IsProtected),
            exception,
            person.Name,
            now
        );
        db.Devices.Add(device);
        audit.Record(
            turn.Actor,
            "devices.register",
            AccountRegister.Subject(account.Id),
            new
            {
                device = device.Id,
                kind = device.Kind.ToString(),
                device.Name,
                device.Keeper,
                device.IsProtected,
                exception,
            }
        );
        return views.Show(turn, account, CardParts.Notice(NoticeKind.Done, exception is null ? "端末を登録しました。" : "所属長の例外として、端末を登録しました。"));
    }

    private Reply NotShared(ParsedTurn turn, DeviceForm form, OfficialAccount account, Duty demand, bool isHead)
    {
        audit.Record(turn.Actor, "devices.refused", AccountRegister.Subject(account.Id), new { kind = form.ChosenKind.ToString() });
        return Reply.Show(
            DeviceCard.Refused(
                accounts.All,
                account,
                form,
                demand.Rule,
                clauses.OwnOf(demand.Basis.Cite),
                [.. access.HeadsOf(account).Select(head => head.Name)],
                isHead
            )
        );
    }

    private Reply Refused(ParsedTurn turn, OfficialAccount account)
    {
        audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = turn.Action!.Verb });
        return Reply.Say(AccountAccess.NotYours(account));
    }

    private Reply Form(ParsedTurn turn, DeviceForm form, string? problem)
    {
        var person = access.Of(turn);
        var own = accounts.All.Where(account => person is not null && MayRegister(person, account)).ToList();
        return own.Count == 0
            ? Reply.Say("端末を登録できるのは、アカウントを持つ所属の担当者と広報担当です。登録したい端末があるときは、広報担当へお知らせください。")
            : Reply.Show(DeviceCard.Form(own, form, problem));
    }
}
