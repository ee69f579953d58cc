using TeamsBot.Checks.Context;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AdaptiveCards;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tests.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

/// <summary>
/// The shape of the author's card in every state: what a phone can draw, one thing to do next, nobody's words read as Markdown, one
/// language.
/// </summary>
public sealed partial class AuthorCardTests
{
    /// <summary>A line that Markdown would change, in every place an author can write.</summary>
    private const string Marked = "*図書館*まつり [詳細](https://example.com) __10:00__ ~~中止~~ `注` 1. 一 # 見出し";

    public static TheoryData<string> States =>
        [
            "fresh",
            "found",
            "refused",
            "returned",
            "expired",
            "personal",
            "review",
            "decision",
            "approved",
            "handed-out",
            "posted",
            "rejected",
            "withdrawn",
            "like",
            "long",
        ];

    [Theory]
    [MemberData(nameof(States))]
    public void A_phone_can_draw_it(string state)
    {
        foreach (var language in Enum.GetValues<CardLanguage>())
        {
            var card = Draw(state, language);
            var json = Json(card);

            Objects(json).ShouldAllBe(element => TypeOf(element) != "Action.ShowCard");
            TypeOf(json["body"]![0]!.AsObject()).ShouldBe("TextBlock");
            json["body"]![0]!["style"]!.GetValue<string>().ShouldBe("heading");
            Objects(json).Where(element => TypeOf(element) == "ActionSet").ShouldAllBe(set => set["actions"]!.AsArray().Count <= 3);
            (json["actions"]?.AsArray().Count ?? 0).ShouldBe(0);
            // What there is to choose from; the rest of a long text unfolds where the text stands.
            var choices = Buttons(json)
                .Select(TitleOf)
                .Where(title =>
                    !title.StartsWith("本文の続きを表示", StringComparison.Ordinal)
                    && !title.StartsWith("Show the rest", StringComparison.Ordinal)
                )
                .ToList();
            choices.Count.ShouldBeLessThanOrEqualTo(6, $"{state}: {string.Join(' ', choices)}");
            Buttons(json).Count(button => button["style"]?.GetValue<string>() == "positive").ShouldBeLessThanOrEqualTo(1, state);
            Objects(json).Where(element => element["isRequired"] is not null).ShouldBeEmpty();
            CardSize.FitsMessage(card).ShouldBeTrue(state);
            json["lang"]!.GetValue<string>().ShouldBe(language == CardLanguage.Ja ? "ja" : "en");
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Fields_have_ids_of_their_own_and_what_unfolds_is_there(string state)
    {
        var json = Json(Draw(state, CardLanguage.Ja));
        var ids = Objects(json)
            .Where(element => TypeOf(element) != "Action.Execute" && element["id"] is not null)
            .Select(element => element["id"]!.GetValue<string>())
            .ToList();

        ids.ShouldBeUnique();
        var targets = Objects(json)
            .Where(element => TypeOf(element) == "Action.ToggleVisibility")
            .SelectMany(toggle => toggle["targetElements"]!.AsArray())
            .Select(target => target is JsonObject one ? one["elementId"]!.GetValue<string>() : target!.GetValue<string>());
        // Neighbours that the card does not have are closed in vain; each button opens at least one that it has.
        Objects(json)
            .Where(element => TypeOf(element) == "Action.ToggleVisibility")
            .ShouldAllBe(toggle => ids.Contains(Target(toggle["targetElements"]![0]!)));
        targets.ShouldNotContain(target => target.Length == 0);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Words_of_authors_are_never_read_as_Markdown(string state)
    {
        var json = Json(Draw(state, CardLanguage.Ja));

        foreach (var element in Objects(json))
        {
            string?[] read = TypeOf(element) switch
            {
                "TextBlock" => [Text(element, "text")],
                "Input.Toggle" => [Text(element, "title"), Text(element, "label")],
                "Input.Text" or "Input.ChoiceSet" or "Input.Date" or "Input.Time" => [Text(element, "label"), Text(element, "placeholder")],
                _ => element["value"] is not null && element["title"] is not null ? [Text(element, "title")] : [],
            };
            read.OfType<string>()
                .ShouldAllBe(words =>
                    !words.Contains('*') && !words.Contains("](") && !words.Contains("__") && !words.Contains("~~") && !words.Contains('`')
                );
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void No_run_is_empty(string state) =>
        Objects(Json(Draw(state, CardLanguage.Ja)))
            .Where(element => TypeOf(element) == "TextRun")
            .ShouldAllBe(run => Text(run, "text")!.Length > 0);

    [Theory]
    [InlineData("fresh")]
    [InlineData("refused")]
    [InlineData("returned")]
    [InlineData("expired")]
    [InlineData("review")]
    [InlineData("decision")]
    [InlineData("posted")]
    [InlineData("withdrawn")]
    public void In_English_nothing_of_ours_is_Japanese(string state)
    {
        var json = Json(
            AuthorCard.For(
                Plain(state),
                state == "refused" ? CardParts.Notice(NoticeKind.Attention, Refusal.NoAccount.Sentence(null, Now, CardLanguage.En)) : null
            )
        );

        var ours = Objects(json)
            .SelectMany(element =>
                new[]
                {
                    Text(element, "text"),
                    Text(element, "title"),
                    Text(element, "label"),
                    Text(element, "placeholder"),
                    Text(element, "fallbackText"),
                }
            )
            .OfType<string>()
            .Where(words => Japanese().IsMatch(words))
            .ToList();

        ours.ShouldBeEmpty();
    }

    [Fact]
    public void Counts_match_the_words_at_the_findings_and_advice_is_not_red()
    {
        var draft = Composing("12月5日(金)に開催らしいです。", Found());
        var counts = FindingsSection.Counts(View(draft), "").Inlines.OfType<AdaptiveTextRun>().ToList();

        string.Concat(counts.Select(run => run.Text)).ShouldStartWith("要修正 1・要確認 1・助言 1");
        counts.Single(run => run.Text == "助言 1").Color.ShouldBe(AdaptiveTextColor.Accent);
        var words = Json(AuthorCard.For(View(draft))).ToJsonString(Relaxed);
        foreach (var word in (string[])["1 要修正", "2 要確認", "3 助言"]) words.ShouldContain(word);
        words.ShouldNotContain("注意");
    }

    [Fact]
    public void Nothing_found_is_said_with_what_comes_next()
    {
        string.Concat(FindingsSection.Counts(View(Composing()), "次は、確認に回してください。").Inlines.OfType<AdaptiveTextRun>().Select(run => run.Text))
            .ShouldStartWith("問題は見つかりませんでした。次は、確認に回してください。");
    }

    [Fact]
    public void A_rule_that_the_guideline_does_not_know_says_so()
    {
        var words = Json(AuthorCard.For(View(Composing("12月5日(金)に開催らしいです。", Found())))).ToJsonString(Relaxed);

        words.ShouldContain("（誤り・根拠：星見市ソーシャルメディア運用方針（見本） 4(1)）");
        words.ShouldContain("（誤解・この組織の定めにはありません）");
    }

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static AdaptiveCard Draw(string state, CardLanguage language)
    {
        var refusal = CardParts.Notice(NoticeKind.Attention, Refusal.NoAccount.Sentence(null, Now, language));
        return View(Marking(state), state, language).Fitting(view => AuthorCard.For(view, state == "refused" ? refusal : null));
    }

    /// <summary>In English, with a text and names that hold no Japanese.</summary>
    private static DraftView Plain(string state)
    {
        var draft = Draft.Start(7, Tenant, new Reviewer(Author, "Hanako Sato", "staff"), "PR", "Library open.", null, Now);
        var route = new ReviewRoute([
            new RouteStop(RouteStep.SecondReview, [new Reviewer(Checker, "Ichiro", "chief")]),
            new RouteStop(RouteStep.FinalDecision, [new Reviewer(Head, "Makoto", "head")]),
        ]);
        draft.Plan(Author, new DraftPlan(state == "refused" ? null : "city-x", "open", false, Now.AddDays(1), ""), Now);
        if (state is not ("fresh" or "refused" or "withdrawn")) draft.Submit(Author, route, ClassPosting.Allowed, Now).ShouldBeNull();
        if (state == "returned") draft.Decide(Checker, Return(draft, "Please add the place."), Now).ShouldBeNull();
        if (state == "expired") draft.Expire(Now.AddDays(2)).ShouldBeTrue();
        if (state is "decision" or "posted") draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
        if (state == "posted")
        {
            draft.Decide(Head, Approve(draft), Now).ShouldBeNull();
            draft
                .MarkPosted(
                    "Hanako Sato",
                    new PostedPress("https://x.com/a/status/1", draft.Current.Text, AccountProof.ByAddress, Medium.X),
                    Now,
                    out _
                )
                .ShouldBeNull();
        }

        if (state == "withdrawn") draft.Withdraw(Author, Now).ShouldBeNull();
        return View(draft, state, CardLanguage.En) with
        {
            Account = state == "refused" ? null : "X",
            Length = "42 characters left",
            Asked = new AskedView(["Ichiro"], "Makoto"),
            Accounts = [new AdaptiveChoice { Title = "X", Value = "city-x" }],
            Classes = [new AdaptiveChoice { Title = "Public", Value = "open" }],
        };
    }

    private static Draft Marking(string state)
    {
        var draft =
            state == "long"
                ? Composing(string.Concat(Enumerable.Repeat(Marked + "\n", 100)), Found())
                : Composing(Marked + "\n\n二行目", state is "found" or "refused" ? Found() : []);
        draft.Plan(
            Author,
            new DraftPlan(state == "refused" ? null : "city-x", state == "personal" ? "personal" : "open", false, Now.AddDays(1), Marked),
            Now
        );
        if (state is "fresh" or "found" or "refused" or "personal" or "long") return draft;
        if (state == "like")
        {
            return Draft.StartLike(7, Tenant, new Reviewer(Author, "佐藤 花子", "主事"), "広報課", new Uri("https://x.com/a/status/1"), null, Now);
        }

        if (state == "withdrawn")
        {
            draft.Withdraw(Author, Now).ShouldBeNull();
            return draft;
        }

        draft.Submit(Author, Drafts.Route, ClassPosting.Allowed, Now).ShouldBeNull();
        if (state == "returned") draft.Decide(Checker, Return(draft, Marked), Now).ShouldBeNull();
        if (state == "rejected") draft.Decide(Checker, Reject(draft, Marked), Now).ShouldBeNull();
        if (state == "expired") draft.Expire(Now.AddDays(2)).ShouldBeTrue();
        if (state is "review" or "returned" or "rejected" or "expired") return draft;
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
        if (state == "decision") return draft;
        draft.Decide(Head, Approve(draft), Now).ShouldBeNull();
        if (state is "handed-out" or "posted") draft.HandOut("佐藤 花子", Now).ShouldBeNull();
        if (state == "posted")
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

    private static DraftFinding[] Found() =>
    [
        new(
            "date-weekday",
            "date_weekday",
            "日付と曜日",
            Severity.Block,
            FindingGroup.Error,
            0,
            8,
            "*図書館*まつ",
            "曜日が暦と合いません。",
            "直してください。",
            "12月5日(土)",
            ["sample-4-1"],
            "星見市ソーシャルメディア運用方針（見本） 4(1)"
        ),
        new(
            "rumour",
            "rumour",
            "伝聞・未確認",
            Severity.Warn,
            FindingGroup.Misunderstanding,
            9,
            14,
            "[詳細](",
            "確認した事実かを確かめてください。",
            null,
            null,
            [],
            ""
        ),
        new(
            "short-url",
            "url",
            "URL",
            Severity.Hint,
            FindingGroup.Error,
            10,
            14,
            "__10",
            "短縮URLです。",
            null,
            null,
            [],
            "",
            "省略していないURL"
        ),
    ];

    private static DraftView View(Draft draft, string state = "", CardLanguage language = CardLanguage.Ja) => new(
        draft,
        draft.AccountId is null ? null : "星見市（X）@hoshimi_city",
        "残り100字（全角換算）",
        [new AdaptiveChoice { Title = "星見市（X）@hoshimi_city", Value = "city-x" }],
        [new AdaptiveChoice { Title = "公開可", Value = "open" }],
        state == "personal",
        Now
    )
    {
        Language = language,
        Asked = draft.AccountId is null ? null : new AskedView(["鈴木 一郎", "伊藤 京子"], "田中 誠"),
        Declares = Shipped.Sample.Class(state == "personal" ? "personal" : "open"),
        Typed =
            state == "refused"
                ? new AuthorInput(new Dictionary<string, string>(), new HashSet<string>()) { Gaps = SubmitGaps.Of(draft, Now) }
                : null,
    };

    private static JsonObject Json(AdaptiveCard card) => JsonNode.Parse(card.ToJson())!.AsObject();

    /// <summary>The buttons that stand there before anything is unfolded.</summary>
    private static List<JsonObject> Buttons(JsonNode node) => node switch
    {
        JsonObject one when one["isVisible"] is { } visible && !visible.GetValue<bool>() => [],
        JsonObject one =>
        [
            .. TypeOf(one).StartsWith("Action.", StringComparison.Ordinal) ? new[] { one } : [],
            .. one.Where(pair => pair.Key is "body" or "items" or "actions").SelectMany(pair => Buttons(pair.Value!)),
        ],
        JsonArray many => [.. many.OfType<JsonNode>().SelectMany(Buttons)],
        _ => [],
    };

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject one => one.Where(pair => pair.Key is not ("fallback" or "data"))
            .Select(pair => pair.Value)
            .OfType<JsonNode>()
            .SelectMany(Objects)
            .Prepend(one),
        JsonArray many => many.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };

    private static string Target(JsonNode target) =>
        target is JsonObject one ? one["elementId"]!.GetValue<string>() : target.GetValue<string>();

    private static string TypeOf(JsonObject element) => Text(element, "type") ?? "";

    private static string TitleOf(JsonObject button) => Text(button, "title") ?? "";

    private static string? Text(JsonObject element, string name) =>
        element[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Japanese();
}
