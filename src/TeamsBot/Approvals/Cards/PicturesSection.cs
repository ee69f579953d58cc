using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Pictures;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The pictures on a draft's card: to be described while writing, to be read by everybody else. What the checks say of them stands with the findings.</summary>
internal static class PicturesSection
{
    private static readonly IReadOnlyList<Choice> RightsChoices =
        [new("自組織で撮影・作成", nameof(ImageRights.Own)), new("許諾を得た", nameof(ImageRights.Licensed)), new("本人の同意で提供を受けた", nameof(ImageRights.Consent))];

    private static readonly IReadOnlyList<Choice> FacesChoices =
    [
        new("写っていない・個人は分からない", nameof(Faces.None)), new("ぼかした", nameof(Faces.Blurred)),
        new("個人が分かる（同意あり）", nameof(Faces.Consent)), new("個人が分かる（同意なし）", nameof(Faces.Identifiable)),
    ];

    public static IEnumerable<CardElement> ForWriter(DraftView view)
    {
        var draft = view.Draft;
        if (view.WantsPicture) yield return new ToggleInput("動画を投稿する（動画の中身は点検できません）") { Id = PictureInput.HasVideo, Value = draft.HasVideo ? "true" : "false", ValueOn = "true", ValueOff = "false" };
        if (draft.Pictures.Count == 0) yield break;
        yield return Heading(draft);
        foreach (var picture in draft.Pictures) yield return new Container([.. Fields(picture, view)]) { Separator = true, Spacing = "Small" };
        yield return CardParts.Remark("画像は保存しません。追加するときは、このチャットに送ってください。");
    }

    public static IEnumerable<CardElement> ForReader(DraftView view)
    {
        var draft = view.Draft;
        if (draft.HasVideo && draft.Pictures.Count == 0) yield return CardParts.Field("動画", "あり（中身は点検していません）");
        if (draft.Pictures.Count == 0) yield break;
        yield return Heading(draft);
        foreach (var picture in draft.Pictures)
        {
            yield return Facts(picture, view.Now);
            yield return CardParts.Line(new TextRun("代替テキスト　") { IsSubtle = true }, new TextRun(picture.AltText.Length > 0 ? picture.AltText : "なし"));
            yield return CardParts.Line(
                new TextRun($"権利　{Title(RightsChoices, picture.Rights.ToString())}、人物　{Title(FacesChoices, picture.Faces.ToString())}{(picture.IsFlyer ? "、チラシの画像" : "")}") { Size = "Small" },
                new TextRun($"　照合番号 {picture.Facts.Hash[..8]}") { IsSubtle = true, Size = "Small" });
        }
    }

    private static TextBlock Heading(Draft draft) => CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"画像（{draft.Pictures.Count}枚）"));

    private static IEnumerable<CardElement> Fields(DraftPicture picture, DraftView view)
    {
        yield return Facts(picture, view.Now);
        yield return new TextInput("代替テキスト（見えない方にも伝わる一文）") { Id = PictureInput.AltText(picture.Number), Value = picture.AltText, MaxLength = DraftPicture.MaxAltText, Spacing = "Small" };
        yield return Choose("使う権利（必須）", PictureInput.Rights(picture.Number), RightsChoices, picture.Rights == ImageRights.Undeclared ? null : picture.Rights.ToString());
        yield return Choose("写っている人（必須）", PictureInput.Faces(picture.Number), FacesChoices, picture.Faces == Faces.Undeclared ? null : picture.Faces.ToString());
        yield return new ToggleInput("チラシの画像") { Id = PictureInput.Flyer(picture.Number), Value = picture.IsFlyer ? "true" : "false", ValueOn = "true", ValueOff = "false", Spacing = "Small" };
        yield return new ActionSet([.. Buttons(picture, view)]) { Spacing = "Small" };
    }

    private static IEnumerable<CardActionElement> Buttons(DraftPicture picture, DraftView view)
    {
        if (picture.Facts.CanLoseLocation) yield return Button("位置情報を消す", ApprovalVerbs.RemoveLocation);
        else if (picture.IsCopy) yield return Button("消した写しを受け取る", ApprovalVerbs.RemoveLocation);
        yield return Button($"{picture.Label}を外す", ApprovalVerbs.DropPicture);

        ExecuteAction Button(string title, string verb) => new(title, verb, new JsonObject
        {
            // Less than other buttons carry: these stand on the card several times, and the stamp alone says which state it shows.
            ["draft"] = view.Draft.Number.ToString(CultureInfo.InvariantCulture),
            ["stamp"] = view.Draft.Stamp.ToString(CultureInfo.InvariantCulture),
            [PictureInput.Picture] = picture.Number.ToString(CultureInfo.InvariantCulture),
        });
    }

    private static RichTextBlock Facts(DraftPicture picture, DateTimeOffset now) => CardParts.Line(
        new TextRun($"{picture.Label}　") { Weight = "Bolder" },
        new TextRun($"{PictureWords.Facts(picture.Facts, now)}、"),
        picture.Facts.Place is not null ? new TextRun(PictureWords.Place(picture.Facts)) { Weight = "Bolder", Color = "Attention" }
            : picture.IsCopy ? new TextRun("位置情報を消した写し") { Color = "Good" }
            : new TextRun(PictureWords.Place(picture.Facts)) { IsSubtle = true });

    private static ChoiceSetInput Choose(string label, string id, IReadOnlyList<Choice> choices, string? value) =>
        new(label, choices) { Id = id, Value = value, Style = "compact", Placeholder = "選んでください", Spacing = "Small" };

    private static string Title(IReadOnlyList<Choice> choices, string value) => choices.FirstOrDefault(choice => choice.Value == value)?.Title ?? "未選択";
}
