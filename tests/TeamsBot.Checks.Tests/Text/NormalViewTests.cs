using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Tests.Text;

public sealed class NormalViewTests
{
    [Theory]
    [InlineData("１２月５日", "12月5日", "5日", "５日")]
    [InlineData("㈱山田", "(株)山田", "株", "㈱")]
    [InlineData("ﾊﾟｿｺﾝ教室", "パソコン教室", "パソ", "ﾊﾟｿ")]
    [InlineData("機\u200B密性２", "機密性2", "機密性2", "機\u200B密性２")]
    [InlineData("👨‍👩‍👧と１日", "👨‍👩‍👧と1日", "1日", "１日")]
    [InlineData("がく\u3099", "がぐ", "ぐ", "く\u3099")]
    [InlineData("①12月５日", "①12月5日", "12月", "12月")]
    [InlineData("5日㊏", "5日(土)", "土", "㊏")]
    [InlineData("50㎡2階", "50㎡2階", "2階", "2階")]
    public void A_hit_in_the_normal_form_quotes_the_original_words(string original, string normal, string hit, string quoted)
    {
        var draft = new DraftText(original);

        draft.Normal.ShouldBe(normal);
        draft.Quote(draft.At(draft.Normal.IndexOf(hit, StringComparison.Ordinal), hit.Length)).ShouldBe(quoted);
    }

    [Fact]
    public void A_lone_surrogate_does_not_throw()
    {
        var draft = new DraftText("１\uD83Dあ");

        draft.Normal.ShouldBe("1\uFFFDあ");
        draft.At(2, 1).ShouldBe(new Span(2, 3));
    }
}
