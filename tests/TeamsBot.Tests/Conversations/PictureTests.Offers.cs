using Microsoft.Extensions.DependencyInjection;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.Tests.Conversations;

/// <summary>A copy of a picture is offered as a file, once, to one person, and only while its draft lives.</summary>
public sealed partial class PictureTests
{
    [Fact]
    public async Task When_the_draft_is_closed_nobody_can_fetch_its_pictures_any_more()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located)]);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");
        (await scenario.DraftAsync()).Pictures[0].Source.ShouldNotBeNull();

        await scenario.Author.PressAsync(card, "取り下げる");

        (await scenario.DraftAsync()).Pictures[0].Source.ShouldBeNull();
    }

    [Fact]
    public async Task An_offer_that_is_declined_loses_its_buttons_and_the_copy_can_be_asked_for_again()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located)]);
        await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "下書き"), "位置情報を消す");
        var offer = await OfferAsync(host, scenario.Author);

        (await scenario.Author.AnswerOfferAsync(offer, isAccepted: false)).Status.ShouldBe(200);
        await host.SeesAsync(scenario.Author.Chat, message =>
            message.Id == offer.Id
            && message.Card is { } settled
            && BotHost.Words(settled).Contains("保存しませんでした", StringComparison.Ordinal)
        );

        Scenario
            .Shown(await scenario.Author.PressAsync(await scenario.CurrentCardAsync(scenario.Author), "消した写しを受け取る"))
            .ShouldContain("位置情報を消しました");
        (await scenario.Author.AnswerOfferAsync(await OfferAsync(host, scenario.Author), isAccepted: true)).Status.ShouldBe(200);
        Coded((await GivenBackAsync(host, scenario.Author)).Bytes).ShouldBe(Coded(Located));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task An_answer_to_no_offer_that_names_another_message_of_the_bot_leaves_that_one_alone(string action)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        (await scenario.Checker.DeliverAsync(await ConsentAsync(scenario.Checker, review.Id, action, "picture:1"))).Status.ShouldBe(200);

        await host.SeesTextAsync(scenario.Checker.Chat, "この写しはもう用意できません");
        var now = scenario.Checker.Chat.FromBot.Single(message => message.Id == review.Id);
        BotHost.Words(now.Card!.Value).ShouldBe(BotHost.Words(review.Card!.Value));
    }

    [Fact]
    public async Task An_offer_is_answered_once_and_in_its_own_message_whichever_the_answer_names()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located)]);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");
        await scenario.Author.PressAsync(card, "位置情報を消す");
        var offer = await OfferAsync(host, scenario.Author);
        var words = BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value);
        var context = offer
            .Activity.GetProperty("attachments")[0]
            .GetProperty("content")
            .GetProperty("declineContext")
            .GetProperty("id")
            .GetString()!;

        (await scenario.Author.DeliverAsync(await ConsentAsync(scenario.Author, card.Id, "decline", context))).Status.ShouldBe(200);
        await host.SeesAsync(scenario.Author.Chat, message =>
            message.Id == offer.Id
            && message.Card is { } settled
            && BotHost.Words(settled).Contains("保存しませんでした", StringComparison.Ordinal)
        );
        (await scenario.Author.AnswerOfferAsync(offer, isAccepted: true)).Status.ShouldBe(200);

        await host.SeesTextAsync(scenario.Author.Chat, "この写しはもう用意できません");
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldBe(words);
        scenario.Author.Chat.FromBot.ShouldAllBe(message => !message.Activity.GetRawText().Contains("file.info", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_persons_offer_is_not_answered_with_a_picture()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located)]);
        await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "下書き"), "位置情報を消す");
        var offer = await OfferAsync(host, scenario.Author);

        (await scenario.Checker.AnswerOfferAsync(offer, isAccepted: true)).Status.ShouldBe(200);

        await host.SeesTextAsync(scenario.Checker.Chat, "この写しはもう用意できません");
        host.Services.GetRequiredService<FileShelf>()
            .Ids.Count(id => host.Services.GetRequiredService<FileShelf>().Find(id)!.Bytes.Length > 0)
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_picture_that_was_exchanged_or_deleted_meanwhile_is_said_so_and_sending_it_again_helps()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located, LocalFileKind.Shared)]);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");
        var shelf = host.Services.GetRequiredService<FileShelf>();
        var id = shelf.Ids.Single();
        shelf.Replace(id, new LocalFile("a.jpg", SampleImages.Jpeg(gps: true, little: false)));

        Scenario.Shown(await scenario.Author.PressAsync(card, "位置情報を消す")).ShouldContain("差し替えられています");
        shelf.Remove(id);
        card = await scenario.CurrentCardAsync(scenario.Author);
        Scenario
            .Shown(await scenario.Author.PressAsync(card, "位置情報を消す", new Dictionary<string, string> { ["alt1"] = "入口" }))
            .ShouldContain("もう一度送ると、続きができます");
        (await scenario.DraftAsync()).Pictures[0].AltText.ShouldBe("入口");

        await scenario.Author.SendAsync("", [new LocalFile("a.jpg", Located, LocalFileKind.Shared)]);
        await host.SeesTextAsync(scenario.Author.Chat, "同じ画像がすでにあります");
        card = await scenario.CurrentCardAsync(scenario.Author);
        Scenario.Shown(await scenario.Author.PressAsync(card, "位置情報を消す")).ShouldContain("画像1の位置情報を消しました");
    }
}
