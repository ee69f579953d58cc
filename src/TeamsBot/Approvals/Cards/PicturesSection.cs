using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The pictures on a draft's card: to be described while writing, to be read by everybody else. What the checks say of them stands with the findings.</summary>
internal static class PicturesSection
{
    private static readonly IReadOnlyList<AdaptiveChoice> RightsChoices =
        [new AdaptiveChoice { Title = "自組織で撮影・作成", Value = nameof(ImageRights.Own) }, new AdaptiveChoice { Title = "許諾を得た", Value = nameof(ImageRights.Licensed) }, new AdaptiveChoice { Title = "本人の同意で提供を受けた", Value = nameof(ImageRights.Consent) }];

    private static readonly IReadOnlyList<AdaptiveChoice> FacesChoices =
    [
        new AdaptiveChoice { Title = "写っていない・個人は分からない", Value = nameof(Faces.None) }, new AdaptiveChoice { Title = "ぼかした", Value = nameof(Faces.Blurred) },
        new AdaptiveChoice { Title = "個人が分かる（同意あり）", Value = nameof(Faces.Consent) }, new AdaptiveChoice { Title = "個人が分かる（同意なし）", Value = nameof(Faces.Identifiable) },
    ];

    public static IEnumerable<AdaptiveElement> ForWriter(DraftView view)
    {
        var draft = view.Draft;
        if (view.WantsPicture) yield return new AdaptiveToggleInput { Title = "動画を投稿する（動画の中身は点検できません）", Wrap = true, Id = PictureInput.HasVideo, Value = view.Typed?.Value(PictureInput.HasVideo, null) ?? (draft.HasVideo ? "true" : "false"), ValueOn = "true", ValueOff = "false" };
        if (draft.Pictures.Count == 0)
        {
            if (view.WantsPicture) yield return CardParts.Row(AdaptiveSpacing.Small, DraftForm.Save(view));
            yield break;
        }

        yield return Heading(draft);
        foreach (var picture in draft.Pictures) yield return new AdaptiveContainer { Items = [.. Fields(picture, view)], Separator = true, Spacing = AdaptiveSpacing.Small };
        yield return CardParts.Remark("画像は保存しません。追加するときは、このチャットに送ってください。");
        yield return CardParts.Row(AdaptiveSpacing.Small, DraftForm.Save(view));
    }

    public static IEnumerable<AdaptiveElement> ForReader(DraftView view)
    {
        var draft = view.Draft;
        if (draft.HasVideo && draft.Pictures.Count == 0) yield return CardParts.Field("動画", "あり（中身は点検していません）");
        if (draft.Pictures.Count == 0) yield break;
        yield return Heading(draft);
        foreach (var picture in draft.Pictures)
        {
            yield return Facts(picture, view.Now);
            yield return CardParts.Line(new AdaptiveTextRun { Text = "代替テキスト　", IsSubtle = true }, new AdaptiveTextRun { Text = picture.AltText.Length > 0 ? picture.AltText : "なし" });
            yield return CardParts.Line(
                new AdaptiveTextRun
                {
                    Text = $"権利　{Title(RightsChoices, picture.Rights.ToString())}、人物　{Title(FacesChoices, picture.Faces.ToString())}{(picture.IsFlyer ? "、チラシの画像" : "")}",
                    Size = AdaptiveTextSize.Small,
                },
                new AdaptiveTextRun { Text = $"　照合番号 {picture.Facts.Hash[..8]}", IsSubtle = true, Size = AdaptiveTextSize.Small });
        }
    }

    private static AdaptiveTextBlock Heading(Draft draft) => CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"画像（{draft.Pictures.Count}枚）"));

    private static IEnumerable<AdaptiveElement> Fields(DraftPicture picture, DraftView view)
    {
        yield return Facts(picture, view.Now);
        yield return new AdaptiveTextInput
        {
            Label = "代替テキスト（見えない方にも伝わる一文）", Id = PictureInput.AltText(picture.Number),
            Value = Typed(PictureInput.AltText(picture.Number), picture.AltText),
            MaxLength = DraftPicture.MaxAltText, Spacing = AdaptiveSpacing.Small,
        };
        yield return Choose("使う権利（必須）", PictureInput.Rights(picture.Number), RightsChoices,
            Typed(PictureInput.Rights(picture.Number), picture.Rights == ImageRights.Undeclared ? null : picture.Rights.ToString()));
        yield return Choose("写っている人（必須）", PictureInput.Faces(picture.Number), FacesChoices,
            Typed(PictureInput.Faces(picture.Number), picture.Faces == Faces.Undeclared ? null : picture.Faces.ToString()));
        yield return new AdaptiveToggleInput
        {
            Title = "チラシの画像", Wrap = true, Id = PictureInput.Flyer(picture.Number),
            Value = Typed(PictureInput.Flyer(picture.Number), picture.IsFlyer ? "true" : "false"),
            ValueOn = "true", ValueOff = "false", Spacing = AdaptiveSpacing.Small,
        };
        yield return new AdaptiveActionSet { Actions = [.. ButtonsOf(picture, view)], Spacing = AdaptiveSpacing.Small };

        string? Typed(string field, string? stored) => view.Typed?.Value(field, stored) ?? stored;
    }

    private static IEnumerable<AdaptiveAction> ButtonsOf(DraftPicture picture, DraftView view)
    {
        if (picture.Facts.CanLoseLocation) yield return Button("位置情報を消す", ApprovalVerbs.RemoveLocation);
        else if (picture.IsCopy) yield return Button("消した写しを受け取る", ApprovalVerbs.RemoveLocation);
        yield return Button($"{picture.Label}を外す", ApprovalVerbs.DropPicture);

        AdaptiveExecuteAction Button(string title, string verb) => Buttons.Execute(title, verb, new JsonObject
        {
            // Less than other buttons carry: these stand on the card several times, and the stamp alone says which state it shows.
            ["draft"] = view.Draft.Number.ToString(CultureInfo.InvariantCulture),
            ["stamp"] = view.Draft.Stamp.ToString(CultureInfo.InvariantCulture),
            [PictureInput.Picture] = picture.Number.ToString(CultureInfo.InvariantCulture),
        });
    }

    private static AdaptiveRichTextBlock Facts(DraftPicture picture, DateTimeOffset now) => CardParts.Line(
        new AdaptiveTextRun { Text = $"{picture.Label}　", Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun { Text = $"{PictureWords.Facts(picture.Facts, now)}、" },
        picture.Facts.Place is not null ? new AdaptiveTextRun { Text = PictureWords.Place(picture.Facts), Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention }
            : picture.IsCopy ? new AdaptiveTextRun { Text = "位置情報を消した写し", Color = AdaptiveTextColor.Good }
            : new AdaptiveTextRun { Text = PictureWords.Place(picture.Facts), IsSubtle = true });

    private static AdaptiveChoiceSetInput Choose(string label, string id, IReadOnlyList<AdaptiveChoice> choices, string? value) =>
        new()
        {
            Label = label, Choices = [.. choices], Wrap = true, Id = id, Value = value, Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = "選んでください", Spacing = AdaptiveSpacing.Small,
        };

    private static string Title(IReadOnlyList<AdaptiveChoice> choices, string value) => choices.FirstOrDefault(choice => choice.Value == value)?.Title ?? "未選択";
}
