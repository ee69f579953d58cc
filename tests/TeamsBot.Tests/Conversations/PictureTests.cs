using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Checks;
using TeamsBot.Checks.Images;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.Tests.Conversations;

/// <summary>Pictures of a draft: sent, described, cleaned of their location, approved with the text.</summary>
public sealed partial class PictureTests
{
    private static readonly byte[] Located = SampleImages.Jpeg(gps: true);

    [Fact]
    public async Task A_pasted_picture_is_read_and_its_facts_stand_on_the_writers_card()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        (await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located)])).Answer!.Status.ShouldBe(202);

        var words = BotHost.Words((await host.SeesCardAsync(scenario.Author, "下書き")).Card!.Value);
        words.ShouldContain("画像（1枚）");
        words.ShouldContain("画像1　JPEG 1KB、撮影 11/3(火) 10:20、位置情報あり（北緯35.8度・東経139.6度付近）");
        words.ShouldContain("「画像1」に撮影場所（北緯35.8度・東経139.6度付近）の情報が入っています。");
        words.ShouldContain("「使う権利」と「写っている人」が選ばれていません");
        words.ShouldContain("代替テキスト）がありません");
        host.Tenant.Calls.Count(call => call.Operation == ConnectorOperation.Attachment).ShouldBe(1);
        await AssertNoPixelIsKeptAsync(host);
    }

    [Fact]
    public async Task A_shared_file_is_fetched_from_the_drive_and_a_picture_sent_afterwards_joins_the_draft()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync();

        await scenario.Author.SendAsync(
            "",
            [
                new LocalFile("IMG_0001.JPG", Located, LocalFileKind.Shared),
                new LocalFile("IMG_0002.PNG", SampleImages.Png(gps: false), LocalFileKind.Shared),
            ]
        );

        await host.SeesTextAsync(scenario.Author.Chat, "下書き No.1 に画像を2枚加えました");
        (await scenario.DraftAsync()).Pictures.Select(picture => picture.Facts.Format).ShouldBe([ImageFormat.Jpeg, ImageFormat.Png]);
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("画像（2枚）");
        host.Tenant.Calls.ShouldNotContain(call => call.Operation == ConnectorOperation.Attachment);

        await scenario.Author.SendAsync("", [new LocalFile("again.jpg", Located, LocalFileKind.Shared)]);
        await host.SeesTextAsync(scenario.Author.Chat, "同じ画像がすでにあります");
        (await scenario.DraftAsync()).Pictures.Count.ShouldBe(2);
    }

    [Fact]
    public async Task In_a_channel_a_pasted_picture_goes_with_the_text_and_its_facts_stay_with_the_writer()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.InstallInTeamAsync();

        await scenario.Author.SendInChannelAsync($"@広報ボット {Scenario.Text}", [new LocalFile("a.jpg", Located)]);

        BotHost.Words((await host.SeesCardAsync(scenario.Author, "下書き")).Card!.Value).ShouldContain("画像（1枚）");
        var thread = await host.SeesAsync(host.Tenant.Channel, message => message.Card is not null);
        BotHost.Words(thread.Card!.Value).ShouldNotContain("画像1");
    }

    [Fact]
    [Clause("private-3-4-4b")]
    public async Task The_location_goes_the_copy_is_given_back_with_the_same_coded_picture_and_is_what_is_approved()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", Located)]);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");
        var before = await scenario.DraftAsync();

        Scenario.Shown(await scenario.Author.PressAsync(card, "位置情報を消す")).ShouldContain("画像1の位置情報を消しました");

        var offer = await OfferAsync(host, scenario.Author);
        offer.Activity.GetRawText().ShouldNotContain("contentUrl");
        (await scenario.Author.AnswerOfferAsync(offer, isAccepted: true)).ShouldSatisfyAllConditions(
            answer => answer.Status.ShouldBe(200),
            answer => answer.Body.ShouldBeNull()
        );
        var copy = await GivenBackAsync(host, scenario.Author);
        await host.SeesAsync(scenario.Author.Chat, message =>
            message.Id == offer.Id
            && message.Card is { } settled
            && BotHost.Words(settled).Contains("OneDriveに保存しました", StringComparison.Ordinal)
        );
        copy.Name.ShouldBe("No1-画像1-位置情報なし.jpg");
        copy.Bytes.Length.ShouldBe(Located.Length);
        Coded(copy.Bytes).ShouldBe(Coded(Located));
        ImageFacts.Read(copy.Bytes).HasLocation.ShouldBeFalse();
        var after = await scenario.DraftAsync();
        after.Current.Findings.ShouldNotContain(finding => finding.RuleId == "image-location");
        after.Pictures.Single().Facts.Hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copy.Bytes)));
        after.CurrentHash.ShouldNotBe(before.CurrentHash);
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldContain("位置情報を消した写し");
        (await scenario.ActionsAsync()).ShouldContain("draft.removeLocation");
    }

    [Fact]
    [Clause("tochigi-2-3", "asaka-2-2")]
    public async Task Without_right_and_people_declared_a_draft_stays_and_what_was_declared_goes_with_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.png", SampleImages.Png(gps: false))]);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");

        Scenario.Shown(await scenario.Author.PressAsync(card, Scenario.HandIn, Scenario.Plan())).ShouldContain("「要修正」の項目があります");
        card = await scenario.CurrentCardAsync(scenario.Author);
        Scenario
            .Shown(await scenario.Author.PressAsync(card, Scenario.HandIn, Declared(faces: "Identifiable")))
            .ShouldContain("同意のない人の顔が写っています");
        card = await scenario.CurrentCardAsync(scenario.Author);
        Scenario.Shown(await scenario.Author.PressAsync(card, Scenario.HandIn, Declared(faces: "Blurred"))).ShouldStartWith("確認中");

        var review = BotHost.Words((await host.SeesCardAsync(scenario.Checker, "確認中")).Card!.Value);
        review.ShouldContain("代替テキスト　図書館の入口の写真");
        review.ShouldContain("権利　自組織で撮影・作成、人物　ぼかした");
        review.ShouldContain($"照合番号 {(await scenario.DraftAsync()).Pictures[0].Facts.Hash[..8]}");
    }

    [Fact]
    public async Task A_picture_changed_after_approval_is_not_what_was_approved()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await ApprovedAsync(host, scenario);
        var approved = await scenario.DraftAsync();

        // A stray picture does not touch a draft that others have decided on.
        await scenario.Author.SendAsync("", [new LocalFile("other.jpg", Located)]);
        await host.SeesTextAsync(scenario.Author.Chat, "画像を付ける下書きがありません");
        (await scenario.DraftAsync()).CurrentHash.ShouldBe(approved.ApprovedHash);

        // Taken out by a button that only a hand-edited card has now: the approval goes with it.
        var card = await scenario.CurrentCardAsync(scenario.Author);
        var data = new JsonObject
        {
            ["draft"] = "1",
            ["stamp"] = approved.Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["picture"] = "1",
        };
        Scenario
            .Shown(
                await scenario.Author.ExecuteAsync(
                    card,
                    new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = "approvals.dropPicture",
                        ["data"] = data,
                    },
                    "manual"
                )
            )
            .ShouldStartWith("下書き");
        var after = await scenario.DraftAsync();
        after.ApprovedHash.ShouldBeNull();
        after.CurrentHash.ShouldNotBe(approved.ApprovedHash);
    }

    [Fact]
    [Clause("asaka-3-3-3-3")]
    public async Task On_Instagram_a_flyer_alone_is_warned_of_until_a_photo_stands_beside_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.Author.SendAsync("紅葉まつりを11月28日(土)に星見市立図書館で開催します。 #星見市", [new LocalFile("flyer.png", SampleImages.Png(gps: false))]);
        var card = await host.SeesCardAsync(scenario.Author, "下書き");

        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    card,
                    "保存して点検する",
                    new Dictionary<string, string> { ["account"] = "city-instagram", ["flyer1"] = "true" }
                )
            )
            .ShouldContain("画像がチラシだけです");
        (await scenario.DraftAsync())
            .Current.Findings.Single(finding => finding.RuleId == "fit-instagram")
            .Severity.ShouldBe(Severity.Warn);

        await scenario.Author.SendAsync("", [new LocalFile("photo.jpg", SampleImages.Jpeg(gps: false))]);
        await host.SeesTextAsync(scenario.Author.Chat, "画像を1枚加えました");
        (await scenario.DraftAsync()).Current.Findings.ShouldNotContain(finding => finding.RuleId == "fit-instagram");
    }

    [Fact]
    [Clause("asaka-3-3-3-1")]
    public async Task Instagram_without_a_picture_is_held_back_unless_it_is_a_video()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();

        Scenario
            .Shown(await scenario.Author.PressAsync(card, "保存して点検する", Scenario.Plan("city-instagram")))
            .ShouldContain("画像か動画がないと投稿できません");
        card = await scenario.CurrentCardAsync(scenario.Author);
        Scenario
            .Shown(await scenario.Author.PressAsync(card, "保存して点検する", new Dictionary<string, string> { ["hasVideo"] = "true" }))
            .ShouldNotContain("画像か動画がないと投稿できません");
    }

    private static Dictionary<string, string> Declared(string faces)
    {
        var inputs = Scenario.Plan();
        (inputs["rights1"], inputs["faces1"], inputs["alt1"]) = ("Own", faces, "図書館の入口の写真");
        return inputs;
    }

    private static async Task ApprovedAsync(BotHost host, Scenario scenario)
    {
        await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.png", SampleImages.Png(gps: false))]);
        Scenario
            .Shown(await scenario.Author.PressAsync(await host.SeesCardAsync(scenario.Author, "下書き"), Scenario.HandIn, Declared("None")))
            .ShouldStartWith("確認中");
        Scenario
            .Shown(
                await scenario.Checker.PressAsync(await host.SeesCardAsync(scenario.Checker, "確認中"), "確認済みにする", Scenario.Ticks)
            )
            .ShouldStartWith("決裁待ち");
        Scenario
            .Shown(await scenario.Head.PressAsync(await host.SeesCardAsync(scenario.Head, "決裁待ち"), "承認する", Scenario.Ticks))
            .ShouldStartWith("承認済");
        await host.SeesCardAsync(scenario.Author, "承認済");
    }

    /// <summary>The answer to an offer as somebody writes it who holds the client's token and no card of Teams.</summary>
    private static async Task<JsonObject> ConsentAsync(TeamsClient client, string replyTo, string action, string context)
    {
        var forged = JsonObject.Create((await client.SayAsync("ヘルプ")).Message.Activity)!;
        forged.Remove("text");
        (forged["type"], forged["name"], forged["id"], forged["replyToId"]) = (
            "invoke",
            "fileConsent/invoke",
            $"f:{Guid.NewGuid()}",
            replyTo
        );
        forged["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = new JsonObject { ["id"] = context },
        };
        if (action == "accept")
            forged["value"]!["uploadInfo"] = new JsonObject
            {
                ["name"] = "a.jpg",
                ["uploadUrl"] = "https://contoso-my.sharepoint.com/u",
                ["uniqueId"] = "1",
                ["fileType"] = "jpg",
            };
        return forged;
    }

    internal static Task<ChatMessage> OfferAsync(BotHost host, TeamsClient client) =>
        host.SeesAsync(client.Chat, message => message.Activity.GetRawText().Contains("file.consent", StringComparison.Ordinal));

    /// <summary>What lies on the person's drive, once the bot says that it is there.</summary>
    internal static async Task<LocalFile> GivenBackAsync(BotHost host, TeamsClient client)
    {
        var info = await host.SeesAsync(client.Chat, message =>
            message.Activity.GetRawText().Contains("file.info", StringComparison.Ordinal)
        );
        var id = info.Activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("uniqueId").GetString()!;
        return host.Services.GetRequiredService<FileShelf>().Find(id).ShouldNotBeNull();
    }

    internal static byte[] Coded(byte[] jpeg) => jpeg[jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA])..];

    internal static async Task AssertNoPixelIsKeptAsync(BotHost host)
    {
        foreach (var (name, bytes) in await DatabaseBytes.OfAsync(host.Folder))
        {
            bytes.AsSpan().IndexOf(SampleImages.Scan).ShouldBe(-1, name);
            bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(SampleImages.Scan)[..40])).ShouldBe(-1, name);
        }
    }
}
