using System.Text.Json.Nodes;

namespace TeamsBot.Protocol.Tests.Inbound.Text;

/// <summary>
/// The bot's own mention goes in every spelling, colleagues stay by name; the marker of a quotation goes (protocol.md 3.3, 3.7).
/// </summary>
public sealed class MentionTests
{
    private const string Post = "図書館からのお知らせです。\n12月7日(月)は休館します。";

    [Theory]
    [InlineData("<at>広報ボット</at> ")]
    [InlineData("<at id=\"0\">広報ボット</at> ")]
    [InlineData("<AT ID='0' >広報ボット</AT>\u00A0")]
    [InlineData("<at>広報ボット</at>&nbsp;")]
    [InlineData("<at>広報ボット</at>")]
    [InlineData("<at>広報ボット</at>\n")]
    [InlineData("<at> 広報ボット </at> ")]
    [InlineData("<at>広報ボット</at> <at>広報ボット</at> ")]
    public void The_bots_own_mention_goes(string mention)
    {
        Written.Read(mention + Post, null, Written.OfBot()).ShouldBe(Post);
        Written.Read(mention + Post, null, Written.OfBot(text: null)).ShouldBe(Post, "an entity without its text");
        Written.Read(mention + Post, null, Written.OfBot(text: "<at id=\"0\">広報ボット</at>")).ShouldBe(Post, "an entity in another spelling");
        Written.Read(mention + Post).ShouldBe(Post, "no entity, but the recipient's name");
    }

    [Theory]
    [InlineData("Testbot (dev) [*]")]
    [InlineData("D.*k (bot)+")]
    [InlineData("R&amp;D ボット")]
    [InlineData("$1 \\ボット")]
    public void A_name_is_never_a_pattern(string name) =>
        Written
            .Read($"<at>{name}</at> {Post}", null, Written.OfBot($"<at>{name}</at>", System.Net.WebUtility.HtmlDecode(name)))
            .ShouldBe(Post);

    [Fact]
    public void A_name_without_a_tag_goes_from_the_beginning_only()
    {
        Written.Read("@広報ボット 一覧", null, Written.OfBot("@広報ボット")).ShouldBe("一覧");
        Written.Read("連絡先は@広報ボット です", null, Written.OfBot("@広報ボット")).ShouldBe("連絡先は@広報ボット です");
    }

    [Theory]
    [InlineData("<at>田中 誠</at> 図書館から", "田中 誠 図書館から", "田中 誠")]
    [InlineData("<at id=\"1\">田中 誠</at>さんへ", "田中 誠さんへ", "田中 誠")]
    [InlineData("担当は<at>鈴木 一郎</at>です", "担当は鈴木 一郎です", "鈴木 一郎")]
    [InlineData("<at>A &amp; B</at> と相談", "A & B と相談", "A & B")]
    [InlineData("<at>広報課</at> <at>田中 誠</at> へ", "広報課 田中 誠 へ", "広報課")]
    [InlineData("  <at>田中 誠</at>  字下げ", "  田中 誠  字下げ", "田中 誠")]
    public void Colleagues_stay_as_their_names(string text, string expected, string name) =>
        Written.Read(text, null, Written.Colleague(name)).ShouldBe(expected);

    [Fact]
    public void The_bot_and_a_colleague_of_its_name_are_told_apart_by_their_order()
    {
        Written
            .Read(
                "<at>広報ボット</at> <at>広報ボット</at>さんへ",
                null,
                Written.OfBot(),
                Written.Mention("<at>広報ボット</at>", "29:x", "広報ボット")
            )
            .ShouldBe("広報ボットさんへ");
        Written
            .Read(
                "<at>広報ボット</at>さんへ <at>広報ボット</at>",
                null,
                Written.Mention("<at>広報ボット</at>", "29:x", "広報ボット"),
                Written.OfBot()
            )
            .ShouldBe("広報ボットさんへ");
    }

    [Theory]
    [InlineData("<quoted messageId=\"1783379480258\"/> 一覧", "一覧")]
    [InlineData("<quoted messageId=\"1\"/>\n図書館から", "図書館から")]
    [InlineData("<quoted messageId=\"1\"></quoted>図書館から", "図書館から")]
    [InlineData("<at>広報ボット</at> <quoted messageId=\"1\"/> 図書館から", "図書館から")]
    [InlineData("図書館から <quoted messageId=\"1\"/>", "図書館から")]
    [InlineData("<quoted messageId=\"1\"/><quoted messageId=\"2\"/> 　全角の字下げ", "　全角の字下げ")]
    public void The_marker_of_a_quotation_goes(string text, string expected) =>
        Written
            .Read(
                text,
                null,
                Written.OfBot(),
                new JsonObject
                {
                    ["type"] = "quotedReply",
                    ["quotedReply"] = new JsonObject { ["messageId"] = "1" },
                }
            )
            .ShouldBe(expected);

    [Fact]
    public void An_answered_message_is_not_part_of_the_answer_and_a_forwarded_one_is_the_text()
    {
        const string Quote =
            "<blockquote itemscope itemtype=\"http://schema.skype.com/{0}\" itemid=\"1\"><strong itemprop=\"mri\" "
                + "itemid=\"8:orgid:x\">田中</strong><span itemprop=\"time\" itemid=\"1\"></span><p "
                + "itemprop=\"preview\">前の文章</p></blockquote>";
        Written.Read("", Quote.Replace("{0}", "Reply", StringComparison.Ordinal) + "<p>図書館から</p>").ShouldBe("図書館から");
        Written
            .Read("図書館から", Quote.Replace("{0}", "Reply", StringComparison.Ordinal) + $"<p>図書館から{Written.Emoji("x", "🌸")}</p>")
            .ShouldBe("図書館から🌸");
        Written.Read("", Quote.Replace("{0}", "Forward", StringComparison.Ordinal)).ShouldBe("前の文章");
        Written.Read("前の文章", Quote.Replace("{0}", "Forward", StringComparison.Ordinal)).ShouldBe("前の文章");
    }

    [Fact]
    public void Tags_that_were_typed_stay()
    {
        Written.Read("&lt;at&gt;x&lt;/at&gt; の書き方", "<p>&lt;at&gt;x&lt;/at&gt; の書き方</p>").ShouldBe("<at>x</at> の書き方");
        Written.Read("<at>x</at> の書き方").ShouldBe("<at>x</at> の書き方");
        Written.Read("<b>太字</b> と 3 < 5").ShouldBe("<b>太字</b> と 3 < 5");
    }
}
