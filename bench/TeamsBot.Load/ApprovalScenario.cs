using System.Text.Json.Nodes;

namespace TeamsBot.Load;

/// <summary>
/// A whole approval with the people of the sample pack: the author starts and submits a draft, a second reviewer opens and approves it, the
/// head opens and approves it, the author takes the text and reports it as posted. Nine turns; what each sends is read from the card
/// before, as a client does. A step whose card does not offer the next button is a failure.
/// </summary>
internal sealed class ApprovalScenario(BotClient client, LoadRecord record) : IScenario
{
    private static readonly Person Author = Of("a0000000-0000-4000-8000-000000000001");
    private static readonly Person Reviewer = Of("a0000000-0000-4000-8000-000000000002");
    private static readonly Person Head = Of("a0000000-0000-4000-8000-000000000003");

    public async Task PlayOnceAsync(CancellationToken cancellationToken)
    {
        var text = DraftTexts.Next();
        var started = await PressAsync(Author, "approvals.start", new JsonObject(), [("text", text)], cancellationToken);
        var submitted = await PressAsync(
            Author,
            "approvals.submit",
            started,
            [("account", "city-facebook"), ("informationClass", "open")],
            cancellationToken
        );
        if (submitted is null || DataOf(started, "approvals.submit") is not { } draft) return;
        if (DataOf(submitted, "approvals.submit") is not null)
        {
            record.Failures.Enqueue($"approvals.submit: held back: {string.Join(" | ", TextsOf(submitted).Take(14))}");
            return;
        }

        var number = new JsonObject { ["draft"] = draft["draft"]?.DeepClone() };
        var toReview = await PressAsync(Reviewer, "approvals.show", number, [], cancellationToken);
        var reviewed = await PressAsync(
            Reviewer,
            "approvals.decide",
            toReview,
            [.. Enumerable.Range(1, 5).Select(item => ($"item{item}", "true"))],
            cancellationToken
        );
        if (reviewed is null) return;
        var toDecide = await PressAsync(Head, "approvals.show", number, [], cancellationToken);
        var decided = await PressAsync(Head, "approvals.decide", toDecide, [("confirmed", "true")], cancellationToken);
        if (decided is null) return;
        var approved = await PressAsync(Author, "approvals.show", number, [], cancellationToken);
        var handedOut = await PressAsync(Author, "approvals.handOut", approved, [], cancellationToken);
        var posted = await PressAsync(
            Author,
            "approvals.posted",
            handedOut,
            [("postedUrl", $"https://www.facebook.com/hoshimi.city/posts/{draft["draft"]}"), ("postedText", text)],
            cancellationToken
        );
        if (posted is not null) record.Round();
    }

    /// <summary>
    /// Presses the button with this verb on the card given, or with these data where it is none; returns the card that came back.
    /// </summary>
    private async Task<JsonNode?> PressAsync(
        Person person,
        string verb,
        JsonNode? card,
        (string Name, string Value)[] inputs,
        CancellationToken cancellationToken
    )
    {
        if (card is null) return null;
        var data = card["type"]?.GetValue<string>() == "AdaptiveCard" ? DataOf(card, verb) : card;
        if (data is null)
        {
            record.Failures.Enqueue($"{verb}: the card does not offer it but says: {string.Join(" | ", TextsOf(card).Take(12))}");
            return null;
        }

        var filled = data.DeepClone();
        foreach (var (name, value) in inputs) filled[name] = value;
        var (status, body, startedAt) = await client.SendAsync(client.Press(person, verb, filled), cancellationToken);
        if (
            status != 200
            || JsonNode.Parse(body) is not { } answer
            || answer["value"] is not JsonObject shown
            || shown["type"]?.GetValue<string>() != "AdaptiveCard"
        )
        {
            record.Failures.Enqueue($"{verb}: HTTP {status} {body}");
            return null;
        }

        record.Turn(verb, startedAt);
        return shown;
    }

    /// <summary>The data of the first button with this verb, wherever on the card it stands.</summary>
    private static JsonNode? DataOf(JsonNode? card, string verb) => card switch
    {
        JsonObject part when part["verb"]?.GetValue<string>() == verb => part["data"],
        JsonObject part => part.Select(member => DataOf(member.Value, verb)).FirstOrDefault(found => found is not null),
        JsonArray parts => parts.Select(part => DataOf(part, verb)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static IEnumerable<string> TextsOf(JsonNode? card) => card switch
    {
        JsonObject part => part.SelectMany(member =>
            member.Key == "text" && member.Value is JsonValue value ? [value.ToString()] : TextsOf(member.Value)
        ),
        JsonArray parts => parts.SelectMany(TextsOf),
        _ => [],
    };

    public static Person Of(string objectId) => new(FakeService.TenantId, objectId);
}
