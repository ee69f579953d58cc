using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Approvals;

public sealed class PlaceOfDifferenceTests
{
    [Theory]
    [InlineData("午前10時から午後4時まで", "午前10時から午後3時まで", "4", "3")]
    [InlineData("よろしく😀。", "よろしく😁。", "😀", "😁")]
    [InlineData("𠮷野", "𠮟野", "𠮷", "𠮟")]
    [InlineData("家族👨‍👩‍👧です", "家族👨‍👩‍👦です", "👨‍👩‍👧", "👨‍👩‍👦")]
    [InlineData("か\u3099ま", "かま", "か\u3099", "か")]
    [InlineData("一行目\n二行目", "一行目", "二行目", "")]
    public void The_place_is_cut_between_characters(string approved, string posted, string ours, string theirs)
    {
        var place = PlaceOfDifference.In(approved, posted).ShouldHaveSingleItem();

        (place.Approved, place.Posted).ShouldBe((ours, theirs));
        foreach (var part in (string[])[place.Before, place.Approved, place.Posted, place.After]) part.ShouldNotContain('�');
    }

    [Fact]
    public void A_line_that_was_put_in_is_the_only_place()
    {
        var place = PlaceOfDifference.In("一行目。\n三行目。\n四行目。", "一行目。\n\n二行目。\n三行目。\n四行目。").ShouldHaveSingleItem();

        (place.Approved, place.Posted).ShouldBe(("", "二行目。"));
    }

    [Fact]
    public void A_long_line_is_shown_around_its_change_only()
    {
        var place = PlaceOfDifference
            .In(new string('あ', 500) + "4" + new string('い', 500), new string('あ', 500) + "3" + new string('い', 500))
            .ShouldHaveSingleItem();

        place.Before.ShouldBe("…" + new string('あ', 12));
        place.After.ShouldBe(new string('い', 12) + "…");
    }
}
