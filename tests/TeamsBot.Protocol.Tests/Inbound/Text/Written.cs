using System.Text.Json.Nodes;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound.Text;

/// <summary>Messages as Teams sends them: the plain text, the HTML beside it, and who is mentioned.</summary>
internal static class Written
{
    public const string Bot = "28:" + Samples.AppId;

    public static JsonObject Message(string? text, string? html = null, params JsonObject[] entities)
    {
        var message = Samples.Message(text);
        message["recipient"]!["name"] = "広報ボット";
        if (html is not null) message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = html });
        message["entities"] = new JsonArray([.. entities]);
        return message;
    }

    public static JsonObject Mention(string? text, string id, string? name)
    {
        var mention = new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name } };
        if (text is not null) mention["text"] = text;
        return mention;
    }

    public static JsonObject OfBot(string? text = "<at>広報ボット</at>", string? name = "広報ボット") => Mention(text, Bot, name);

    public static JsonObject Colleague(string name) => Mention($"<at>{name}</at>", "29:" + name, name);

    public static ParsedTurn Turn(JsonObject message) =>
        TurnReader.Read(ActivityParser.Parse(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()))!, Bot);

    public static string Read(string? text, string? html = null, params JsonObject[] entities) => Turn(Message(text, html, entities)).Text;

    /// <summary>An emoji as the editor of Teams writes it.</summary>
    public static string Emoji(string id, string alt) =>
        $"<span title=\"Emoji\" type=\"({id})\" itemscope=\"\"><img itemscope=\"\" itemtype=\"http://schema.skype.com/Emoji\" "
            + $"itemid=\"{id}\" src=\"{Sprite(id)}\" alt=\"{alt}\" style=\"width:20px; height:20px\"></span>";

    public static string Sprite(string id) =>
        $"https://statics.teams.cdn.office.net/evergreen-assets/personal-expressions/v2/assets/emoticons/{id}/default/20_f.png";
}
