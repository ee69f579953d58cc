using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.PrivateUse;

/// <summary>The pictures on the result of a private check, each with what the card carries of it, unseen.</summary>
internal static class PrivatePicturesSection
{
    /// <param name="data">The data of a button about the picture of a number.</param>
    public static IEnumerable<AdaptiveElement> For(PrivateInput input, Func<string, JsonObject> data, DateTimeOffset now)
    {
        if (input.Pictures.Count == 0) yield break;
        yield return CardParts.Heading("画像");
        foreach (var picture in input.Pictures)
        {
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{picture.Label}　", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun { Text = $"{PictureWords.Facts(picture.Facts, now)}、" },
                picture.IsCopy ? new AdaptiveTextRun { Text = "位置情報を消した写し", Color = AdaptiveTextColor.Good }
                    : new AdaptiveTextRun
                    {
                        Text = PictureWords.Place(picture.Facts),
                        Weight = picture.Facts.Place is null ? AdaptiveTextWeight.Default : AdaptiveTextWeight.Bolder,
                    });
            yield return new AdaptiveTextInput
            {
                Label = "画像の控え", Id = PrivateFields.Picture(picture.Number), Value = picture.Token, IsVisible = false,
            };
            if (picture.Facts.CanLoseLocation)
            {
                yield return new AdaptiveActionSet
                {
                    Actions =
                    [
                        Buttons.Execute(
                            "位置情報を消す",
                            PrivateUseFeature.RemoveLocationVerb,
                            data(picture.Number.ToString(CultureInfo.InvariantCulture))
                        ),
                    ],
                    Spacing = AdaptiveSpacing.Small,
                };
            }
        }

        yield return CardParts.Remark("画像は保存しません。");
    }
}
