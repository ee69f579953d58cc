using System.Text.Json.Nodes;

namespace TeamsBot.LocalTeams.Tests.Hosting;

/// <summary>A card with one of everything the product's cards use, so that a look at it judges the page.</summary>
internal static class TinyCard
{
    public static JsonNode Review(int number) => JsonNode.Parse($$"""
        {
          "type": "AdaptiveCard", "version": "1.5", "lang": "ja", "fallbackText": "確認のお願い", "msteams": { "width": "Full" },
          "body": [
            { "type": "ColumnSet", "columns": [
              { "type": "Column", "width": "stretch", "items": [ { "type": "TextBlock", "text": "確認のお願い", "style": "heading", "size": "large", "weight": "bolder", "wrap": true } ] },
              { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "確認待ち", "color": "warning", "weight": "bolder" } ] } ] },
            { "type": "FactSet", "facts": [
              { "title": "投稿先", "value": "サンプル市公式X" }, { "title": "起案者", "value": "佐藤 花子（観光課）" }, { "title": "投稿予定", "value": "11月27日(金) 10:00" } ] },
            { "type": "Container", "style": "emphasis", "items": [
              { "type": "TextBlock", "text": "秋のさくら公園まつりを開きます。\n日時：11月28日(土) 10時から15時まで\n場所：さくら公園 芝生広場", "wrap": true } ] },
            { "type": "Container", "style": "warning", "items": [
              { "type": "TextBlock", "text": "注意 1件", "weight": "bolder", "color": "warning" },
              { "type": "TextBlock", "text": "- 「15時まで」のあとに**問い合わせ先**がありません\n- 根拠：運用指針 第6条", "wrap": true } ] },
            { "type": "Input.Toggle", "id": "seen", "label": "確認したこと", "title": "日時と場所を原稿と照らし合わせた", "wrap": true },
            { "type": "Input.ChoiceSet", "id": "kind", "label": "差し戻しの種類", "style": "expanded", "value": "fact", "choices": [
              { "title": "事実の誤り", "value": "fact" }, { "title": "表現", "value": "words" } ] },
            { "type": "Input.Text", "id": "memo", "label": "メモ", "placeholder": "任意", "isMultiline": true },
            { "type": "ActionSet", "actions": [
              { "type": "Action.Execute", "title": "承認する", "verb": "review.approve", "style": "positive", "associatedInputs": "none", "data": { "id": "{{number}}" },
                "fallback": { "type": "Action.Submit", "title": "承認する", "data": { "id": "{{number}}", "fallbackVerb": "review.approve" } } },
              { "type": "Action.ShowCard", "title": "差し戻す", "card": { "type": "AdaptiveCard", "body": [
                  { "type": "Input.Text", "id": "reason", "label": "差し戻しの理由", "isRequired": true, "errorMessage": "理由を入力してください。", "isMultiline": true } ],
                "actions": [ { "type": "Action.Execute", "title": "差し戻しを送る", "verb": "review.return", "data": { "id": "{{number}}" } } ] } },
              { "type": "Action.Execute", "title": "質問する", "verb": "review.ask", "associatedInputs": "none", "data": { "id": "{{number}}" } },
              { "type": "Action.Execute", "title": "取り下げる", "verb": "review.unknown", "style": "destructive", "associatedInputs": "none" },
              { "type": "Action.ShowCard", "title": "理由を付けて取り下げる", "card": { "type": "AdaptiveCard", "body": [ { "type": "Input.Text", "id": "why", "label": "理由" } ],
                "actions": [ { "type": "Action.Execute", "title": "取り下げを送る", "verb": "review.unknown" } ] } } ] }
          ]
        }
        """)!;

    /// <summary>A card that the named people's clients ask for again.</summary>
    public static JsonNode Refreshing(params string[] userIds)
    {
        var card = Simple("みんなの表示", "default", "だれにでも見える内容です。");
        card["refresh"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = "更新",
                ["verb"] = "review.show",
                ["data"] = new JsonObject { ["id"] = "1" },
            },
            ["userIds"] = new JsonArray([.. userIds.Select(id => (JsonNode)id)]),
        };
        return card;
    }

    public static JsonNode Decided(string name) => Simple("承認済み", "good", $"{name} が承認しました。");

    public static JsonNode Returned(string reason) => Simple("差し戻し", "attention", $"理由：{reason}");

    private static JsonNode Simple(string state, string color, string text) => JsonNode.Parse($$"""
        { "type": "AdaptiveCard", "version": "1.5", "body": [
            { "type": "TextBlock", "text": "{{state}}", "size": "large", "weight": "bolder", "color": "{{color}}", "wrap": true },
            { "type": "TextBlock", "text": "{{text}}", "wrap": true } ] }
        """)!;
}
