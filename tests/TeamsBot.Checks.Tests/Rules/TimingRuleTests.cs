using TeamsBot.Checks.Context;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

/// <summary>
/// The rules about when and how often: hours, repetition, the first notice, reminders of a call for opinions, stale calls.
/// </summary>
public sealed class TimingRuleTests
{
    [Theory]
    [RuleOf("asaka-7-2-1")]
    [InlineData("2026-11-21T20:00", "11月24日")]
    [InlineData("2026-11-20T17:30", "11月24日")]
    [InlineData("2026-11-23T10:00", "勤労感謝の日")]
    [InlineData("2026-12-30T11:00", "年末年始")]
    [InlineData("2026-11-20T07:00", "運用時間")]
    public void A_time_outside_the_hours_is_warned_with_the_next_one(string planned, string says)
    {
        var finding = Drafts.Find("posting-hours", "お知らせ", At(planned)).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warn);
        (finding.Message + finding.Suggestion).ShouldContain(says);
    }

    [Fact]
    [RuleOf("asaka-7-2-1")]
    public void Emergencies_event_days_and_working_hours_are_left_alone()
    {
        Drafts.Find("posting-hours", "お知らせ", At("2026-11-21T20:00") with { Emergency = true }).ShouldBeEmpty();
        Drafts.Find("posting-hours", "お知らせ", At("2026-11-21T20:00") with { ScheduledEventDay = true }).ShouldBeEmpty();
        Drafts.Find("posting-hours", "お知らせ", At("2026-11-20T17:15")).ShouldBeEmpty();
        Drafts.Find("posting-hours", "お知らせ", At("2026-11-20T17:15") with { PlannedAt = null }).ShouldBeEmpty();
    }

    [Theory]
    [RuleOf("asaka-7-1c", "asaka-7-1d")]
    [InlineData("冬の読書会の参加者を募集しています。場所は公民館です。", 1)]
    [InlineData("冬の読書会の参加者を募集しています！場所は、公民館です📚", 1)]
    [InlineData("冬の読書会まであと1週間。講師の先生からのメッセージを紹介します。", 0)]
    public void Nearly_the_same_text_within_a_week_is_warned(string text, int count) =>
        Drafts.Find("repeat-similar", text, Posted("冬の読書会の参加者を募集しています。場所は公民館です。https://www.example.jp/", -2)).Count.ShouldBe(count);

    [Fact]
    [RuleOf("asaka-7-1d")]
    public void The_third_in_a_week_is_counted_and_older_or_foreign_posts_and_other_dates_are_not()
    {
        const string text = "休日当番医は、12月5日(土)が山田医院です。";
        var third = Drafts.Context(context =>
            context with
            {
                History = [new(text, Drafts.Now.AddDays(-1)), new(text, Drafts.Now.AddDays(-3))],
            }
        );

        Drafts.Find("repeat-similar", text, third).ShouldHaveSingleItem().Message.ShouldContain("3回目");
        Drafts.Find("repeat-similar", text, Posted(text, -8)).ShouldBeEmpty();
        Drafts
            .Find(
                "repeat-similar",
                text,
                Drafts.Context(context => context with { History = [new(text, Drafts.Now.AddDays(-1), SameAccount: false)] })
            )
            .ShouldBeEmpty();
        Drafts.Find("repeat-similar", text, Posted("休日当番医は、11月28日(土)が山田医院です。", -1)).ShouldBeEmpty();
    }

    [Theory]
    [RuleOf("asaka-7-1b")]
    [InlineData(EventKind.NoApplication, "2026-11-21", Severity.Warn)]
    [InlineData(EventKind.NoApplication, "2026-12-05", Severity.Hint)]
    [InlineData(EventKind.Application, "2026-11-25", Severity.Warn)]
    [InlineData(EventKind.Application, "2026-11-27", Severity.Hint)]
    public void A_first_notice_that_comes_late_says_so(EventKind kind, string day, Severity severity)
    {
        var date = Day(day);
        var context = Drafts.Context(context => context with { Event = new EventInfo(kind) { Date = date, Deadline = date } });

        Drafts.Find("cadence", "親子工作教室のお知らせ", context).ShouldHaveSingleItem().Severity.ShouldBe(severity);
        Drafts.Find("cadence", "親子工作教室のお知らせ", context with { HistoryKnown = false }).ShouldBeEmpty();
        Drafts.Find("cadence", "親子工作教室のお知らせ", context with { History = [new("親子工作教室を開きます", Drafts.Now.AddDays(-20))] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-09-11", "2026-11-30", "2026-09-18", false)]
    [InlineData("2026-09-11", "2026-11-30", "2026-09-21", true)]
    [InlineData("2026-09-11", "2026-11-30", "2026-09-24", true)]
    [InlineData("2026-09-01", "2026-10-19", "2026-10-12", true)]
    [InlineData("2026-09-01", "2026-10-19", "2026-10-09", false)]
    [InlineData("2026-09-01", "2026-10-30", "2026-10-23", false)]
    public void A_reminder_of_a_call_for_opinions_belongs_before_the_closed_day(string start, string end, string planned, bool warned)
    {
        var context = At(planned + "T10:00") with { Event = new EventInfo(EventKind.Opinion) { Start = Day(start), End = Day(end) } };

        Drafts.Find("cadence", "意見を募集しています", context).Count.ShouldBe(warned ? 1 : 0);
    }

    [Fact]
    public void A_call_after_the_account_said_full_or_after_the_deadline_holds_the_draft_back()
    {
        var full = Posted("親子工作教室は定員に達しました。", -1);
        var over = Drafts.Context(context =>
            context with
            {
                Event = new EventInfo(EventKind.Application) { Deadline = Day("2026-11-13") },
            }
        );

        Drafts.Find("stale-info", "親子工作教室の参加者を募集中です", full).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Block);
        Drafts.Find("stale-info", "親子工作教室の参加者を募集中です", over).ShouldHaveSingleItem();
        Drafts.Find("stale-info", "親子工作教室は満員のため受付を終了しました", full).ShouldBeEmpty();
        Drafts.Find("stale-info", "冬の星空観察会の参加者を募集中です", full).ShouldBeEmpty();
    }

    private static CheckContext At(string planned) =>
        Drafts.Context(context =>
            context with
            {
                PlannedAt = new DateTimeOffset(
                    DateTime.ParseExact(planned, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                    TimeSpan.FromHours(9)
                ),
            }
        );

    private static CheckContext Posted(string text, int days) =>
        Drafts.Context(context => context with { History = [new(text, Drafts.Now.AddDays(days))] });

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
