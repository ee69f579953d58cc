using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>Delivery is at least once and in no order (protocol.md 3.1, 3.11); and nobody of another tenant sees anything.</summary>
public sealed class RepeatedDeliveryTests
{
    [Fact]
    public async Task A_message_delivered_twice_makes_one_draft_with_one_number()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var said = await author.SayAsync(Scenario.Text);
        var again = JsonObject.Create(said.Message.Activity)!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => author.DeliverAsync(again.DeepClone().AsObject())));

        answers.ShouldAllBe(answer => answer.Status == 202);
        await author.SayAsync(Scenario.Text + "\n（その2）");
        await host.SeesCardAsync(author, "下書き", 2);
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_press_delivered_again_under_a_new_id_gets_the_same_answer_and_happens_once()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var card = review.Card!.Value;

        var first = await scenario.Checker.PressAsync(review, card, "確認済みにする", Scenario.Ticks);
        var second = await scenario.Checker.PressAsync(review, card, "確認済みにする", Scenario.Ticks);

        second.Body!.Value.GetRawText().ShouldBe(first.Body!.Value.GetRawText());
        (await scenario.ActionsAsync()).ShouldBe(["draft.start", "draft.submit", "draft.approve"]);
        (await scenario.DraftAsync()).Events.Count(happened => happened.Kind == DraftEventKind.ReviewApproved).ShouldBe(1);
    }

    [Fact]
    public async Task A_press_delivered_twice_at_the_same_time_happens_once_and_both_get_one_answer()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks))
        );

        answers.Select(answer => answer.Body!.Value.GetRawText()).Distinct().Count().ShouldBe(1);
        (await scenario.ActionsAsync()).ShouldBe(["draft.start", "draft.submit", "draft.approve"]);
    }

    [Fact]
    public async Task An_edit_that_arrives_after_the_approval_it_was_made_before_is_refused_and_shown_how_it_stands()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var own = await host.SeesCardAsync(scenario.Author, "確認中");
        var ownCard = Passage.CardOf(await scenario.Author.PressAsync(own, "本文を直す"))!.Value;
        Scenario.Shown(await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");

        var words = Scenario.Shown(
            await scenario.Author.PressAsync(own, ownCard, "保存して点検する", new Dictionary<string, string> { ["text"] = "別の本文" })
        );

        words.ShouldContain("が確認済みにしました");
        words.ShouldContain("書いた本文はまだ保存していません。下の欄に残っています");
        (await scenario.DraftAsync()).Current.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_of_another_tenant_sees_no_draft_and_no_list_of_this_one()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        // The same object id in another tenant: not the same person.
        var foreign = JsonObject.Create((await scenario.Checker.SayAsync("履歴 1")).Message.Activity)!;
        await host.SeesAsync(scenario.Checker.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("カードの送付状況", StringComparison.Ordinal)
        );
        foreign["id"] = "1790000000999";
        foreign["conversation"]!["tenantId"] = "bbbbbbbb-0000-4000-8000-000000000009";
        foreign["conversation"]!["id"] = "a:of-the-other-tenant";
        foreign["channelData"]!["tenant"]!["id"] = "bbbbbbbb-0000-4000-8000-000000000009";

        (await scenario.Checker.DeliverAsync(foreign)).Status.ShouldBe(202);

        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.ConversationId == "a:of-the-other-tenant"));
        host.Tenant.Calls.Last(call => call.ConversationId == "a:of-the-other-tenant")
            .Body!.Value.GetProperty("text")
            .GetString()!
            .ShouldContain("見つかりません");
        review.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_automatic_refresh_changes_nothing_and_claims_nothing()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var action = Forgery.ActionOf(review, "確認済みにする");
        foreach (var (name, value) in Scenario.Ticks) action["data"]![name] = value;

        var answer = (await scenario.Checker.ExecuteAsync(review, action, "automatic")).ToCardAnswer();

        answer.Text!.ShouldContain("操作は行われていません");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.InReview);
        Scenario.Shown(await scenario.Checker.ExecuteAsync(review, action.DeepClone().AsObject(), "manual")).ShouldStartWith("決裁待ち");
    }
}
