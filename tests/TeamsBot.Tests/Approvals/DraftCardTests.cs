using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

/// <summary>Every card of a draft as it leaves the process. A changed approved file is read in review.</summary>
public sealed class DraftCardTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly DraftFinding Block = new(
        "date-weekday",
        "date_weekday",
        "日付と曜日",
        Severity.Block,
        FindingGroup.Error,
        0,
        8,
        "12月5日(金)",
        "曜日が暦と合いません。",
        "「12月5日(土)」に直してください。",
        "12月5日(土)",
        ["asaka-6-2-1a"],
        "朝霞市ソーシャルメディア活用マニュアル 6②1"
    );

    private static readonly ReviewChecklist Sample = Shipped.Folder.Load("sample").Approval!.SecondStaff.Checklist!;

    private static readonly TextFact[] Facts =
    [
        new(TextFactKind.Date, "12月6日(日)", TextFactVerdict.WeekdayRight),
        new(TextFactKind.Phone, "0269-00-2144", TextFactVerdict.Registered, "健康課"),
        new(TextFactKind.Link, "https://example.com/", TextFactVerdict.ForeignSite, "example.com"),
    ];

    private static readonly DraftFinding Warning = new(
        "rumour",
        "rumour",
        "伝聞・未確認",
        Severity.Warn,
        FindingGroup.Misunderstanding,
        9,
        14,
        "開催らしい",
        "確認した事実として書けるかを確かめてください。",
        null,
        null,
        [],
        ""
    );

    public static TheoryData<string> Cards =>
    [
        "author-composing",
        "author-in-review",
        "author-returned",
        "author-approved",
        "author-ready",
        "author-differs",
        "told-differs",
        "settled",
        "author-posted",
        "second-review",
        "second-review-each",
        "second-review-refused",
        "second-review-again",
        "decision",
        "decision-again",
        "checked",
        "reader",
        "too-late",
        "overtaken",
        "note",
        "lift",
        "thread",
        "new",
        "list",
        "list-empty",
        "history",
    ];

    [Fact]
    public void Of_a_text_that_must_not_be_out_yet_a_note_shows_no_word_on_a_lock_screen()
    {
        var draft = Returned();
        NoteCard.Summary(View(draft), "高橋 由美さん", "市長の辞任").ShouldContain("市長の辞任");

        draft.Plan(Author, new DraftPlan("city-x", "embargo", true, Now.AddHours(3), ""), Now);

        NoteCard.Summary(View(draft), "高橋 由美さん", "市長の辞任").ShouldBe("連絡 No.7 高橋 由美さんから");
    }

    [Theory]
    [InlineData("違う文です。")]
    [InlineData("")]
    public void A_reported_address_that_is_none_of_the_web_opens_nothing(string posted)
    {
        var draft = HandedOut();
        draft.MarkPosted("佐藤 花子", new PostedPress("ms-settings:privacy", posted, AccountProof.ByReporter, Medium.X), Now, out _);

        var card = draft.Differs ? DiffersCard.ForOthers(View(draft), draft.Alarms().Last()) : PostingCard.For(View(draft));

        var json = JsonSerializer.Serialize(card, ProtocolJson.Options);
        json.ShouldContain("ms-settings:privacy");
        json.ShouldNotContain("Action.OpenUrl");
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_is_as_it_was_approved(string name) =>
        Approved.Match(
            JsonNode.Parse(JsonSerializer.Serialize(Draw(name), ProtocolJson.Options))!.ToJsonString(Indented) + "\n",
            name,
            "json"
        );

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_field_has_a_label_and_every_button_its_fallback(string name)
    {
        var json = JsonSerializer.Serialize(Draw(name), ProtocolJson.Options);
        foreach (var element in Objects(JsonNode.Parse(json)!))
        {
            var type = element["type"]?.GetValue<string>() ?? "";
            if (type == "Input.Toggle") element["title"].ShouldNotBeNull(json);
            else if (type.StartsWith("Input.", StringComparison.Ordinal)) element["label"].ShouldNotBeNull(json);
            if (type == "Action.Execute")
                element["fallback"]!["data"]![Buttons.FallbackVerb]!.GetValue<string>().ShouldBe(element["verb"]!.GetValue<string>());
        }
    }

    [Fact]
    public void The_longest_draft_with_the_most_findings_stays_under_the_card_limit()
    {
        var text = string.Concat(Enumerable.Repeat("あいうえおかきくけこ\n", 1_000))[..Revision.MaxLength];
        var findings = Enumerable
            .Range(0, 60)
            .Select(at =>
                Block with
                {
                    Start = at * 11,
                    End = (at * 11) + 5,
                    Message = new string('説', 120),
                    Suggestion = new string('直', 60),
                }
            )
            .ToArray();
        var draft = Composing(text, findings);
        draft.Plan(Author, new DraftPlan("city-x", "open", false, Now.AddDays(1), new string('連', 500)), Now);
        draft.Check(findings);

        foreach (
            var card in (AdaptiveCard[])
                [
                    View(draft).Fitting(view => AuthorCard.For(view)),
                    View(draft).Fitting(view => ReviewerCard.For(view, null)),
                    View(draft).Fitting(view => LiftCard.For(view)),
                ]
        )
        {
            CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
        }
    }

    private static AdaptiveCard Draw(string name) => name switch
    {
        "author-composing" => AuthorCard.For(
            View(Composing("12月5日(金)に開催らしいです。\n*印* [リンク](https://example.com)", Block, Warning))
        ),
        "author-in-review" => AuthorCard.For(View(InReview())),
        "author-returned" => AuthorCard.For(View(Returned())),
        "author-approved" => PostingCard.For(View(Drafts.Approved())),
        "author-ready" => PostingCard.For(View(HandedOut())),
        "author-differs" => PostingCard.For(View(Differing())),
        "told-differs" => DiffersCard.ForOthers(View(Differing()), Differing().Alarms().Last()),
        "settled" => SettledCard.For(View(Settled())),
        "too-late" => ReaderCard.For(
            View(TooLate()),
            Checker,
            CardParts.Notice(NoticeKind.Attention, Refusal.AlreadyDecided.Sentence(TooLate(), Now))
        ),
        "overtaken" => NoticeCard.For(View(TooLate()), new DraftCall(DraftCallKind.Overtaken, "")),
        "note" => NoteCard.For(
            View(Returned()),
            new SentNote(
                new Person("55555555-0000-4000-8000-000000000005", "高橋 由美", null, "広報課", "主任", [Role.Desk]),
                "639000000000000000",
                "会場の住所を書き足してください。\n電話番号も確かめてください。"
            )
        ),
        "author-posted" => PostingCard.For(View(Posted())),
        "second-review" => Reviewer(InReview(), Checker),
        "second-review-each" => ReviewerCard.For(View(Found()), Found().OpenReviewOf(Checker)),
        "second-review-refused" => Refused(),
        "second-review-again" => Reviewer(Again(), Checker),
        "decision-again" => Reviewer(AgainChecked(), Head),
        "checked" => ReaderCard.For(View(AwaitingDecision()), Checker, null),
        "decision" => Reviewer(AwaitingDecision(), Head),
        "reader" => ReaderCard.For(View(Drafts.Approved()), null, null),
        "lift" => LiftCard.For(View(LiftAsked())),
        "thread" => ThreadCard.For(View(InReview())),
        "new" => DraftForm.New(),
        "list" => DraftListCard.For(
            List(
                6,
                new DraftListRow(
                    7,
                    DraftStatus.InReview,
                    "星見市（X）@hoshimi_city",
                    "佐藤 花子",
                    "12月5日(土)に…",
                    Now.AddDays(1),
                    Now,
                    IsMyReview: true
                )
            ),
            Now
        ),
        "list-empty" => DraftListCard.For(List(0), Now),
        _ => HistoryCard.For(
            View(Posted()),
            [
                ("佐藤 花子", "届いています（11/20(金) 10:00）"),
                ("田中 誠", "届いていません。本人にこのアプリを開いてもらってください。"),
            ]
        ),
    };

    private static DraftList List(int count, params DraftListRow[] rows)
    {
        var (mine, others) = (new ListWords("あなたの番", "Your turn"), new ListWords("投稿済み", "Posted"));
        return new DraftList(
            [new DraftListPart(mine, new ListWords("今することはありません。", "Nothing to do."), count, rows, ApprovalFields.MyTurnOnly)],
            [(mine, count), (others, 2)],
            IsPosted: false,
            MayWrite: true
        );
    }

    private static AdaptiveCard Reviewer(Draft draft, string reviewer) => ReviewerCard.For(View(draft), draft.OpenReviewOf(reviewer));

    private static DraftView View(Draft draft) => new(
        draft,
        "星見市（X）@hoshimi_city",
        "残り100字（全角換算）",
        [new AdaptiveChoice { Title = "星見市（X）@hoshimi_city", Value = "city-x" }],
        [new AdaptiveChoice { Title = "公開可", Value = "public" }],
        false,
        Now
    )
    {
        Checklist = Sample,
        PostExample = "https://x.com/hoshimi_city/status/…",
        HelpDesk = "広報課 0269-00-2111",
        ToldOfDifference = "田中 誠さん、高橋 由美さん",
        IsPlainClass = true,
    };

    private static Draft Returned()
    {
        var draft = InReview();
        draft.Decide(Checker, Return(draft), Now).ShouldBeNull();
        return draft;
    }

    private static Draft Again()
    {
        var draft = Returned();
        draft.Revise(Author, "12月6日(日)にイベントを開催します。", Now).ShouldBeNull();
        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBeNull();
        return draft;
    }

    private static Draft Posted()
    {
        var draft = Drafts.Approved();
        draft
            .MarkPosted(
                "佐藤 花子",
                new PostedPress("https://x.com/hoshimi_city/status/1", "", AccountProof.ByAddress, Medium.X),
                Now,
                out _
            )
            .ShouldBeNull();
        return draft;
    }

    private static Draft HandedOut()
    {
        var draft = Drafts.Approved();
        draft.HandOut("佐藤 花子", Now).ShouldBeNull();
        return draft;
    }

    private static Draft Differing()
    {
        var draft = HandedOut();
        draft
            .MarkPosted(
                "佐藤 花子",
                new PostedPress(
                    "https://x.com/hoshimi_city/status/1",
                    "12月6日(日)にイベントを開催します。",
                    AccountProof.ByAddress,
                    Medium.X
                ),
                Now,
                out _
            )
            .ShouldBeNull();
        return draft;
    }

    private static Draft Settled()
    {
        var draft = Differing();
        draft
            .MarkPosted(
                "佐藤 花子",
                new PostedPress("https://x.com/hoshimi_city/status/1", draft.Current.Text, AccountProof.ByAddress, Medium.X),
                Now,
                out _
            )
            .ShouldBeNull();
        return draft;
    }

    private static Draft TooLate()
    {
        var draft = InReview();
        draft.TakeBack(Author, Now).ShouldBeNull();
        draft.KeepUnsent(Checker, "会場の住所を書き足してください。");
        return draft;
    }

    private static Draft Found()
    {
        var topic = Warning with { Category = Category.FlamingTopic.Id, Label = "炎上しやすい話題", Quote = "お母さん" };
        var draft = Composing("12月6日(日)正午から。お母さんも、子どもだけでもどうぞ。", topic);
        draft.Check([topic], Facts);
        draft.Answer(new Dictionary<string, string> { [topic.Key] = "主催団体の案内の言い方に合わせた" });
        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBeNull();
        return draft;
    }

    private static AdaptiveCard Refused()
    {
        var (draft, typed) = (Found(), new GateAnswers { On = ["item1", "item2", "item3", "item5"] });
        var lacks = ReviewTicks.For(Sample, draft, RouteStep.SecondReview).Missing(typed).ToList();
        return ReviewerCard.For(
            View(draft),
            draft.OpenReviewOf(Checker),
            CardParts.Notice(NoticeKind.Attention, "まだ確認済みにしていません。▲の2か所が残っています。"),
            new ReviewInput { Gates = typed, Problems = lacks }
        );
    }

    private static Draft AgainChecked()
    {
        var draft = Again();
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
        return draft;
    }

    private static Draft LiftAsked()
    {
        var draft = Composing("12月5日(金)に開催します。", Block);
        draft.AskLift(Author, Route, ClassPosting.Allowed, "期限が迫っているためです。", Now).ShouldBeNull();
        return draft;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject one => one.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Objects).Prepend(one),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };
}
