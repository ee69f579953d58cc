using System.Text.Json.Nodes;

namespace TeamsBot.Protocol.Tests.Support;

/// <summary>
/// Activities as Teams sends them, with invented people (protocol.md appendix A). Each call makes a new one to be changed.
/// </summary>
internal static class Samples
{
    public const string TenantId = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string ObjectId = "bbbbbbbb-0000-4000-8000-000000000002";
    public const string AppId = "cccccccc-0000-4000-8000-000000000003";
    public const string ServiceUrl = $"https://smba.trafficmanager.net/emea/{TenantId}/";

    public static JsonObject Message(string? text = "status 42") => new()
    {
        ["type"] = "message",
        ["id"] = "1790000000123",
        ["timestamp"] = "2026-09-21T08:15:30.1234567Z",
        ["localTimezone"] = "Asia/Tokyo",
        ["serviceUrl"] = ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:1userA", ["name"] = "試験 太郎", ["aadObjectId"] = ObjectId },
        ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "Desk" },
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = TenantId, ["id"] = "a:1personal" },
        ["textFormat"] = "plain",
        ["text"] = text,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
        ["locale"] = "ja-JP",
    };

    /// <summary>A1: in a channel thread, the bot mentioned.</summary>
    public static JsonObject ChannelMessage(string text = "<at>Desk</at> status 42")
    {
        var message = Message(text);
        message["conversation"] = new JsonObject
        {
            ["isGroup"] = true,
            ["conversationType"] = "channel",
            ["tenantId"] = TenantId,
            ["id"] = "19:chan1@thread.tacv2;messageid=1790000000001",
        };
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p><span>Desk</span> status 42</p>" }
        );
        message["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>Desk</at>",
                ["mentioned"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "Desk" },
            },
            new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = "ja-JP",
                ["country"] = "JP",
                ["platform"] = "Windows",
                ["timezone"] = "Asia/Tokyo",
            }
        );
        message["channelData"]!["team"] = new JsonObject { ["id"] = "19:team1@thread.tacv2" };
        message["channelData"]!["channel"] = new JsonObject { ["id"] = "19:chan1@thread.tacv2" };
        return message;
    }

    /// <summary>A2: a pressed Action.Execute.</summary>
    public static JsonObject Execute(string verb = "step.approve", string? trigger = "manual")
    {
        var invoke = Invoke("adaptiveCard/action");
        invoke["replyToId"] = "1790000000777";
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = new JsonObject { ["oid"] = "REQ-17", ["ver"] = "4", ["comment"] = "ok" },
            },
        };
        if (trigger is not null) invoke["value"]!["trigger"] = trigger;
        return invoke;
    }

    /// <summary>A3: the same click on an old client.</summary>
    public static JsonObject Submit(string verb = "step.approve")
    {
        var message = Message(null);
        message.Remove("text");
        message["replyToId"] = "1790000000777";
        message["value"] = new JsonObject { ["oid"] = "REQ-17", ["ver"] = "4", ["comment"] = "ok", ["fallbackVerb"] = verb };
        return message;
    }

    public static JsonObject Invoke(string? name)
    {
        var invoke = Message(null);
        invoke.Remove("text");
        invoke["type"] = "invoke";
        invoke["id"] = "f:1";
        if (name is not null) invoke["name"] = name;
        return invoke;
    }

    public static JsonObject Event(string type)
    {
        var activity = Message(null);
        activity.Remove("text");
        activity["type"] = type;
        activity["id"] = "f:2";
        return activity;
    }
}
