using TeamsBot.Checks.Ranges;

namespace TeamsBot.Checks.Tests.Ranges;

/// <summary>What a draft must show to fall into a range approved ahead.</summary>
public sealed class RangeProofTests
{
    /// <summary>A Friday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 20);

    private const string Published = "図書館まつりのお知らせ\n日時：令和8年12月5日（土曜日）午前10時から午後3時まで\n定員：先着1,200人　参加費：５００円\n電話 048(463)1111　出演は三十人です。";

    [Theory]
    [InlineData("図書館まつりは12月5日(土)10:00から。先着1200名です。", "")]
    [InlineData("2026年12月5日、午前10時〜15時。参加費500円。", "")]
    [InlineData("お問い合わせは048-463-1111へ。", "")]
    [InlineData("出演は三十人です。https://example.jp/2027/99", "")]
    [InlineData("どなたでもどうぞ。", "")]
    [InlineData("図書館まつりは12月6日(日)です。", "12月6日(日)")]
    [InlineData("2027年12月5日に開きます。", "2027年12月5日")]
    [InlineData("12月5日(土)11時から、先着100名。", "11時,100")]
    [InlineData("参加費は500万円です。", "500万")]
    [InlineData("出演は四十人です。", "四十")]
    [InlineData("電話は048-463-1112です。", "048-463-1112")]
    public void What_the_published_text_does_not_say_is_named(string draft, string missing) =>
        string.Join(',', SourceComparison.Missing(draft, Published, Today)).ShouldBe(missing);

    [Theory]
    [InlineData("11月15日(日)、市民まつりを開催しました。たくさんのご来場ありがとうございました。")]
    [InlineData("昨日、消防訓練を行いました！様子を写真でお伝えします。")]
    [InlineData("募集には120件の応募がありました。")]
    [InlineData("2025年12月5日に開いた講座のまとめを公開します。150人が参加しました。")]
    public void A_report_of_what_happened_raises_no_doubt(string text) => AccomplishedFact.Doubts(text, Today).ShouldBeEmpty();

    [Theory]
    [InlineData("12月5日(土)に市民まつりを開催します。", "これからのこと")]
    [InlineData("市民まつりの写真です。", "述べる文")]
    [InlineData("12月5日(土)に市民まつりを開催しました。", "まだ来ていない日")]
    [InlineData("12月5日に市民まつりを開催しました。", "何年のことか")]
    [InlineData("先月の講座には30人が参加しました。次回も参加者を募集中です。", "次回も参加者を募集中です")]
    [InlineData("先月開催した展示を、来月も開催します。", "これからのこと")]
    public void Anything_to_come_is_named(string text, string doubt) =>
        AccomplishedFact.Doubts(text, Today).ShouldContain(said => said.Contains(doubt, StringComparison.Ordinal));
}
