using System.Text;
using TeamsBot.Approvals.Model;
using TeamsBot.Checks.Context;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The situations in which a posted text is compared with the approved one, reported through the bot. The rows write … for any words; here
/// stand words with what each variant changes: a letter with a mark, a blank, an emoji and a link.
/// </summary>
public sealed class ComparedCaseTests
{
    private const string Words = "図書館まつりが始まります 今年もどうぞ";
    private const string Link = "https://www.city.hoshimi.lg.jp/library/matsuri.html";

    private static readonly string[] Variants = ["+ https://t.co/Media1", "NFD", "NBSP", "❤️→❤", "?fbclid="];

    [SharedTheory]
    [Case("E04")]
    [InlineData("+ https://t.co/Media1", "画像のリンク", "city-x")]
    [InlineData("NFD", "文字の合成", "city-x")]
    [InlineData("NBSP", "空白", "city-x")]
    [InlineData("❤️→❤", "絵文字の形", "city-x")]
    [InlineData("?fbclid=", "リンクに付く追跡の文字", "city-facebook")]
    public async Task What_media_make_of_a_text_is_noted_and_accepted(string variant, string noted, string account)
    {
        var input = await CaseFile.InputAsync("E04");
        input["posted_variants"]!.AsArray().Select(one => (string?)one).ShouldBe(Variants);
        var approved = ((string)input["approved"]!).Replace("…", Words, StringComparison.Ordinal) + "\n" + Link;
        var posted = variant switch
        {
            "+ https://t.co/Media1" => approved + " https://t.co/Media1",
            "NFD" => approved.Normalize(NormalizationForm.FormD),
            "NBSP" => approved.Replace(' ', '\u00A0'),
            "❤️→❤" => approved.Replace("❤️", "❤", StringComparison.Ordinal),
            _ => approved + "?fbclid=IwAR0abc",
        };
        posted.ShouldNotBe(approved);

        var said = await ReportAsync(approved, posted, account);

        said.ShouldStartWith("投稿済み No.1");
        said.ShouldContain($"投稿文は承認文と一致（媒体による違い：{noted}）。");
    }

    [SharedTheory]
    [Case("E05")]
    [InlineData("city-x")]
    [InlineData("city-facebook")]
    public async Task A_link_cut_at_pasting_is_refused_with_the_place(string account)
    {
        var input = await CaseFile.InputAsync("E05");
        var (approved, posted) = ((string)input["approved"]!, (string)input["posted"]!);
        foreach (var medium in Enum.GetValues<Medium>())
            PostedText.Compare(approved, posted, medium).Comparison.ShouldBe(PostedComparison.Different, medium.ToString());

        var said = await ReportAsync(
            approved.Replace("…", Words, StringComparison.Ordinal),
            posted.Replace("…", Words, StringComparison.Ordinal),
            account
        );

        said.ShouldContain("投稿した本文が承認文と異なります");
        said.ShouldContain("違うところ 1か所");
        said.ShouldContain("34&y=2026");
    }

    /// <summary>Handed in, checked, approved and reported; what the author's card says then.</summary>
    private static async Task<string> ReportAsync(string approved, string posted, string account)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        (await host.HandInAsync(scenario.Author, approved, account)).ShouldStartWith("確認中");
        (await host.ApproveAsync(scenario.Checker, "確認中")).ShouldStartWith("決裁待ち");
        (await host.ApproveAsync(scenario.Head, "決裁待ち")).ShouldStartWith("承認済");
        var address = account == "city-x" ? "https://x.com/hoshimi_city/status/1" : "https://www.facebook.com/hoshimi.city/posts/1";
        return Scenario.Shown(await scenario.ReportAsync(posted, address));
    }
}
