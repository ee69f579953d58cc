using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Approvals.Standing;
using TeamsBot.Approvals.Writing;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

/// <summary>The cards of ranges approved ahead and of gates, as they leave the process.</summary>
public sealed class GateCardTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Pack Asaka = Shipped.Folder.Load("asaka");

    [Theory]
    [InlineData("standing")]
    [InlineData("standing-reader")]
    [InlineData("claim")]
    [InlineData("preview")]
    [InlineData("final")]
    [InlineData("review-with-gates")]
    [InlineData("review-by-standing")]
    public void A_card_is_as_it_was_approved(string name) =>
        Approved.Match(
            JsonNode.Parse(JsonSerializer.Serialize(Draw(name), ProtocolJson.Options))!.ToJsonString(Indented) + "\n",
            name,
            "json"
        );

    /// <summary>Teams leaves out what is over six in a row, and the last of a row is what takes the draft back.</summary>
    [Fact]
    public void However_much_can_be_done_with_a_draft_no_row_has_more_than_three_buttons()
    {
        DraftFinding[] findings =
        [
            Finding("date-weekday", Severity.Block) with { Replacement = "12月5日(土)" },
            Finding("wording", Severity.Hint),
        ];
        var draft = Composing(string.Concat(Enumerable.Repeat("12月5日(金)に開催します。\n", 500)), findings);
        var all = View(draft) with
        {
            Standing = new StandingView([.. Asaka.Approval!.StandingRanges.Select(range => (range, Grant(range.Id)))], null),
        };

        var card = AuthorCard.For(all);

        card.Actions.ShouldBeEmpty();
        var rows = Elements(card.Body).OfType<AdaptiveActionSet>().ToList();
        rows.ShouldAllBe(row => row.Actions.Count <= 3);
        rows.SelectMany(row => row.Actions)
            .OfType<AdaptiveExecuteAction>()
            .Select(action => action.Verb)
            .ShouldContain(StandingVerbs.ClaimForm);
        card.Body.OfType<AdaptiveActionSet>().Sum(row => row.Actions.Count).ShouldBeLessThanOrEqualTo(6);
    }

    private static IEnumerable<AdaptiveElement> Elements(IEnumerable<AdaptiveElement> elements) =>
        elements.SelectMany(element => element is AdaptiveContainer container ? Elements(container.Items).Prepend(element) : [element]);

    [Fact]
    public void What_could_not_be_taken_stands_open_with_what_was_typed()
    {
        var list = List([.. Asaka.Accounts.Where(account => account.Id == "city-x")]);

        StandingCard.For(list).Body.OfType<AdaptiveDateInput>().ShouldBeEmpty();

        var open = StandingCard.For(
            list,
            CardParts.Notice(NoticeKind.Attention, "範囲を選んでください。"),
            new StandingInput("city-x", null, "2027-03-31", "市民まつり")
        );
        open.Body.OfType<AdaptiveDateInput>().ShouldHaveSingleItem().Value.ShouldBe("2027-03-31");
        open.Actions.ShouldHaveSingleItem().ShouldBeOfType<AdaptiveExecuteAction>().Verb.ShouldBe(StandingVerbs.Grant);
    }

    private static DraftFinding Finding(string rule, Severity severity) => new(
        rule, rule, "日付と曜日", severity, FindingGroup.Error, 0, 8, "12月5日(金)", "曜日が暦と合いません。", null, null, ["asaka-6-2-1a"], "");

    private static AdaptiveCard Draw(string name) => name switch
    {
        "standing" => StandingCard.For(
            List([.. Asaka.Accounts.Where(account => account.Id == "city-x")]),
            CardParts.Notice(NoticeKind.Done, "事前承認しました。")
        ),
        "standing-reader" => StandingCard.For(List([])),
        "claim" => ClaimCard.For(
            View(Claimed()) with
            {
                Standing = new StandingView([.. Asaka.Approval!.StandingRanges.Select(range => (range, Grant(range.Id)))], null),
            }
        ),
        "preview" => PreviewCard.For(
            View(Composing()),
            Asaka.Accounts.First(account => account.Id == "city-x"),
            [new SubmitTick(GateFields.AsStaff, Asaka.Approval!.Gate(GateKind.AsStaff)!.Tick!, DraftEventKind.TickedAsStaff)],
            new CardAction("approvals.submit", new Dictionary<string, string>(), IsAutomatic: false, IsFallback: false, null),
            isMissing: true
        ),
        "final" => ReviewerCard.For(View(Shown()), Shown().OpenReviewOf(Head)),
        "review-with-gates" => Gated(),
        _ => ReviewerCard.For(View(ByStanding()), ByStanding().OpenReviewOf(Checker)),
    };

    private static AdaptiveCard Gated()
    {
        var draft = InReview();
        var view = View(draft) with { Gates = Shipped.Folder.Load("tochigi").Approval!.Gates };
        var typed = new ReviewInput("見出しを確かめました。")
        {
            Gates = new GateAnswers(Compliance: true),
            Problems =
            [
                new GateProblem(
                    GateFields.Basis,
                    "何と照らして確かめたか（資料、URL、確認した人）を書いてください。",
                    "Write what you compared it with."
                ),
            ],
        };
        return ReviewerCard.For(view, draft.OpenReviewOf(Checker), typed: typed);
    }

    private static Draft Claimed()
    {
        var draft = Composing();
        draft.ClaimRange(Author, new StandingClaim("published", "https://www.city.asaka.lg.jp/a.html", "12月5日（土曜日）"), Now).ShouldBeNull();
        return draft;
    }

    private static Draft ByStanding()
    {
        var draft = Claimed();
        var use = new StandingUse(
            "published",
            "公表済みの内容",
            "田中 誠（課長）",
            new DateOnly(2027, 3, 31),
            "公表：https://www.city.asaka.lg.jp/a.html（数と日付を照合）",
            null
        );
        draft.Submit(Author, Route with { Standing = use }, ClassPosting.Allowed, Now).ShouldBeNull();
        return draft;
    }

    private static Draft Shown()
    {
        var draft = AwaitingDecision();
        draft.ShowFinal(Head, Approve(draft), Now).ShouldBeNull();
        return draft;
    }

    private static StandingList List(IReadOnlyList<OfficialAccount> decided) => new(
        [
            new StandingRow(
                Asaka.Accounts.First(account => account.Id == "city-x"),
                Asaka.Approval!.Range("approved-qa")!,
                Grant("approved-qa")
            ),
        ],
        decided,
        Asaka.Approval!.StandingRanges,
        Asaka.Approval.StandingDays!,
        Now
    );

    private static StandingGrant Grant(string range)
    {
        var grant = StandingGrant.Of(Tenant, "city-x", range);
        grant.Approve(
            Head,
            "田中 誠（課長）",
            new DateOnly(2027, 3, 31),
            "市民まつりに関する発信",
            range == "approved-qa" ? [new DecidedDocument("朝シ発第12号", new DateOnly(2026, 10, 1))] : [],
            Now
        );
        return grant;
    }

    private static DraftView View(Draft draft) =>
        new(
            draft,
            "朝霞市（X）",
            "残り100字（全角換算）",
            [new AdaptiveChoice { Title = "朝霞市（X）", Value = "city-x" }],
            [new AdaptiveChoice { Title = "公開可", Value = "public" }],
            false,
            Now
        );
}
