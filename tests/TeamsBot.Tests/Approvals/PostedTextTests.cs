using System.Text;
using TeamsBot.Approvals.Model;
using TeamsBot.Checks.Context;

namespace TeamsBot.Tests.Approvals;

/// <summary>What media do to a text is accepted and named; what somebody else did is a difference.</summary>
public sealed class PostedTextTests
{
    private const string Approved =
        "【図書館まつり】❤️\n12月5日(土)午前10時から、星見市立図書館で開きます。\"おはなし会\"もあります。"
            + "\n\nお問い合わせ：0269-00-3111\nhttps://www.city.hoshimi.lg.jp/library/matsuri.html?id=1234&y=2026";

    private const string Link = "https://www.city.hoshimi.lg.jp/library/matsuri.html?id=1234&y=2026";

    public static TheoryData<string, string, string> Accepted => new()
    {
        { "X", Approved.Replace("\n", "\r\n", StringComparison.Ordinal) + "\n", "" },
        { "X", Approved + " https://t.co/Media1", "MediaLink" },
        { "X", Approved + "\npic.twitter.com/AbCdEf1234", "MediaLink" },
        { "X", Approved + " pic.x.com/AbCdEf1234", "MediaLink" },
        { "X", Approved.Replace(Link, "https://t.co/AbCdEf", StringComparison.Ordinal), "LinkWrapped" },
        { "X", Approved.Replace(Link, "https://t.co/AbCdEf https://t.co/Media1", StringComparison.Ordinal), "LinkWrapped,MediaLink" },
        { "X", Approved.Replace(Link, "city.hoshimi.lg.jp/library/matsur…", StringComparison.Ordinal), "LinkShown" },
        { "X", Approved.Replace(Link, "city.hoshimi.lg.jp/library/matsuri.html?id=1234&y=2026", StringComparison.Ordinal), "LinkShown" },
        { "Facebook", Approved.Replace(Link, "www.city.hoshimi.lg.jp/library/matsuri…", StringComparison.Ordinal), "LinkShown" },
        { "Facebook", Approved.Replace(Link, "CITY.HOSHIMI.LG.JP", StringComparison.Ordinal), "LinkShown" },
        { "Line", Approved.Replace(Link, "www.city.hoshimi.lg.jp", StringComparison.Ordinal), "LinkShown" },
        { "Facebook", Approved + "&fbclid=IwAR0abc_DEF", "LinkTracking" },
        { "Facebook", Approved + "&utm_source=facebook&utm_medium=social", "LinkTracking" },
        { "Instagram", Approved + "&igshid=abc", "LinkTracking" },
        { "Facebook", Approved.Normalize(NormalizationForm.FormD), "UnicodeForm" },
        { "Instagram", Approved.Replace("❤️", "❤", StringComparison.Ordinal), "EmojiForm" },
        { "Instagram", Approved.Replace("\n\n", "\n", StringComparison.Ordinal), "BlankLines" },
        { "X", Approved.Replace("\n", "\n\n", StringComparison.Ordinal), "BlankLines" },
        { "Facebook", Approved.Replace("\n\n", "\n\u200B\n", StringComparison.Ordinal), "HiddenSigns" },
        { "Facebook", Approved.Replace("\"おはなし会\"", "“おはなし会”", StringComparison.Ordinal), "Quotes" },
    };

    [Theory]
    [RelativesOf("E04")]
    [MemberData(nameof(Accepted))]
    public void What_a_medium_does_is_accepted_by_name(string medium, string posted, string allowances)
    {
        var verdict = PostedText.Compare(Approved, posted, Enum.Parse<Medium>(medium));

        string.Join(',', verdict.Allowances).ShouldBe(allowances);
        verdict.Comparison.ShouldBe(allowances.Length == 0 ? PostedComparison.Same : PostedComparison.SameButMedium);
    }

    [Theory]
    [RelativesOf("E04")]
    [InlineData("日時　12月5日", "日時 12月5日", "Blanks")]
    [InlineData("上履き  と  水筒", "上履き と 水筒", "Blanks")]
    [InlineData("上履き と 水筒", "上履き\u00A0と\u00A0水筒", "Blanks")]
    [InlineData("　字下げ\n二行目", "字下げ \n二行目", "Blanks")]
    [InlineData("午前の部\n午後の部", "午前の部 午後の部", "LineBreaks")]
    [InlineData("It's \"on\".", "It’s “on”.", "Quotes")]
    [InlineData("ガ行 ☀\uFE0F", "カ\u3099行 ☀", "UnicodeForm,EmojiForm")]
    [InlineData("家族👨‍👩‍👧", "家族👨‍👩‍👧", "")]
    public void Small_changes_of_form_are_accepted(string approved, string posted, string allowances) =>
        string.Join(',', PostedText.Compare(approved, posted, Medium.Facebook).Allowances).ShouldBe(allowances);

    [Theory]
    [RelativesOf("E05")]
    [InlineData("X", "https://www.city.hoshimi.lg.jp/library/matsuri.html?id=12")]
    [InlineData("X", "https://www.city.hoshimi.lg.jp/library/matsuri.html")]
    [InlineData("X", "https://www.city.hoshimi.lg.jp/")]
    [InlineData("X", "city.hoshimi.lg.jp/library/mat")]
    [InlineData("X", "https://www.city.hoshimi.lg.jp/library/matsuri.html?id=1234&y=2026&z=1")]
    [InlineData("X", "https://www.city.hoshimi.lg.jp/library/Matsuri.html?id=1234&y=2026")]
    [InlineData("X", "http://www.city.hoshimi.lg.jp/library/matsuri.html?id=1234&y=2026")]
    [InlineData("X", "city.hoshimi.lg.jp/library/mats1…")]
    [InlineData("X", "hoshimi.lg.jp")]
    [InlineData("X", "https://other.example.com/x")]
    [InlineData("X", "")]
    [InlineData("Facebook", "https://t.co/AbCdEf")]
    [InlineData("Line", "https://t.co/AbCdEf")]
    [InlineData("Instagram", "t.co/AbCdEf")]
    public void A_link_that_was_cut_or_changed_is_a_difference(string medium, string link) =>
        PostedText
            .Compare(Approved, Approved.Replace(Link, link, StringComparison.Ordinal), Enum.Parse<Medium>(medium))
            .Comparison.ShouldBe(PostedComparison.Different);

    [Theory]
    [RelativesOf("E04")]
    [InlineData("12月5日に開催", "12月6日に開催")]
    [InlineData("12月5日に開催", "12月5日に開催！")]
    [InlineData("12月5日に開催", "12月5日\u202Eに開催")]
    [InlineData("定員10 000人", "定員10000人")]
    [InlineData("一行目\n二行目", "一行目二行目")]
    [InlineData("家族👨‍👩‍👧", "家族👨‍👩‍👦")]
    [InlineData("よろしく😀", "よろしく😁")]
    [InlineData("𠮷田", "吉田")]
    [InlineData("本文", "本文 https://t.co/AbCdEf")]
    public void A_real_difference_is_one(string approved, string posted) =>
        PostedText.Compare(approved, posted, Medium.Facebook).Comparison.ShouldBe(PostedComparison.Different);

    /// <summary>
    /// Whatever single letter or digit is another one, wherever it stands, is noticed, in the text as approved and as each medium gives it
    /// back.
    /// </summary>
    [Fact]
    public void Any_single_changed_letter_or_digit_is_noticed()
    {
        var random = new Random(20261130);
        const string Pool = "0123456789abcxyzあかがカガ漢字日土月";
        foreach (
            var (medium, posted) in Accepted
                .Select(row => (Enum.Parse<Medium>((string)row[0]), (string)row[1]))
                .Append((Medium.X, Approved))
        )
        {
            // What X puts in place of a link cannot be read: there the letters say nothing.
            var end =
                posted.IndexOf("https://t.co", StringComparison.Ordinal) is var at and >= 0 ? at
                : posted.IndexOf("pic.", StringComparison.Ordinal) is var pic and >= 0 ? pic
                : posted.Length;
            var tracking = posted.IndexOfAny(['…']) is var cut and >= 0 ? cut : end;
            for (var place = 0; place < Math.Min(end, tracking); place++)
            {
                if (!char.IsLetterOrDigit(posted[place]) || IsTracking(posted, place)) continue;
                var other = Pool[random.Next(Pool.Length)];
                if (char.ToLowerInvariant(other) == char.ToLowerInvariant(posted[place])) continue;
                var changed = posted[..place] + other + posted[(place + 1)..];
                PostedText.Compare(Approved, changed, medium).Comparison.ShouldBe(PostedComparison.Different, $"{medium}: {changed}");
            }
        }
    }

    /// <summary>Two hundred changes of two letters: none slips through either.</summary>
    [Fact]
    public void Two_swapped_letters_are_noticed()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (random.Next(Approved.Length), random.Next(Approved.Length));
            if (
                !char.IsLetterOrDigit(Approved[a])
                || !char.IsLetterOrDigit(Approved[b])
                || char.ToLowerInvariant(Approved[a]) == char.ToLowerInvariant(Approved[b])
            )
                continue;
            var letters = Approved.ToCharArray();
            (letters[a], letters[b]) = (letters[b], letters[a]);
            PostedText.Compare(Approved, new string(letters), Medium.X).Comparison.ShouldBe(PostedComparison.Different);
        }
    }

    [Fact]
    public void Half_an_emoji_is_compared_like_any_text()
    {
        PostedText.Compare("絵文字\ud83d", "絵文字\ud83d", Medium.X).Comparison.ShouldBe(PostedComparison.Same);
        PostedText.Compare("絵文字😀", "絵文字\ud83d", Medium.X).Comparison.ShouldBe(PostedComparison.Different);
    }

    /// <summary>Inside what a medium adds to a link nothing is compared.</summary>
    private static bool IsTracking(string text, int place) =>
        ((string[])["&fbclid", "&utm_", "&igshid"]).Any(mark =>
            text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 && place >= at
        );
}
