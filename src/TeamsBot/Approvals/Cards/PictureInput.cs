using System.Globalization;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The fields of a draft's pictures on its writer's card. Each is named by the picture's number; one that did not come keeps its value, and
/// a choice that is none counts as undeclared.
/// </summary>
internal static class PictureInput
{
    public const string HasVideo = "hasVideo";

    /// <summary>Which picture a button is about.</summary>
    public const string Picture = "picture";

    /// <summary>What the names of the fields begin with.</summary>
    public static readonly string[] Prefixes = ["alt", "rights", "faces", "flyer", HasVideo];

    public static string AltText(int number) => Field("alt", number);

    public static string Rights(int number) => Field("rights", number);

    public static string Faces(int number) => Field("faces", number);

    public static string Flyer(int number) => Field("flyer", number);

    public static IReadOnlyList<DraftPicture> Read(CardAction action, Draft draft) => [.. draft.Pictures.Select(picture => picture with
    {
        AltText = action.Data.TryGetValue(AltText(picture.Number), out var alt)
            ? TypedText.Of(OneLine(alt), DraftPicture.MaxAltText)
            : picture.AltText,
        Rights = Choice(action, Rights(picture.Number), picture.Rights),
        Faces = Choice(action, Faces(picture.Number), picture.Faces),
        IsFlyer = action.Data.TryGetValue(Flyer(picture.Number), out var flyer) ? flyer == "true" : picture.IsFlyer,
    })];

    public static bool ReadHasVideo(CardAction action, Draft draft) =>
        action.Data.TryGetValue(HasVideo, out var video) ? video == "true" : draft.HasVideo;

    public static int NumberOf(CardAction action) =>
        int.TryParse(action[Picture], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>
    /// Without control characters: the seal of the approval puts such between its parts (<see cref="Draft.PictureSeal"/>).
    /// </summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string Field(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private static T Choice<T>(CardAction action, string field, T stored)
        where T : struct, Enum =>
        action.Data.TryGetValue(field, out var chosen) ? Chosen.Of<T>(chosen) ?? default : stored;
}
