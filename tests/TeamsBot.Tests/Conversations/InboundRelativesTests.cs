using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Other messages of the kinds that were seen from Teams, in our own words, through the whole bot: the draft holds what the author saw.
/// </summary>
public sealed class InboundRelativesTests
{
    private const string Notice = "市民プールは工事のため休みます。\n12月14日(月)に再開します。";
    private const string Site = "https://www.city.hoshimi.lg.jp/pool";
    private const string Sprites = "https://statics.teams.cdn.office.net/evergreen-assets/personal-expressions/v2/assets/emoticons/";

    private static readonly string Snow = Emoji("2744_snowflake", "❄️");
    private static readonly string Party = Emoji("1f389_partypopper", "🎉");

    public static TheoryData<string, string, string> OfEmoji => new()
    {
        {
            "雪まつりを開きます。\n広場で12月12日(土)に",
            $"<p>{Snow}雪まつりを開きます。<br>広場で12月12日(土)に{Snow}</p>",
            "❄️雪まつりを開きます。\n広場で12月12日(土)に❄️"
        },
        {
            "開幕です！ 市民プールが開きます。",
            $"<p>開幕です！{Party}{Party}{Party} 市民プールが開きます。</p>",
            "開幕です！🎉🎉🎉 市民プールが開きます。"
        },
        {
            "持ち物のお知らせ\n上履き\n水筒",
            $"<p>持ち物のお知らせ</p><ul><li>{Snow}上履き</li><li>水筒{Party}</li></ul>",
            "持ち物のお知らせ\n❄️上履き\n水筒🎉"
        },
        {
            "重要 道路が凍っています。ご注意ください。",
            $"<p><strong>重要{Snow}</strong> 道路が凍っています。ご注意ください。</p>",
            "重要❄️ 道路が凍っています。ご注意ください。"
        },
        {
            "R&amp;D教室を12月12日(土)に開きます。",
            $"<p>R&amp;D教室{Party}を12月12日(土)に開きます。</p>",
            "R&D教室🎉を12月12日(土)に開きます。"
        },
        {
            "応援をお願いします。市民マラソンは12月13日(日)です。",
            $"<p>応援{Emoji("1f44f-1f3fb_clap", "👏🏻")}をお願いします。市民マラソンは12月13日(日)です。</p>",
            "応援👏🏻をお願いします。市民マラソンは12月13日(日)です。"
        },
        {
            "予約は予約ページからどうぞ。",
            $"<p>予約は<a href=\"{Site}\">{Party}予約ページ</a>からどうぞ。</p>",
            $"予約は🎉予約ページ（{Site}）からどうぞ。"
        },
    };

    [Theory]
    [RelativesOf("A01")]
    [MemberData(nameof(OfEmoji))]
    public async Task Emoji_stand_at_their_place_and_their_sprites_are_no_pictures(string text, string html, string expected)
    {
        var sprites = Enumerable
            .Range(0, 2)
            .Select(_ => new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = $"{Sprites}2744_snowflake/default/20_f.png" });
        await DraftsAsync(text, expected, [.. sprites, Html(html)]);
    }

    [Theory]
    [RelativesOf("A02")]
    [InlineData("<quoted messageId=\"1783379480258\"/> " + Notice, Notice)]
    [InlineData("<quoted messageId=\"1783379480258\"/>\n　字下げした行です。\n" + Notice, "　字下げした行です。\n" + Notice)]
    [InlineData("<quoted messageId=\"1\"/><quoted messageId=\"2\"/> " + Notice, Notice)]
    [InlineData("<quoted messageId=\"1783379480258\"></quoted> 下書き " + Notice, Notice)]
    [InlineData(Notice + "\n<quoted messageId=\"1783379480258\"/>", Notice)]
    [InlineData("<quoted messageId='1783379480258' />" + Notice, Notice)]
    public Task Behind_the_marker_of_a_quotation_the_text_is_the_authors(string text, string expected) =>
        DraftsAsync(text, expected, [], Quote());

    [Theory]
    [RelativesOf("A02")]
    [InlineData("<quoted messageId=\"1783379480258\"/> ヘルプ", "ヘルプ")]
    [InlineData("<quoted messageId=\"1783379480258\"/>\nlist", "Your turn")]
    [InlineData("<quoted messageId=\"1\"></quoted>台帳", "アカウント")]
    public async Task Behind_the_marker_of_a_quotation_a_command_is_heard(string text, string answer)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        await author.DeliverAsync(await CaseFile.ActivityAsync(author, Message(text, [], Quote())));

        await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains(answer, StringComparison.Ordinal)
        );
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
    }

    public static TheoryData<string, string, string> OfLinks => new()
    {
        {
            "利用料は料金表のとおりです。",
            $"<p>利用料は<a href=\"{Site}?id=1&amp;y=2026\">料金表</a>のとおりです。</p>",
            $"利用料は料金表（{Site}?id=1&y=2026）のとおりです。"
        },
        {
            "お問い合わせは施設課までメールでどうぞ。",
            "<p>お問い合わせは<a href=\"mailto:shisetsu@city.hoshimi.lg.jp\">施設課</a>までメールでどうぞ。</p>",
            "お問い合わせは施設課（shisetsu@city.hoshimi.lg.jp）までメールでどうぞ。"
        },
        {
            "地図はこちら、申込みはこちらからどうぞ。",
            $"<p>地図は<a href=\"{Site}/map\">こちら</a>、申込みは<a href=\"{Site}/form\">こちら</a>からどうぞ。</p>",
            $"地図はこちら（{Site}/map）、申込みはこちら（{Site}/form）からどうぞ。"
        },
        {
            "■プールのお知らせ\n詳しくはこちら",
            $"<div><strong>■プールのお知らせ</strong></div><div><a href=\"{Site}\" title=\"{Site}\">詳しくはこちら</a></div>",
            $"■プールのお知らせ\n詳しくはこちら（{Site}）"
        },
        {
            $"プールの案内は {Site} をご覧ください。",
            $"<p>プールの案内は <a href=\"{Site}\">{Site}</a> をご覧ください。</p>",
            $"プールの案内は {Site} をご覧ください。"
        },
        {
            "お電話でお申し込みください。",
            "<p><a href=\"tel:0269-00-2111\">お電話</a>でお申し込みください。</p>",
            "お電話（0269-00-2111）でお申し込みください。"
        },
        {
            "プールの案内は city.hoshimi.lg.jp/… をご覧ください。",
            $"<p>プールの案内は <a href=\"{Site}\">city.hoshimi.lg.jp/…</a> をご覧ください。</p>",
            $"プールの案内は city.hoshimi.lg.jp/…（{Site}） をご覧ください。"
        },
    };

    [Theory]
    [RelativesOf("A04")]
    [MemberData(nameof(OfLinks))]
    public Task A_link_keeps_where_it_leads(string text, string html, string expected) => DraftsAsync(text, expected, [Html(html)]);

    [Theory]
    [RelativesOf("A06")]
    [InlineData("お問い合わせは<at>鈴木 一郎</at>まで。\n" + Notice, "お問い合わせは鈴木 一郎まで。\n" + Notice, "鈴木 一郎")]
    [InlineData("<at>施設課</at> <at>高橋 由美</at> より\n" + Notice, "施設課 高橋 由美 より\n" + Notice, "施設課", "高橋 由美")]
    [InlineData("<at id=\"1\">高橋 由美</at>\n" + Notice, "高橋 由美\n" + Notice, "高橋 由美")]
    [InlineData("<at>Suzuki, Ichiro (広報課)</at> " + Notice, "Suzuki, Ichiro (広報課) " + Notice, "Suzuki, Ichiro (広報課)")]
    [InlineData("<at>R&amp;D 推進室</at>からのお知らせ\n" + Notice, "R&D 推進室からのお知らせ\n" + Notice, "R&D 推進室")]
    [InlineData(Notice + "\n担当：<at>鈴木</at>", Notice + "\n担当：鈴木", "鈴木")]
    [InlineData("　<at>高橋 由美</at>　" + Notice, "　高橋 由美　" + Notice, "高橋 由美")]
    public Task Colleagues_stay_as_their_names(string text, string expected, params string[] names) =>
        DraftsAsync(
            text,
            expected,
            [],
            [
                .. names.Select(
                    (name, at) => Mention($"<at>{name.Replace("&", "&amp;", StringComparison.Ordinal)}</at>", $"29:h8-{at}", name)
                ),
            ]
        );

    [Theory]
    [RelativesOf("A08")]
    [InlineData("<at id='0'>広報ボット</at> " + Notice)]
    [InlineData("<AT id=\"0\" itemid=\"0\">広報ボット</AT>\u00A0" + Notice)]
    [InlineData("<at id=\"0\">広報ボット</at>\n" + Notice)]
    [InlineData("<at id=\"0\">広報ボット</at> <at id=\"1\">広報ボット</at> " + Notice)]
    [InlineData(Notice + " <at id=\"0\">広報ボット</at>")]
    [InlineData("<at id=\"0\" >広報ボット</at>下書き " + Notice)]
    public Task The_bots_mention_goes_with_whatever_attributes_it_comes(string text) =>
        DraftsAsync(text, Notice, [], Mention("<at>広報ボット</at>", "28:BOT", "広報ボット"));

    [Theory]
    [RelativesOf("A12")]
    [InlineData("プールの利用料\n大人\t500円\n小人\t\t200円")]
    [InlineData("　市民プールからのお知らせです。\n　　二段目の字下げです。")]
    [InlineData("    半角の字下げで始まります。\n  次の行です。")]
    [InlineData("\tタブで始まります。\n市民プールです。")]
    [InlineData("行の終わりに空白  \n空白の後ろの行です。")]
    [InlineData("午前の部\n\n\n午後の部\n　\n夜の部")]
    [InlineData("名前   :   市民プール\n番号  1  2   3")]
    [InlineData("for (var i = 0;  i < 3;  i++)\n{\n    x &= y;\n}")]
    public async Task Blanks_are_the_authors(string typed)
    {
        await DraftsAsync(typed, typed, []);
        var escaped = System.Net.WebUtility.HtmlEncode(typed).Replace("&#160;", "&nbsp;", StringComparison.Ordinal);
        await DraftsAsync(escaped, typed, [Html($"<p>{escaped.Replace("\n", "<br>", StringComparison.Ordinal)}</p>")]);
    }

    /// <summary>One message to a bot of its own, and its draft.</summary>
    private static async Task DraftsAsync(string text, string expected, JsonObject[] attachments, params JsonObject[] entities)
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);

        (await author.DeliverAsync(await CaseFile.ActivityAsync(author, Message(text, attachments, entities)))).Status.ShouldBe(202);

        await host.SeesCardAsync(author, "下書き");
        var draft = await new Scenario(host).DraftAsync();
        draft.Current.Text.ShouldBe(expected);
        draft.Pictures.ShouldBeEmpty();
        author.Chat.FromBot.ShouldAllBe(message => !message.Text.Contains("画像", StringComparison.Ordinal));
    }

    private static JsonObject Message(string text, JsonObject[] attachments, params JsonObject[] entities) => new()
    {
        ["textFormat"] = "plain",
        ["text"] = text,
        ["attachments"] = new JsonArray([.. attachments]),
        ["entities"] = new JsonArray([.. entities]),
    };

    private static JsonObject Html(string html) => new() { ["contentType"] = "text/html", ["content"] = html };

    private static JsonObject Quote() =>
        new()
        {
            ["type"] = "quotedReply",
            ["quotedReply"] = new JsonObject { ["messageId"] = "1783379480258" },
        };

    private static JsonObject Mention(string text, string id, string name) =>
        new() { ["type"] = "mention", ["text"] = text, ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } };

    private static string Emoji(string id, string alt) =>
        $"<span title=\"Emoji\" type=\"({id})\" itemscope=\"\"><img itemscope=\"\" itemtype=\"http://schema.skype.com/Emoji\" "
            + $"itemid=\"{id}\" src=\"{Sprites}{id}/default/20_f.png\" alt=\"{alt}\"></span>";
}
