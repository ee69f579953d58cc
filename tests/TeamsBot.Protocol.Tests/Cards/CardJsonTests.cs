using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class CardJsonTests
{
    /// <summary>One of each element, input and action.</summary>
    private static AdaptiveCard Everything { get; } = new AdaptiveCard("1.5")
    {
        FallbackText = "カードを表示できません",
        Lang = "ja",
        Refresh = CardRefresh.For(Buttons.Execute("更新", "approvals.refresh", new JsonObject { ["draft"] = "1" }), ["29:1"]),
        Body =
        [
            new AdaptiveTextBlock
            {
                Text = "見出し",
                Wrap = true,
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                Style = AdaptiveTextBlockStyle.Heading,
                Color = AdaptiveTextColor.Good,
                IsSubtle = false,
                MaxLines = 2,
                FontType = AdaptiveFontType.Monospace,
                HorizontalAlignment = AdaptiveHorizontalAlignment.Left,
                Id = "t",
            },
            new AdaptiveContainer
            {
                Items =
                [
                    new AdaptiveTextBlock
                    {
                        Text = "内側",
                        Wrap = false,
                        IsVisible = false,
                        Separator = true,
                        Spacing = AdaptiveSpacing.None,
                    },
                ],
                Style = AdaptiveContainerStyle.Emphasis,
                Bleed = true,
            },
            new AdaptiveColumnSet
            {
                Columns =
                [
                    new AdaptiveColumn
                    {
                        Items = [new AdaptiveTextBlock { Text = "列", Wrap = true }], Width = AdaptiveColumnWidth.Auto,
                        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                    },
                ],
            },
            new AdaptiveFactSet { Facts = [new AdaptiveFact { Title = "期限", Value = "9月21日（月）" }] },
            new AdaptiveTextInput
            {
                Label = "理由", Id = "reason", IsRequired = true, ErrorMessage = "理由を入力してください", IsMultiline = true, MaxLength = 500,
                Placeholder = "…", Value = "v", Style = AdaptiveTextInputStyle.Text,
            },
            new AdaptiveDateInput { Label = "日", Id = "date", Value = "2026-09-21", Min = "2026-09-01", Max = "2026-09-30" },
            new AdaptiveTimeInput { Label = "時刻", Id = "time", Value = "09:00" },
            new AdaptiveToggleInput { Title = "確認しました", Wrap = true, Id = "check", Value = "false", ValueOn = "true", ValueOff = "false" },
            new AdaptiveChoiceSetInput
            {
                Label = "種別",
                Choices = [new AdaptiveChoice { Title = "甲", Value = "a" }],
                Id = "kind",
                Style = AdaptiveChoiceInputStyle.Compact,
                IsMultiSelect = false,
                Value = "a",
                Placeholder = "選択",
                Wrap = true,
            },
            new AdaptiveActionSet { Actions = [Approve] },
        ],
        Actions =
        [
            new AdaptiveOpenUrlAction { Title = "開く", Url = new Uri("https://example.lg.jp/") },
            new AdaptiveToggleVisibilityAction { Title = "詳細", TargetElements = [new AdaptiveTargetElement { ElementId = "t" }] },
            new AdaptiveShowCardAction
            {
                Title = "差し戻し", Card = new AdaptiveCard("1.5") { Body = [new AdaptiveTextInput { Label = "理由", Id = "why" }] },
            },
            new AdaptiveSubmitAction { Title = "送る", Data = new Dictionary<string, object> { ["fallbackVerb"] = "x" } },
        ],
    }.FullWidth().Mentioning(("<at>試験</at>", "29:1", "試験"));

    private static AdaptiveExecuteAction Approve
    {
        get
        {
            var button = Buttons.Execute("承認", "approvals.decide", new JsonObject { ["draft"] = "1" }, style: "positive");
            (button.Id, button.Tooltip, button.AssociatedInputs) = ("ok", "承認します", AdaptiveAssociatedInputs.Auto);
            return button;
        }
    }

    [Fact]
    public void A_card_is_written_as_the_schema_has_it() =>
        Approved.Match(
            JsonNode
                .Parse(JsonSerializer.Serialize(Everything.ToAttachment(), ProtocolJson.Options))!
                .ToJsonString(
                    new JsonSerializerOptions
                    {
                        WriteIndented = true,
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    }
                ),
            "everything",
            "json"
        );

    [Fact]
    public void What_is_shown_and_hidden_is_written_as_the_schema_has_it()
    {
        var card = new AdaptiveCard("1.5")
        {
            Body =
            [
                new AdaptiveContainer
                {
                    Id = "more",
                    IsVisible = false,
                    MinHeight = "40px",
                    Items = [new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun { Text = "詳細", Underline = true }] }],
                    SelectAction = new AdaptiveToggleVisibilityAction
                    {
                        TargetElements = [new AdaptiveTargetElement { ElementId = "more", IsVisible = true }],
                    },
                },
                new AdaptiveTextBlock { Text = "新しい形", Fallback = new AdaptiveFallbackElement(AdaptiveFallbackType.Drop) },
                new AdaptiveToggleInput { Title = "印", Label = "確認", Id = "tick" },
            ],
        };

        JsonNode.Parse(card.ToJson())!["body"]!
            .ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe(
                """
            [{"type":"Container","items":[{"type":"RichTextBlock","inlines":[{"text":"詳細","type":"TextRun","underline":true}]}],"minHeight":"40px",
            "selectAction":{"type":"Action.ToggleVisibility","targetElements":[{"elementId":"more","isVisible":true}]},"id":"more","isVisible":false},
            {"type":"TextBlock","text":"新しい形","fallback":"drop"},
            {"type":"Input.Toggle","title":"印","valueOn":"True","valueOff":"False","label":"確認","id":"tick"}]
            """.ReplaceLineEndings("")
            );
    }

    [Fact]
    public void Every_execute_action_carries_its_verb_in_the_fallback()
    {
        var action = Buttons.Execute("承認", "approvals.decide", new JsonObject { ["draft"] = "1" });
        var fallback = action.Fallback!.Content.ShouldBeOfType<AdaptiveSubmitAction>();
        fallback.Data.ShouldBe(new Dictionary<string, object?> { ["draft"] = "1", [Buttons.FallbackVerb] = "approvals.decide" });
        action.Data.ShouldBe(new Dictionary<string, object?> { ["draft"] = "1" });
    }

    [Fact]
    public void Every_action_says_its_type_wherever_it_stands()
    {
        var card = JsonNode.Parse(Everything.ToAttachment().Content!.Value.GetRawText())!;
        var execute = card["body"]!.AsArray()[^1]!["actions"]![0]!;
        execute["type"]!.GetValue<string>().ShouldBe("Action.Execute");
        execute["fallback"]!["type"]!.GetValue<string>().ShouldBe("Action.Submit");
        card["refresh"]!["action"]!["type"]!.GetValue<string>().ShouldBe("Action.Execute");
    }

    [Fact]
    public void Size_is_counted_in_utf8_bytes_as_sent()
    {
        var small = Saying("");
        CardSize.BytesOf(Saying(new string('あ', 1000))).ShouldBe(CardSize.BytesOf(small) + 3000);
        CardSize.Fits(Saying(new string('a', CardSize.MaxBytes - CardSize.BytesOf(small)))).ShouldBeTrue();
        CardSize.Fits(Saying(new string('a', CardSize.MaxBytes - CardSize.BytesOf(small) + 1))).ShouldBeFalse();
    }

    [Fact]
    public void At_most_sixty_people_can_be_asked_to_refresh()
    {
        var people = Enumerable.Range(0, 61).Select(number => $"29:{number}").ToList();
        CardRefresh.For(Buttons.Execute("更新", "x"), people.Take(60).ToList()).UserIds.Count.ShouldBe(60);
        Should.Throw<ArgumentException>(() => CardRefresh.For(Buttons.Execute("更新", "x"), people));
    }

    private static AdaptiveCard Saying(string text) => new("1.5") { Body = [new AdaptiveTextBlock { Text = text, Wrap = true }] };
}
