using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>
/// 「変更を終えた」: a custodian says what is true of the new password and when it was changed. Everything must be ticked; the day and the name
/// are kept, nothing else [tochigi-7-2-1, ward-5-2].
/// </summary>
internal sealed class CompleteRotation(
    AccountRegister accounts,
    CredentialRegister credentials,
    RotationViews views,
    RotationTurns turns,
    RotationPlan plan,
    TaskBook book,
    TaskTelling telling,
    CustodyNews news,
    AuditTrail audit,
    Pack pack,
    TimeProvider time
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with { Typed = RotationCard.Fields(turn.Action!) };
        if (accounts.Find(turn.Action![RotationFields.Account]) is not { } account) return RotationViews.NotFound(reader);
        if (!credentials.MaySee(reader.Person, account)) return turns.NotYours(turn, account, reader);
        var credential = credentials.Find(account.Id);
        if (credential?.IsCustodian(reader.Person.ObjectId) != true) return NotInCharge(turn, account, reader);
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, account.Id, cancellationToken);
        var view = views.Of(account, open.FirstOrDefault(task => task.Key is RotationTasks.Staff or RotationTasks.Yearly), reader);
        if (RotationCard.Since(credential) != turn.Action[RotationFields.Since])
        {
            var already = Already(credential, reader);
            return Answer(turn, view with { Notice = CardParts.Notice(NoticeKind.Info, already) }, already);
        }

        var missing = Missing(view);
        var day = TypedDay.Read(reader.Typed[RotationFields.ChangedOn], reader.Today);
        if (Problem(view, open, missing, day) is { } problem)
            return Answer(turn, view with { Problem = problem, Missing = missing }, problem);

        var notice = await RecordAsync(turn, account, credential, open, day!.Value, reader, cancellationToken);
        var done = view.Task ?? (open.Count > 0 ? open[0] : null);
        return Answer(
            turn,
            views.Of(account, done, reader with { Typed = TaskForm.Empty }) with { Notice = CardParts.Notice(NoticeKind.Done, notice) },
            notice
        );
    }

    private async Task<string> RecordAsync(
        ParsedTurn turn,
        OfficialAccount account,
        AccountCredential credential,
        IReadOnlyList<DatedTask> open,
        DateOnly day,
        TaskReader reader,
        CancellationToken cancellationToken
    )
    {
        var (actor, name) = (turn.Actor!, reader.Person.Name);
        credential.ChangedPassword(day, name);
        credential.Entered(name, time.GetUtcNow());
        var ticks = RotationTicks.Of(pack.Password!, credential).Select(tick => tick.Id).ToArray();
        audit.Record(actor, "rotation.done", AccountRegister.Subject(account.Id), new { day, ticks });
        news.Changed(account, credential.Custodians, actor, name);
        foreach (var task in open.Where(task => RotationTasks.IsSettledBy(task, day)))
        {
            book.Finish(task, actor, name, new { day, ticks });
            telling.Show(task, reader.Days, actor, CardParts.Notice(NoticeKind.Done, Said(day, reader)));
        }

        await plan.EnsureAsync(account, actor.TenantId, actor, cancellationToken);
        return Said(day, reader);
    }

    private string Said(DateOnly day, TaskReader reader)
    {
        var say = reader.Language;
        var next = pack.Password?.RotationMonths is { } months
            ? say.Say(
                $"次の期限は{TaskWords.Day(reader.Days.Previous(day.AddMonths(months.Value)), reader)}です。",
                $"The next change is due on {TaskWords.Day(reader.Days.Previous(day.AddMonths(months.Value)), reader)}."
            )
            : "";
        var warning = reader.Typed.HadSecret ? SecretGuard.Warning(say) : "";
        return say.Say("変更を記録しました。", "The change is recorded. ") + next + warning;
    }

    private static List<RotationTick> Missing(RotationView view)
    {
        var set = view.Reader.Typed[RotationFields.Rules].Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        return [.. view.Ticks.Where(tick => !set.Contains(tick.Id))];
    }

    /// <summary>Why it is not done yet, naming what lacks; null where nothing does.</summary>
    private static string? Problem(RotationView view, IReadOnlyList<DatedTask> open, List<RotationTick> missing, DateOnly? day)
    {
        var (say, reader) = (view.Reader.Language, view.Reader);
        var names = string.Join("、", missing.Select(tick => $"「{tick.In(say)}」"));
        var left = open.Where(task => task.Key == RotationTasks.Staff).Select(task => JapanTime.DateOf(task.RaisedAt))
            .DefaultIfEmpty().Max();
        var problem = (missing.Count, day) switch
        {
            (> 0, _) => say.Say($"まだ完了していません。{names}に印がありません。", $"Not done yet. Not ticked: {names}.")
                + (missing.Exists(tick => tick.Id == "twoStep")
                    ? say.Say(
                        "二段階認証を使えないときは、「保管者」から理由を登録してください。",
                        "Where two-step login cannot be used, enter the reason with the custodians.")
                    : ""),
            (_, null) => say.Say("変えた日を選んでください。", "Choose the day of the change."),
            (_, { } on) when on > reader.Today => say.Say("変えた日が先の日付です。今日までの日を選んでください。", "That day has not come yet."),
            (_, { } on) when on <= view.Credential?.ChangedOn && on != reader.Today => say.Say(
                $"前回（{TaskWords.Day(view.Credential.ChangedOn.Value, reader)}）より後に変えた日を選んでください。",
                $"Choose a day after the last change ({TaskWords.Day(view.Credential.ChangedOn.Value, reader)})."),
            (_, { } on) when on < left => say.Say(
                $"担当が替わった{TaskWords.Day(left, reader)}以降に変えた日を選んでください。",
                $"Choose a day since the change of staff on {TaskWords.Day(left, reader)}."),
            (_, { } on) when on < reader.Today.AddYears(-1) => say.Say(
                "変えた日が1年より前です。新しく変えてから記録してください。", "That is more than a year ago. Please change it anew."),
            _ => null,
        };
        return problem is not null && reader.Typed.HadSecret ? problem + SecretGuard.Warning(say) : problem;
    }

    private static string Already(AccountCredential? credential, TaskReader reader) => credential switch
    {
        { ChangedOn: { } day } when credential.ChangeEntered is not null || credential.ChangedByName.Length == 0 => reader.Language.Say(
            $"すでに{TaskWords.Day(day, reader)}に変えたと登録されています{RotationCard.ChangedBy(credential, reader.Language)}。",
            $"It is entered already that it was changed on {TaskWords.Day(day, reader)}"
                + $"{RotationCard.ChangedBy(credential, reader.Language)}."),
        { ChangedOn: { } day } => reader.Language.Say(
            $"すでに{TaskWords.Day(day, reader)}に{credential.ChangedByName}さんが変えたと記録されています。",
            $"It is recorded already that {credential.ChangedByName} changed it on {TaskWords.Day(day, reader)}."),
        _ => reader.Language.Say("状態が変わっています。いまの内容を確かめてください。", "Things have changed. Please look at the present state."),
    };

    private Reply NotInCharge(ParsedTurn turn, OfficialAccount account, TaskReader reader)
    {
        audit.Record(turn.Actor, "rotation.refused", AccountRegister.Subject(account.Id));
        var names = Person.NamesOf(credentials.CustodiansOf(account.Id));
        return Reply.Say(names.Length == 0
            ? reader.Language.Say(
                "保管者が登録されていないため、まだ記録していません。「保管者」で、パスワードを知る人を登録してください。",
                "Nobody is entered as custodian, so nothing was recorded. Please enter who knows the password first.")
            : reader.Language.Say(
                string.Create(CultureInfo.InvariantCulture, $"このパスワードの変更を記録できるのは、保管者の{names}です。まだ記録していません。"),
                $"Only its custodians can record this change: {names}. Nothing was recorded."));
    }

    /// <summary>An older client cannot take a card back and gets the sentence (protocol.md 4.1).</summary>
    private static Reply Answer(ParsedTurn turn, RotationView view, string said) =>
        turn.IsInvoke ? Reply.Show(RotationCard.For(view)) : Reply.Say(said);
}
