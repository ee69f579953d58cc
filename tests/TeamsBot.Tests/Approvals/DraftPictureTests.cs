using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Images;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

/// <summary>The pictures of a draft: bound to the approval, changed by their writer only, and drawn within the limit of a card.</summary>
public sealed class DraftPictureTests
{
    private static readonly SharedFile Source = new(SharedFileKind.Download, "写真.jpg", "https://contoso-my.sharepoint.com/x?tempauth=1");

    [Fact]
    public void Every_change_of_a_picture_changes_what_an_approval_is_bound_to_and_a_flyers_tick_does_not()
    {
        var draft = Composing();
        var hashes = new List<string> { draft.CurrentHash };
        draft.AddPicture(Author, Facts('a'), Source, Now).ShouldBeNull();
        hashes.Add(draft.CurrentHash);
        foreach (
            var change in (Func<DraftPicture, DraftPicture>[])
                [
                    picture => picture with { AltText = "山車" },
                    picture => picture with { Rights = ImageRights.Own },
                    picture => picture with { Faces = Faces.Blurred },
                ]
        )
        {
            draft.Describe(Author, [.. draft.Pictures.Select(change)], false, Now).ShouldBeNull();
            hashes.Add(draft.CurrentHash);
        }

        draft.RemoveLocation(Author, 1, Facts('b'), Now).ShouldBeNull();
        hashes.Add(draft.CurrentHash);
        hashes.Distinct().Count().ShouldBe(hashes.Count);

        draft.Describe(Author, [.. draft.Pictures.Select(picture => picture with { IsFlyer = true })], false, Now).ShouldBeNull();
        draft.CurrentHash.ShouldBe(hashes[^1]);
        draft.DropPicture(Author, 1, Now).ShouldBeNull();
        draft.CurrentHash.ShouldBe(hashes[0]);
    }

    [Fact]
    public void An_alternative_text_cannot_pretend_to_be_another_picture()
    {
        var draft = Composing();
        draft.AddPicture(Author, Facts('a'), Source, Now).ShouldBeNull();
        var typed = new CardAction(
            "approvals.check",
            new Dictionary<string, string>
            {
                [PictureInput.AltText(1)] = $"山車\u001dOwn\u001dNone\u001e{new string('b', 64)}\u001d\n提灯",
            },
            false,
            false,
            null
        );

        PictureInput.Read(typed, draft).Single().AltText.ShouldNotContain(letter => char.IsControl(letter));
    }

    [Fact]
    public void A_picture_added_after_approval_takes_the_draft_back()
    {
        var draft = Approved();
        draft.AddPicture(Author, Facts('a'), Source, Now).ShouldBeNull();
        (draft.Status, draft.ApprovedHash).ShouldBe((DraftStatus.Composing, null));
        draft.Decide(Head, Approve(draft), Now).ShouldNotBeNull();
    }

    [Fact]
    public void An_exception_granted_for_a_text_does_not_cover_another_picture()
    {
        var draft = Composing();
        draft.AddPicture(Author, Facts('a'), Source, Now).ShouldBeNull();
        draft.Current.Lifted("田中 誠", "許諾は口頭で得ています。");
        draft.AddPicture(Author, Facts('b'), Source, Now).ShouldBeNull();
        draft.Current.LiftedBy.ShouldBeNull();
    }

    [Fact]
    public void Only_the_writer_changes_pictures_and_only_so_many()
    {
        var draft = Composing();
        draft.AddPicture(Outsider, Facts('a'), Source, Now).ShouldBe(Refusal.NotAuthor);
        for (var n = 0; n < PictureLimits.Most; n++) draft.AddPicture(Author, Facts((char)('a' + n)), Source, Now).ShouldBeNull();
        draft.AddPicture(Author, Facts('z'), Source, Now).ShouldBe(Refusal.TooManyPictures);
        draft.AddPicture(Author, Facts('a'), Source, Now).ShouldBeNull();
        draft.DropPicture(Outsider, 1, Now).ShouldBe(Refusal.NotAuthor);
        draft.DropPicture(Author, 99, Now).ShouldBe(Refusal.NoSuchPicture);
        draft.DropPicture(Author, PictureLimits.Most, Now).ShouldBeNull();
        draft.AddPicture(Author, Facts('y'), Source, Now).ShouldBeNull();
        draft.Pictures.Select(picture => picture.Number).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void The_same_file_again_renews_where_it_can_be_fetched_and_the_copy_sent_back_does_not()
    {
        var draft = Composing();
        draft.AddPicture(Author, Facts('a'), Source, Now).ShouldBeNull();
        draft.RemoveLocation(Author, 1, Facts('b'), Now).ShouldBeNull();
        draft.AddPicture(Author, Facts('b'), Source with { Address = "of the copy" }, Now).ShouldBeNull();
        draft.Pictures.Single().Source.ShouldBe(Source);
        draft.AddPicture(Author, Facts('a'), Source with { Address = "renewed" }, Now).ShouldBeNull();
        draft.Pictures.Single().Source!.Address.ShouldBe("renewed");
    }

    [Fact]
    public void The_most_pictures_fit_every_card_beside_a_long_text()
    {
        var draft = Composing(string.Concat(Enumerable.Repeat("あいうえおかきくけこ\n", 1_000))[..Revision.MaxLength]);
        for (var n = 0; n < PictureLimits.Most; n++) draft.AddPicture(Author, Facts((char)('a' + n)), Source, Now).ShouldBeNull();
        draft
            .Describe(
                Author,
                [
                    .. draft.Pictures.Select(picture =>
                        picture with
                        {
                            AltText = new string('写', DraftPicture.MaxAltText),
                            Rights = ImageRights.Own,
                            Faces = Faces.Consent,
                        }
                    ),
                ],
                false,
                Now
            )
            .ShouldBeNull();
        draft.Plan(Author, new DraftPlan("city-x", "open", false, Now.AddDays(1), new string('連', 500)), Now);
        var findings = draft.Pictures.Select(picture => new DraftFinding(
            "image-location",
            "image",
            "画像",
            TeamsBot.Checks.Severity.Block,
            TeamsBot.Checks.FindingGroup.Leak,
            null,
            null,
            "",
            new string('説', 80),
            new string('直', 60),
            null,
            [],
            ""
        )
        {
            Subject = picture.Label,
        });
        draft.Check([.. findings]);
        var view = new DraftView(
            draft,
            "星見市広報（X）",
            "残り42字",
            [new AdaptiveChoice { Title = "星見市広報（X）", Value = "city-x" }],
            [new AdaptiveChoice { Title = "公開情報", Value = "open" }],
            false,
            Now
        );

        foreach (
            var card in (AdaptiveCard[])
                [
                    view.Fitting(fitted => AuthorCard.For(fitted)),
                    view.Fitting(fitted => ReviewerCard.For(fitted, null)),
                    view.Fitting(fitted => LiftCard.For(fitted)),
                ]
        )
        {
            CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
        }
    }

    private static PictureFacts Facts(char hash) =>
        new(
            ImageFormat.Jpeg,
            3_355_443,
            new string(hash, 64),
            "北緯35.8度・東経139.6度",
            new DateTime(2026, 11, 18, 14, 5, 0, DateTimeKind.Unspecified)
        );
}
