using TeamsBot.Approvals.Model;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Approvals;

/// <summary>What the address of a post proves: medium, account, and when the reporter has to be asked.</summary>
public sealed class PostAddressTests
{
    private static readonly OfficialAccount X = Account(Medium.X, "@hoshimi_city", "https://x.com/hoshimi_city");

    [Theory]
    [InlineData("https://x.com/hoshimi_city/status/1995012345678901234", "Account")]
    [InlineData("県議会議員選挙では、山田太郎候補に一票をお願いします。みなさんの応援が力になります。", "NotAnAddress")]
    [InlineData("https://x.com/Hoshimi_City/status/1995012345678901234?s=20&t=abc", "Account")]
    [InlineData("https://twitter.com/hoshimi_city/status/1", "Account")]
    [InlineData("https://mobile.twitter.com/hoshimi_city/status/1/photo/1", "Account")]
    [InlineData("https://mobile.x.com/hoshimi_city/statuses/1", "Account")]
    [InlineData("https://www.x.com/hoshimi_city/status/1/", "Account")]
    [InlineData("x.com/hoshimi_city/status/1", "Account")]
    [InlineData("http://twitter.com/hoshimi_city/status/1", "Account")]
    [InlineData(" <https://x.com/hoshimi_city/status/1> ", "Account")]
    [InlineData("\u200Bhttps://x.com/hoshimi_city/status/1", "Account")]
    [InlineData("https://X.COM./hoshimi_city/status/1", "Account")]
    [InlineData("https://x.com/%68oshimi_city/status/1", "Account")]
    [InlineData("https://x.com/other_city/status/1", "OtherAccount")]
    [InlineData("https://x.com/hoshimi_city2/status/1", "OtherAccount")]
    [InlineData("https://x.com/hoshimi/status/1", "OtherAccount")]
    [InlineData("https://mobile.twitter.com/other_city/status/1", "OtherAccount")]
    [InlineData("https://x.com/other_city/status/1?ref=hoshimi_city", "OtherAccount")]
    [InlineData("https://x.com/other_city/status/1/hoshimi_city/status/2", "OtherAccount")]
    [InlineData("https://x.com/hoshimi_bosai/status/1", "OtherAccount")]
    [InlineData("https://x.com/i/status/1", "Unknown")]
    [InlineData("https://x.com/i/web/status/1", "Unknown")]
    [InlineData("https://x.com/hoshimi_city", "NotAPost")]
    [InlineData("https://x.com/", "NotAPost")]
    [InlineData("https://www.facebook.com/hoshimi_city/posts/1", "OtherMedium")]
    [InlineData("https://x.com.evil.example/hoshimi_city/status/1", "OtherMedium")]
    [InlineData("https://evilx.com/hoshimi_city/status/1", "OtherMedium")]
    [InlineData("https://evil.example/x.com/hoshimi_city/status/1", "OtherMedium")]
    [InlineData("https://х.com/hoshimi_city/status/1", "OtherMedium")]
    [InlineData("https://hoshimi_city@x.com/hoshimi_city/status/1", "NotAnAddress")]
    [InlineData("https://x.com:8443/hoshimi_city/status/1", "NotAnAddress")]
    [InlineData("https:\\\\x.com\\hoshimi_city\\status\\1", "NotAnAddress")]
    [InlineData("javascript:alert(1)", "NotAnAddress")]
    [InlineData("見ました", "NotAnAddress")]
    [InlineData("", "NotAnAddress")]
    public void On_x_the_account_stands_in_the_address(string typed, string expected) => Judge(typed, X).ShouldBe(expected);

    [Theory]
    [InlineData("https://www.facebook.com/hoshimi.city/posts/pfbid02abcDEF", "Account")]
    [InlineData("https://m.facebook.com/HoshimiCity/posts/123456", "Account")]
    [InlineData("https://ja-jp.facebook.com/hoshimi.city/videos/123456/", "Account")]
    [InlineData("https://www.facebook.com/hoshimi.city/photos/a.1/2", "Account")]
    [InlineData("https://www.facebook.com/other.city/posts/1", "OtherAccount")]
    [InlineData("https://m.facebook.com/hoshimi.city.fan/posts/1", "OtherAccount")]
    [InlineData("https://www.facebook.com/permalink.php?story_fbid=1&id=100064", "Unknown")]
    [InlineData("https://www.facebook.com/share/p/1AbCdEf/", "Unknown")]
    [InlineData("https://www.facebook.com/reel/123456", "Unknown")]
    [InlineData("https://fb.watch/abcDEF123/", "Unknown")]
    [InlineData("https://www.facebook.com/hoshimi.city", "NotAPost")]
    [InlineData("https://x.com/hoshimi.city/status/1", "OtherMedium")]
    public void On_facebook_by_name_where_there_is_one(string typed, string expected) =>
        Judge(typed, Account(Medium.Facebook, null, "https://www.facebook.com/hoshimi.city")).ShouldBe(expected);

    [Theory]
    [InlineData("https://www.facebook.com/permalink.php?story_fbid=1&id=100064", "Account")]
    [InlineData("https://www.facebook.com/permalink.php?story_fbid=1&id=100065", "OtherAccount")]
    [InlineData("https://www.facebook.com/100065/posts/1", "Unknown")]
    public void A_page_without_a_name_is_known_by_its_number(string typed, string expected) =>
        Judge(typed, Account(Medium.Facebook, null, "https://www.facebook.com/profile.php?id=100064")).ShouldBe(expected);

    [Theory]
    [InlineData("Instagram", "https://www.instagram.com/p/DAbCdEfGhIj/", "Unknown")]
    [InlineData("Instagram", "https://www.instagram.com/reel/DAbCdEfGhIj/?igsh=abc", "Unknown")]
    [InlineData("Instagram", "https://www.instagram.com/hoshimi_city/p/DAbCdEfGhIj/", "Account")]
    [InlineData("Instagram", "https://instagram.com/other_city/reel/DAbCdEfGhIj", "OtherAccount")]
    [InlineData("Instagram", "https://www.instagram.com/stories/other_city/3501", "OtherAccount")]
    [InlineData("Instagram", "https://www.instagram.com/hoshimi_city/", "NotAPost")]
    [InlineData("YouTube", "https://www.youtube.com/watch?v=abcdefghijk", "Unknown")]
    [InlineData("YouTube", "https://youtu.be/abcdefghijk?si=x", "Unknown")]
    [InlineData("YouTube", "https://m.youtube.com/shorts/abcdefghijk", "Unknown")]
    [InlineData("YouTube", "https://www.youtube.com/@hoshimi_city/community?lb=1", "Account")]
    [InlineData("YouTube", "https://www.youtube.com/@other/posts", "OtherAccount")]
    [InlineData("YouTube", "https://www.youtube.com/@hoshimi_city", "NotAPost")]
    [InlineData("Line", "https://line.me/R/ti/p/@hoshimi_city", "Account")]
    [InlineData("Line", "https://line.me/R/ti/p/@other", "OtherAccount")]
    [InlineData("Line", "https://linevoom.line.me/post/1170000000000000000", "Unknown")]
    [InlineData("Line", "https://lin.ee/AbCdEfG", "Unknown")]
    [InlineData("Line", "https://x.com/hoshimi_city/status/1", "OtherMedium")]
    public void Elsewhere_what_an_address_does_not_say_is_asked(string medium, string typed, string expected) =>
        Judge(typed, Account(Enum.Parse<Medium>(medium), "@hoshimi_city", null)).ShouldBe(expected);

    [Theory]
    [InlineData("https://www.tiktok.com/@hoshimi_city", "https://www.tiktok.com/@hoshimi_city/video/7300000000000000000", "Account")]
    [InlineData("https://www.tiktok.com/@hoshimi_city", "https://www.tiktok.com/@other/video/7300000000000000000", "OtherAccount")]
    [InlineData("https://www.tiktok.com/@hoshimi_city", "https://vt.tiktok.com/ZSabcdef/", "Unknown")]
    [InlineData("https://www.threads.net/@hoshimi_city", "https://www.threads.com/@hoshimi_city/post/DAbCdEfGhIj", "Account")]
    [InlineData("https://www.threads.net/@hoshimi_city", "https://www.threads.com/@other/post/DAbCdEfGhIj", "OtherAccount")]
    [InlineData(
        "https://bsky.app/profile/hoshimi.bsky.social",
        "https://bsky.app/profile/other.bsky.social/post/3kabcdefgh",
        "OtherAccount"
    )]
    [InlineData("https://note.com/hoshimi_city", "https://note.com/hoshimi_city/n/n0123456789ab", "Account")]
    [InlineData("https://sns.hoshimi.example/@city", "https://sns.hoshimi.example/@city/1", "Unknown")]
    [InlineData("https://sns.hoshimi.example/@city", "https://sns.other.example/@city/1", "OtherMedium")]
    public void An_account_of_another_medium_belongs_to_the_site_of_its_own_address(string own, string typed, string expected) =>
        Judge(typed, Account(Medium.Other, null, own)).ShouldBe(expected);

    [Fact]
    public void Without_a_name_in_the_register_the_reporter_is_asked() =>
        Judge("https://x.com/some_city/status/1", Account(Medium.X, null, null)).ShouldBe("Unknown");

    private static string Judge(string typed, OfficialAccount account) => PostAddress.Judge(typed, account, []).ToString();

    [Theory]
    [InlineData("https://x.com/hoshimi_city/status/77", "https://twitter.com/Hoshimi_City/status/77/photo/1?s=20", true)]
    [InlineData("https://x.com/hoshimi_city/status/77", "https://x.com/hoshimi_city/status/777", false)]
    [InlineData("https://x.com/hoshimi_city/status/77", "https://www.facebook.com/hoshimi_city/status/77", false)]
    [InlineData(
        "https://www.facebook.com/permalink.php?story_fbid=1&id=9",
        "https://m.facebook.com/permalink.php?id=9&story_fbid=1&ref=share",
        true
    )]
    [InlineData(
        "https://www.facebook.com/permalink.php?story_fbid=1&id=9",
        "https://m.facebook.com/permalink.php?id=9&story_fbid=2",
        false
    )]
    [InlineData("https://www.youtube.com/watch?v=abcDEF12345", "https://m.youtube.com/watch?v=abcDEF12345&feature=share", true)]
    [InlineData("https://www.youtube.com/watch?v=abcDEF12345", "https://www.youtube.com/watch?v=abcdef12345", false)]
    [InlineData("https://www.instagram.com/p/AbCdEf/", "https://instagram.com/p/AbCdEf?igsh=xyz", true)]
    [InlineData("https://www.city.hoshimi.lg.jp/news.php?id=3", "https://www.city.hoshimi.lg.jp/news.php?id=4", false)]
    [InlineData("https://www.city.hoshimi.lg.jp/news/3.html", "https://www.city.hoshimi.lg.jp/news/3.html?utm_source=x", true)]
    [InlineData("https://www.city.hoshimi.lg.jp/news/3.html", "https://www.city.other.lg.jp/news/3.html", false)]
    public void Two_forms_of_an_address_are_one_post(string one, string other, bool expected) =>
        (PostAddress.IsSame(new Uri(one), new Uri(other)), PostAddress.IsSame(new Uri(other), new Uri(one))).ShouldBe((expected, expected));

    private static OfficialAccount Account(Medium medium, string? handle, string? url) =>
        new("city", "星見市", handle, medium, url, AccountKind.CityOfficial, "広報課", AccountState.Running, [], null);
}
