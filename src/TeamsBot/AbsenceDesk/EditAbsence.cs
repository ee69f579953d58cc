using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.AbsenceDesk;

/// <summary>
/// 「不在 12/1〜12/5 代決 乙」: enters days on which somebody is away and who decides instead, and takes them back. By the person, or for others by
/// the desk and administrators. Requests made from then on go to the deputy; what was asked before stays with whom it was asked.
/// </summary>
internal sealed class EditAbsence(
    BotDbContext db,
    PeopleDirectory people,
    CurrentPeople current,
    DutyRoster roster,
    StandIns standIns,
    DutyCount count,
    PersonLanguage languages,
    OutboxWriter outbox,
    AuditTrail audit,
    TimeProvider time
)
{
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument)
    {
        if (people.Find(turn.Actor!) is not { } person) return Task.FromResult(NotListed(turn));
        if (AbsenceText.Cancelled(argument) is { } cancelled) return Task.FromResult(List(turn, person, cancelled));
        if (AbsenceText.Read(argument) is { } typed) return Task.FromResult(Enter(turn, person, typed));
        var who = argument.Length == 0 ? "" : TypedText.Of(argument, AbsenceDeskFeature.MostName);
        var isName = who.Length == 0 || people.Named(who).Count > 0;
        var named = AbsenceFields.Empty with { Who = who };
        if (isName && people.Named(who).Count < 2 && new AbsenceRules(people, person, Today).WhoProblem(named) is { } problem)
            return Task.FromResult(Refused(turn, person, named, problem));
        return Task.FromResult(Show(turn, person, AbsenceFields.Empty with { Who = isName ? who : "" }, isName ? null : NoDays(turn)));
    }

    public Task<Reply> HandleSave(ParsedTurn turn)
    {
        if (people.Find(turn.Actor!) is not { } person) return Task.FromResult(NotListed(turn));
        var typed = AbsenceFields.Read(turn.Action!);
        return Task.FromResult(AbsenceRules.MayEnterForOthers(person) && typed.Who.Length == 0
            ? Refused(turn, person, typed, new(AbsenceFields.WhoField, "不在の方を選んでください。", "Choose who is away."))
            : Enter(turn, person, typed));
    }

    public async Task<Reply> HandleCancel(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var say = languages.Of(turn);
        if (people.Find(turn.Actor!) is not { } person) return NotListed(turn);
        var absence = Guid.TryParseExact(turn.Action![AbsenceFields.Absence], "N", out var id)
            ? await db.Absences.SingleOrDefaultAsync(one => one.Id == id, cancellationToken)
            : null;
        if (absence is null || !(person.Is(absence.PersonId) || AbsenceRules.MayEnterForOthers(person)))
            return Reply.Say(say.Say("この不在の登録は見つかりません。「不在」で確かめてください。", "This entry was not found. Type \"absence\" to see yours."));
        if (absence.CancelledAt is not null)
            return Show(turn, person, AbsenceFields.Empty, Info(say.Say(
                $"この不在は、すでに{absence.CancelledByName}さんが取り消しています。", $"{absence.CancelledByName} has cancelled it already.")));
        absence.Cancel(person.Name, time.GetUtcNow());
        db.AfterSave(() => current.Remove(absence.Id));
        audit.Record(turn.Actor, "absence.cancel", Subject(absence));
        Tell(turn, person, absence, (language, who, period) => language.Say(
            $"{who}さんの不在（{period}）は取り消されました。", $"The absence of {who} ({period}) was cancelled."));
        return Show(
            turn, person, AbsenceFields.Empty, CardParts.Notice(NoticeKind.Done, say.Say("不在を取り消しました。", "The absence was cancelled.")),
            after: people.With([.. people.Absences.Where(away => away.Id != absence.Id)]));
    }

    private Reply Enter(ParsedTurn turn, Person person, AbsenceFields typed)
    {
        var (say, today) = (languages.Of(turn), Today);
        var (planned, problem) = new AbsenceRules(people, person, today).Judge(typed);
        if (planned is null) return Refused(turn, person, typed, problem!);
        var (who, deputy) = (planned.Who, planned.Deputy);
        var absence = Absence.Entered(
            who.ObjectId, deputy?.ObjectId, planned.First, planned.Last, person.Name, time.GetUtcNow());
        db.Absences.Add(absence);
        db.AfterSave(() => current.Add(absence.Away));
        audit.Record(turn.Actor, "absence.enter", Subject(absence), new
        {
            person = who.ObjectId, deputy = deputy?.ObjectId, from = planned.First, to = planned.Last,
        });
        Tell(turn, person, absence, (language, name, period) => person == who
            ? language.Say($"{name}さんが、ご自身の不在（{period}）を登録しました。", $"{name} will be away ({period}).")
            : language.Say(
                $"{person.Name}さんが、{name}さんの不在（{period}）を登録しました。", $"{person.Name} entered that {name} is away ({period})."));
        TellStandIns(turn.Actor!.TenantId, who, absence.Away);
        var notice = CardParts.Notice(NoticeKind.Done, Recorded(planned, absence.Away, say) + OnDuty(planned, turn.Actor!.TenantId, say));
        return Show(turn, person, AbsenceFields.Empty, notice, after: people.With([.. people.Absences, absence.Away]));
    }

    /// <summary>
    /// What was typed stays, but for days meant for somebody whom the reader may not enter: one more press would make them the reader's
    /// own.
    /// </summary>
    private Reply Refused(ParsedTurn turn, Person person, AbsenceFields typed, AbsenceProblem problem)
    {
        var said = languages.Of(turn).Say($"まだ登録していません。{problem.Japanese}", $"Not entered yet. {problem.English}");
        if (turn.Action is not null && !turn.IsInvoke) return Reply.Say(said);
        var isForOthers = problem.Field == AbsenceFields.WhoField && !AbsenceRules.MayEnterForOthers(person);
        return Show(
            turn, person, isForOthers ? AbsenceFields.Empty : typed, CardParts.Notice(NoticeKind.Attention, said), problem.Field);
    }

    /// <summary>「不在 12/24 取り消し」: the list, where each entry has its button.</summary>
    private Reply List(ParsedTurn turn, Person person, AbsenceFields meant)
    {
        var say = languages.Of(turn);
        var (first, listed) = (AbsenceText.Day(meant.From, Today), Listed(people, person));
        var isListed = listed.Exists(away => first is not { } day || away.Covers(day));
        var elsewhere = isListed ? null : Elsewhere(person).Find(away => first is not { } day || away.Covers(day));
        return Show(turn, person, AbsenceFields.Empty, Info(
            elsewhere is not null
                ? say.Say(
                    $"{AbsenceWords.Period(elsewhere, Today, say)}の不在は職員の一覧にあり、ここでは取り消せません。変更は、管理者へご連絡ください。",
                    $"The absence of {AbsenceWords.Period(elsewhere, Today, say)} comes from the list of people and is not cancelled here. "
                        + "Please ask an administrator.")
            : listed.Count == 0
                ? say.Say(
                    $"取り消せる不在はありません。登録するときは、下の欄で日を選ぶか、「不在 12/1〜12/5 {Deputy(person)} 名前」と送ってください。",
                    "There is no absence to cancel. To enter one, choose the days below or send \"absence 12/1-12/5 deputy NAME\".")
            : isListed
                ? say.Say("取り消す不在のボタンを押してください。", "Press the button of the absence to cancel.")
            : say.Say("その日の不在は登録されていません。", "No absence is entered for that day.")));
    }

    /// <summary>The word for who stands in, as the person would use it.</summary>
    private static string Deputy(Person person) => AbsenceWords.Decides(person) ? "代決" : "代理";

    private string Recorded(PlannedAbsence planned, Away away, CardLanguage say)
    {
        var period = AbsenceWords.Period(away, Today, say);
        var said = say.Say($"{planned.Who.Name}さんの不在（{period}）を登録しました。", $"Entered: {planned.Who.Name} is away ({period}). ");
        return said + (AbsenceWords.Decides(planned.Who)
            ? Requests(planned, say)
            : planned.Deputy is { } colleague
                ? say.Say($"この間の代わりは、{colleague.Name}さんです。", $"{colleague.Name} stands in.")
                : "");
    }

    /// <summary>Where the requests go that such a person would get: to decide, or to check.</summary>
    private string Requests(PlannedAbsence planned, CardLanguage say)
    {
        if (planned.Deputy is { } deputy)
            return say.Say($"この間の依頼は{deputy.Name}さんに届きます。", $"New requests go to {deputy.Name}.");
        if (people.DeputiesOf(planned.Who, planned.First).FirstOrDefault() is { } standing)
            return say.Say($"この間の依頼は、常設の代決者の{standing.Name}さんに届きます。", $"New requests go to the standing deputy, {standing.Name}.");
        return DeputyRules.IsHead(planned.Who)
            ? say.Say(
                "代わりに決める方は登録されていません。この間、決裁の依頼は受けられません。", "Nobody is named to decide instead; no request can be decided meanwhile.")
            : say.Say("この間、確認の依頼は届きません。", "No request to check arrives meanwhile.");
    }

    /// <summary>The duties that fall into it: nobody takes them over by themselves.</summary>
    private string OnDuty(PlannedAbsence planned, string tenant, CardLanguage say)
    {
        var weeks = roster.HeldBy(tenant, planned.Who, planned.First).Where(week => week.Monday <= planned.Last).ToList();
        if (weeks.Count == 0) return "";
        var duties = Duties.NamesOf(weeks.Select(week => week.Duty).Distinct(), say);
        return say.Say(
            $"この間に{duties}の当番があります。「交代」で代わりを頼めます。", $" There is duty for {duties} on these days; type \"swap\" to ask for cover.");
    }

    /// <summary>副 of a duty has it from now on; the duties of one person in one section are one message.</summary>
    private void TellStandIns(string tenant, Person who, Away away)
    {
        foreach (var theirs in standIns.FromNow(tenant, who, away).GroupBy(one => (one.Person, one.Week.Section, one.Until)))
        {
            var (second, section, until) = theirs.Key;
            var say = languages.LanguageOf(tenant, second.ObjectId);
            var (day, duties) = (JapaneseTime.Format(until, Today.Year, say), Duties.NamesOf(theirs.Select(one => one.Week.Duty), say));
            outbox.Say(
                Address.Person(tenant, second.ObjectId),
                say.Say(
                    $"{who.Name}さんが不在のため、{day}まで、あなたが{section}の{duties}の当番です。",
                    $"{who.Name} is away, so you are on duty in {section} for {duties} until {day}."),
                RosterGaps.SubjectOf(section));
            count.Told(tenant, second);
        }
    }

    /// <summary>Whoever is away and whoever stands in hear of it, but for the one who entered it.</summary>
    private void Tell(ParsedTurn turn, Person by, Absence absence, Func<CardLanguage, string, string, string> sentence)
    {
        var tenant = turn.Actor!.TenantId;
        foreach (var reader in new[] { absence.PersonId, absence.DeputyId }.OfType<string>().Where(id => !by.Is(id)))
        {
            if (people.Find(reader) is null || people.Find(absence.PersonId) is not { } who) continue;
            var language = languages.LanguageOf(tenant, reader);
            var said = sentence(language, who.Name, AbsenceWords.Period(absence.Away, Today, language));
            if (PersonId.IsSame(reader, absence.DeputyId ?? "") && absence.CancelledAt is null)
                said += language.Say("この間の代わりをお願いします。", " Please stand in for them.");
            outbox.Say(Address.Person(tenant, reader), said, Subject(absence));
        }
    }

    /// <param name="after">The people as this turn leaves them.</param>
    private Reply Show(
        ParsedTurn turn, Person person, AbsenceFields typed, AdaptiveCards.AdaptiveContainer? notice, string? marked = null,
        PeopleDirectory? after = null)
    {
        var today = Today;
        var listed = Listed(after ?? people, person);
        return Reply.Show(AbsenceCard.For(new AbsenceView(person, people, listed, typed, today, languages.Of(turn))
        {
            Notice = notice, Marked = marked, Others = Elsewhere(person),
        }));
    }

    private List<Away> Listed(PeopleDirectory all, Person person) =>
    [
        .. all.Absences.Where(away => away.Last >= Today && (away.IsOf(person) || AbsenceRules.MayEnterForOthers(person)))
            .OrderBy(away => away.First),
    ];

    /// <summary>Those that the list of people knows, seen by the same people.</summary>
    private List<Away> Elsewhere(Person person) =>
    [
        .. people.Deputies.Where(deputy => deputy.To >= Today && (person.Is(deputy.AbsentId) || AbsenceRules.MayEnterForOthers(person)))
            .Select(deputy => new Away(Guid.Empty, deputy.AbsentId, deputy.DeputyId, deputy.From!.Value, deputy.To!.Value))
            .OrderBy(away => away.First),
    ];

    private AdaptiveCards.AdaptiveContainer NoDays(ParsedTurn turn) => CardParts.Notice(NoticeKind.Attention, languages.Of(turn).Say(
        "日にちが読み取れませんでした。下の欄で選ぶか、「不在 12/1〜12/5 代決 名前」の形で送ってください。",
        "No day was found. Choose it below, or send \"absence 12/1-12/5 deputy NAME\"."));

    private static AdaptiveCards.AdaptiveContainer Info(string said) => CardParts.Notice(NoticeKind.Info, said);

    private Reply NotListed(ParsedTurn turn) => Reply.Say(languages.Of(turn).Say(
        "この操作は、登録された職員の方だけが行えます。管理者へご連絡ください。", "Only registered members of staff can do this. Please ask an administrator."));

    private DateOnly Today => JapaneseTime.DateOf(time.GetUtcNow());

    private static string Subject(Absence absence) => $"absence:{absence.Id:N}";
}
