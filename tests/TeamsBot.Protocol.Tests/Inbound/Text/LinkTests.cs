namespace TeamsBot.Protocol.Tests.Inbound.Text;

/// <summary>Where a link leads stands in the HTML only; the text keeps it behind the words, unless it says it already.</summary>
public sealed class LinkTests
{
    private const string Form = "https://www.city.hoshimi.lg.jp/form";

    public static TheoryData<string, string, string> Links => new()
    {
        {
            "申込みは申込みフォームからどうぞ。",
            $"<p>申込みは<a href=\"{Form}\">申込みフォーム</a>からどうぞ。</p>",
            $"申込みは申込みフォーム（{Form}）からどうぞ。"
        },
        {
            "図書館の申込みフォーム\n12月7日から",
            $"<p>図書館の<a href=\"{Form}\">申込みフォーム</a><br>12月7日から</p>",
            $"図書館の申込みフォーム（{Form}）\n12月7日から"
        },
        { $"申込みは {Form} から", $"<p>申込みは <a href=\"{Form}\">{Form}</a> から</p>", $"申込みは {Form} から" },
        { $"申込みは {Form} から", $"<p>申込みは <a href=\"{Form}/\" title=\"x\">{Form}</a> から</p>", $"申込みは {Form} から" },
        {
            "申込みは www.city.hoshimi.lg.jp/form から",
            $"<p>申込みは <a href=\"{Form}\">www.city.hoshimi.lg.jp/form</a> から</p>",
            "申込みは www.city.hoshimi.lg.jp/form から"
        },
        {
            "https://ja.wikipedia.org/wiki/桜 を",
            "<p><a href=\"https://ja.wikipedia.org/wiki/%E6%A1%9C\">https://ja.wikipedia.org/wiki/桜</a> を</p>",
            "https://ja.wikipedia.org/wiki/桜 を"
        },
        {
            "担当へメール",
            "<p><a href=\"mailto:kouhou@city.hoshimi.lg.jp?subject=x\">担当</a>へメール</p>",
            "担当（kouhou@city.hoshimi.lg.jp）へメール"
        },
        {
            "kouhou@city.hoshimi.lg.jp まで",
            "<p><a href=\"mailto:kouhou@city.hoshimi.lg.jp\">kouhou@city.hoshimi.lg.jp</a> まで</p>",
            "kouhou@city.hoshimi.lg.jp まで"
        },
        { "お電話で", "<p><a href=\"tel:048-463-1111\">お電話</a>で</p>", "お電話（048-463-1111）で" },
        { "こことここ", $"<p><a href=\"{Form}\">ここ</a>と<a href=\"{Form}\">ここ</a></p>", $"ここ（{Form}）とここ" },
        {
            "ここから",
            "<p><a href=\"https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.city.hoshimi.lg.jp%2Fform&amp;"
                + "data=1\">ここ</a>から</p>",
            $"ここ（{Form}）から"
        },
        { "ここから", "<p><a href=\"javascript:alert(1)\">ここ</a>から</p>", "ここから" },
        {
            "詳しくは\n・申込み\n・地図",
            $"<p>詳しくは</p><ul><li><a href=\"{Form}\">申込み</a></li><li>地図</li></ul>",
            $"詳しくは\n・申込み（{Form}）\n・地図"
        },
        { "", $"<p>申込みは<a href=\"{Form}\">フォーム</a>へ</p>", $"申込みはフォーム（{Form}）へ" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void A_link_keeps_its_address_where_the_text_lacks_it(string text, string html, string expected) =>
        Written.Read(text, html).ShouldBe(expected);
}
