using System.Globalization;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Files;

namespace TeamsBot.Approvals.Model;

/// <summary>The pictures that go out with the text. The approval is bound to them as to the text (features.md b7).</summary>
internal sealed partial class Draft
{
    /// <summary>In the order they were sent; that is the order they are posted in.</summary>
    public IReadOnlyList<DraftPicture> Pictures { get; private set; } = [];

    /// <summary>The writer posts a video, which nobody here can look into.</summary>
    public bool HasVideo { get; private set; }

    /// <summary>
    /// What an approval is bound to besides text, account and time: each file, what is said of it, and on what right it is used. Empty
    /// without pictures.
    /// </summary>
    public string PictureSeal =>
        string.Join(
            '\u001e',
            Pictures.Select(picture =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{picture.Facts.Hash}\u001d{picture.AltText}\u001d{picture.Rights}\u001d{picture.Faces}"
                )
            )
        );

    /// <summary>Adds a picture. The same file again only renews where it can be fetched.</summary>
    public Refusal? AddPicture(string actorId, PictureFacts facts, SharedFile source, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        if (Pictures.FirstOrDefault(picture => picture.Is(facts.Hash)) is { } known)
        {
            // The copy is made of the file as it was sent; the copy itself, sent back, is no source for another.
            if (!known.IsCopy || known.SentHash == facts.Hash)
                Pictures = [.. Pictures.Select(picture => picture == known ? picture with { Source = source } : picture)];
            return null;
        }

        if (Pictures.Count >= PictureLimits.Most) return Refusal.TooManyPictures;
        var number = Pictures.Count == 0 ? 1 : Pictures.Max(picture => picture.Number) + 1;
        ChangePictures([.. Pictures, new DraftPicture(number, facts, source)], $"{DraftPicture.Name(number)}を追加", now);
        return null;
    }

    public Refusal? DropPicture(string actorId, int number, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        if (Pictures.All(picture => picture.Number != number)) return Refusal.NoSuchPicture;
        ChangePictures([.. Pictures.Where(picture => picture.Number != number)], $"{DraftPicture.Name(number)}を外した", now);
        return null;
    }

    /// <summary>The copy without location takes the picture's place: it is what is approved, and what must be posted.</summary>
    public Refusal? RemoveLocation(string actorId, int number, PictureFacts copy, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        if (Pictures.FirstOrDefault(picture => picture.Number == number) is not { } old) return Refusal.NoSuchPicture;
        if (old.IsCopy) return null;
        ChangePictures(
            [.. Pictures.Select(picture => picture == old ? old with { Facts = copy, SentHash = old.Facts.Hash } : picture)],
            $"{old.Label}の位置情報を消した",
            now
        );
        return null;
    }

    /// <summary>
    /// What the writer declared of the pictures. Says nothing in the story: it is filled in little by little, and stands on every card.
    /// </summary>
    public Refusal? Describe(string actorId, IReadOnlyList<DraftPicture> described, bool hasVideo, DateTimeOffset now)
    {
        if (hasVideo == HasVideo && described.SequenceEqual(Pictures)) return null;
        if (EditRefusal(actorId) is { } refusal) return refusal;
        var seal = PictureSeal;
        (Pictures, HasVideo) = (described, hasVideo);
        if (seal != PictureSeal) Current.Unlift();
        Reopen(now);
        return null;
    }

    private void ChangePictures(IReadOnlyList<DraftPicture> pictures, string what, DateTimeOffset now)
    {
        Pictures = pictures;
        Current.Unlift();
        Reopen(now);
        Happened(DraftEventKind.PicturesChanged, AuthorName, now, what);
    }

    /// <summary>The draft is closed: nobody fetches its pictures any more.</summary>
    private void ForgetSources()
    {
        if (Pictures.Any(picture => picture.Source is not null)) Pictures = [.. Pictures.Select(picture => picture with { Source = null })];
    }
}
