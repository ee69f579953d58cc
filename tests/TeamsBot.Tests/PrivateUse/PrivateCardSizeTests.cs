using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Images;
using TeamsBot.Pictures;
using TeamsBot.PrivateUse;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;

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

        var pictures = Enumerable
            .Range(1, PrivatePicture.Most)
            .Select(number =>
                new PictureSeal().Seal(
                    number,
                    new SharedFile(
                        SharedFileKind.Download,
                        new string('名', 100),
                        "https://contoso-my.sharepoint.com/" + new string('t', 1_500)
                    ),
                    new string('0', 64),
                    new PictureFacts(
                        ImageFormat.Jpeg,
                        15_000_000,
                        new string('0', 64),
                        "北緯35.8度・東経139.6度",
                        new DateTime(2026, 11, 18, 14, 5, 0, DateTimeKind.Unspecified)
                    ),
                    new Actor("t", "o", "u", "n")
                )
            )
            .ToList();

        var card = PrivateCard.Result(
            Long with
            {
                Pictures = pictures,
            },
            PrivateVerdict.Reconsider,
            findings,
            _ => new string('根', 60),
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            (NoticeKind.Done, new string('済', 120))
        );

        CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
    }

    [Fact]
    public void What_a_card_edited_by_hand_stuffs_into_the_other_fields_is_cut_to_what_they_take()
    {
        var stuffed = PrivateInput.Read(new CardAction("private.check", new Dictionary<string, string>
        {
            [PrivateFields.TraceWords] = string.Join('、', Enumerable.Repeat("事務所", 50_000)),
            [PrivateFields.ConsentWho] = new string('誰', 50_000),
            [PrivateFields.ConsentOn] = new string('日', 50_000),
            [PrivateFields.Consent] = new string('y', 50_000),
            ["coolUntil"] = "253402300799",
        }, false, false, null));

        stuffed.OwnTraceWords.Count.ShouldBeLessThanOrEqualTo(PrivateInput.MaxTraceWords);
        // A clock time of the year 9999 has no counterpart in Japan.
        stuffed.CoolUntil.ShouldBeNull();
        CardSize
            .Fits(PrivateCard.Result(stuffed, PrivateVerdict.AskConsent, [], _ => "", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch))
            .ShouldBeTrue();
    }

    [Fact]
    public void A_long_text_fits_the_form_and_the_pause()
    {
        CardSize.BytesOf(PrivateCard.Form(Long)).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
        CardSize
            .BytesOf(PrivateCard.TooEarly(Long, DateTimeOffset.UnixEpoch.AddMinutes(10), DateTimeOffset.UnixEpoch))
            .ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
    }
}
