using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Tests.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

/// <summary>Which items share a tick, and what counts as an answer to all of them.</summary>
public sealed class ReviewTicksTests
{
    private static readonly TextFact Known = new(TextFactKind.Date, "12月5日(土)", TextFactVerdict.WeekdayRight);

    private static readonly TextFact Foreign = new(TextFactKind.Phone, "0269-00-9999", TextFactVerdict.Unregistered);

    [Theory]
    [InlineData("sample", "items1-2 item3 items4-5")]
    [InlineData("asaka", "item1 item2 item3 item4 item5")]
    [InlineData("tochigi", "items1-2")]
    [InlineData("ward", "item1 item2")]
    [InlineData("yamaguchi", "item1 item2")]
    public void Ticks_are_as_the_pack_says(string pack, string fields) =>
        string.Join(' ', TicksOf(pack, Draft([Known])).Ticks.Select(tick => tick.Field)).ShouldBe(fields);

    [Fact]
    public void A_finding_or_something_unregistered_takes_each_item_its_own_tick()
    {
        TicksOf("sample", Draft([Known, Foreign])).Ticks.Count.ShouldBe(5);
        TicksOf("sample", Draft([Known], Finding(Severity.Hint))).Ticks.Count.ShouldBe(5);
        TicksOf("sample", Draft([Known])).Ticks.Count.ShouldBe(3);
    }

    [Fact]
    public void Ticks_drawn_together_and_ticks_of_earlier_cards_both_answer_five_items()
    {
        var draft = Draft([Known]);
        var ticks = TicksOf("sample", draft);

        ticks.Missing(new GateAnswers { On = ["items1-2", "item3", "items4-5"] }).ShouldBeEmpty();
        ticks.Missing(new GateAnswers { On = ["item1", "item2", "item3", "item4", "item5"] }).ShouldBeEmpty();
        ticks.Missing(new GateAnswers { On = ["item1", "item3", "items4-5"] }).ShouldHaveSingleItem().Field.ShouldBe("items1-2");
        var answered = ticks.Answered(draft);
        answered.Count.ShouldBe(5);
        answered[0].Evidence.ShouldBe([Known]);
    }

    /// <summary>A theme of 炎上さしすせそ was hit: the second reviewer says what was found out about it [asaka-6-2-4].</summary>
    [Fact]
    public void A_topic_prone_to_flaming_asks_for_a_remark_where_the_pack_asks_about_topics()
    {
        var topic = Finding(Severity.Warn) with { Category = Category.FlamingTopic.Id };
        GateAnswers all = new() { On = ["item1", "item2", "item3", "item4", "item5"] };

        TicksOf("asaka", Draft([], topic)).Missing(all).ShouldHaveSingleItem().Field.ShouldBe(GateFields.Comment);
        TicksOf("asaka", Draft([], topic)).Missing(all with { Comment = "担当課に確かめた" }).ShouldBeEmpty();
        TicksOf("asaka", Draft([], topic with { Severity = Severity.Hint })).Missing(all).ShouldBeEmpty();
        TicksOf("ward", Draft([], topic)).Missing(all).ShouldBeEmpty();
    }

    private static ReviewTicks TicksOf(string pack, Draft draft) =>
        ReviewTicks.For(Shipped.Folder.Load(pack).Approval!.SecondStaff.Checklist, draft, RouteStep.SecondReview);

    private static Draft Draft(TextFact[] facts, params DraftFinding[] findings)
    {
        var draft = Composing();
        draft.Check(findings, facts);
        return draft;
    }
}
