using System.Text.Json;
using TeamsBot.Checks.Text;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Text;

public sealed class XLengthTests
{
    public static TheoryData<string> Conformance() =>
        SharedFolder.File("eval", "twitter_length.json") is { } file
            ?
            [
                .. JsonDocument
                    .Parse(File.ReadAllText(file))
                    .RootElement.EnumerateArray()
                    .Where(row => row.GetProperty("config").GetString() == "v3")
                    .Select(row => row.GetRawText()),
            ]
            : ["{}"];

    [SharedTheory]
    [MemberData(nameof(Conformance))]
    public void The_published_cases_of_the_counting_agree(string json)
    {
        var row = JsonDocument.Parse(json).RootElement;
        var text = row.GetProperty("text").GetString()!;

        var length = XLength.Of(text);

        length.Weighted.ShouldBe(row.GetProperty("weightedLength").GetInt32(), row.GetProperty("description").GetString());
        (length.Weighted <= XLength.Limit && !length.HasForbidden).ShouldBe(row.GetProperty("valid").GetBoolean());
        if (text.IsNormalized()) length.FitsUntil.ShouldBe(row.GetProperty("validRangeEnd").GetInt32() + 1);
    }

    [Theory]
    [InlineData("広報", 4)]
    [InlineData("詳細はこちらhttps://www.city.example.lg.jp/a/b.htmlをご覧ください", 12 + 23 + 14)]
    [InlineData("市ホームページ（https://www.city.example.lg.jp/）へ", 14 + 2 + 23 + 2 + 2)]
    [InlineData("koho@city.example.lg.jp", 23)]
    [InlineData("city.example.lg.jpへ", 25)]
    [InlineData("市役所city.example.lg.jp", 29)]
    [InlineData("http://foo.invalidtld", 21)]
    [InlineData("か\u3099", 2)]
    [InlineData("🇯🇵👨‍👩‍👧", 4)]
    [InlineData("𠮷", 2)]
    [InlineData("©", 1)]
    [InlineData("①㈱～", 6)]
    public void Weights_follow_the_published_ranges(string text, int weight) => XLength.Of(text).Weighted.ShouldBe(weight);

    [Theory]
    [InlineData('あ')]
    [InlineData('-')]
    [InlineData('.')]
    [InlineData('(')]
    public void A_hostile_text_is_counted_in_one_pass(char filler)
    {
        foreach (
            var text in new[]
            {
                new string(filler, 10_000),
                string.Concat(Enumerable.Repeat("あ.", 5_000)),
                string.Concat(Enumerable.Repeat("http://a.jp/(", 700)),
                string.Concat(Enumerable.Repeat("a-.", 3_000)),
            }
        )
        {
            XLength.Of(text).Weighted.ShouldBeGreaterThan(0);
        }
    }
}
