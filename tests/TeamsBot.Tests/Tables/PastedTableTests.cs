using System.Text;
using TeamsBot.Tables;

namespace TeamsBot.Tests.Tables;

public sealed class PastedTableTests
{
    [Theory]
    [InlineData("a\tb\n1,656\tc", "a|b", "1,656|c")]
    [InlineData("a,b\n\"1,656\",c", "a|b", "1,656|c")]
    [InlineData("a,b\r\n\"二行の\n名前\",c\r\n", "a|b", "二行の\n名前|c")]
    [InlineData("a,b\n\"言う\"\"はい\"\"と\", c ", "a|b", "言う\"はい\"と|c")]
    [InlineData("ａ，ｂ\n１，２", "a|b", "1|2")]
    [InlineData("a\tb\n6\"の画面\tc", "a|b", "6\"の画面|c")]
    public void Cells_are_read_as_spreadsheets_write_them(string text, params string[] rows) =>
        PastedTable.Read(text).Rows.Select(row => string.Join('|', row.Cells)).ShouldBe(rows);

    [Fact]
    public void Lines_are_counted_as_they_are_seen_with_the_empty_ones() =>
        PastedTable.Read("a,b\n\n1,2\n,\n3,4").Rows.Select(row => row.Line).ShouldBe([1, 3, 5]);

    [Theory]
    [InlineData("a,b\n\"1,2\n3,4", 2)]
    [InlineData("a,b\n\"1\",2", 0)]
    public void A_quotation_mark_left_open_is_noticed(string text, int line) => PastedTable.Read(text).UnclosedAt.ShouldBe(line);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("shift_jis")]
    public void A_file_is_read_in_the_encoding_of_its_program(string encoding)
    {
        var bytes = (encoding == "utf-8" ? new UTF8Encoding(true) : CodePagesEncodingProvider.Instance.GetEncoding(932)!) is var used
            ? used.GetPreamble().Concat(used.GetBytes("氏名,所属\n髙橋 由美,広報課")).ToArray() : [];

        TableFiles.Read(bytes).Table!.Rows[1].Cells.ShouldBe(["髙橋 由美", "広報課"]);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1 }, nameof(TableTrouble.OldOrLocked))]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 5 }, nameof(TableTrouble.Broken))]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0, 1 }, nameof(TableTrouble.OtherKind))]
    public void What_is_no_table_is_said_to_be_none(byte[] bytes, string trouble) => TableFiles.Read(bytes).Trouble.ToString()
        .ShouldBe(trouble);
}
