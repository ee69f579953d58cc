using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The pictures on a draft's card: to be described while writing, to be read by everybody else. What the checks say of them stands with the
/// findings.
/// </summary>
internal static class PicturesSection
{
    private static IReadOnlyList<AdaptiveChoice> RightsChoices(CardLanguage language) =>
    [
        new AdaptiveChoice { Title = language.Say("自組織で撮影・作成", "Our own"), Value = nameof(ImageRights.Own) },
        new AdaptiveChoice { Title = language.Say("許諾を得た", "Licensed"), Value = nameof(ImageRights.Licensed) },
        new AdaptiveChoice { Title = language.Say("本人の同意で提供を受けた", "Given with consent"), Value = nameof(ImageRights.Consent) },
    ];

    private static IReadOnlyList<AdaptiveChoice> FacesChoices(CardLanguage language) =>
    [
        new AdaptiveChoice { Title = language.Say("写っていない・個人は分からない", "Nobody recognisable"), Value = nameof(Faces.None) },
        new AdaptiveChoice { Title = language.Say("ぼかした", "Blurred"), Value = nameof(Faces.Blurred) },
        new AdaptiveChoice { Title = language.Say("個人が分かる（同意あり）", "Recognisable, with consent"), Value = nameof(Faces.Consent) },
        new AdaptiveChoice { Title = language.Say("個人が分かる（同意なし）", "Recognisable, without consent"), Value = nameof(Faces.Identifiable) },
    ];

    public static IEnumerable<AdaptiveElement> ForWriter(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (view.WantsPicture)
            yield return new AdaptiveToggleInput
            {
                Title = language.Say("動画を投稿する（動画の中身は点検できません）", "A video is posted (its content cannot be checked)"),
                Wrap = true,
                Id = PictureInput.HasVideo,
                Value = view.Typed?.Value(PictureInput.HasVideo, null) ?? (draft.HasVideo ? "true" : "false"),
                ValueOn = "true",
                ValueOff = "false",
            };
        if (draft.Pictures.Count == 0)
        {
            if (view.WantsPicture) yield return CardParts.Row(AdaptiveSpacing.Small, DraftForm.Save(view));
            yield break;
        }

        yield return Heading(view);
        foreach (var picture in draft.Pictures)
            yield return new AdaptiveContainer
            {
                Items = [.. Fields(picture, view)],
                Separator = true,
                Spacing = AdaptiveSpacing.Small,
            };
        yield return CardParts.Remark(
            language.Say(
                "画像は保存しません。追加するときは、このチャットに送ってください。",
                "Pictures are not kept. To add some, send them into this chat."
            )
        );
        if (view.Detail < DraftView.Least) yield return CardParts.Row(AdaptiveSpacing.Small, DraftForm.Save(view));
    }

    public static IEnumerable<AdaptiveElement> ForReader(DraftView view)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (draft.HasVideo && draft.Pictures.Count == 0)
            yield return CardParts.Field(
                language.Say("動画", "Video"),
                language.Say("あり（中身は点検していません）", "yes (content not checked)")
            );
        if (draft.Pictures.Count == 0) yield break;
        yield return Heading(view);
        foreach (var picture in draft.Pictures)
        {
            yield return Facts(picture, view.Now);
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = language.Say("代替テキスト　", "Alternative text　"), IsSubtle = true },
                new AdaptiveTextRun { Text = picture.AltText.Length > 0 ? picture.AltText : language.Say("なし", "none") }
            );
            yield return CardParts.Line(
                new AdaptiveTextRun
                {
                    Text = language.Say(
                        $"権利　{Title(RightsChoices(language), picture.Rights.ToString(), language)}、"
                            + $"人物　{Title(FacesChoices(language), picture.Faces.ToString(), language)}{(picture.IsFlyer ? "、チラシの画像" : "")}",
                        $"Rights: {Title(RightsChoices(language), picture.Rights.ToString(), language)}; "
                            + $"people: {Title(FacesChoices(language), picture.Faces.ToString(), language)}"
                            + $"{(picture.IsFlyer ? "; a flyer" : "")}"
                    ),
                    Size = AdaptiveTextSize.Small,
                },
                new AdaptiveTextRun
                {
                    Text = language.Say("　照合番号 ", "　Check number ") + picture.Facts.Hash[..8],
                    IsSubtle = true,
                    Size = AdaptiveTextSize.Small,
                }
            );
        }
    }

    private static AdaptiveTextBlock Heading(DraftView view) =>
        CardParts.Heading(
            view.Language.Say(
                string.Create(CultureInfo.InvariantCulture, $"画像（{view.Draft.Pictures.Count}枚）"),
                string.Create(CultureInfo.InvariantCulture, $"Pictures: {view.Draft.Pictures.Count}")
            )
        );

    private static IEnumerable<AdaptiveElement> Fields(DraftPicture picture, DraftView view)
    {
        var language = view.Language;
        yield return Facts(picture, view.Now);
        yield return new AdaptiveTextInput
        {
            Label = language.Say("代替テキスト（見えない方にも伝わる一文）", "Alternative text (a sentence for those who cannot see it)"),
            Id = PictureInput.AltText(picture.Number),
            Value = Typed(PictureInput.AltText(picture.Number), picture.AltText),
            MaxLength = DraftPicture.MaxAltText,
            Spacing = AdaptiveSpacing.Small,
        };
        yield return Choose(language.Say("使う権利", "Right to use it"), PictureInput.Rights(picture.Number), RightsChoices(language), language,
            Typed(PictureInput.Rights(picture.Number), picture.Rights == ImageRights.Undeclared ? null : picture.Rights.ToString()));
        yield return Choose(language.Say("写っている人", "People in it"), PictureInput.Faces(picture.Number), FacesChoices(language), language,
            Typed(PictureInput.Faces(picture.Number), picture.Faces == Faces.Undeclared ? null : picture.Faces.ToString()));
        yield return new AdaptiveToggleInput
        {
            Title = language.Say("チラシの画像", "A flyer"), Wrap = true, Id = PictureInput.Flyer(picture.Number),
            Value = Typed(PictureInput.Flyer(picture.Number), picture.IsFlyer ? "true" : "false"),
            ValueOn = "true", ValueOff = "false", Spacing = AdaptiveSpacing.Small,
        };
        yield return new AdaptiveActionSet { Actions = [.. ButtonsOf(picture, view)], Spacing = AdaptiveSpacing.Small };

        string? Typed(string field, string? stored) => view.Typed?.Value(field, stored) ?? stored;
    }

    private static IEnumerable<AdaptiveAction> ButtonsOf(DraftPicture picture, DraftView view)
    {
        if (picture.Facts.CanLoseLocation)
            yield return Button(view.Language.Say("位置情報を消す", "Remove the location"), ApprovalVerbs.RemoveLocation);
        else if (picture.IsCopy)
            yield return Button(view.Language.Say("消した写しを受け取る", "Get the copy without it"), ApprovalVerbs.RemoveLocation);
        yield return Button(
            view.Language.Say($"{picture.Label}を外す", string.Create(CultureInfo.InvariantCulture, $"Take picture {picture.Number} out")),
            ApprovalVerbs.DropPicture
        );

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
        picture.Facts.Place is not null
                ? new AdaptiveTextRun
                {
                    Text = PictureWords.Place(picture.Facts),
                    Weight = AdaptiveTextWeight.Bolder,
                    Color = AdaptiveTextColor.Attention,
                }
            : picture.IsCopy ? new AdaptiveTextRun { Text = "位置情報を消した写し", Color = AdaptiveTextColor.Good }
            : new AdaptiveTextRun { Text = PictureWords.Place(picture.Facts), IsSubtle = true });

    private static AdaptiveChoiceSetInput Choose(
        string label,
        string id,
        IReadOnlyList<AdaptiveChoice> choices,
        CardLanguage language,
        string? value
    ) =>
        new()
        {
            Label = label,
            Choices = [.. choices],
            Wrap = true,
            Id = id,
            Value = value,
            Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = language.Say("選んでください", "Choose one"),
            Spacing = AdaptiveSpacing.Small,
        };

    private static string Title(IReadOnlyList<AdaptiveChoice> choices, string value, CardLanguage language) =>
        choices.FirstOrDefault(choice => choice.Value == value)?.Title ?? language.Say("未選択", "not chosen");
}
