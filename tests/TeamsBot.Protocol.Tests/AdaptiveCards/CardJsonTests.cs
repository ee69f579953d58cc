using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.AdaptiveCards;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests.AdaptiveCards;

public sealed class CardJsonTests
{
    /// <summary>One of each element, input and action.</summary>
    private static AdaptiveCard Everything { get; } = new()
    {
        FallbackText = "カードを表示できません",
        Lang = "ja",
        Msteams = new TeamsCardSettings("Full", [new Entity { Type = "mention", Text = "<at>試験</at>", Mentioned = new ChannelAccount { Id = "29:1", Name = "試験" } }]),
        Refresh = new CardRefresh(new ExecuteAction("更新", "approvals.refresh", new JsonObject { ["draft"] = "1" }), ["29:1"]),
        Body =
        [
            new TextBlock("見出し") { Size = "Large", Weight = "Bolder", Style = "heading", Color = "Good", IsSubtle = false, MaxLines = 2, FontType = "Monospace", HorizontalAlignment = "Left", Id = "t" },
            new Container([new TextBlock("内側") { Wrap = false, IsVisible = false, Separator = true, Spacing = "None" }]) { Style = "emphasis", Bleed = true },
            new ColumnSet([new Column([new TextBlock("列")], "auto") { VerticalContentAlignment = "Center" }]),
            new FactSet([new Fact("期限", "9月21日（月）")]),
            new TextInput("理由") { Id = "reason", IsRequired = true, ErrorMessage = "理由を入力してください", IsMultiline = true, MaxLength = 500, Placeholder = "…", Value = "v", Style = "text" },
            new DateInput("日") { Id = "date", Value = "2026-09-21", Min = "2026-09-01", Max = "2026-09-30" },
            new TimeInput("時刻") { Id = "time", Value = "09:00" },
            new ToggleInput("確認しました") { Id = "check", Value = "false", ValueOn = "true", ValueOff = "false" },
            new ChoiceSetInput("種別", [new Choice("甲", "a")]) { Id = "kind", Style = "compact", IsMultiSelect = false, Value = "a", Placeholder = "選択" },
            new ActionSet([new ExecuteAction("承認", "approvals.decide", new JsonObject { ["draft"] = "1" }) { Id = "ok", Style = "positive", Tooltip = "承認します", AssociatedInputs = "auto" }]),
        ],
        Actions =
        [
            new OpenUrlAction("開く", "https://example.lg.jp/"),
            new ToggleVisibilityAction("詳細", ["t"]),
            new ShowCardAction("差し戻し", new AdaptiveCard { Body = [new TextInput("理由") { Id = "why" }] }),
            new SubmitAction("送る", new JsonObject { ["fallbackVerb"] = "x" }),
        ],
    };

    [Fact]
    public void A_card_is_written_as_the_schema_has_it() =>
        Approved.Match(JsonNode.Parse(JsonSerializer.Serialize(Everything.ToAttachment(), ProtocolJson.Options))!.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), "everything", "json");

    [Fact]
    public void Every_execute_action_carries_its_verb_in_the_fallback()
    {
        var action = new ExecuteAction("承認", "approvals.decide", new JsonObject { ["draft"] = "1" });
        action.Fallback.Data[ExecuteAction.FallbackVerb]!.GetValue<string>().ShouldBe("approvals.decide");
        action.Fallback.Data["draft"]!.GetValue<string>().ShouldBe("1");
        action.Data.ContainsKey(ExecuteAction.FallbackVerb).ShouldBeFalse();
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
        var small = new AdaptiveCard { Body = [new TextBlock("")] };
        CardSize.BytesOf(new AdaptiveCard { Body = [new TextBlock(new string('あ', 1000))] }).ShouldBe(CardSize.BytesOf(small) + 3000);
        CardSize.Fits(new AdaptiveCard { Body = [new TextBlock(new string('a', CardSize.MaxBytes - CardSize.BytesOf(small)))] }).ShouldBeTrue();
        CardSize.Fits(new AdaptiveCard { Body = [new TextBlock(new string('a', CardSize.MaxBytes - CardSize.BytesOf(small) + 1))] }).ShouldBeFalse();
    }

    [Fact]
    public void At_most_sixty_people_can_be_asked_to_refresh()
    {
        var people = Enumerable.Range(0, 61).Select(number => $"29:{number}").ToList();
        new CardRefresh(new ExecuteAction("更新", "x"), people.Take(60).ToList()).UserIds!.Count.ShouldBe(60);
        Should.Throw<ArgumentException>(() => new CardRefresh(new ExecuteAction("更新", "x"), people));
    }
}
