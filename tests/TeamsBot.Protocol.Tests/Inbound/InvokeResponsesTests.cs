using System.Text.Json;
using AdaptiveCards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Tests;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>Every row of protocol.md 4.2 and 5.1 exactly as it goes out.</summary>
public sealed class InvokeResponsesTests
{
    private static readonly AdaptiveCard Card = new("1.5") { Body = [new AdaptiveTextBlock { Text = "REQ-17: 承認済", Wrap = true }] };

    [Fact]
    public void Each_row_serialises_exactly()
    {
        var rows = new (string Name, InvokeResponse Response)[]
        {
            ("card", InvokeResponses.Card(Card)),
            ("message", InvokeResponses.Message("受け付けました")),
            ("error 400", InvokeResponses.Error(400, "BadRequest", "…")),
            ("error 500", InvokeResponses.Error(500, "InternalError", "…")),
            ("login request", InvokeResponses.LoginRequest(JsonSerializer.SerializeToElement(new { text = "sign in" }))),
            ("incorrect auth code", InvokeResponses.IncorrectAuthCode()),
            ("precondition failed", InvokeResponses.PreconditionFailed("PreconditionFailed", "consent")),
            ("dialog", InvokeResponses.Dialog("題", Card)),
            ("dialog message", InvokeResponses.DialogMessage("閉じてよいです")),
            ("reply with a card", InvokeResponses.For(Reply.Show(Card))),
            ("reply with a text", InvokeResponses.For(Reply.Say("こんにちは"))),
            ("reply without anything", InvokeResponses.For(Reply.None)),
            ("empty", InvokeResponses.Empty),
            ("not implemented", InvokeResponses.NotImplemented),
        };
        Approved.Match(string.Join("\n", rows.Select(row => $"{row.Name}\n  {row.Response.Status} {Body(row.Response)}")), "rows");
    }

    private static string Body(InvokeResponse response) =>
        response.Body is { } body ? JsonSerializer.Serialize(body, body.GetType(), ProtocolJson.Options) : "(no body)";
}
