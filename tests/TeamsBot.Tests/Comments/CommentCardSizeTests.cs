using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Checks.Context;
using TeamsBot.Comments;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Comments;

/// <summary>The cards of comments at their largest stay within what a client takes.</summary>
public sealed class CommentCardSizeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("あ\n")]
    [InlineData("\n\n")]
    [InlineData("\"\\")]
    [InlineData("長い")]
    public void The_longest_comment_and_its_holding_message_fit_a_card(string part)
    {
        var text = "声" + string.Concat(Enumerable.Repeat(part, Comment.MaxLength / part.Length))[..(Comment.MaxLength - 2)] + "終";
        var account = new OfficialAccount(
            "a", "市公式", null, Medium.X, null, AccountKind.Section, new string('課', 100), AccountState.Running, [], null);
        var comment = Comment.Logged("t", account, text, new Person("p", "佐藤 花子", null, "広報課", "主事", []), Now, Now.AddDays(1));

        var card = CommentCard.For(comment, new string('名', 150), new HoldingDraft("2026-12-01", text, new string('0', 16)), Now);

        CardSize.Fits(card).ShouldBeTrue();
        card.Body.OfType<AdaptiveContainer>()
            .SelectMany(container => container.Items)
            .OfType<AdaptiveRichTextBlock>()
            .SelectMany(line => line.Inlines)
            .OfType<AdaptiveTextRun>()
            .Last()
            .Text.ShouldEndWith("終");
    }

    [Fact]
    public void The_form_of_an_organisation_with_many_accounts_fits_beside_a_long_comment()
    {
        List<OfficialAccount> accounts =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(number =>
                    Shipped.Sample.Accounts[0] with
                    {
                        Id = $"{number:x32}",
                        Name = new string('名', RegisteredAccount.MaxName),
                    }
                ),
        ];

        CardSize.Fits(CommentForm.For(accounts, "", new string('長', Comment.MaxLength), "問題")).ShouldBeTrue();
    }
}
