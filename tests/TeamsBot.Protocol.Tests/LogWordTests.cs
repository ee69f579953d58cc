namespace TeamsBot.Protocol.Tests;

public sealed class LogWordTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("tU4+/Zk0eUe.1.2=", "tU4+/Zk0eUe.1.2=")]
    [InlineData("a\u001b[31mb", "a?[31mb")]
    [InlineData("a\r\nwarn: forged", "a??warn:?forged")]
    [InlineData("\u009b\u2028\u202e秘密", "?????")]
    public void Only_printable_ascii_is_left(string? given, string word) => LogWord.Of(given).ShouldBe(word);

    [Fact]
    public void A_long_one_is_cut() => LogWord.Of(new string('x', 10_000)).Length.ShouldBe(LogWord.MaxLength);
}
