using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Inbound;

/// <summary>The body that answers <c>adaptiveCard/action</c> (protocol.md 4.2). The HTTP status is 200 whatever stands here.</summary>
/// <param name="Value">A card, a text or an <see cref="InvokeError"/>; written out even when null.</param>
internal sealed record CardActionResult(
    int StatusCode,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Value
);

internal sealed record InvokeError(string Code, string Message);

/// <summary>The body that answers <c>task/fetch</c> and <c>task/submit</c> (protocol.md 5.1).</summary>
internal sealed record TaskResult(TaskStep Task);

/// <param name="Type"><c>continue</c> shows a dialog, <c>message</c> a text.</param>
internal sealed record TaskStep(string Type, object Value);

internal sealed record TaskDialog(string Title, string Width, string Height, Schema.Attachment Card);
