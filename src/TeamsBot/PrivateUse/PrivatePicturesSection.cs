using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Cards;
using TeamsBot.Pictures;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.PrivateUse;

/// <summary>The pictures on the result of a private check, each with what the card carries of it, unseen.</summary>
internal static class PrivatePicturesSection
{
    /// <param name="data">The data of a button about the picture of a number.</param>
    public static IEnumerable<CardElement> For(PrivateInput input, Func<string, JsonObject> data, DateTimeOffset now)
    {
        if (input.Pictures.Count == 0) yield break;
        yield return CardParts.Heading("画像");
        foreach (var picture in input.Pictures)
        {
            yield return CardParts.Line(
                new TextRun($"{picture.Label}　") { Weight = "Bolder" },
                new TextRun($"{PictureWords.Facts(picture.Facts, now)}、"),
                picture.IsCopy ? new TextRun("位置情報を消した写し") { Color = "Good" }
                    : new TextRun(PictureWords.Place(picture.Facts)) { Weight = picture.Facts.Place is null ? null : "Bolder" });
            yield return new TextInput("画像の控え") { Id = PrivateFields.Picture(picture.Number), Value = picture.Token, IsVisible = false };
            if (picture.Facts.CanLoseLocation)
            {
                yield return new ActionSet([new ExecuteAction("位置情報を消す", PrivateUseFeature.RemoveLocationVerb, data(picture.Number.ToString(CultureInfo.InvariantCulture)))]) { Spacing = "Small" };
            }
        }

        yield return CardParts.Remark("画像は保存しません。");
    }
}
