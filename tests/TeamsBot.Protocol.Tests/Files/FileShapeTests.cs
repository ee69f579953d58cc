using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests.Files;

/// <summary>The shapes files have on the wire (protocol.md 3.3, 5.3 to 5.5).</summary>
public sealed class FileShapeTests
{
    [Fact]
    public void Pictures_and_files_are_found_and_the_html_form_of_the_text_is_none()
    {
        var files = SharedFile.In(Message("""
            [{"contentType":"text/html","content":"<p>x</p>"},
             {"contentType":"image/*","contentUrl":"https://smba.trafficmanager.net/a"},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"IMG.HEIC","contentUrl":"https://x","content":{"downloadUrl":"https://contoso.sharepoint.com/d","fileType":"heic"}},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"x","content":"no object"},
             {"contentType":"reference","contentUrl":"https://contoso.sharepoint.com/x"}]
            """));

        files.ShouldBe(
        [
            new SharedFile(SharedFileKind.InlineImage, "", "https://smba.trafficmanager.net/a"),
            new SharedFile(SharedFileKind.Download, "IMG.HEIC", "https://contoso.sharepoint.com/d"),
            new SharedFile(SharedFileKind.Download, "x", ""),
        ]);
    }

    [Fact]
    public void A_thousand_attachments_are_not_looked_at() =>
        SharedFile
            .In(
                Message(
                    new JsonArray([
                        .. Enumerable
                            .Range(0, 1000)
                            .Select(_ => new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = "https://x" }),
                    ]).ToJsonString()
                )
            )
            .Count.ShouldBe(50);

    [Fact]
    public void The_offer_of_a_file_and_its_end_look_exactly_so() => Approved.Match(
        string.Join(
            '\n',
            new[] { FileConsent.Ask("写真.jpg", "位置情報を消した写真です。", 12345, "draft:1:a"), Answer("accept")!.ToInfo() }.Select(
                card => JsonSerializer.Serialize(card, ProtocolJson.Options)
            )
        ),
        "offer"
    );

    [Fact]
    public void An_answer_is_read_and_a_broken_one_accepts_nothing()
    {
        var answer = Answer("accept")!;
        (answer.IsAccepted, answer.Context, answer.UploadUrl).ShouldBe((true, "draft:1:a", "https://contoso-my.sharepoint.com/up"));
        Answer("decline")!.IsAccepted.ShouldBeFalse();
        Invoke("""{"type":"fileUpload","action":"accept"}""")!.IsAccepted.ShouldBeFalse();
        Invoke("""{"action":"accept","context":"x","uploadInfo":[]}""")!.ShouldBe(new FileConsent(false, "", "", "", "", "", ""));
        Invoke("\"text\"").ShouldBeNull();
    }

    private static FileConsent? Answer(string action) => Invoke("""
        {"type":"fileUpload","action":"ACTION","context":{"id":"draft:1:a"},"uploadInfo":{"name":"写真.jpg","uploadUrl":"https://contoso-my.sharepoint.com/up","contentUrl":"https://contoso-my.sharepoint.com/c","uniqueId":"u1","fileType":"jpg"}}
        """.Replace("ACTION", action, StringComparison.Ordinal));

    private static FileConsent? Invoke(string value) =>
        FileConsent.Read(
            Read(
                """{"type":"invoke","name":"fileConsent/invoke","serviceUrl":"https://x","conversation":{"id":"c"},"value":""" + value + "}"
            )
        );

    private static Activity Message(string attachments) =>
        Read("""{"type":"message","serviceUrl":"https://x","conversation":{"id":"c"},"attachments":""" + attachments + "}");

    private static Activity Read(string json) => ActivityParser.Parse(Encoding.UTF8.GetBytes(json))!;
}
