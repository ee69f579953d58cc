using TeamsBot.Checks.Dates;
using TeamsBot.OfficeDays;
using TeamsBot.Packs;

namespace TeamsBot.Comments;

/// <summary>
/// When a comment is brought back to mind: in opening days, because nobody is there on the others (rules.md 4, comment-open). The
/// organisation's own days are read first, with <see cref="ReadAsync"/>.
/// </summary>
internal sealed class CommentClock(Pack pack, OfficeCalendar calendar)
{
    private Func<OpeningDays, OpeningDays>? withOwnDays;

    public async Task ReadAsync(string tenantId, CancellationToken cancellationToken) =>
        withOwnDays = await calendar.ReadAsync(tenantId, cancellationToken);

    /// <summary>
    /// Whether comments on this account are answered at all; an account whose policy is silent counts as one that is not.
    /// </summary>
    public bool IsWatched(OfficialAccount account) => account.Replies == true && Days is not null;

    /// <summary>How the pack's figure is shown, for example 1開庁日.</summary>
    public string Allowance => Days?.Show("開庁日") ?? "";

    /// <summary>
    /// The same time of day after the pack's number of opening days; what comes in outside of hours counts from the next opening on.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset from, OfficialAccount account)
    {
        var hours = Hours(account);
        var start = hours.NextOpening(from);
        var day = JapanTime.DateOf(start);
        for (var i = 0; i < (Days?.Value ?? 1); i++) day = hours.Next(day.AddDays(1));
        return new DateTimeOffset(day.ToDateTime(JapanTime.TimeOf(start)), JapanTime.Offset);
    }

    /// <summary>
    /// The opening of a promised day; of one on which the office is closed, that of the opening day before it. Where that is past, as for a
    /// promise for today, the pack's number of opening days from now: somebody who has just promised needs no reminder at once.
    /// </summary>
    public DateTimeOffset On(DateOnly promised, DateTimeOffset now, OfficialAccount account)
    {
        var hours = Hours(account);
        var opening = new DateTimeOffset(hours.Previous(promised).ToDateTime(hours.Opens), JapanTime.Offset);
        return opening > now ? opening : After(now, account);
    }

    /// <summary>The day a holding message proposes: the third opening day from now (a suggestion, its sender changes it).</summary>
    public DateOnly Proposed(DateTimeOffset now, OfficialAccount account)
    {
        var hours = Hours(account);
        var day = JapanTime.DateOf(now);
        for (var i = 0; i < 3; i++) day = hours.Next(day.AddDays(1));
        return day;
    }

    private NumberSetting? Days => pack.AccountDuties?.Replies?.RemindOpenDays;

    private OpeningDays Hours(OfficialAccount account) =>
        (withOwnDays ?? throw new InvalidOperationException("The organisation's days were not read."))(
            (account.Hours ?? pack.OfficeHours)?.ToOpeningDays() ?? OpeningDays.Default
        );
}
