using TeamsBot.Checks;
using TeamsBot.PrivateUse;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Tests.PrivateUse;

/// <summary>The cards of a private check at their largest stay within what a client takes.</summary>
public sealed class PrivateCardSizeTests
{
    private static readonly PrivateInput Long = PrivateInput.Of(new string('文', PrivateInput.MaxLength));

    [Fact]
    public void A_long_text_with_many_findings_fits_a_card()
    {
        var findings = Enumerable.Range(0, 100).Select(number => new Finding(
            $"rule-{number}", Category.Private, Severity.Warn, null, new string('あ', 300), new string('い', 200), [])).ToList();

        var card = PrivateCard.Result(Long, PrivateVerdict.Reconsider, findings, _ => new string('根', 60), DateTimeOffset.UnixEpoch);

        CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
    }

    [Fact]
    public void A_long_text_fits_the_form_and_the_pause()
    {
        CardSize.BytesOf(PrivateCard.Form(Long)).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
        CardSize.BytesOf(PrivateCard.TooEarly(Long, DateTimeOffset.UnixEpoch.AddMinutes(10), DateTimeOffset.UnixEpoch)).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
    }
}
