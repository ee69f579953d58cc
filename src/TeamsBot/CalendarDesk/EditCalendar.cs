using System.Globalization;
using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.OfficeDays;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.CalendarDesk;

/// <summary>
/// Shows the calendar to everybody; the desk and administrators add days and take them back. What was decided before stays as it was
/// decided.
/// </summary>
internal sealed class EditCalendar(BotDbContext db, Pack pack, PeopleDirectory people, AuditTrail audit, TimeProvider time)
{
    public Task<Reply> HandleShow(ParsedTurn turn, CancellationToken cancellationToken) => ShowAsync(turn, null, cancellationToken);

    public async Task<Reply> HandleSet(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (Editor(turn) is not { } editor) return NotYours;
        var name = TypedText.Of(turn.Action![CalendarCard.NameField], CalendarDay.MaxName + 1);
        if (Read(turn.Action[CalendarCard.DayField]) is not { } day) return await ShowAsync(turn, "日を選んでください。", cancellationToken);
        if (Chosen.Of<CalendarDayKind>(turn.Action[CalendarCard.KindField]) is not { } kind)
            return await ShowAsync(turn, "扱いを選んでください。", cancellationToken);
        if (day < Today || day > Today.AddYears(3)) return await ShowAsync(turn, "今日から3年以内の日を選んでください。", cancellationToken);
        if (name.Length > CalendarDay.MaxName) return await ShowAsync(turn, "名前や理由は40字までです。", cancellationToken);
        if (kind == CalendarDayKind.Holiday && name.Length == 0) return await ShowAsync(turn, "祝日の名前を入力してください。", cancellationToken);

        var tenant = turn.Actor!.TenantId;
        var row = await db.CalendarDays.FindAsync([tenant, day], cancellationToken);
        if (row is null) db.CalendarDays.Add(row = CalendarDay.Of(tenant, day));
        row.Set(kind, name, editor.Name, time.GetUtcNow());
        audit.Record(turn.Actor, "calendar.set", Subject(day), new { kind = kind.ToString(), name });
        return await ShowAsync(
            turn,
            $"{JapaneseTime.Format(day, Today.Year)}を「{kind.Word()}」として登録しました。次の点検から使います。",
            cancellationToken,
            NoticeKind.Done
        );
    }

    public async Task<Reply> HandleRemove(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (Editor(turn) is null) return NotYours;
        if (
            Read(turn.Action![CalendarCard.DayField]) is not { } day
            || await db.CalendarDays.FindAsync([turn.Actor!.TenantId, day], cancellationToken) is not { } row
        )
            return await ShowAsync(turn, "その日の登録はありません。", cancellationToken);
        db.CalendarDays.Remove(row);
        audit.Record(turn.Actor, "calendar.remove", Subject(day), new { kind = row.Kind.ToString() });
        return await ShowAsync(turn, $"{JapaneseTime.Format(day, Today.Year)}の登録を取り消しました。", cancellationToken, NoticeKind.Done);
    }

    private DateOnly Today => JapaneseTime.DateOf(time.GetUtcNow());

    private static Reply NotYours => Reply.Say("開庁日を登録できるのは、広報担当と管理者です。");

    private Person? Editor(ParsedTurn turn) =>
        people.Find(turn.Actor!) is { } person && (person.Has(Role.Desk) || person.Has(Role.Admin)) ? person : null;

    private static DateOnly? Read(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private static string Subject(DateOnly day) => $"day:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private async Task<Reply> ShowAsync(
        ParsedTurn turn,
        string? said,
        CancellationToken cancellationToken,
        NoticeKind kind = NoticeKind.Attention
    )
    {
        var (tenant, today) = (turn.Actor!.TenantId, Today);
        // Tracked, so that what this turn added or removed is in it.
        await db.CalendarDays.Where(day => day.TenantId == tenant && day.Day >= today).LoadAsync(cancellationToken);
        var days = db.CalendarDays.Local.Where(day => day.Day >= today).OrderBy(day => day.Day).ToList();
        var calendar = OfficeCalendar.Over(pack.OfficeHours?.ToOpeningDays() ?? Checks.Dates.OpeningDays.Default, days);
        AdaptiveContainer? notice = said is null ? null : CardParts.Notice(kind, said);
        return turn.Action is not null && !turn.IsInvoke && said is not null
            ? Reply.Say(said)
            : Reply.Show(
                CalendarCard.For(calendar, [.. days.Take(CalendarCard.MaxDays)], days.Count, Editor(turn) is not null, today, notice)
            );
    }
}
