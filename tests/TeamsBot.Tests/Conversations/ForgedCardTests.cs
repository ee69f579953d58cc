using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Conversations;

/// <summary>A card edited by hand: what it claims is checked against the database, and what it stuffs in stays within bounds.</summary>
public sealed class ForgedCardTests
{
    private static readonly (string Field, string? Value)[] ReviewersClaims =
    [
        ("draft", "\"99\""),
        ("draft", "\"-1\""),
        ("draft", "\"99999999999999999999\""),
        ("draft", "[1,2]"),
        ("draft", "{\"a\":1}"),
        ("draft", null),
        ("revision", "\"2\""),
        ("revision", "\"x\""),
        ("revision", "1.5"),
        ("revision", null),
        ("hash", "\"0000\""),
        ("hash", "[\"a\"]"),
        ("hash", null),
        ("decision", "\"approve\""),
        ("decision", "\"7\""),
        ("decision", "[\"Approve\",\"Reject\"]"),
        ("decision", "true"),
        ("decision", null),
        ("item3", "\"yes\""),
        ("item3", "\"false\""),
        ("item3", "1"),
        ("item3", null),
    ];

    private static readonly (string Field, string? Value)[] AuthorsClaims =
    [
        ("plannedDate", "\"2026-13-40\""), ("plannedDate", "[20261340]"), ("plannedTime", "\"25:99\""), ("plannedDate", "\"2020-01-01\""),
        ("informationClass", "\"secret\""), ("informationClass", "{\"id\":\"open\"}"), ("account", "[\"city-x\",\"city-line\"]"),
        ("stamp", "\"999\""), ("stamp", null),
    ];

    [Fact]
    public async Task No_false_claim_on_the_reviewers_card_decides_anything()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        foreach (var (field, value) in ReviewersClaims)
        {
            var answer = await scenario.Checker.PressForgedAsync(
                review,
                "確認済みにする",
                Forgery.With(Scenario.Ticks, (field, value is null ? null : JsonNode.Parse(value)))
            );
            Scenario.Shown(answer).ShouldContain("！", customMessage: $"{field} = {value}");
            (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview, $"{field} = {value}");
        }

        (await scenario.ActionsAsync()).ShouldBe(["draft.start", "draft.submit"]);
    }

    [Fact]
    public async Task No_false_field_on_the_authors_card_hands_anything_in()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();

        foreach (var (field, value) in AuthorsClaims)
        {
            var stamp = (await scenario.DraftAsync()).Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var answer = await scenario.Author.PressForgedAsync(
                card,
                Scenario.HandIn,
                Forgery.With(Scenario.Plan(), ("stamp", stamp), (field, value is null ? null : JsonNode.Parse(value)))
            );
            Scenario.Shown(answer).ShouldContain("！", customMessage: $"{field} = {value}");
            (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Composing, $"{field} = {value}");
        }
    }

    [Fact]
    public async Task Naming_somebody_else_on_the_card_changes_nothing_about_who_presses()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var outsider = await host.OpenAsync(BotHost.Outsider);
        var review = await scenario.SubmitAsync();
        var checker = host.Tenant.People.Single(person => person.Name == BotHost.Checker).ObjectId;

        var answer = await outsider.PressForgedAsync(
            review,
            "確認済みにする",
            Forgery.With(Scenario.Ticks, ("reviewer", checker), ("actor", checker), ("from", new JsonObject { ["aadObjectId"] = checker }))
        );

        Scenario.Shown(answer).ShouldContain("見つかりません");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
    }

    [Theory]
    [InlineData("approvals.nothing")]
    [InlineData("approvals.DECIDE")]
    [InlineData("../admin")]
    public async Task An_unknown_verb_is_told_to_open_the_card_anew(string verb)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var action = Forgery.ActionOf(review, "確認済みにする");
        action["verb"] = verb;

        (await scenario.Checker.ExecuteAsync(review, action, "manual")).ToCardAnswer().Text.ShouldBe("このボタンは今の版では使えません。「一覧」から開き直してください。");
    }

    [Fact]
    public async Task A_huge_reason_is_cut_so_that_every_card_still_fits()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        Scenario
            .Shown(await scenario.Checker.PressForgedAsync(review, "差し戻す", ("reason", new string('理', 60_000))))
            .ShouldStartWith("差し戻し");

        await host.SeesCardAsync(scenario.Author, "差し戻し");
        (await host.ReadAsync(db => db.OutboxMessages.CountAsync(message => message.Status == OutboxStatus.Dead))).ShouldBe(0);
        (await scenario.DraftAsync()).Events[^1].Note!.Length.ShouldBeLessThanOrEqualTo(1_000);
    }

    [Fact]
    public async Task Answers_to_findings_that_are_not_there_are_not_kept()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();
        var stuffing = Enumerable.Range(0, 2_000).Select(number => ($"answer:rule@{number}", (JsonNode?)new string('あ', 150))).ToArray();

        (await scenario.Author.PressForgedAsync(card, "保存して点検する", stuffing)).IsAccepted.ShouldBeTrue();

        (await scenario.DraftAsync()).Current.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_embargo_cannot_be_taken_off_an_approved_draft_without_a_new_review()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var plan = Scenario.Plan();
        plan["informationClass"] = "embargoed";
        var approved = await scenario.ApproveAsync(plan);

        // The card of the approved draft offers no form: the press is the one of an author's card of before.
        var action = Forgery.ActionOf(approved, "確かめて本文を受け取る");
        (action["verb"], action["data"]!["informationClass"]) = ("approvals.check", "open");
        Scenario.Shown(await scenario.Author.ExecuteAsync(approved, action, "manual")).ShouldStartWith("下書き");

        await host.SeesCardAsync(scenario.Head, "下書き");
        (await scenario.DraftAsync()).ApprovedHash.ShouldBeNull();
    }
}
