using FsCheck;
using FsCheck.Fluent;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Tests;

/// <summary>
/// What hides passwords reads every text before anybody knows how long it is or who sent it: twice the text is twice the reading and no
/// more. Characters read are counted; a clock would measure the machine.
/// </summary>
public sealed class HostileRepetitionTests
{
    private const int Length = 2_000;

    /// <summary>
    /// Looks near the end of a text stop there, so that one text is read less often than the part of a longer one. This does not grow with
    /// the text.
    /// </summary>
    private const int AtTheEnd = 10_000;

    /// <summary>What begins, continues, forgives or ends a secret, and what only looks like it.</summary>
    private static readonly string[] Scraps =
    [
        "パスワードは",
        "password: ",
        "pass ",
        "PIN ",
        "暗証番号 ",
        "合言葉は",
        "Wi-Fi ",
        "KEY=",
        "Password=",
        "Abc12345",
        "hunter2hunter2",
        "1234",
        "G-12345",
        "桜1234",
        "です",
        "。",
        "\n",
        "!",
        " ",
        "　",
        "「",
        "」",
        "=",
        ":",
        "は",
        "、",
        "(",
        ")",
        "のような",
        "は避け",
        "8文字以上",
        " is your code",
        "が確認コード",
        "AKIA",
        "ghp_",
        "eyJ",
        ".",
        "-----BEGIN ",
        "https://u:",
        "@",
        "x",
        "あ",
        "\uD83D",
        "e\u0301",
        "\u200B",
        "ﾊﾟ",
    ];

    private static readonly Arbitrary<string> Patterns =
        Gen.Elements(Scraps).NonEmptyListOf().Select(parts => string.Concat(parts.Take(8))).ToArbitrary();

    [Fact]
    public void Twice_the_text_is_twice_the_reading() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Patterns, pattern =>
                Read(Repeated(pattern, 2 * Length)).ShouldBeLessThanOrEqualTo(2 * (Read(Repeated(pattern, Length)) + AtTheEnd), pattern)
            )
        );

    [Theory]
    [InlineData("パスワードは「Abc12345」 ")]
    [InlineData("password: hunter2hunter2 ")]
    [InlineData("パスワードは桜1234です、")]
    [InlineData("Password=Abc12345;")]
    [InlineData("12345678が確認コード")]
    public void A_text_full_of_secrets_is_read_as_often_as_a_short_one(string secret)
    {
        var (once, often) = (Read(Repeated(secret, Length)), Read(Repeated(secret, 16 * Length)));

        often.ShouldBeLessThanOrEqualTo(16 * (once + AtTheEnd));
        CredentialMask.Mask(Repeated(secret, Length)).Seen.ShouldBeTrue("else nothing was looked around for");
    }

    [Fact]
    public void A_warning_beside_an_example_is_heard_and_one_far_away_is_not()
    {
        CredentialMask.Mask("パスワードはpassword1のような簡単なものを避けましょう。").Seen.ShouldBeFalse();
        CredentialMask.Mask($"パスワードは「Abc12345」{new string('あ', 1_000)}のような例は避けましょう。").Seen.ShouldBeTrue();
        CredentialMask.Mask($"のような例は避けましょう{new string('あ', 1_000)}パスワードは桜1234です。").Seen.ShouldBeTrue();
    }

    private static long Read(string text)
    {
        var read = 0L;
        var found = CredentialMask.Secrets(new DraftText(text), characters => read += characters).Count();
        return read + found;
    }

    private static string Repeated(string pattern, int length) =>
        string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];
}
