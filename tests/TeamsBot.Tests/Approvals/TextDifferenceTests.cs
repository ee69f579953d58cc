using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Cards;

namespace TeamsBot.Tests.Approvals;

/// <summary>What changed is shown in whole characters, and never more than a card holds.</summary>
public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("桜が咲きました😀。", "桜が咲きました😁。", "😀", "😁")]
    [InlineData("𠮷野さんの講座", "𠮟野さんの講座", "𠮷", "𠮟")]
    [InlineData("家族👨‍👩‍👧の日", "家族👨‍👩‍👦の日", "👨‍👩‍👧", "👨‍👩‍👦")]
    [InlineData("国旗🇯🇵です", "国旗🇯🇲です", "🇯🇵", "🇯🇲")]
    [InlineData("拍手👏🏻を", "拍手👏🏿を", "👏🏻", "👏🏿")]
    [InlineData("がぎぐ", "かぎぐ", "が", "か")]
    [InlineData("記念❤️日", "記念❤日", "❤️", "❤")]
    [InlineData("葛󠄀城市", "葛城市", "葛󠄀", "葛")]
    public void A_change_is_cut_between_characters(string before, string after, string old, string now)
    {
        var lines = Lines(before, after);

        Struck(lines[0]).ShouldBe(old);
        Changed(lines[1]).ShouldBe(now);
        foreach (var run in lines.SelectMany(line => line.Inlines.OfType<AdaptiveTextRun>()))
        {
            run.Text.ShouldNotBeEmpty();
            run.Text.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
        }
    }

    /// <summary>Each change as 「old→new」, of edits as writers make them.</summary>
    [Theory]
    [InlineData("図書館まつりを開きます。申込みは不要です。駐車場はありません。", "図書館まつりを開きます。申込みが必要です。駐車場はありません。", "は不→が必")]
    [InlineData("12月5日です。会場は市立図書館です。定員は40人です。", "12月6日です。会場は市立図書館です。定員は50人です。", "5→6|4→5")]
    [InlineData("一行目です。\n三行目です。", "一行目です。\n二行目です。\n三行目です。", "→二行目です。")]
    [InlineData("一行目です。\n二行目です。\n三行目です。", "一行目です。\n三行目です。", "二行目です。→")]
    [InlineData("午前１０時から。申込みは不要です。", "午前10時から。申込みは不要です。", "１０→10")]
    [InlineData("ご来場ください。お待ちしています。", "バスをご利用ください。ご来場ください。お待ちしています。", "→バスをご利用ください。")]
    [InlineData("場所は中央です。お待ちしています。", "雨天中止です。場所は東館です。お待ちしています。", "→雨天中止です。|中央→東館")]
    [InlineData("申込みは不要です。お待ちしています。", "申込みは不要です。\nお待ちしています。", "→↵")]
    [InlineData("「要申込み。」と書きます。以上です。", "「要予約。」と書きます。以上です。", "申込み→予約")]
    public void A_sentence_that_stands_in_both_texts_is_part_of_no_change(string before, string after, string changes)
    {
        string[] expected = [.. changes.Split('|').SelectMany(change => change.Split('→')).Where(part => part.Length > 0)];

        Lines(before, after)
            .Select(line => Struck(line) is { Length: > 0 } old ? old : Changed(line))
            .Where(part => part.Length > 0)
            .ShouldBe(expected);
    }

    /// <summary>Where the words are the same, each break is marked for itself.</summary>
    [Theory]
    [InlineData("開館は午前10時から\n午後5時までです。", "開館は午前10時から午後5時までです。", "↵")]
    [InlineData("一行目で二行目で三行目", "一行目で\n二行目で\n三行目", "↵↵")]
    [InlineData("【お知らせ】\n\n開館します。", "【お知らせ】\n開館します。", "↵")]
    public void Changed_line_breaks_are_named_and_nothing_else_is_marked(string before, string after, string marked)
    {
        TextDifference.Lines(before, after).OfType<AdaptiveRichTextBlock>()
            .SelectMany(line => line.Inlines.OfType<AdaptiveTextRun>())
            .Where(run => run.Strikethrough || (run.Color == AdaptiveTextColor.Good && run.Text is not "＋ "))
            .Aggregate("", (all, run) => all + run.Text)
            .ShouldBe(marked);
        Raw(before, after).ShouldContain("改行だけの変更です。");
    }

    [Fact]
    public void A_changed_word_beside_a_changed_break_is_no_change_of_breaks_only() =>
        Raw("開館は10時から\n5時まで", "開館は11時から5時まで").ShouldNotContain("改行だけの変更です。");

    private static string Raw(string before, string after) =>
        System.Text.Json.JsonSerializer.Serialize(
            TeamsBot.Cards.CardParts.Card(TextDifference.Lines(before, after), ""),
            TeamsBot.Protocol.Schema.ProtocolJson.Options
        );

    [Theory]
    [InlineData(20, 200)]
    [InlineData(1, 4_000)]
    [InlineData(60, 60)]
    [InlineData(250, 38)]
    [InlineData(1, 9_000)]
    [InlineData(200, 10)]
    public void However_much_changed_the_difference_keeps_to_its_room(int count, int length)
    {
        var before = string.Join('\n', Enumerable.Repeat(new string('あ', length - 2) + "前日", count));
        var after = before.Replace("前日", "当日", StringComparison.Ordinal);

        var card = new AdaptiveCard("1.5") { Body = [.. TextDifference.Lines(before, after)] };

        card.ToJson().Length.ShouldBeLessThan(6_500);
        Lines(before, after).Count.ShouldBeGreaterThan(0);
        if (count is > 10 and <= 200)
            card.Body.OfType<AdaptiveTextBlock>()
                .ShouldHaveSingleItem()
                .Text.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"{count}か所のうち"));
    }

    [Fact]
    public void A_single_character_longer_than_the_room_is_counted_and_not_drawn()
    {
        var lines = TextDifference.Lines("a", "a" + new string('\u0301', 8_000)).ToList();

        lines.ShouldHaveSingleItem().ShouldBeOfType<AdaptiveTextBlock>().Text.ShouldContain("1か所のうち0か所");
    }

    [Fact]
    public void Unchanged_words_are_shown_around_a_change_only()
    {
        var same = new string('前', 100);

        var lines = Lines($"{same}5日{same}", $"{same}6日{same}");

        string.Concat(lines[1].Inlines.OfType<AdaptiveTextRun>().Select(run => run.Text))
            .ShouldBe($"＋ …{new string('前', 15)}6日{new string('前', 14)}…");
    }

    private static List<AdaptiveRichTextBlock> Lines(string before, string after) =>
        [.. TextDifference.Lines(before, after).OfType<AdaptiveRichTextBlock>()];

    private static string Struck(AdaptiveRichTextBlock line) =>
        string.Concat(line.Inlines.OfType<AdaptiveTextRun>().Where(run => run.Strikethrough).Select(run => run.Text));

    /// <summary>The second coloured run; the first is the sign.</summary>
    private static string Changed(AdaptiveRichTextBlock line) =>
        string.Concat(
            line.Inlines.OfType<AdaptiveTextRun>().Where(run => run.Color == AdaptiveTextColor.Good).Skip(1).Select(run => run.Text)
        );
}
