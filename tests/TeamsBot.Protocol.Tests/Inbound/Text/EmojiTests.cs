using System.Text.Json.Nodes;

namespace TeamsBot.Protocol.Tests.Inbound.Text;

/// <summary>
/// Emoji picked in Teams stand in the HTML only (protocol.md 3.3); they come back at their place, and their sprites are no pictures.
/// </summary>
public sealed class EmojiTests
{
    private static readonly string Blossom = Written.Emoji("1f338_cherryblossom", "🌸");
    private static readonly string Clap = Written.Emoji("1f44f_clap", "👏");

    public static TheoryData<string, string, string, string> Places => new()
    {
        {
            "桜が見ごろです 図書館へどうぞ。",
            $"<p>桜が見ごろです{Blossom} 図書館へどうぞ。</p>",
            "桜が見ごろです🌸 図書館へどうぞ。",
            "behind a word"
        },
        { "桜が見ごろです", $"<p>{Blossom}桜が見ごろです</p>", "🌸桜が見ごろです", "at the beginning" },
        { "桜が見ごろです", $"<p>桜が見ごろです{Blossom}</p>", "桜が見ごろです🌸", "at the end" },
        { "桜が見ごろです", $"<p>桜が見ごろです{Blossom}{Clap}</p>", "桜が見ごろです🌸👏", "two in a row" },
        { "桜が  見ごろ", $"<p>桜が {Blossom} 見ごろ</p>", "桜が 🌸 見ごろ", "between blanks" },
        { "一行目\n二行目", $"<p>一行目{Blossom}</p><p>二行目</p>", "一行目🌸\n二行目", "at the end of a line" },
        { "一行目\n二行目", $"<p>一行目</p><p>{Blossom}二行目</p>", "一行目\n🌸二行目", "at the beginning of a line" },
        { "一行目\n\n三行目", $"<p>一行目</p><p>{Blossom}</p><p>三行目</p>", "一行目\n🌸\n三行目", "alone on a line" },
        { "", $"<p>{Blossom}</p>", "🌸", "nothing else" },
        { "家族で", $"<p>家族で{Written.Emoji("family", "👨‍👩‍👧")}</p>", "家族で👨‍👩‍👧", "of several code points" },
        {
            "どうぞ",
            $"<p>どうぞ{Written.Emoji("1f468-200d-1f469-200d-1f467_family", "Family")}</p>",
            "どうぞ👨‍👩‍👧",
            "named only by its id"
        },
        { "どうぞ", "<p>どうぞ<emoji id=\"smile\" alt=\"😄\" title=\"Smile\"></emoji></p>", "どうぞ😄", "as its own element" },
        {
            "どうぞよろしく",
            "<p>どうぞ<emoji id=\"smile\" alt=\"😄\"/>よろしく</p>",
            "どうぞ😄よろしく",
            "as its own element, closed by a stroke"
        },
        {
            "どうぞ",
            $"<p>どうぞ{Written.Emoji("partyparrot", "partyparrot")}</p>",
            "どうぞ(partyparrot)",
            "of the organisation's own, which is no character"
        },
        {
            "写真です",
            "<p>写真です<img itemtype=\"http://schema.skype.com/AMSImage\" alt=\"image\" src=\"https://smba.trafficmanager.net/x\"></p>",
            "写真です",
            "a picture is none"
        },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void An_emoji_comes_back_at_its_place(string text, string html, string expected, string because) =>
        Written.Read(text, html).ShouldBe(expected, because);

    [Fact]
    public void Sprites_are_no_pictures_and_real_pictures_stay()
    {
        var message = Written.Message("桜が見ごろです", $"<p>桜が見ごろです{Blossom}</p>");
        foreach (
            var address in (string[])
                [
                    Written.Sprite("1f338_cherryblossom"),
                    "https://statics.teams.microsoft.com/evergreen-assets/personal-expressions/v2/assets/emoticons/smile/default/20_f.png",
                    "https://smba.trafficmanager.net/emea/v3/attachments/1/views/original",
                ]
        )
        {
            message["attachments"]!.AsArray().Add(new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address });
        }

        Written
            .Turn(message)
            .Files.Select(file => file.Address)
            .ShouldBe(["https://smba.trafficmanager.net/emea/v3/attachments/1/views/original"]);
    }
}
