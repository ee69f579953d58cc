using System.Text;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>How an activity is taken apart: text, person, place, button (protocol.md 3.3, 4.2).</summary>
public sealed class TurnReaderTests
{
    private const string Bot = "28:" + Samples.AppId;

    public static TheoryData<string, string?, string, string> Mentions => new()
    {
        { "<at>Desk</at> status 42", "<at>Desk</at>", "status 42", "first" },
        { "status 42 <at>Desk</at>", "<at>Desk</at>", "status 42", "last" },
        { "<at>Desk</at> status <at>Desk</at> 42", "<at>Desk</at>", "status 42", "twice" },
        { "<AT>desk</AT> status", "<at>Desk</at>", "status", "other letter case" },
        { "<at>Desk</at>\u00A0status&nbsp;42", "<at>Desk</at>", "status 42", "no-break blanks" },
        { "<at>Desk</at> status", null, "status", "an entity without its text" },
        { "<at>Desk</at> status", "", "status", "an entity with an empty text" },
        { "<at>Desk</at>", "<at>Desk</at>", "", "nothing but the mention" },
        { "status", "<at>Desk</at>", "status", "the mention is not in the text" },
        { "<at>Desk</at>  A \t B  ", "<at>Desk</at>", "A \t B", "runs of blanks stay" },
        { "<at>Desk</at>\n1行目\r\n\n  2行目\r3行目 \n", "<at>Desk</at>", "1行目\n\n  2行目\n3行目", "line breaks and indents stay" },
        { "<at>Desk</at> 　全角　　空白", "<at>Desk</at>", "　全角　　空白", "full-width blanks stay, also at the beginning" },
        { "A &lt;b&gt; R&amp;D &#x3042; &amp;amp;", "<at>Desk</at>", "A <b> R&D あ &amp;", "entities are decoded once" },
        { "予算は5&円", "<at>Desk</at>", "予算は5&円", "a lone ampersand" },
        { "<at>Other</at> <at>Desk</at> hi", "<at>Desk</at>", "Other hi", "other people's mentions stay as their names" },
    };

    [Theory]
    [MemberData(nameof(Mentions))]
    public void Only_the_bot_s_own_mention_goes(string text, string? entityText, string expected, string because)
    {
        var activity = Samples.ChannelMessage(text);
        if (entityText is null) activity["entities"]![0]!.AsObject().Remove("text");
        else activity["entities"]![0]!["text"] = entityText;
        Read(activity).Text.ShouldBe(expected, because);
    }

    [Fact]
    public void A_person_with_the_bot_s_name_is_not_the_bot()
    {
        var activity = Samples.ChannelMessage("<at>Desk</at> hi");
        activity["entities"]![0]!["mentioned"]!["id"] = "29:person";
        Read(activity).Text.ShouldBe("Desk hi");
    }

    [Fact]
    public void A_name_is_never_a_pattern()
    {
        var activity = Samples.ChannelMessage("<at>D.*k (bot)+</at> hi");
        activity["entities"]![0]!.AsObject().Remove("text");
        activity["entities"]![0]!["mentioned"]!["name"] = "D.*k (bot)+";
        Read(activity).Text.ShouldBe("hi");
    }

    [Fact]
    public void No_text_is_an_empty_text()
    {
        Read(Samples.Message(null)).Text.ShouldBe("");
        var imageOnly = Samples.Message(null);
        imageOnly.Remove("text");
        imageOnly["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = "https://smba.trafficmanager.net/x" }
        );
        Read(imageOnly).Text.ShouldBe("");
        Read(imageOnly).Activity.Attachments!.Single().ContentType.ShouldBe("image/*");
    }

    [Fact]
    public void A_person_is_tenant_and_object_id_and_nothing_else()
    {
        var turn = Read(Samples.Message());
        turn.Actor.ShouldBe(new Actor(Samples.TenantId.ToUpperInvariant(), Samples.ObjectId.ToUpperInvariant(), "29:another", "別名"));
        (turn.Actor!.UserId, turn.Actor.Name).ShouldBe(("29:1userA", "試験 太郎"));

        var nameless = Samples.Message();
        nameless["from"]!.AsObject().Remove("aadObjectId");
        Read(nameless).Actor.ShouldBeNull();
        nameless.Remove("from");
        Read(nameless).Actor.ShouldBeNull();
    }

    [Fact]
    public void The_conversation_is_kept_exactly_as_received()
    {
        var turn = Read(Samples.ChannelMessage());
        turn.Conversation.ShouldBe(new(Samples.ServiceUrl, "19:chan1@thread.tacv2;messageid=1790000000001", Samples.TenantId, Bot));
        turn.IsPersonal.ShouldBeFalse();
        Read(Samples.Message()).IsPersonal.ShouldBeTrue();
    }

    [Fact]
    public void The_time_keeps_its_seven_digits_and_a_bad_one_is_absent()
    {
        var activity = Samples.Message();
        Read(activity).Activity.Timestamp.ShouldBe(new DateTimeOffset(2026, 9, 21, 8, 15, 30, TimeSpan.Zero).AddTicks(1234567));
        activity["timestamp"] = "yesterday";
        Read(activity).Activity.Timestamp.ShouldBeNull();
    }

    [Fact]
    public void Both_kinds_of_button_read_alike()
    {
        var execute = Read(Samples.Execute()).Action!;
        var submit = Read(Samples.Submit()).Action!;
        (execute.Verb, execute.IsFallback, execute.CardActivityId).ShouldBe(("step.approve", false, "1790000000777"));
        (submit.Verb, submit.IsFallback, submit.CardActivityId).ShouldBe(("step.approve", true, "1790000000777"));
        submit.Data.OrderBy(pair => pair.Key).ShouldBe(execute.Data.OrderBy(pair => pair.Key));
        execute["oid"].ShouldBe("REQ-17");
        execute["absent"].ShouldBe("");
    }

    [Theory]
    [InlineData("automatic", true)]
    [InlineData("manual", false)]
    [InlineData(null, false)]
    [InlineData("somethingNew", false)]
    public void A_missing_trigger_means_a_person_pressed(string? trigger, bool automatic) =>
        Read(Samples.Execute(trigger: trigger)).Action!.IsAutomatic.ShouldBe(automatic);

    [Fact]
    public void Values_become_text_whatever_their_kind()
    {
        var invoke = Samples.Execute();
        invoke["value"]!["action"]!["data"] = JsonNode.Parse(
            """{"text":"あ","number":1.50,"big":12345678901234567890,"yes":true,"no":false,"none":null,"list":["a",2,true,null,["b"]],"object":{"a":1},"":"empty name"}"""
        );
        var action = Read(invoke).Action!;
        string.Join('|', action.Data.Select(pair => pair.Key + "=" + pair.Value))
            .ShouldBe(
                """text=あ|number=1.50|big=12345678901234567890|yes=true|no=false|none=|list=a,2,true,,b|object={"a":1}|=empty name"""
            );
    }

    [Fact]
    public void Data_that_is_no_object_is_no_data()
    {
        foreach (var data in new JsonNode?[] { null, "text", 5, new JsonArray() })
        {
            var invoke = Samples.Execute();
            invoke["value"]!["action"]!["data"] = data;
            Read(invoke).Action!.Data.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_message_with_a_value_but_no_verb_is_no_button()
    {
        var message = Samples.Submit();
        message["value"]!.AsObject().Remove("fallbackVerb");
        Read(message).Action.ShouldBeNull();
        message["value"]!["fallbackVerb"] = 5;
        Read(message).Action.ShouldBeNull();
    }

    [Fact]
    public void A_verb_outside_a_card_invoke_is_no_button()
    {
        var invoke = Samples.Execute();
        invoke["name"] = "task/submit";
        Read(invoke).Action.ShouldBeNull();
    }

    private static ParsedTurn Read(JsonObject activity) =>
        TurnReader.Read(ActivityParser.Parse(Encoding.UTF8.GetBytes(activity.ToJsonString()))!, "28:default");
}
