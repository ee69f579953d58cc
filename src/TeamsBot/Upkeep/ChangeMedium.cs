using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// 「規約変更 X 2026-10-01」「機能変更 X 文字数上限」: every account of the medium gets a review for those who keep it; a change of features stands on the
/// medium's drafts until the desk ends it (tochigi-2-4b, ward-4-5).
/// </summary>
internal sealed class ChangeMedium(
    AccountRegister accounts,
    EndingRegister endings,
    UpkeepTurns turns,
    TaskBook book,
    TaskAudience audience,
    TaskCatalogue catalogue,
    Pack pack,
    AuditTrail audit,
    TimeProvider time
)
{
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, MediumChangeKind kind, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (!ChangeRights.MayTell(reader.Person)) return NotYours(reader);
        var words = argument.Trim().Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var medium = words.Length > 0 ? ChangeWords.Find(words[0]) : null;
        var rest = medium is null ? words : words[1..];
        var at = Array.FindIndex(rest, word => TypedDay.Read(word, reader.Today) is not null);
        // As the date field of the form has it: another spelling would not stand there.
        var day = at >= 0 ? TypedDay.Write(TypedDay.Read(rest[at], reader.Today)) : "";
        var text = TypedText.Of(string.Join(' ', rest.Where((_, place) => place != at)), MediumChange.MaxText);
        var input = new ChangeInput(kind, medium, day, text);
        return medium is null || (kind == MediumChangeKind.Feature && text.Length == 0)
            ? Reply.Show(ChangeCard.Form(input, endings.Standing, reader, words.Length == 0 ? null : Missing(input, reader)))
            : await EnterAsync(turn, input, reader, cancellationToken);
    }

    public async Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return ChangeRights.MayTell(reader.Person)
            ? Reply.Show(ChangeCard.Form(ChangeInput.Of(turn.Action!), endings.Standing, reader, null))
            : NotYours(reader);
    }

    public async Task<Reply> HandleChange(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        if (!ChangeRights.MayTell(reader.Person)) return NotYours(reader);
        var input = ChangeInput.Of(turn.Action!);
        return input.Medium is null || (input.Kind == MediumChangeKind.Feature && input.Text.Length == 0)
            ? Reply.Show(ChangeCard.Form(input, endings.Standing, reader, Missing(input, reader)))
            : await EnterAsync(turn, input, reader, cancellationToken);
    }

    /// <summary>The desk ends a note on drafts.</summary>
    public async Task<Reply> HandleEnd(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        var say = reader.Language;
        if (!ChangeRights.MayEnd(reader.Person))
            return Reply.Say(say.Say("お知らせを終えられるのは、広報担当と管理者です。", "Only the PR desk and administrators can end a note."));
        if (!Guid.TryParseExact(turn.Action![UpkeepFields.Change], "N", out var id)
            || endings.Change(id) is not { StandsOnDrafts: true } change)
            return Reply.Say(say.Say("このお知らせは、すでに終わっています。", "This note has been ended already."));
        change.End(reader.Person.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "medium.end", Subject(change), new { change.Text });
        var said = say.Say("お知らせを終えました。下書きには表示されません。", "The note is ended and stands on no draft any more.");
        var input = new ChangeInput(MediumChangeKind.Feature, null, "", "");
        return UpkeepTurns.Answer(
            turn, ChangeCard.Form(input, endings.Standing, reader, null, CardParts.Notice(NoticeKind.Done, said)), said);
    }

    private async Task<Reply> EnterAsync(ParsedTurn turn, ChangeInput input, TaskReader reader, CancellationToken cancellationToken)
    {
        var (say, medium) = (reader.Language, input.Medium!.Value);
        var day = input.Day.Length == 0 ? reader.Today : TypedDay.Read(input.Day, reader.Today);
        if (day is null || day > reader.Today.AddYears(1) || day < reader.Today.AddYears(-1))
            return Reply.Show(ChangeCard.Form(input, endings.Standing, reader, say.Say(
                "変わる日を確かめてください。前後1年以内の日を入力します。", "Please look at the day; it has to be within a year.")));
        if (endings.Same(input.Kind, medium, input.Text, day.Value) is { } known)
            return Reply.Say(say.Say(
                $"この変更は、すでに{known.EnteredBy}さんが知らせています。", $"{known.EnteredBy} has entered this change already."));
        var change = MediumChange.Of(input.Kind, medium, input.Text, day.Value, reader.Person.Name, time.GetUtcNow());
        endings.Add(change);
        audit.Record(turn.Actor, "medium.change", Subject(change), new { kind = input.Kind, medium, day, text = input.Text });
        var concerned = accounts.All
            .Where(account => account.Medium == medium && account.State is not (AccountState.Closed or AccountState.Preparing)).ToList();
        var key = input.Kind == MediumChangeKind.Terms ? UpkeepTasks.Terms : UpkeepTasks.Feature;
        var raised = new List<DatedTask>();
        foreach (var account in concerned)
            raised.Add(await book.RaiseAsync(
                new TaskCause(turn.Actor!.TenantId, key, account.Id, account.Section, change.Id.ToString("N")), DueDay(key, reader),
                turn.Actor, cancellationToken));
        return Reply.Show(ChangeCard.Entered(change, Asked(raised, reader), reader));
    }

    /// <summary>Whom it reaches, and who is away with nobody in their place: the sender hears of both.</summary>
    private AskedPeople Asked(List<DatedTask> raised, TaskReader reader)
    {
        var here = raised.SelectMany(task => audience.Present(task, 0, reader.Today)).Distinct().ToList();
        var unheard = raised.Where(task => !audience.Present(task, 0, reader.Today).Any())
            .SelectMany(task => audience.At(task, 0)).Distinct().Except(here).ToList();
        return new(raised.Count, raised.Count == 0 ? null : raised[^1].DueOn, here, unheard);
    }

    /// <summary>The pack's own number of opening days where it has one; null for that of the catalogue.</summary>
    private DateOnly? DueDay(string key, TaskReader reader) =>
        key == UpkeepTasks.Terms && pack.AccountDuties?.TermsReview?.DueOpenDays is { } days
            ? TaskClock.DueFrom(catalogue.Of(key) with { DueOpenDays = days.Value }, reader.Today, reader.Days)
            : null;

    private static Reply NotYours(TaskReader reader) => Reply.Say(reader.Language.Say(
        "媒体の変更を登録できるのは、広報担当・所属長・管理者です。気付いた変更は、広報担当へお知らせください。",
        "Changes of a medium are entered by the PR desk, heads and administrators. Please tell the PR desk what you noticed."));

    private static string Missing(ChangeInput input, TaskReader reader) => input.Medium is null
        ? reader.Language.Say("媒体を選んでください。", "Choose the medium.")
        : reader.Language.Say("何が変わるかを入力してください。", "Enter what changes.");

    private static string Subject(MediumChange change) => $"medium-change:{change.Id:N}";
}

/// <summary>What was said of a change.</summary>
internal sealed record ChangeInput(MediumChangeKind Kind, Medium? Medium, string Day, string Text)
{
    public static ChangeInput Of(CardAction action) => new(
        Chosen.Of<MediumChangeKind>(action[UpkeepFields.Kind]) ?? MediumChangeKind.Terms, Chosen.Of<Medium>(action[UpkeepFields.Medium]),
        ShortText.Cut(action[UpkeepFields.Day].Trim(), 40), TypedText.Of(action[UpkeepFields.Text], MediumChange.MaxText));
}
